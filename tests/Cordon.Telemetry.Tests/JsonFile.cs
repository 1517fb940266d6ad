using System.Text;
using Cordon.Events;
using Cordon.Telemetry.Discovery;

namespace Cordon.Telemetry.Tests;

/// <summary>Logs in JSON, made for tests, and what reading them comes to.</summary>
internal sealed class JsonFile : IDisposable
{
    /// <summary>The fields that a reader asks for.</summary>
    public static readonly string[] Asked =
    [
        "EventID",
        "Channel",
        "Provider_Name",
        "Computer",
        "EventRecordID",
        "Image",
        "CommandLine",
        "ProcessId",
        "Data",
        "Signed",
        "Odd",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-json-");

    /// <summary>An event as a reader saw it.</summary>
    public sealed record Seen(
        string Head,
        DateTime? Time,
        ulong? RecordId,
        long Position,
        string[] Asked,
        string[] All,
        string[] Payload,
        bool IsWindows
    );

    public void Dispose() => _folder.Delete(recursive: true);

    public string Write(string text, Encoding? encoding = null) =>
        Write((encoding ?? new UTF8Encoding(false)).GetBytes(text), encoding?.GetPreamble());

    public string Write(byte[] bytes, byte[]? preamble = null)
    {
        string path = Path.Combine(_folder.FullName, $"{Directory.GetFiles(_folder.FullName).Length}.json");
        File.WriteAllBytes(path, [.. preamble ?? [], .. bytes]);
        return path;
    }

    public (List<Seen> Events, SourceReport Report) Read(string path)
    {
        var fields = new FieldTable();
        FieldId[] ids = [.. Asked.Select(fields.Intern)];
        List<Seen> events = [];
        SourceReport? report = null;
        foreach (EventPart part in new LogReader(fields).Open(LogFinder.Find([path])))
        {
            report = part.Source;
            report.Add(part.Read(e => events.Add(See(e, ids))));
        }

        return (events, report!);
    }

    public (List<Seen> Events, SourceReport Report) ReadText(string text, Encoding? encoding = null) =>
        Read(Write(text, encoding));

    private static Seen See(LogEvent shown, FieldId[] ids) =>
        new(
            $"{shown.Channel}|{shown.Provider}|{shown.Code}|{shown.Computer}|{shown.Product}",
            shown.Time,
            shown.RecordId,
            shown.Position,
            [
                .. ids.SelectMany(id =>
                    Enumerable
                        .Range(0, shown.Count(id))
                        .Select(i => $"{shown.Fields.NameOf(id)}={Text(shown.Value(id, i))}")
                ),
            ],
            Visited(shown.Visit),
            Visited(shown.VisitPayload),
            shown.Product.Length > 0
        );

    private static string[] Visited(Action<FieldVisitor> visit)
    {
        List<string> seen = [];
        visit(
            (name, value) =>
            {
                seen.Add($"{name}={Text(value)}");
                return true;
            }
        );
        return [.. seen];
    }

    private static string Text(FieldValue value) =>
        value.Kind switch
        {
            FieldKind.Null => "(null)",
            FieldKind.Text => value.Text.ToString(),
            _ => $"{value.Kind}:{value.Text}",
        };
}

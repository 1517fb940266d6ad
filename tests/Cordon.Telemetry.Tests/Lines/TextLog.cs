using System.Text;
using Cordon.Detection.Correlating;
using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Telemetry.Discovery;

namespace Cordon.Telemetry.Tests.Lines;

/// <summary>Logs made for tests, what reading them comes to, and on which of their lines a rule fires.</summary>
internal static class TextLog
{
    /// <summary>When the files were written.</summary>
    public static readonly DateTime Written = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>An event as a reader saw it.</summary>
    public sealed record Seen(EventOrigin Origin, ILookup<string, string> Fields)
    {
        public string Stream => $"{Origin.Product}/{Origin.Channel}";

        public string this[string name] => string.Join("|", Fields[name]);
    }

    /// <summary>What reading came to.</summary>
    public sealed record Outcome(
        string Format,
        string? Refusal,
        IReadOnlyList<Seen> Events,
        IReadOnlyList<ReadProblem> Problems,
        long ProblemCount
    );

    /// <summary>Reads a log and asks each event for its own fields and for <paramref name="asked"/>.</summary>
    public static Outcome Read(string text, string name = "some.log", params string[] asked) =>
        Read(Encoding.UTF8.GetBytes(text), name, asked);

    public static Outcome Read(byte[] bytes, string name = "some.log", params string[] asked) =>
        With(
            bytes,
            name,
            path =>
            {
                var fields = new FieldTable();
                FieldId[] ids = [.. asked.Select(fields.Intern)];
                List<Seen> events = [];
                List<ReadProblem> problems = [];
                long count = 0;
                string format = "";
                string? refusal = null;
                foreach (EventPart part in new LogReader(fields).Open(LogFinder.Find([path])))
                {
                    format = part.Source.Format;
                    PartReport report = part.Read(e => events.Add(See(e, ids)));
                    part.Source.Add(report);
                    refusal ??= part.Source.Refusal;
                    problems.AddRange(report.Problems);
                    count += report.ProblemCount;
                }

                return new Outcome(format, refusal, events, problems, count);
            }
        );

    /// <summary>The numbers of the records on which a rule fires, as the scan numbers them: lines or records from 1.</summary>
    /// <param name="source">Its log source, in one line of YAML.</param>
    /// <param name="selection">Its selection, in one line of YAML.</param>
    /// <param name="text">The log.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="unless">What must not hold, in one line of YAML; null where there is nothing.</param>
    public static ulong[] Fired(
        string source,
        string selection,
        string text,
        string name = "some.log",
        string? unless = null
    )
    {
        string rule = $$"""
            title: A rule of a test
            id: 11111111-2222-4333-8444-555555555555
            logsource: { {{source}} }
            detection:
              selection: { {{selection}} }
              {{(unless is null ? "" : $"filter: {{ {unless} }}")}}
              condition: selection{{(unless is null ? "" : " and not filter")}}
            level: high
            """;
        return With(
            Encoding.UTF8.GetBytes(text),
            name,
            path =>
            {
                var fields = new FieldTable();
                RuleSet set = RuleSet.Parse(rule, options: SigmaOptions.Default with { Fields = fields });
                Assert.Empty(set.Problems);
                RuleEngine engine = RuleEngine.Build(set.Rules, LogSourceMap.Default, fields);
                Assert.Equal(0, engine.NotServedCount);
                var output = new Output();
                Scan.Run(
                    new LogReader(fields).Open(LogFinder.Find([path])),
                    engine,
                    new ScanOptions { Threads = 1 },
                    output
                );
                return output.Findings.Select(static f => f.Event.RecordId ?? 0).ToArray();
            }
        );
    }

    private static T With<T>(byte[] bytes, string name, Func<string, T> use)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cordon-text-");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, bytes);
            File.SetLastWriteTimeUtc(path, Written);
            return use(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Seen See(LogEvent shown, FieldId[] asked)
    {
        List<(string Name, string Text)> fields = [];
        shown.Visit(
            (name, value) =>
            {
                fields.Add((name.ToString(), value.Text.ToString()));
                return true;
            }
        );
        foreach (FieldId id in asked)
        {
            string name = shown.Fields.NameOf(id);
            if (!fields.Exists(f => f.Name == name))
            {
                for (int i = 0; i < shown.Count(id); i++)
                {
                    fields.Add((name, shown.Value(id, i).Text.ToString()));
                }
            }
        }

        return new Seen(EventOrigin.Of(shown), fields.ToLookup(static f => f.Name, static f => f.Text));
    }

    private sealed class Output : IScanOutput
    {
        public List<Finding> Findings { get; } = [];

        public void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings) =>
            Findings.AddRange(findings);

        public void OnCorrelations(IReadOnlyList<Finding> findings) => Findings.AddRange(findings);
    }
}

using Cordon.Events;
using Cordon.Evtx.Writing;

namespace Cordon.Detection.Tests;

/// <summary>Writes small event logs to a folder that is gone after the test.</summary>
internal sealed class TestLog : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-detection-");

    public string Folder => _folder.FullName;

    public static DateTime Start { get; } = new(2021, 2, 16, 8, 0, 0, DateTimeKind.Utc);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Sysmon process creations, one for each command line, a second apart.</summary>
    public string WriteProcesses(string name, params IEnumerable<string> commandLines) =>
        Write(
            name,
            commandLines.Select(
                (line, i) =>
                    Event(
                        "Microsoft-Windows-Sysmon",
                        "Microsoft-Windows-Sysmon/Operational",
                        1,
                        Start.AddSeconds(i),
                        ("Image", @"C:\Windows\System32\cmd.exe"),
                        ("CommandLine", line)
                    )
            )
        );

    public string Write(string name, IEnumerable<EvtxWriteEvent> events)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        using var writer = new EvtxWriter(stream);
        foreach (EvtxWriteEvent written in events)
        {
            writer.Write(written);
        }

        return path;
    }

    public static EvtxWriteEvent Event(
        string provider,
        string channel,
        ushort code,
        DateTime time,
        params (string Name, string Value)[] data
    ) =>
        new()
        {
            ProviderName = provider,
            Channel = channel,
            EventId = code,
            Time = time,
            Computer = "LAB-WS-07",
            Payload = [EvtxPayload.EventData([.. data.Select(d => ((string?)d.Name, BinXmlValue.String(d.Value)))])],
        };
}

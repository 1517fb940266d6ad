using System.Text.Json;
using System.Xml.Linq;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

public sealed class EvtxCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-evtx-");

    private static string[] Logs =>
        [
            .. Directory
                .EnumerateFiles(Repository.At("samples"), "*.evtx", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_format_shows_the_same_records()
    {
        Outcome lines = CordonCommand.Run(["evtx", "dump", .. Logs]);
        Outcome array = CordonCommand.Run(["evtx", "dump", "--format", "json", .. Logs]);
        Outcome xml = CordonCommand.Run(["evtx", "dump", "--format", "xml", .. Logs]);
        string[] ofLines =
        [
            .. lines
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => IdOf(JsonDocument.Parse(l).RootElement)),
        ];
        Assert.True(ofLines.Length > 100);
        Assert.Equal(ofLines, JsonDocument.Parse(array.Output).RootElement.EnumerateArray().Select(IdOf));
        XNamespace ns = "http://schemas.microsoft.com/win/2004/08/events/event";
        Assert.Equal(ofLines, XDocument.Parse(xml.Output).Descendants(ns + "EventRecordID").Select(e => e.Value));
        Assert.Equal([0, 0, 0], [lines.Code, array.Code, xml.Code]);

        static string IdOf(JsonElement record) =>
            record.GetProperty("Event").GetProperty("System").GetProperty("EventRecordID").ToString();
    }

    [Fact]
    public void Info_tells_versions_records_times_and_damage()
    {
        Outcome outcome = CordonCommand.Run("evtx", "info", Logs[0]);
        Assert.Equal(0, outcome.Code);
        foreach (string word in (string[])["version 3.", "chunks", "records", "times", "channel", "damage"])
        {
            Assert.Contains(word, outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Dump_ends_when_nobody_reads_any_more()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a broken pipe is not told there");

        // To go on to the end would be to complain about the last file.
        string[] many = [.. Enumerable.Repeat(Logs[0], 500), Path.Combine(_folder.FullName, "none.evtx")];
        Assert.Equal((0, ""), CordonCommand.RunAndLeave(["evtx", "dump", .. many]));
    }

    [Fact]
    public void Dump_counts_damage_beyond_the_first_places()
    {
        string bad = Path.Combine(_folder.FullName, "bad.evtx");
        byte[] log = new byte[4_096 + (150 * 65_536)];
        File.ReadAllBytes(Logs[0]).AsSpan(0, 4_096).CopyTo(log);
        log.AsSpan(4_096).Fill(7);
        File.WriteAllBytes(bad, log);
        Outcome outcome = CordonCommand.Run("evtx", "dump", bad);
        string[] lines = outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(101, lines.Length);
        Assert.Contains("50 more", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_log_ends_with_1_and_the_others_are_written()
    {
        string bad = Path.Combine(_folder.FullName, "bad.evtx");
        File.WriteAllText(bad, "this is no event log");
        Outcome outcome = CordonCommand.Run("evtx", "dump", bad, Logs[0]);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("bad.evtx", outcome.Errors, StringComparison.Ordinal);
        Assert.NotEmpty(outcome.Output);
    }
}

using System.Text.Json;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

public sealed class ScanCommandTests : IDisposable
{
    private static readonly string Samples = Repository.At("samples");
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-scan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Results_take_their_names_and_the_scan_ends_with_0()
    {
        Outcome outcome = CordonCommand.Run("scan", Samples, "--out", _folder);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(0, outcome.Code);
        Assert.Equal(
            ["findings.jsonl", "incidents.json", "incidents.stix.json", "report.html", "timeline.csv"],
            Names(_folder)
        );
        string[] findings = File.ReadAllLines(Path.Combine(_folder, "findings.jsonl"));
        Assert.NotEmpty(findings);
        Assert.All(findings, static line => JsonDocument.Parse(line).Dispose());
        Assert.Equal(findings.Length + 1, File.ReadAllLines(Path.Combine(_folder, "timeline.csv")).Length);
    }

    [Fact]
    public void Results_of_an_earlier_scan_are_replaced()
    {
        CordonCommand.Run("scan", Samples, "--out", _folder);
        long before = new FileInfo(Path.Combine(_folder, "findings.jsonl")).Length;
        Outcome outcome = CordonCommand.Run("scan", Samples, "--out", _folder, "--min-level", "critical");
        Assert.Equal(0, outcome.Code);
        Assert.InRange(new FileInfo(Path.Combine(_folder, "findings.jsonl")).Length, 1, before - 1);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("7")]
    public void The_number_of_threads_changes_no_byte(string threads)
    {
        string other = Path.Combine(_folder, "other");
        CordonCommand.Run("scan", Samples, "--out", _folder);
        CordonCommand.Run("scan", Samples, "--out", other, "--threads", threads);
        foreach (string name in Names(other))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, name)), File.ReadAllBytes(Path.Combine(other, name)));
        }
    }

    [Fact]
    public void A_finding_can_be_walked_back_to_its_file()
    {
        Outcome outcome = CordonCommand.Run("scan", Samples);
        Assert.Contains("--out DIR", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Samples, ""), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_in_JSON_give_the_findings_that_the_same_logs_give()
    {
        string logs = Path.Combine(_folder, "json");
        Directory.CreateDirectory(logs);
        string log = Path.Combine(Samples, "ws-assay07", "Microsoft-Windows-Sysmon%4Operational.evtx");
        File.WriteAllText(
            Path.Combine(logs, "sysmon.json"),
            CordonCommand.Run("evtx", "dump", log, "--format", "jsonl").Output
        );
        string fromLog = Path.Combine(_folder, "a");
        string fromJson = Path.Combine(_folder, "b");
        CordonCommand.Run("scan", log, "--out", fromLog);
        Outcome outcome = CordonCommand.Run("scan", logs, "--out", fromJson);
        Assert.Equal("", outcome.Errors);
        string[] expected = Found(fromLog);
        Assert.True(expected.Length > 20);
        Assert.Equal(expected, Found(fromJson));
        // What a scan wrote is no log, though it is JSON.
        Assert.Contains("1 file", CordonCommand.Run("scan", logs, fromJson).Output, StringComparison.Ordinal);

        static string[] Found(string folder) =>
            [
                .. File.ReadAllLines(Path.Combine(folder, "findings.jsonl"))
                    .Select(static line =>
                    {
                        JsonElement finding = JsonDocument.Parse(line).RootElement;
                        JsonElement read = finding.GetProperty("event");
                        return $"{finding.GetProperty("rule").GetProperty("id")} {finding.GetProperty("time")} {read.GetProperty("record")} {read.GetProperty("computer")} {read.GetProperty("code")}";
                    }),
            ];
    }

    [Theory]
    [InlineData("critical", 3)]
    [InlineData("informational", 3)]
    public void Fail_on_gives_3_where_the_level_is_met(string level, int code) =>
        Assert.Equal(code, CordonCommand.Run("scan", Samples, "--fail-on", level).Code);

    [Fact]
    public void Fail_on_gives_0_where_the_level_is_not_met() =>
        Assert.Equal(0, CordonCommand.Run("scan", Samples, "--since", "2031-01-01", "--fail-on", "informational").Code);

    [Fact]
    public void A_folder_without_logs_ends_with_1_and_reasons()
    {
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "no log");
        Outcome outcome = CordonCommand.Run("scan", _folder);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("notes.txt", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was read", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("nothing could be read", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rare_reason_for_not_reading_stands_before_files_that_are_no_logs()
    {
        for (int i = 0; i < 50; i++)
        {
            File.WriteAllText(Path.Combine(_folder, $"a{i:00}.txt"), "no log");
        }

        File.WriteAllText(Path.Combine(_folder, "z.evtx"), "");
        string output = CordonCommand.Run("scan", _folder).Output;
        Assert.Contains("50 files: no log that this version knows", output, StringComparison.Ordinal);
        Assert.True(
            output.IndexOf("z.evtx", StringComparison.Ordinal) < output.IndexOf("50 files", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_output_folder_that_is_a_file_ends_with_1()
    {
        string file = Path.Combine(_folder, "taken");
        File.WriteAllText(file, "");
        Outcome outcome = CordonCommand.Run("scan", Samples, "--out", file);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("is a file; name a folder", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_takes_nothing_more_stops_the_scan_and_what_was_found_is_still_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        File.CreateSymbolicLink(Path.Combine(_folder, "findings.jsonl.partial"), "/dev/full");
        Outcome outcome = CordonCommand.Run("scan", Samples, "--out", _folder);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("Stopped", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Findings  ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("No space left", outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "findings.jsonl")));
    }

    [Fact]
    public void Nothing_that_a_name_of_a_file_holds_reaches_the_terminal_raw()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names can't be made there");
        File.WriteAllText(Path.Combine(_folder, "a\u001b[31m\nb\u202e.txt"), "no log");
        Outcome outcome = CordonCommand.Run("scan", _folder);
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.DoesNotContain('\u202e', outcome.Output);
        Assert.Contains("a\\u001b[31m\\u000ab\\u202e.txt", outcome.Output, StringComparison.Ordinal);
    }

    private static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}

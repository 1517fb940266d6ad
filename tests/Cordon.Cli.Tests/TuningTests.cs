using Cordon.Testing;

namespace Cordon.Cli.Tests;

/// <summary>A tuning file at the command line: named, of the user, broken, and gone without.</summary>
public sealed class TuningTests : IDisposable
{
    // Fires on the samples; the tests silence it.
    private const string Title = "Security Log Emptied";
    private static readonly string Samples = Repository.At("samples");
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-tuning-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_named_file_changes_what_a_scan_finds_and_the_summary_says_so()
    {
        Assert.Contains(Title, Scan("--no-tuning").Output, StringComparison.Ordinal);
        string tuning = Write($"rules:\n  - title: '{Title}'\n    disable: true\n    reason: known\n");
        Outcome tuned = Scan("--tuning", tuning);
        Assert.Equal(0, tuned.Code);
        Assert.Equal("", tuned.Errors);
        Assert.DoesNotContain(Title, tuned.Output, StringComparison.Ordinal);
        Assert.Contains("1 switched off", tuned.Output, StringComparison.Ordinal);
        Outcome list = CordonCommand.Run("rules", "list", "--tuning", tuning);
        Assert.Contains($"switched off by tuning: {Title} (known)", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_file_is_used_unless_told_otherwise()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "cordon"));
        File.WriteAllText(
            Path.Combine(_folder, "cordon", "tuning.yml"),
            $"rules:\n  - {{ title: '{Title}', disable: true }}\n"
        );
        Assert.DoesNotContain(
            Title,
            CordonCommand.RunWithData(_folder, "scan", Samples).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            Title,
            CordonCommand.RunWithData(_folder, "scan", Samples, "--no-tuning").Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("rules:\n- { id: a }\n", @"t\.yml:2:3: error: ")]
    [InlineData("rules: [\n", @"t\.yml:2:1: error: ")]
    public void A_broken_file_stops_the_scan_with_its_place_and_remedy(string text, string expected)
    {
        Outcome outcome = Scan("--tuning", Write(text));
        Assert.Equal(1, outcome.Code);
        Assert.Matches(expected, outcome.Errors);
        Assert.Contains("--no-tuning", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void A_file_that_is_not_there_stops_the_scan() =>
        Assert.Equal(1, Scan("--tuning", Path.Combine(_folder, "none.yml")).Code);

    [Fact]
    public void What_is_for_no_rule_is_a_warning_and_the_scan_goes_on()
    {
        Outcome outcome = Scan("--tuning", Write("rules:\n- { id: gone, disable: true }\n"));
        Assert.Equal(0, outcome.Code);
        Assert.Matches(@"t\.yml:2:3: warning: .*gone", outcome.Errors);
    }

    [Fact]
    public void Check_fills_placeholders_and_tells_what_is_wrong_with_the_tuning()
    {
        string rule = Path.Combine(_folder, "r.yml");
        File.WriteAllText(
            rule,
            "title: R\nid: 1c1f3a52-0d4b-4a43-9a52-6e6a2f8b7c11\nstatus: test\nlevel: low\nlogsource: { product: windows, service: security }\ndetection:\n  s: { Host|expand: '%Servers%' }\n  condition: s\n"
        );
        Outcome unfilled = CordonCommand.Run("rules", "check", rule);
        Assert.Equal(1, unfilled.Code);
        Assert.Contains("%Servers%", unfilled.Output, StringComparison.Ordinal);
        Outcome filled = CordonCommand.Run(
            "rules",
            "check",
            rule,
            "--strict",
            "--tuning",
            Write("placeholders: { Servers: [srv-*] }")
        );
        Assert.Equal(0, filled.Code);
        Assert.Contains("1 rule can be used", filled.Output, StringComparison.Ordinal);
        Outcome broken = CordonCommand.Run("rules", "check", rule, "--tuning", Write("placeholders: 7"));
        Assert.Equal(1, broken.Code);
        Assert.Matches(@"t\.yml:1:15: error: ", broken.Output);
    }

    [Fact]
    public void A_rule_that_is_switched_off_can_still_be_explained()
    {
        string rule = Path.Combine(_folder, "r.yml");
        File.WriteAllText(
            rule,
            "title: Any event\nid: 1c1f3a52-0d4b-4a43-9a52-6e6a2f8b7c12\nlevel: low\nlogsource: { product: windows, service: security }\ndetection:\n  s: { EventID|gt: 0 }\n  condition: s\n"
        );
        string log = Path.Combine(Samples, "collector", "ForwardedEvents.evtx");
        Outcome outcome = CordonCommand.Run(
            "rules",
            "explain",
            rule,
            "--event",
            $"{log}:30617",
            "--tuning",
            Write("rules:\n- { title: any event, disable: true }\n")
        );
        Assert.Equal(0, outcome.Code);
        Assert.Contains("the rule fires", outcome.Output, StringComparison.Ordinal);
        Outcome excluded = CordonCommand.Run(
            "rules",
            "explain",
            rule,
            "--event",
            $"{log}:30617",
            "--tuning",
            Write("rules:\n- { title: any event, exclude: { Channel: Security } }\n")
        );
        Assert.Contains("does not fire", excluded.Output, StringComparison.Ordinal);
    }

    private static Outcome Scan(params string[] options) => CordonCommand.Run(["scan", Samples, .. options]);

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "t.yml");
        File.WriteAllText(path, text);
        return path;
    }
}

using Cordon.Events;
using Cordon.Reporting.Terminal;
using Spectre.Console;

namespace Cordon.Reporting.Tests;

public sealed class ScanTextTests
{
    [Fact]
    public void A_stopped_scan_says_so_last_and_how_far_it_came()
    {
        string[] lines = Write(Tally(1), Figures() with { Stopped = "interrupted", FilesFound = 9 });
        Assert.StartsWith("Stopped   before the end: interrupted", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, static l => l.StartsWith("Read      1 of 9 files", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_read_is_not_told_as_nothing_found()
    {
        string[] lines = Write(Tally(0), Figures(new SourceReport("a.evtx", "", 0) { Refusal = "access denied" }));
        Assert.StartsWith("Nothing was read", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, static l => l.Contains("No rule fired", StringComparison.Ordinal));
    }

    [Fact]
    public void A_terminal_gets_the_worst_rules_and_the_number_of_the_others()
    {
        string[] some = Write(Tally(45), Figures(), all: false);
        Assert.Equal(40, some.Count(IsRow));
        Assert.Contains(some, static l => l.Contains("5 more rules fired", StringComparison.Ordinal));
        Assert.Equal(45, Write(Tally(45), Figures()).Count(IsRow));
    }

    [Fact]
    public void Files_with_findings_are_named_worst_first()
    {
        var tally = new FindingTally();
        tally.Add(Make.Finding(Make.At(1), Level.Low));
        string[] lines = Write(tally, Figures());
        int at = Array.FindIndex(lines, static l => l.StartsWith("In        1 file", StringComparison.Ordinal));
        Assert.Contains("logs/a.evtx: 1 low", lines[at + 1], StringComparison.Ordinal);
    }

    private static bool IsRow(string line) => line.Contains("Rule number", StringComparison.Ordinal);

    private static FindingTally Tally(int rules)
    {
        var tally = new FindingTally();
        for (int i = 0; i < rules; i++)
        {
            tally.Add(Make.Finding(Make.At(1), title: $"Rule number {i:00}"));
        }

        return tally;
    }

    private static ScanFigures Figures(SourceReport? source = null) =>
        new()
        {
            Sources = [source ?? new SourceReport("logs/a.evtx", "evtx", 10)],
            FilesFound = 1,
            Elapsed = TimeSpan.FromSeconds(1),
            Rules = new RuleFigures
            {
                Origin = "built-in",
                Loaded = 45,
                Refused = 0,
                BelowLevel = 0,
                NotServed = 0,
                WithoutEvents = 0,
            },
        };

    private static string[] Write(FindingTally tally, ScanFigures figures, bool all = true)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = 120;
        new ScanText(console, all).Write(tally, figures);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
    }
}

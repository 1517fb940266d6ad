using Cordon.Events;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cordon.Reporting.Terminal;

/// <summary>The words and tables that end a scan on a terminal or in a pipe.</summary>
public sealed class ScanText
{
    private const int SourcesShown = 20;
    private const int ProblemsShown = 3;
    private const int FindingSourcesShown = 5;
    private const int RowsOnTerminal = 40;
    private const int FilesShownForReason = 5;
    private const int RoomForAll = 140;
    private const int RoomForTime = 100;
    private readonly IAnsiConsole _console;

    private readonly int _rows;

    /// <summary>Writes to <paramref name="console"/>; its settings decide on colours and width.</summary>
    /// <param name="console">The console.</param>
    /// <param name="all">
    /// Whether every rule gets its row; without, only the worst that leave the closing words and the head of the table on a few
    /// screens.
    /// </param>
    public ScanText(IAnsiConsole console, bool all = true)
    {
        ArgumentNullException.ThrowIfNull(console);
        _console = console;
        _rows = all ? int.MaxValue : RowsOnTerminal;
    }

    /// <summary>Writes everything: findings, what was read, what was not and why, what the rules could not see.</summary>
    public void Write(FindingTally tally, ScanFigures figures)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(figures);
        WriteFindings(tally, figures);
        WriteWhere(tally);
        WriteRead(figures);
        WriteNotRead(figures);
        WriteProblems(figures);
        WriteRules(figures.Rules);
        WriteCorrelations(figures.Correlations);
        foreach (string file in figures.Written)
        {
            Line("Written", SafeText.OneLine(file));
        }

        if (figures.Written.Count == 0 && tally.Total > 0)
        {
            Line("Written", "nothing; --out DIR keeps each finding with its file, record and fields");
        }

        if (figures.Stopped is { } reason)
        {
            MarkupLine(
                "Stopped",
                $"[yellow]before the end: {Shown(reason, 400)}; this is what was found until then[/]"
            );
        }
    }

    private static string ColorOf(Level level) =>
        level switch
        {
            Level.Critical => "white on red",
            Level.High => "red",
            Level.Medium => "yellow",
            Level.Low => "blue",
            _ => "grey",
        };

    private static string Shown(string text, int limit) => Markup.Escape(SafeText.OneLine(text, limit));

    private void WriteFindings(FindingTally tally, ScanFigures figures)
    {
        if (tally.Total == 0)
        {
            string until = figures.Stopped is null ? "" : " until the scan was stopped";
            WriteUnwrapped(
                figures.Sources.All(s => s.Refusal is not null)
                    ? "[bold]Nothing was read[/], so no rule could fire. The reasons are below."
                    : $"[bold]No rule fired{until}.[/] What was read, and what could not be seen, is below."
            );
            _console.WriteLine();
            return;
        }

        bool hasRoom = _console.Profile.Width >= RoomForAll;
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn(new TableColumn("level").NoWrap());
        table.AddColumn(new TableColumn("count").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("rule"));
        bool hasTime = _console.Profile.Width >= RoomForTime;
        if (hasTime)
        {
            table.AddColumn(new TableColumn("first (UTC)").NoWrap());
        }

        if (hasRoom)
        {
            table.AddColumn(new TableColumn("last (UTC)").NoWrap());
        }

        table.AddColumn(new TableColumn("computers").NoWrap());
        IReadOnlyList<FindingTally.RuleLine> lines = tally.Lines();
        foreach (FindingTally.RuleLine line in lines.Take(_rows))
        {
            Level level = line.Rule.Level;
            List<IRenderable> cells =
            [
                new Markup($"[{ColorOf(level)}]{Wording.Of(level)}[/]"),
                new Text(Wording.Count(line.Count)),
                new Markup(RuleText(line.Rule, hasRoom)),
            ];
            if (hasTime)
            {
                cells.Add(new Text(TimeText(line.First, hasRoom)));
            }

            if (hasRoom)
            {
                cells.Add(new Text(TimeText(line.Last, hasRoom)));
            }

            cells.Add(new Markup(ComputersText(line, hasRoom)));
            table.AddRow(cells);
        }

        _console.Write(table);
        More(lines.Count - (long)_rows, "rule", " fired; to see them all: --min-level, or a pipe such as '| less'");
        IEnumerable<string> parts = Enum.GetValues<Level>()
            .Reverse()
            .Where(level => tally.Of(level) > 0)
            .Select(level => $"[{ColorOf(level)}]{Wording.Count(tally.Of(level))} {Wording.Of(level)}[/]");
        MarkupLine("Findings", $"[bold]{Wording.Count(tally.Total)}[/]: {string.Join(", ", parts)}");
    }

    // On a narrow terminal the rule's title is what counts: techniques, times and domains are in the files.
    private static string RuleText(FindingRule rule, bool hasRoom)
    {
        string title = Shown(rule.Title, 120);
        return !hasRoom || rule.Techniques.Count == 0
            ? title
            : $"{title} [grey]{Shown(string.Join(' ', rule.Techniques), 60)}[/]";
    }

    private static string TimeText(DateTime? time, bool hasRoom)
    {
        string text = Wording.Short(time);
        return hasRoom || text.Length < 16 ? text : text[..16];
    }

    private static string ComputersText(FindingTally.RuleLine line, bool hasRoom)
    {
        string name = line.Computers.FirstOrDefault() ?? "-";
        string first = Shown(hasRoom ? name : name.Split('.')[0], 28);
        return line.Computers.Count > 1 ? $"{first} [grey]+{line.Computers.Count - 1}[/]" : first;
    }

    private void WriteWhere(FindingTally tally)
    {
        IReadOnlyList<FindingTally.SourceLine> sources = tally.SourceLines();
        if (sources.Count == 0)
        {
            return;
        }

        Line("In", $"{Wording.Count(sources.Count)} {(sources.Count == 1 ? "file" : "files, worst first")}");
        foreach (FindingTally.SourceLine source in sources.Take(FindingSourcesShown))
        {
            IEnumerable<string> parts = Enum.GetValues<Level>()
                .Reverse()
                .Where(level => source.Of(level) > 0)
                .Select(level => $"{Wording.Count(source.Of(level))} {Wording.Of(level)}");
            Detail(source.Path, string.Join(", ", parts));
        }

        More(sources.Count - FindingSourcesShown, "file");
    }

    private void WriteRead(ScanFigures figures)
    {
        SourceReport[] read = [.. figures.Sources.Where(s => s.Refusal is null)];
        long bytes = read.Sum(s => s.Bytes);
        long records = read.Sum(s => s.Records);
        double seconds = Math.Max(figures.Elapsed.TotalSeconds, 0.001);
        string of = figures.Stopped is null ? "" : $" of {Wording.Count(figures.FilesFound)}";
        Line(
            "Read",
            $"{Wording.Count(read.Length)}{of} {(read.Length == 1 && of.Length == 0 ? "file" : "files")}, {Wording.Bytes(bytes)}, {Wording.Count(records)} records in {seconds:0.0} s ({Wording.Bytes((long)(bytes / seconds))}/s)"
        );
    }

    private void WriteNotRead(ScanFigures figures)
    {
        SourceReport[] refused = [.. figures.Sources.Where(s => s.Refusal is not null)];
        if (refused.Length == 0)
        {
            return;
        }

        MarkupLine("Not read", $"[yellow]{Wording.Counted(refused.Length, "file")}[/]");
        // What is rare comes first: one log that may not be opened must not drown in a thousand files that are no logs.
        IGrouping<string, SourceReport>[] reasons =
        [
            .. refused.GroupBy(s => s.Refusal!, StringComparer.Ordinal).OrderBy(static g => g.Count()),
        ];
        foreach (IGrouping<string, SourceReport> reason in reasons.Take(SourcesShown))
        {
            int count = reason.Count();
            if (count > FilesShownForReason)
            {
                Detail($"{Wording.Count(count)} files", $"{reason.Key}; the first is {reason.First().Path}");
                continue;
            }

            foreach (SourceReport source in reason)
            {
                Detail(source.Path, reason.Key);
            }
        }

        More(reasons.Skip(SourcesShown).Sum(static g => g.Count()), "file");
    }

    private void WriteProblems(ScanFigures figures)
    {
        SourceReport[] damaged = [.. figures.Sources.Where(s => s.ProblemCount > 0)];
        if (damaged.Length == 0)
        {
            return;
        }

        MarkupLine(
            "Damaged",
            $"[yellow]{Wording.Counted(damaged.Sum(s => s.ProblemCount), "place")} in {Wording.Counted(damaged.Length, "file")}[/]; what is around them was read"
        );
        foreach (SourceReport source in damaged.Take(SourcesShown))
        {
            foreach (ReadProblem problem in source.Problems.Take(ProblemsShown))
            {
                Detail(source.Path, $"{problem.Place}: {problem.Message}");
            }

            More(source.ProblemCount - ProblemsShown, "place", " in this file");
        }

        More(damaged.Length - SourcesShown, "file");
    }

    private void WriteRules(RuleFigures rules)
    {
        Line("Rules", $"{Wording.Count(rules.Loaded)} ({SafeText.OneLine(rules.Origin, 200)})");
        if (rules.WithoutEvents > 0)
        {
            Detail(
                "silent",
                $"{Wording.Count(rules.WithoutEvents)} had no event of their log source in what was read: they could not fire"
            );
        }

        if (rules.NotServed > 0)
        {
            Detail(
                "not for these logs",
                $"{Wording.Count(rules.NotServed)} are for log sources that no reader serves yet (cloud, Linux, network)"
            );
        }

        if (rules.BelowLevel > 0)
        {
            Detail("left out", $"{Wording.Count(rules.BelowLevel)} are below --min-level");
        }

        if (rules.Filters > 0)
        {
            Detail(
                "filtered",
                $"{Wording.Counted(rules.Filters, "filter")} leave events out of {Wording.Counted(rules.Filtered, "rule")}"
            );
        }

        if (rules.Disabled + rules.Relevelled + rules.Excluded > 0)
        {
            Detail(
                "tuned",
                $"{Wording.Count(rules.Disabled)} switched off, {Wording.Count(rules.Relevelled)} with another level, {Wording.Count(rules.Excluded)} with exclusions"
            );
        }

        if (rules.Refused > 0)
        {
            Detail(
                "refused",
                $"{Wording.Count(rules.Refused)} can't be used; 'cordon rules check' on the same paths says where and why"
            );
        }
    }

    private void WriteCorrelations(CorrelationFigures? correlations)
    {
        if (correlations is null)
        {
            return;
        }

        string what = Wording.Counted(correlations.Count, "correlation");
        Detail(
            "together",
            correlations.WasRun
                ? $"{what} looked at {Wording.Counted(correlations.Events, "event")}"
                : $"{what} not run: they need all events, and the scan stopped before its end"
        );
        Lost(correlations.Duplicates, "are in several logs and counted once");
        Lost(correlations.Recovered, "are recovered records, which correlations leave out");
        Lost(correlations.WithoutTime, "do not say when they happened");
        Lost(correlations.WithoutGroup, "do not have the fields that correlations group by");
        Lost(correlations.WithoutValue, "do not have the value, or number, that a correlation reckons with");
        Lost(correlations.BeyondLimits, "found no room in memory: correlations may have missed something");

        void Lost(long events, string why)
        {
            if (events > 0)
            {
                Detail("not correlated", $"{Wording.Counted(events, "event")} that {why}");
            }
        }
    }

    private void Line(string label, string text) => MarkupLine(label, Markup.Escape(text));

    // Lines are written without wrapping, so that a path stays one word to copy.
    private void MarkupLine(string label, string markup) => WriteUnwrapped($"[bold]{label, -9}[/] {markup}");

    private void Detail(string subject, string text) =>
        WriteUnwrapped($"          [grey]{Shown(subject, 300)}[/]: {Shown(text, 400)}");

    private void More(long count, string one, string rest = "")
    {
        if (count > 0)
        {
            WriteUnwrapped($"          [grey]… and {Wording.Counted(count, $"more {one}")}{rest}[/]");
        }
    }

    private void WriteUnwrapped(string markup)
    {
        _console.Write(new Unwrapped(new Markup(markup)));
        _console.WriteLine();
    }
}

using Cordon.Events;
using Cordon.Sigma;
using Cordon.Testing;

namespace Cordon.Samples.Tests;

/// <summary>docs/samples.md against what the built-in rules find in the samples.</summary>
public sealed class SampleFindingTests
{
    private static readonly PlainScan Scan = new(RuleSet.Load([Repository.At("rules")]));

    [Fact]
    public void The_page_lists_exactly_what_is_found()
    {
        var found = SampleLogs
            .Paths.SelectMany(path =>
                Scan.Scan(Repository.At("samples", path))
                    .GroupBy(finding => finding.Rule)
                    .Select(group => $"| {path} | {Word(group.Key.Level)} | {group.Key.Title} | {group.Count()} |")
            )
            .ToArray();
        var page = File.ReadAllLines(Repository.At("docs", "samples.md"))
            .Where(line =>
                line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(".evtx |", StringComparison.Ordinal)
            );
        Assert.Equal(found.Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_counts_the_levels_right()
    {
        var levels = SampleLogs
            .Paths.SelectMany(path => Scan.Scan(Repository.At("samples", path)))
            .CountBy(f => f.Rule.Level)
            .ToDictionary();
        var sentence =
            $"{levels.Values.Sum()} findings, of these {levels[Level.Critical]} critical, {levels[Level.High]} high, {levels[Level.Medium]} medium, "
            + $"{levels[Level.Low]} low and {levels[Level.Informational]} informational";
        Assert.Contains(
            sentence,
            File.ReadAllText(Repository.At("docs", "samples.md")).ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_above_low_is_found_on_the_quiet_computer() =>
        Assert.DoesNotContain(
            Scan.Scan(Repository.At("samples", "adm01", "Security.evtx")),
            f => f.Rule.Level > Level.Low
        );

    [Fact]
    public void What_the_intruder_emptied_is_found_among_the_recovered_records()
    {
        var recovered = Scan.Scan(Repository.At("samples", "fs02", "Security.evtx"), recover: true)
            .Where(f => f.IsRecovered);
        // The collector has it too, and beside it what the security log never held and the emptying itself.
        var collected = Scan.Scan(Repository.At("samples", "collector", "ForwardedEvents.evtx"))
            .Where(f => f.Rule.Title is not ("Service Installed That Is a Shell Command" or "Security Log Emptied"));
        Assert.Equal(collected.Select(f => f.Rule.Title), recovered.Select(f => f.Rule.Title), StringComparer.Ordinal);
    }

    private static string Word(Level level) => level.ToString().ToLowerInvariant();
}

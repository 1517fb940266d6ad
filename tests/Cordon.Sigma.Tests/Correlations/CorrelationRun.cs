using System.Globalization;

namespace Cordon.Sigma.Tests.Correlations;

/// <summary>Feeds events to correlations as a scan does, and tells what matched. Rules are <c>r0</c>, <c>r1</c>, … and always hold.</summary>
internal sealed class CorrelationRun
{
    public const int Rules = 5;

    private readonly RuleSet _rules;
    private readonly Correlator _correlator;
    private readonly List<CorrelationMatch> _matches = [];
    private long _number;

    public CorrelationRun(string correlations, CorrelationLimits? limits = null)
    {
        _rules = Load(correlations);
        Set = CorrelationSet.Build(_rules.Rules, _rules.Correlations);
        Assert.Empty(Set.Problems);
        _correlator = new Correlator(Set, limits);
    }

    public CorrelationSet Set { get; }

    public IReadOnlyList<CorrelationLosses> Losses => _correlator.Losses;

    public IReadOnlyList<CorrelationMatch> Found => _matches;

    /// <summary>A correlation's text; <paramref name="rest"/> are more lines of it. Without a group it takes one that all events have.</summary>
    public static string Correlation(string title, string type, string rest, string rules = "[r0]")
    {
        string group = rest.Contains("group-by", StringComparison.Ordinal) ? "" : "group-by: [g]\n  ";
        return $"title: {title}\nname: {title}\nlevel: low\ncorrelation:\n  type: {type}\n  rules: {rules}\n  {group}{rest.Replace("\n", "\n  ", StringComparison.Ordinal)}\n---\n";
    }

    public static RuleSet Load(string correlations)
    {
        RuleSet set = RuleSet.Parse(
            string.Concat(
                Enumerable
                    .Range(0, Rules)
                    .Select(static i =>
                        $"title: R{i}\nname: r{i}\nlevel: low\nlogsource: {{ product: windows }}\ndetection:\n  s: {{ A: 1 }}\n  condition: s\n---\n"
                    )
            ) + correlations
        );
        Assert.DoesNotContain(set.Problems, static p => p.Severity == ProblemSeverity.Error);
        return set;
    }

    /// <summary>An event at so many seconds, for which rules held: <c>r0</c>, or <c>r0 r1</c>; fields as <c>user=joe ip=1</c>.</summary>
    public CorrelationRun At(double seconds, string rules, string fields = "") =>
        At(
            (long)(seconds * TimeSpan.TicksPerSecond),
            _number++,
            [.. rules.Split(' ').Select(static r => int.Parse(r.AsSpan(1), CultureInfo.InvariantCulture))],
            fields
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Append("g=z")
                .Select(static f => f.Split('='))
                .ToDictionary(static f => f[0], static f => f[1], StringComparer.Ordinal)
        );

    public CorrelationRun At(long ticks, long reference, int[] rules, Dictionary<string, string> fields)
    {
        foreach (int rule in rules)
        {
            foreach (CorrelationInput input in Set.InputsOf(rule))
            {
                _correlator.Accept(
                    new CorrelationEvent(
                        input.Correlation,
                        input.Position,
                        ticks,
                        reference,
                        [.. input.Fields.Select(f => fields.GetValueOrDefault(f))]
                    ),
                    _matches
                );
            }
        }

        return this;
    }

    /// <summary>All matches, in the order in which they came: <c>title [group] first..last xCount =figure &lt;references&gt;</c>, in seconds.</summary>
    public string[] Matches()
    {
        _correlator.Finish(_matches);
        return [.. _matches.Select(Text)];
    }

    public string Text(CorrelationMatch match) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Set.Correlations[match.Correlation].Title} [{string.Join(',', match.Group)}] {Seconds(match.First)}..{Seconds(match.Last)} x{match.EventCount} ={match.Figure} <{string.Join(' ', match.References)}>"
        );

    private static double Seconds(long ticks) => (double)ticks / TimeSpan.TicksPerSecond;
}

using System.Globalization;

namespace Cordon.Sigma.Tests.Correlations;

/// <summary>
/// Random correlations over random events, against a plain reckoning that looks at every window anew, as the documentation says it.
/// </summary>
public sealed class OracleTests
{
    private const int Span = 10;

    private sealed record Given(int Time, int Number, int[] Rules, string User, string? Value);

    [Theory]
    [InlineData("event_count")]
    [InlineData("value_count")]
    [InlineData("value_sum")]
    [InlineData("value_avg")]
    [InlineData("value_median")]
    [InlineData("value_percentile")]
    [InlineData("temporal")]
    [InlineData("temporal_ordered")]
    public void Matches_are_those_of_a_plain_reckoning(string type)
    {
        int matched = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            string condition = Condition(random, type);
            Given[] events = Events(random);
            CorrelationRun run = new(
                CorrelationRun.Correlation("c", type, $"timespan: {Span}s\ngroup-by: [user]{condition}", "[r0, r1, r2]")
            );
            foreach (Given one in events)
            {
                Dictionary<string, string> fields = new(StringComparer.Ordinal) { ["user"] = one.User };
                if (one.Value is not null)
                {
                    fields["n"] = one.Value;
                }

                run.At(one.Time * TimeSpan.TicksPerSecond, one.Number, one.Rules, fields);
            }

            string[] found = [.. run.Matches().Select(static m => m.ToLowerInvariant()).Order(StringComparer.Ordinal)];
            string[] expected = [.. Reckon(run.Set.Correlations[0], events).Order(StringComparer.Ordinal)];
            Assert.True(
                expected.SequenceEqual(found),
                $"seed {seed}{condition}\nexpected {string.Join("; ", expected)}\nfound    {string.Join("; ", found)}"
            );
            matched += found.Length;
        }

        Assert.True(
            matched > 300,
            $"only {matched} matches: the events are too far from the conditions to show anything"
        );
    }

    [Fact]
    public void The_order_of_events_of_an_instant_makes_no_difference()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            string text = CorrelationRun.Correlation(
                "c",
                seed % 2 == 0 ? "temporal_ordered" : "temporal",
                $"timespan: {Span}s\ngroup-by: [user]",
                "[r0, r1, r2]"
            );
            Given[] events = Events(random);
            string[] expected = Feed(text, events);
            string[] found = Feed(text, [.. events.OrderBy(static e => e.Time).ThenBy(_ => random.Next())]);
            Assert.Equal(expected, found);
        }

        static string[] Feed(string text, Given[] events)
        {
            CorrelationRun run = new(text);
            foreach (Given one in events)
            {
                run.At(
                    one.Time * TimeSpan.TicksPerSecond,
                    one.Number,
                    one.Rules,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["user"] = one.User.ToUpperInvariant() }
                );
            }

            return [.. run.Matches().Select(static m => m[..m.IndexOf('<', StringComparison.Ordinal)])];
        }
    }

    [Fact]
    public void Limits_hold_whatever_comes()
    {
        var limits = new CorrelationLimits
        {
            MaxGroups = 5,
            MaxEvents = 20,
            MaxCited = 4,
        };
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            CorrelationRun run = new(
                CorrelationRun.Correlation(
                    "c",
                    "value_count",
                    "timespan: 100s\ngroup-by: [user]\ncondition: { field: n, gte: 3 }"
                ),
                limits
            );
            long lost = 0;
            for (int i = 0; i < 500; i++)
            {
                run.At(i / 10.0, "r0", $"user=u{random.Next(9)} n={random.Next(50)}");
            }

            foreach (CorrelationMatch match in run.Matches().Length > 0 ? run.Found : [])
            {
                Assert.InRange(match.References.Count, 3, 4);
                lost++;
            }

            Assert.True(run.Losses[0].BeyondLimits > 400, $"{run.Losses[0].BeyondLimits} left out");
            Assert.InRange(lost, 1, 5);
        }
    }

    private static string Condition(Random random, string type)
    {
        if (type is "temporal" or "temporal_ordered")
        {
            return random.Next(3) switch
            {
                0 => "",
                1 => $"\ncondition: {{ gte: {1 + random.Next(3)} }}",
                _ when type == "temporal" => $"\ncondition: {Named(random, 0)}",
                _ => $"\ncondition: {{ {Compare(random, 4)} }}",
            };
        }

        string field = type == "event_count" ? "" : "field: n, ";
        int most = type == "value_percentile" ? 100 : 6;
        return $"\ncondition: {{ {field}{Compare(random, most)} }}";
    }

    private static string Compare(Random random, int most) =>
        random.Next(8) switch
        {
            0 => $"gt: {random.Next(most)}",
            1 => $"gte: {random.Next(most + 1)}",
            2 => $"lt: {1 + random.Next(most)}",
            3 => $"lte: {random.Next(most + 1)}",
            4 => $"eq: {random.Next(most)}",
            5 => $"neq: {random.Next(most)}",
            6 => $"gte: {random.Next(most)}, lt: {most}",
            _ => $"gt: {random.Next(2)}, gte: {random.Next(most)}",
        };

    private static string Named(Random random, int depth) =>
        (depth > 2 ? 0 : random.Next(4)) switch
        {
            0 => $"r{random.Next(3)}",
            1 => $"({Named(random, depth + 1)} and {Named(random, depth + 1)})",
            2 => $"({Named(random, depth + 1)} or {Named(random, depth + 1)})",
            _ => $"not {Named(random, depth + 1)}",
        };

    private static Given[] Events(Random random)
    {
        string[] users = ["a", "A", "b"];
        string?[] values = ["0", "1", "2", "3", "-1", "1.5", "x", "X", null];
        return
        [
            .. Enumerable
                .Range(0, 5 + random.Next(30))
                .Select(_ => random.Next(60))
                .Order()
                .Select(
                    (time, number) =>
                        new Given(
                            time,
                            number,
                            [.. Enumerable.Range(0, 3).Where(_ => random.Next(3) == 0).DefaultIfEmpty(random.Next(3))],
                            users[random.Next(users.Length)],
                            values[random.Next(values.Length)]
                        )
                ),
        ];
    }

    private static IEnumerable<string> Reckon(SigmaCorrelation correlation, Given[] events)
    {
        bool needsNumber =
            correlation.Type is CorrelationType.ValueSum or CorrelationType.ValueAverage or CorrelationType.ValueMedian;
        bool needsValue =
            needsNumber || correlation.Type is CorrelationType.ValueCount or CorrelationType.ValuePercentile;
        foreach (var group in events.GroupBy(static e => e.User, StringComparer.OrdinalIgnoreCase))
        {
            Given[] taken =
            [
                .. group.Where(e =>
                    !needsValue
                    || (
                        e.Value is not null
                        && (!needsNumber || decimal.TryParse(e.Value, CultureInfo.InvariantCulture, out _))
                    )
                ),
            ];
            bool isTemporal = correlation.Type is CorrelationType.Temporal or CorrelationType.TemporalOrdered;
            foreach (
                string match in IsUndoable(correlation)
                    ? Closed(correlation, taken, isTemporal)
                    : Sliding(correlation, taken, isTemporal)
            )
            {
                yield return match;
            }
        }
    }

    private static bool IsUndoable(SigmaCorrelation correlation) =>
        correlation.Type == CorrelationType.ValuePercentile
        || correlation.Criteria.Any(static c =>
            c.Comparison is not (CorrelationComparison.Greater or CorrelationComparison.GreaterOrEqual)
        )
        || correlation.RuleCondition?.Contains("not", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Closed(SigmaCorrelation correlation, Given[] events, bool isTemporal)
    {
        List<Given> rest = [.. events];
        while (rest.Count > 0)
        {
            int from = rest[0].Time;
            Given[] window = [.. rest.Where(e => e.Time <= from + Span)];
            rest.RemoveRange(0, window.Length);
            if (Holds(correlation, window, out double? figure, out Given[] concerned))
            {
                yield return Text(concerned, figure, isTemporal);
            }
        }
    }

    private static IEnumerable<string> Sliding(SigmaCorrelation correlation, Given[] events, bool isTemporal)
    {
        HashSet<Given> episode = [];
        double? figure = null;
        int last = int.MinValue / 2;
        foreach (int time in events.Select(static e => e.Time).Distinct())
        {
            Given[] window = [.. events.Where(e => e.Time <= time && e.Time >= time - Span)];
            bool holds = Holds(correlation, window, out double? now, out _);
            if (episode.Count > 0 && (!holds || time > last + Span))
            {
                yield return Text([.. events.Where(episode.Contains)], figure, isTemporal);
                episode.Clear();
                figure = null;
            }

            if (holds)
            {
                episode.UnionWith(episode.Count == 0 ? window : window.Where(e => e.Time == time));
                figure = figure is null || now > figure ? now : figure;
            }

            last = time;
        }

        if (episode.Count > 0)
        {
            yield return Text([.. events.Where(episode.Contains)], figure, isTemporal);
        }
    }

    private static bool Holds(SigmaCorrelation correlation, Given[] window, out double? figure, out Given[] concerned)
    {
        figure = null;
        concerned = window;
        if (window.Length == 0)
        {
            return false;
        }

        switch (correlation.Type)
        {
            case CorrelationType.Temporal when correlation.RuleCondition is { } condition:
                return Named(
                    condition
                        .Replace("(", " ( ", StringComparison.Ordinal)
                        .Replace(")", " ) ", StringComparison.Ordinal)
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    window
                );
            case CorrelationType.Temporal:
                int different = window.SelectMany(static e => e.Rules).Distinct().Count();
                figure = correlation.Criteria.Count == 0 ? null : different;
                return correlation.Criteria.Count == 0 ? different == 3 : Fits(correlation, different);
            case CorrelationType.TemporalOrdered:
                int steps = Steps(window);
                figure = correlation.Criteria.Count == 0 ? null : steps;
                return correlation.Criteria.Count == 0 ? steps == 3 : Fits(correlation, steps);
            case CorrelationType.ValuePercentile:
                Dictionary<string, double> shares = window
                    .GroupBy(static e => e.Value!, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(
                        static g => g.Key,
                        g => 100.0 * g.Count() / window.Length,
                        StringComparer.OrdinalIgnoreCase
                    );
                double[] fitting = [.. shares.Values.Where(s => Fits(correlation, s))];
                figure = fitting.Length == 0 ? null : fitting.Min();
                concerned = [.. window.Where(e => Fits(correlation, shares[e.Value!]))];
                return fitting.Length > 0;
            case CorrelationType.EventCount:
                figure = window.Length;
                break;
            case CorrelationType.ValueCount:
                figure = window.Select(static e => e.Value!).Distinct(StringComparer.OrdinalIgnoreCase).Count();
                break;
            default:
                decimal[] numbers =
                [
                    .. window.Select(static e => decimal.Parse(e.Value!, CultureInfo.InvariantCulture)).Order(),
                ];
                figure =
                    (double)(
                        correlation.Type switch
                        {
                            CorrelationType.ValueSum => numbers.Sum(),
                            CorrelationType.ValueAverage => numbers.Sum() / numbers.Length,
                            _ => (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2,
                        }
                    ) + 0.0;
                break;
        }

        return Fits(correlation, figure.Value);
    }

    // How many of the first rules fired one after the other, the earliest chance taken each time.
    private static int Steps(Given[] window)
    {
        int time = int.MinValue;
        for (int rule = 0; rule < 3; rule++)
        {
            int[] times = [.. window.Where(e => e.Rules.Contains(rule) && e.Time >= time).Select(static e => e.Time)];
            if (times.Length == 0)
            {
                return rule;
            }

            time = times.Min();
        }

        return 3;
    }

    private static bool Fits(SigmaCorrelation correlation, double figure) =>
        correlation.Criteria.All(c =>
            c.Comparison switch
            {
                CorrelationComparison.Equal => figure == c.Number,
                CorrelationComparison.NotEqual => figure != c.Number,
                CorrelationComparison.Less => figure < c.Number,
                CorrelationComparison.LessOrEqual => figure <= c.Number,
                CorrelationComparison.Greater => figure > c.Number,
                _ => figure >= c.Number,
            }
        );

    // Brackets stand around every "and" and "or", so that a word decides what comes next.
    private static bool Named(string[] words, Given[] window)
    {
        int at = 0;
        return Next();

        bool Next()
        {
            string word = words[at++];
            switch (word)
            {
                case "not":
                    return !Next();
                case "(":
                    bool left = Next();
                    bool isAnd = words[at++] == "and";
                    bool right = Next();
                    at++;
                    return isAnd ? left && right : left || right;
                default:
                    int rule = word[1] - '0';
                    return window.Any(e => e.Rules.Contains(rule));
            }
        }
    }

    // Temporal types see an event once for each of its rules.
    private static string Text(Given[] match, double? figure, bool isTemporal) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"c [{match[0].User.ToLowerInvariant()}] {match.Min(static e => e.Time)}..{match.Max(static e => e.Time)} x{match.Sum(e => isTemporal ? e.Rules.Length : 1)} ={figure} <{string.Join(' ', match.Select(static e => e.Number))}>"
        );
}

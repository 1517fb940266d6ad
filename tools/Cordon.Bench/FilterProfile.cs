using System.Diagnostics;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Compilation;

namespace Cordon.Bench;

/// <summary>Tells for the largest group of rules what reading each field costs, and what looking for its witnesses does.</summary>
internal sealed class FilterProfile(Rules rules, CompiledRuleSet compiled)
{
    private readonly MappedEvent _mapped = new(rules.Fields, compiled.Router.Targets);
    private readonly Dictionary<FieldFilter, Cost> _costs = [];
    private byte[] _buffer = new byte[4096];

    public static int Run(Rules rules, Inputs inputs)
    {
        CompiledRuleSet compiled = rules.Compile();
        var profile = new FilterProfile(rules, compiled);
        var routes = new RouteCache(compiled);
        for (int run = 0; run < 3; run++)
        {
            profile._costs.Clear();
            inputs.ForEach(
                rules.Fields,
                e =>
                {
                    foreach (RouteStep step in routes.Find(e).Steps.Where(s => s.Group.RuleIds.Length > 300))
                    {
                        profile.Measure(step, e);
                    }
                }
            );
        }

        foreach ((FieldFilter filter, Cost cost) in profile._costs.OrderByDescending(c => c.Value.Read + c.Value.Look))
        {
            string name = filter.Field is { } id ? rules.Fields.NameOf(id) : "(any)";
            Console.WriteLine(
                $"{name}: read {Each(cost.Read, cost)} ns, look {Each(cost.Look, cost)} ns, {(double)cost.Hits / cost.Events:F1} hits, {(double)cost.Chars / cost.Events:F0} chars, {filter.Direct.Length} direct"
            );
        }

        return 0;
    }

    private static string Each(long ticks, Cost cost) =>
        $"{Stopwatch.GetElapsedTime(0, ticks).TotalNanoseconds / cost.Events:F0}";

    private void Measure(RouteStep step, LogEvent e)
    {
        _mapped.Show(e, step.Target.Target);
        foreach (FieldFilter filter in step.Group.Filters)
        {
            if (filter.Field is not { } field)
            {
                continue;
            }

            if (!_costs.TryGetValue(filter, out Cost? cost))
            {
                _costs[filter] = cost = new Cost();
            }

            long start = Stopwatch.GetTimestamp();
            int count = _mapped.Count(field);
            for (int i = 0; i < count; i++)
            {
                FieldValue value = _mapped.Value(field, i);
                long read = Stopwatch.GetTimestamp();
                var sink = new Counting(cost);
                filter.Find(value, ref _buffer, ref sink);
                cost.Chars += value.Text.Length;
                long end = Stopwatch.GetTimestamp();
                cost.Look += end - read;
                cost.Read += read - start;
                start = end;
            }

            cost.Read += Stopwatch.GetTimestamp() - start;
            cost.Events++;
        }
    }

    private sealed class Cost
    {
        public long Read { get; set; }
        public long Look { get; set; }
        public long Hits { get; set; }
        public long Chars { get; set; }
        public long Events { get; set; }
    }

    private readonly struct Counting(Cost cost) : IHitSink
    {
        public void Hit(int predicate) => cost.Hits++;
    }
}

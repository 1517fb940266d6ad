using System.Diagnostics;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Compilation;

namespace Cordon.Bench;

/// <summary>Tells by kind of event where the time goes and what its rules are made of.</summary>
internal static class Profile
{
    private const int Shown = 14;

    public static int Run(Rules rules, Inputs inputs)
    {
        CompiledRuleSet compiled = rules.Compile();
        CompiledEvaluator evaluator = compiled.CreateEvaluator();
        Dictionary<(string Channel, long? Code), Share> shares = [];
        List<int> held = [];
        for (int run = 0; run < 6; run++)
        {
            shares.Clear();
            inputs.ForEach(
                rules.Fields,
                e =>
                {
                    (string, long?) key = (e.Channel.ToString(), e.Code);
                    if (!shares.TryGetValue(key, out Share? share))
                    {
                        shares[key] = share = new Share { Route = new Route(compiled, e) };
                    }

                    long start = Stopwatch.GetTimestamp();
                    evaluator.Evaluate(e, held);
                    share.Ticks += Stopwatch.GetTimestamp() - start;
                    share.Events++;
                    if (share.Route.Steps.LastOrDefault(s => !s.Group.IsEmpty) is { } last)
                    {
                        foreach (int candidate in evaluator.Runner.Candidates)
                        {
                            int rule = last.Group.RuleIds[candidate];
                            share.Tried[rule] = share.Tried.GetValueOrDefault(rule) + 1;
                        }
                    }

                    foreach (int rule in held)
                    {
                        share.Held[rule] = share.Held.GetValueOrDefault(rule) + 1;
                    }
                }
            );
        }

        foreach (
            ((string channel, long? code), Share share) in shares.OrderByDescending(s => s.Value.Ticks).Take(Shown)
        )
        {
            double each = Stopwatch.GetElapsedTime(0, share.Ticks).TotalNanoseconds / share.Events;
            Console.WriteLine(
                $"{channel} {code}: {Stopwatch.GetElapsedTime(0, share.Ticks).TotalMilliseconds:F1} ms, {share.Events:N0} events, {each:F0} ns each"
            );
            foreach (RouteStep step in share.Route.Steps.Where(s => !s.Group.IsEmpty))
            {
                CompiledGroup group = step.Group;
                Console.WriteLine(
                    $"  {step.Target.Target.Id}: {group.RuleIds.Length} rules, {group.Predicates.Length} predicates, {group.Filters.Length} filters, {group.Always.Length} always, {group.Filters.Sum(f => f.Direct.Length)} direct"
                );
                Console.WriteLine(
                    "  looks at: "
                        + string.Join(" ", group.Filters.Select(f => f.Field is { } id ? rules.Fields.NameOf(id) : "*"))
                );
                foreach (int always in group.Always.Take(5))
                {
                    Console.WriteLine($"    always: {rules.All[group.RuleIds[always]].Path}");
                }

                foreach (int direct in group.Filters.SelectMany(f => f.Direct).Take(12))
                {
                    Console.WriteLine($"    direct: {group.Predicates[direct]}");
                }
            }

            Console.WriteLine(
                $"  {(double)share.Tried.Values.Sum() / share.Events:F1} rules tried per event in the last target"
            );
            foreach ((int rule, int count) in share.Tried.OrderByDescending(h => h.Value).Take(25))
            {
                Console.WriteLine(
                    $"    tried {count:N0} times: {Path.GetFileNameWithoutExtension(rules.All[rule].Path)}"
                );
            }

            foreach ((int rule, int count) in share.Held.OrderByDescending(h => h.Value).Take(4))
            {
                Console.WriteLine($"    held {count:N0} times: {rules.All[rule].Path}");
            }
        }

        return 0;
    }

    private sealed class Share
    {
        public required Route Route { get; init; }
        public Dictionary<int, int> Tried { get; } = [];
        public Dictionary<int, int> Held { get; } = [];
        public long Ticks { get; set; }
        public long Events { get; set; }
    }
}

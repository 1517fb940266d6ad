using System.Diagnostics;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Compilation;

namespace Cordon.Bench;

/// <summary>Tells what a scan spends before it has read much: loading rules with and without what was kept of them, and compiling.</summary>
internal static class StartUp
{
    private const int Rounds = 5;
    private const int Shown = 12;

    public static int Run(string[] rules, Inputs inputs)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cordon-bench-");
        try
        {
            SigmaOptions plain = SigmaOptions.Default;
            SigmaOptions kept = plain with { CacheFolder = folder.FullName };
            Time("load, keeping what files give", 1, () => RuleSet.Load(rules, kept));
            Time("load from what was kept", Rounds, () => RuleSet.Load(rules, kept));
            Time("load without", Rounds, () => RuleSet.Load(rules, plain));
            for (int i = 0; i < Rounds; i++)
            {
                Compile(Rules.Load(rules), inputs, isLast: i == Rounds - 1);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Time(string what, int rounds, Action act)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            act();
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        Console.WriteLine($"{what}: {best.TotalMilliseconds:F1} ms");
    }

    private static void Compile(Rules rules, Inputs inputs, bool isLast)
    {
        long start = Stopwatch.GetTimestamp();
        CompiledRuleSet compiled = rules.Compile();
        TimeSpan routing = Stopwatch.GetElapsedTime(start);
        HashSet<(string, string, long?)> met = [];
        Dictionary<string, (int Routes, double Milliseconds, HashSet<CompiledGroup> Groups)> targets = [];
        inputs.ForEach(
            rules.Fields,
            e =>
            {
                if (!met.Add((e.Channel.ToString(), e.Provider.ToString(), e.Code)))
                {
                    return;
                }

                foreach (LogSourceTarget target in compiled.Router.Candidates(e.Channel, e.Code))
                {
                    if (!target.AcceptsHeader(e.Product, e.Channel, e.Provider, e.Code))
                    {
                        continue;
                    }

                    long from = Stopwatch.GetTimestamp();
                    CompiledGroup group = compiled.TargetOf(target).Groups.GroupFor(e, out _);
                    double taken = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                    (int routes, double all, HashSet<CompiledGroup> groups) = targets.GetValueOrDefault(
                        target.Id,
                        (0, 0, [])
                    );
                    groups.Add(group);
                    targets[target.Id] = (routes + 1, all + taken, groups);
                }
            }
        );
        if (!isLast)
        {
            return;
        }

        Console.WriteLine($"routes of all rules: {routing.TotalMilliseconds:F1} ms");
        Console.WriteLine($"groups of the logs: {targets.Values.Sum(t => t.Milliseconds):F1} ms, by target:");
        foreach ((string id, var target) in targets.OrderByDescending(t => t.Value.Milliseconds).Take(Shown))
        {
            Console.WriteLine(
                $"  {target.Milliseconds, 7:F1} ms  {id}: {target.Routes} routes, {target.Groups.Count} groups, {target.Groups.Max(g => g.RuleIds.Length)} rules, {target.Groups.Max(g => g.Predicates.Length)} predicates"
            );
        }
    }
}

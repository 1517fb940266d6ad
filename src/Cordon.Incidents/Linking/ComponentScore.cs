using Cordon.Events;

namespace Cordon.Incidents.Linking;

/// <summary>What groups that belong together weigh: each rule once, rules over single events only as far as they fall into a day.</summary>
internal static class ComponentScore
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Most that findings of low level add, however many there are.</summary>
    private const double MostOfLow = 1;

    private const int MaxStarts = 2_000;

    /// <summary>The score.</summary>
    /// <param name="groups">By their beginning.</param>
    public static double Of(IReadOnlyList<FindingGroup> groups)
    {
        double analytics = Sum(groups.Where(g => g.Rule.Kind is FindingKind.Analytic or FindingKind.Indicator));
        FindingGroup[] rules =
        [
            .. groups.Where(g => g.Rule.Kind is not (FindingKind.Analytic or FindingKind.Indicator)),
        ];
        double best = 0;
        int step = Math.Max(1, rules.Length / MaxStarts);
        for (int i = 0; i < rules.Length; i += step)
        {
            DateTime until = rules[i].First + Day;
            best = Math.Max(best, Sum(rules.Skip(i).TakeWhile(g => g.First <= until)));
        }

        return analytics + best;
    }

    private static double Sum(IEnumerable<FindingGroup> groups)
    {
        double low = 0;
        double sum = 0;
        foreach (IGrouping<(string, string), FindingGroup> rule in groups.GroupBy(g => (g.Rule.Id, g.Rule.File)))
        {
            double weight = rule.Max(g => g.Weight);
            if (rule.First().Rule.Level <= Level.Low)
            {
                low += weight;
            }
            else
            {
                sum += weight;
            }
        }

        return sum > 0 ? sum + Math.Min(low, MostOfLow) : 0;
    }
}

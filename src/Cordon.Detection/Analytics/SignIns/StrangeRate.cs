namespace Cordon.Detection.Analytics.SignIns;

/// <summary>How many accounts of a family fail strangely in an ordinary hour.</summary>
internal static class StrangeRate
{
    public static Dictionary<int, double> Of(IReadOnlyList<Attempt> attempts, SpraySettings settings)
    {
        var rates = new Dictionary<int, double>();
        foreach (IGrouping<int, Attempt> family in attempts.GroupBy(a => a.Family))
        {
            HashSet<int> succeeding = [.. family.Where(a => a.IsSuccess).Select(a => a.Account)];
            HashSet<int> existing =
            [
                .. family.Where(a => !a.IsUnknownAccount && !a.IsAccountHidden).Select(a => a.Account),
            ];
            // Without successes in the logs the accounts that fail are all that is known of its size, at least a handful.
            int size = Math.Max(5, succeeding.Count > 0 ? succeeding.Count : existing.Count);
            double prior = settings.StrangePerAccountDay * size;
            // The median lets a noisy organisation be noisy; the bound keeps a spray of weeks from becoming its own yardstick.
            double rate = Math.Clamp(Median(family), prior, prior * settings.NoisiestFactor);
            rates[family.Key] = rate / 24;
        }

        return rates;
    }

    private static double Median(IEnumerable<Attempt> attempts)
    {
        var days = new Dictionary<DateTime, Dictionary<int, double>>();
        foreach (Attempt attempt in attempts)
        {
            if (!days.TryGetValue(attempt.Time.Date, out Dictionary<int, double>? day))
            {
                days[attempt.Time.Date] = day = [];
            }

            if (attempt.IsFailure)
            {
                day[attempt.Account] = Math.Max(day.GetValueOrDefault(attempt.Account), attempt.Strangeness);
            }
        }

        double[] sums = [.. days.Values.Select(d => d.Values.Sum()).Order()];
        // A log of a few days has no middle to speak of.
        return sums.Length < 5 ? 0 : sums[sums.Length / 2];
    }
}

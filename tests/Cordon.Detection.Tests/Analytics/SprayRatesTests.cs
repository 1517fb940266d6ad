using Cordon.Events;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>How many attacks are seen, how many of their successes, and how often ordinary days raise an alarm.</summary>
public sealed class SprayRatesTests
{
    private static readonly int[] Sizes = [20, 200];

    [Fact]
    public void Ordinary_months_stay_quiet()
    {
        int alarms = 0;
        int days = 0;
        List<string> told = [];
        foreach ((int size, ulong seed) in Months([20, 20, 20, 200, 200, 5000], 100))
        {
            foreach (Finding finding in new SignInWorld(size, seed).Run())
            {
                alarms++;
                told.Add($"{size}/{seed} {finding.Rule.Id}: {finding.Reason}");
            }

            days += SignInWorld.Days;
        }

        Assert.True(alarms < 0.05 * days, $"{alarms} alarms in {days} days\n{string.Join('\n', told.Take(12))}");
    }

    [Fact]
    public void Attacks_and_their_successes_are_seen()
    {
        Tally tally = Measure(1, 2);
        Assert.True(tally.Seen >= 0.95 * tally.Attacks && tally.Won >= 0.98 * tally.Wins, tally.ToString());
    }

    [Fact]
    public void Attacks_on_five_thousand_accounts_are_seen()
    {
        var tally = new Tally();
        foreach (SprayPlan plan in SprayPlan.All)
        {
            tally.Add(5000, 900, plan, wins: true);
        }

        Assert.True(tally.Seen >= 0.95 * tally.Attacks && tally.Won >= 0.98 * tally.Wins, tally.ToString());
    }

    /// <summary>By hand, with <c>--explicit only</c>, after tuning ended: seeds that nothing was tuned on. Its figures are in docs/analytics.md.</summary>
    [Fact(Explicit = true)]
    public void Seeds_that_were_kept_aside()
    {
        Tally tally = Measure(7000, 8);
        int[] sizes = [.. Enumerable.Repeat(20, 20), .. Enumerable.Repeat(200, 10), 5000, 5000];
        List<string> alarms =
        [
            .. Months(sizes, 8000)
                .SelectMany(m => new SignInWorld(m.Size, m.Seed).Run().Select(f => $"{m.Size} {f.Rule.Id} {f.Reason}")),
        ];
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{tally}\n{alarms.Count} alarms in {sizes.Length * SignInWorld.Days} days\n{string.Join('\n', alarms)}"
        );
        Assert.True(tally.Seen >= 0.95 * tally.Attacks && tally.Won >= 0.98 * tally.Wins, $"{tally}\n{alarms.Count}");
    }

    internal static Tally Measure(ulong first, ulong count)
    {
        var tally = new Tally();
        foreach (int size in Sizes)
        {
            for (ulong seed = first; seed < first + count; seed++)
            {
                foreach (SprayPlan plan in SprayPlan.All)
                {
                    tally.Add(size, seed, plan, wins: true);
                    tally.Add(size, seed + 50, plan, wins: false);
                }
            }
        }

        return tally;
    }

    private static IEnumerable<(int Size, ulong Seed)> Months(int[] sizes, ulong seed) =>
        sizes.Select((s, i) => (s, seed + (ulong)i));
}

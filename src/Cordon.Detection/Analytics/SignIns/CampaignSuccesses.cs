namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Looks for what an attack won: successes and right passwords during and after it.</summary>
internal sealed class CampaignSuccesses
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);
    private readonly List<Attempt> _won;
    private readonly SuccessJudge _judge;
    private readonly SpraySettings _settings;

    public CampaignSuccesses(IEnumerable<Attempt> attempts, SuccessJudge judge, SpraySettings settings)
    {
        _won = [.. attempts.Where(a => a.IsSuccess || a.IsExposed)];
        _judge = judge;
        _settings = settings;
    }

    public List<Suspicion> Of(Campaign campaign)
    {
        DateTime until = campaign.Last + TimeSpan.FromHours(_settings.HoursAfter);
        int first = FirstAt(campaign.First - Before);
        int end = FirstAt(until);
        int successes = 0;
        for (int i = first; i < end; i++)
        {
            successes += _won[i].Family == campaign.Key.Family && campaign.Accounts.Contains(_won[i].Account) ? 1 : 0;
        }

        // One attack in so many gets in, and then one of the successes of its targets is the attacker's.
        double prior = Math.Log(_settings.ChanceOfSuccess / Math.Max(10, successes));
        List<Suspicion> found = [];
        for (int i = first; i < end; i++)
        {
            Attempt attempt = _won[i];
            if (attempt.Family == campaign.Key.Family && !_judge.IsHabitual(attempt, campaign))
            {
                Suspicion suspicion = _judge.Weigh(attempt, campaign, prior);
                if (suspicion.Weight >= _settings.LeastSuccess)
                {
                    found.Add(suspicion);
                }
            }
        }

        return OneEach(found);
    }

    public List<Suspicion> Of(BruteForce stretch)
    {
        List<Suspicion> found = [];
        DateTime until = stretch.Last + TimeSpan.FromHours(_settings.HoursAfter);
        for (int i = FirstAt(stretch.First); i < _won.Count && _won[i].Time <= until; i++)
        {
            Attempt attempt = _won[i];
            bool isFrom = stretch.Addresses.Contains(attempt.Address);
            if (
                attempt.Account == stretch.Example.Account
                && !_judge.IsHabitual(attempt, null)
                && (isFrom || (attempt.Tool == stretch.Example.Tool && attempt.Time <= stretch.Last + Before))
            )
            {
                found.Add(
                    new Suspicion(
                        attempt,
                        isFrom ? 6 : 3,
                        [isFrom ? "an address of the attack" : "the tool's signature within the hour"]
                    )
                );
            }
        }

        return OneEach(found);
    }

    /// <summary>The strongest of each account, a success before an exposure, and both where there are both.</summary>
    private static List<Suspicion> OneEach(List<Suspicion> all) =>
        [
            .. all.GroupBy(s => (s.Attempt.Account, s.Attempt.IsSuccess))
                .Select(g => g.OrderByDescending(s => s.Weight).ThenBy(s => s.Attempt.Index).First())
                .OrderBy(s => s.Attempt.Index),
        ];

    private int FirstAt(DateTime time)
    {
        int low = 0;
        int high = _won.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_won[middle].Time < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

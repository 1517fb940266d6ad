namespace Cordon.Detection.Analytics.SignIns;

/// <summary>
/// Puts pieces of one campaign together: tools that change their user agents and networks fall apart into groups, each of which is found by itself. Pieces of
/// one time that try the same accounts, more than chance would, or use the same tool, are one.
/// </summary>
internal static class CampaignMerger
{
    private static readonly TimeSpan Apart = TimeSpan.FromDays(2);

    /// <summary>Merges until nothing is left to merge.</summary>
    /// <param name="campaigns">Campaigns whose tries are apart.</param>
    /// <param name="sizeOf">How many accounts a family has.</param>
    /// <param name="judge">Scores tries as the campaign given.</param>
    public static List<Campaign> Merge(List<Campaign> campaigns, Func<int, int> sizeOf, Func<Campaign, Campaign> judge)
    {
        List<Campaign> left = [.. campaigns];
        for (bool hasMerged = true; hasMerged; )
        {
            hasMerged = false;
            for (int i = 0; i < left.Count && !hasMerged; i++)
            {
                for (int j = i + 1; j < left.Count && !hasMerged; j++)
                {
                    if (AreOne(left[i], left[j], sizeOf(left[i].Key.Family)))
                    {
                        Campaign all = new()
                        {
                            Key = left[i].Score.Total >= left[j].Score.Total ? left[i].Key : left[j].Key,
                            Score = left[i].Score,
                            Tries = [.. left[i].Tries.Concat(left[j].Tries).OrderBy(t => t.Index)],
                        };
                        Campaign judged = judge(all);
                        Campaign better = left[i].Score.Total >= left[j].Score.Total ? left[i] : left[j];
                        left[i] = new Campaign
                        {
                            Key = all.Key,
                            Tries = all.Tries,
                            Score = judged.Score.Total >= better.Score.Total ? judged.Score : better.Score,
                        }.Sum();
                        left.RemoveAt(j);
                        hasMerged = true;
                    }
                }
            }
        }

        return left;
    }

    private static bool AreOne(Campaign one, Campaign other, int size)
    {
        if (one.Key.Family != other.Key.Family || one.First > other.Last + Apart || other.First > one.Last + Apart)
        {
            return false;
        }

        (Campaign small, Campaign large) = one.Accounts.Count <= other.Accounts.Count ? (one, other) : (other, one);
        double shared = small.Accounts.Count(large.Accounts.Contains) / (double)small.Accounts.Count;
        double chance = large.Accounts.Count / (double)size;
        if (shared >= Math.Max(0.1, Math.Min(0.5, 4 * chance)))
        {
            return true;
        }

        Attempt example = small.Tries[0];
        return example.Agent != 0 && small.Share(example, Trait.Tool) >= 0.5 && large.Share(example, Trait.Tool) >= 0.5;
    }
}

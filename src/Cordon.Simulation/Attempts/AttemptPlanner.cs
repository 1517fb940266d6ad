using System.Globalization;
using Cordon.Simulation.Chances;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Attempts;

/// <summary>Chooses which attempts a member sees, and tells them.</summary>
internal static class AttemptPlanner
{
    private const int Most = 6;

    /// <summary>The attempts at a member: what is true of each, with its events.</summary>
    public static List<(TruthAttempt Truth, AttemptDraft Draft)> Make(
        Member member,
        SimulationProfile profile,
        IReadOnlyDictionary<string, Campaign[]> campaigns,
        long seed,
        DateTime start,
        int days
    )
    {
        Chance chance = Chance.Of(seed, profile.Name, "attempts", member.Id);
        List<(TruthAttempt, AttemptDraft)> attempts = [];
        if (chance.Hit(profile.QuietShare))
        {
            return attempts;
        }

        int count = Math.Min(Most, 1 + chance.Count(profile.Attempts - 1));
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string kind = chance.Pick(profile.AttemptKinds);
            if (!kinds.Add(kind))
            {
                continue;
            }

            Campaign campaign = chance.Pick(campaigns[kind]);
            string id = string.Create(CultureInfo.InvariantCulture, $"{member.Id}-a{attempts.Count + 1}");
            var draft = new AttemptDraft(member, campaign, id);
            DateTime limit =
                start.AddDays(days)
                - TimeSpan.FromDays(
                    days >= 10 ? 4
                    : days >= 4 ? 1.5
                    : 0.1
                );
            DateTime begin = Begin(chance, profile, campaign, start, limit);
            Course course = chance.Pick(profile.Courses);
            Stories.Tell(kind, new StoryContext(member, campaign, profile, chance, course, begin, limit, draft));
            TruthAttempt truth = draft.Finish();
            attempts.Add((truth, draft));
        }

        return attempts;
    }

    // Campaigns lie in time; members are met within days of each other, in the working hours of whoever is behind it.
    private static DateTime Begin(
        Chance chance,
        SimulationProfile profile,
        Campaign campaign,
        DateTime start,
        DateTime limit
    )
    {
        TimeSpan whole = limit - start;
        double at = Math.Clamp(campaign.At + ((chance.Unit() - 0.5) * 0.2), 0.08, 0.94);
        DateTime day = (start + (whole * at)).Date;
        (int first, int last) = profile.Attackers.Hours;
        DateTime time = day.AddHours(first + (chance.Unit() * (last - first)));
        return time < limit.AddHours(-2) && time > start ? time : start + (whole * at);
    }
}

using Cordon.Simulation.Chances;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;

namespace Cordon.Simulation.Sector;

/// <summary>Chooses which logs a member has, in which shapes, and what is missing of them.</summary>
internal static class LogPlanner
{
    public static LogPlan Make(Chance chance, SimulationProfile profile, MemberKind kind, DateTime start, int days)
    {
        IdentityShape identity = chance.Pick(profile.Identities);
        DateTime end = start.AddDays(days);
        var logs = new Dictionary<SimLog, LogTimes>();
        foreach (SimLog log in Enum.GetValues<SimLog>())
        {
            bool isThere = log switch
            {
                SimLog.SignIns => identity != IdentityShape.AuditOnly,
                SimLog.NonInteractive => identity < IdentityShape.AuditOnly,
                SimLog.Directory => identity != IdentityShape.AuditOnly,
                SimLog.Linux => kind is MemberKind.Laboratory or MemberKind.Maker && chance.Hit(profile.Presence[log]),
                _ => chance.Hit(profile.Presence.GetValueOrDefault(log, 1)),
            };
            if (isThere)
            {
                logs.Add(log, new LogTimes(start, end, start, start));
            }
        }

        Spoil(chance, profile, logs, identity, start, days);
        bool isSmall = kind is not (MemberKind.Hospital or MemberKind.Maker);
        return new LogPlan
        {
            Identity = identity,
            Logs = logs,
            IsActivityCsv = chance.Hit(0.6),
            IsMbox = chance.Hit(0.5),
            KeepsAllMail = isSmall && chance.Hit(0.6),
            IsDaily = chance.Hit(0.3),
            IsPacked = chance.Hit(0.3),
            HidesVpnUsers = chance.Hit(0.5),
            IsProxyCef = chance.Hit(0.4),
        };
    }

    // Leaves a log out, lets it begin late, or puts a gap into it. One log of sign-ins or of what followed always stays.
    private static void Spoil(
        Chance chance,
        SimulationProfile profile,
        Dictionary<SimLog, LogTimes> logs,
        IdentityShape identity,
        DateTime start,
        int days
    )
    {
        if (days < 4 || !chance.Hit(profile.MissingShare))
        {
            return;
        }

        List<SimLog> able = [.. logs.Keys.Where(l => l != SimLog.SignIns && l != SimLog.Trace).Order()];
        if (identity == IdentityShape.AuditOnly)
        {
            able.Remove(SimLog.Activity);
        }

        foreach (SimLog log in chance.Some(able, chance.Between(1, 2)))
        {
            switch (chance.Below(3))
            {
                case 0:
                    logs.Remove(log);
                    break;
                case 1:
                    logs[log] = logs[log] with { From = start.AddDays(chance.Between(days / 3, days * 2 / 3)) };
                    break;
                default:
                    Gap(log);
                    break;
            }
        }

        if (logs.ContainsKey(SimLog.SignIns) && chance.Hit(0.4))
        {
            Gap(SimLog.SignIns);
        }

        void Gap(SimLog log)
        {
            DateTime from = start.AddDays(chance.Between(days / 5, days * 3 / 5)).AddHours(chance.Below(24));
            logs[log] = logs[log] with { GapFrom = from, GapUntil = from.AddHours(chance.Between(30, 96)) };
        }
    }
}

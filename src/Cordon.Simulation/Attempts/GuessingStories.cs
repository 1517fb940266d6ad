using Cordon.Simulation.Life;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Attempts;

/// <summary>
/// Guessing of passwords. The slow spray is told after what Microsoft published of STRONTIUM in September 2020 (a few tries an hour, almost every
/// one from another address, all accounts of an organisation over days); brute force after its other mode (hundreds of tries at one account).
/// </summary>
internal static class GuessingStories
{
    private static readonly string[] Guessed =
    [
        "info",
        "admin",
        "office",
        "lab",
        "sales",
        "orders",
        "reception",
        "vaccine",
        "covid19",
        "it.support",
    ];

    private static readonly int[] StoppedBySecondFactor = [50076, 50074, 53003];
    private static readonly int[] StoppedOtherwise = [50055, 50079, 53003];

    public static void SlowSpray(StoryContext context)
    {
        context.Draft.Techniques.Add("T1110.003");
        List<Aim> aims = Aims(context, 0.6 + (context.Chance.Unit() * 0.4), most: 250);
        int tries = context.Chance.Between(context.Habits.SlowTries.Least, context.Habits.SlowTries.Most);
        TimeSpan whole = TimeSpan.FromDays(
            context.Chance.Between(context.Habits.SlowDays.Least, context.Habits.SlowDays.Most)
        );
        whole = whole < context.Limit - context.Start ? whole : context.Limit - context.Start;
        TimeSpan step = whole / ((aims.Count * tries) + 1);
        DateTime time = context.Start;
        for (int round = 0; round < tries; round++)
        {
            foreach (Aim aim in context.Chance.Some(aims, aims.Count))
            {
                time += step * (0.5 + context.Chance.Unit());
                Cloud(
                    context,
                    aim,
                    context.Capped(time),
                    context.PoolAddress(),
                    isLast: round == tries - 1,
                    isLocked: round > 0
                );
            }
        }

        After(context, aims);
    }

    public static void LoudSpray(StoryContext context)
    {
        context.Draft.Techniques.Add("T1110.003");
        List<Aim> aims = Aims(context, 0.5 + (context.Chance.Unit() * 0.5), most: 300);
        string where = Where(context, 0.65);
        int rounds = context.Chance.Between(1, 3);
        DateTime time = context.Start;
        for (int round = 0; round < rounds; round++)
        {
            foreach (Aim aim in aims)
            {
                time = time.AddSeconds(
                        context.Chance.Between(context.Habits.LoudSeconds.Least, context.Habits.LoudSeconds.Most)
                    )
                    .AddMilliseconds(context.Chance.Below(1_000));
                Try(
                    context,
                    where,
                    aim,
                    context.Capped(time),
                    context.Campaign.Server,
                    isLast: round == rounds - 1,
                    isLocked: round > 0
                );
            }

            time = time.AddMinutes(context.Chance.Between(20, 90));
        }

        After(context, aims, where);
    }

    public static void BruteForce(StoryContext context)
    {
        context.Draft.Techniques.Add("T1110.001");
        Person person = context.Chance.Pick(context.Member.People);
        var aim = new Aim(person, person.Account, person.Login, Ending(context, person));
        string where = Where(context, 0.45);
        int tries = context.Chance.Between(context.Habits.BruteTries.Least, context.Habits.BruteTries.Most);
        bool isSpread = where == "cloud" && context.Chance.Hit(0.5);
        int least = context.Chance.Between(2, 10);
        DateTime time = context.Start;
        for (int i = 0; i < tries; i++)
        {
            time = time.AddSeconds(context.Chance.Between(least, least * 4));
            Try(
                context,
                where,
                aim,
                context.Capped(time),
                isSpread ? context.PoolAddress() : context.Campaign.Server,
                isLast: i == tries - 1,
                isLocked: i >= 10
            );
        }

        After(context, [aim], where);
    }

    private static List<Aim> Aims(StoryContext context, double share, int most)
    {
        Member member = context.Member;
        int count = Math.Clamp((int)(member.People.Count * share), Math.Min(6, member.People.Count), most);
        List<Aim> aims = [];
        foreach (Person person in context.Chance.Some(member.People, count))
        {
            aims.Add(new Aim(person, person.Account, person.Login, 0));
        }

        // One or two let the tool in, or show that their password is right.
        for (
            int i = context.Course is Course.Exposed or Course.Access or Course.FollowOn
                ? context.Chance.Between(1, 2)
                : 0;
            i > 0;
            i--
        )
        {
            int index = context.Chance.Below(aims.Count);
            aims[index] = aims[index] with { Ending = Ending(context, aims[index].Person!) };
        }

        foreach (string name in context.Chance.Some(Guessed, (int)(count * context.Habits.UnknownAccounts)))
        {
            aims.Add(new Aim(null, $"{name}@{member.Domain}", name, 0));
        }

        return context.Chance.Some(aims, aims.Count);
    }

    // The code of the last try: 0 for success and -1 for none.
    private static int Ending(StoryContext context, Person person) =>
        context.Course switch
        {
            Course.Access or Course.FollowOn => 1,
            Course.Exposed when context.Member.Logs.Identity >= IdentityShape.Okta => 50076,
            Course.Exposed => context.Chance.Pick(person.HasSecondFactor ? StoppedBySecondFactor : StoppedOtherwise),
            _ => 0,
        };

    // Where guessing is tried: mostly at the identity provider.
    private static string Where(StoryContext context, double cloud)
    {
        LogPlan logs = context.Member.Logs;
        List<string> others = [];
        // Exposed needs a system that tells a right password from access.
        if (context.Course != Course.Exposed)
        {
            if (logs.Has(SimLog.Linux) && logs.Shows(SimLog.Linux, context.Start))
            {
                others.Add("linux");
            }

            if (logs.Has(SimLog.Vpn) && logs.Shows(SimLog.Vpn, context.Start) && !logs.HidesVpnUsers)
            {
                others.Add("vpn");
            }
        }

        return others.Count == 0 || context.Chance.Hit(cloud) ? "cloud" : context.Chance.Pick(others);
    }

    private static void Try(
        StoryContext context,
        string where,
        Aim aim,
        DateTime time,
        Endpoint from,
        bool isLast,
        bool isLocked
    )
    {
        switch (where)
        {
            case "linux":
                Linux(context, aim, time, from, isLast && aim.Ending == 1);
                break;
            case "vpn":
                Vpn(context, aim, time, from, isLast && aim.Ending == 1);
                break;
            default:
                Cloud(context, aim, time, from, isLast, isLocked);
                break;
        }
    }

    private static void Cloud(StoryContext context, Aim aim, DateTime time, Endpoint from, bool isLast, bool isLocked)
    {
        Target target = context.Draft.For("account", aim.Account);
        context.NeedSignIns(target);
        bool isStopped = context.Course == Course.Blocked && isLocked && aim.Person is not null;
        int code =
            aim.Person is null ? 50034
            : isStopped ? 50053
            : isLast && aim.Ending != 0
                ? aim.Ending == 1 ? 0
                    : aim.Ending
            : 50126;
        (string agent, string protocol, string client) = context.Campaign.Tool;
        SignInEvent item = context.SignIn(
            time,
            aim.Person,
            aim.Account,
            from,
            agent,
            code,
            code is 50074 or 50076 ? "required" : ""
        ) with
        {
            App = protocol == "ropc" ? CloudApp.Shell : CloudApp.Mail,
            Protocol = protocol,
            ClientApp = client,
            Session = code == 0 ? context.Chance.Guid().ToString() : "",
        };
        context.Draft.Tell(item, target, Shows(code));
    }

    private static void Linux(StoryContext context, Aim aim, DateTime time, Endpoint from, bool isSuccess)
    {
        Target target = context.Draft.For("account", aim.Login);
        Need(target, SimLog.Linux);
        int process = context.Chance.Between(2_000, 30_000);
        int port = context.Chance.Between(33_000, 60_000);
        string text = isSuccess
            ? $"Accepted password for {aim.Login} from {from.Address} port {port} ssh2"
            : $"Failed password for {(aim.Person is null ? "invalid user " : "")}{aim.Login} from {from.Address} port {port} ssh2";
        context.Draft.Tell(
            new LinuxEvent(time, "sshd", process, text) { Mark = text },
            target,
            isSuccess ? TruthOutcome.AccessGained : TruthOutcome.Failed
        );
        if (isSuccess)
        {
            context.Draft.Add(
                new LinuxEvent(
                    time.AddSeconds(1),
                    "sshd",
                    process,
                    $"pam_unix(sshd:session): session opened for user {aim.Login} by (uid=0)"
                )
            );
        }
    }

    private static void Vpn(StoryContext context, Aim aim, DateTime time, Endpoint from, bool isSuccess)
    {
        Target target = context.Draft.For("account", aim.Login);
        Need(target, SimLog.Vpn);
        foreach (VpnEvent item in VpnLines.Of(time, aim.Login, from.Address, isSuccess))
        {
            context.Draft.Tell(item, target, isSuccess ? TruthOutcome.AccessGained : TruthOutcome.Failed);
        }
    }

    private static void After(StoryContext context, List<Aim> aims, string where = "cloud")
    {
        foreach (Aim aim in aims)
        {
            if (aim.Ending != 1 || aim.Person is not { } person)
            {
                continue;
            }

            DateTime last = context.Draft.Own[^1].Time;
            context.Draft.Techniques.Add("T1078");
            if (where == "cloud")
            {
                // A person takes over from the tool.
                Target target = context.Draft.For("account", aim.Account);
                string session = context.Chance.Guid().ToString();
                DateTime time = context.Capped(
                    last.AddMinutes(
                        context.Chance.Between(context.Habits.UseMinutes.Least, context.Habits.UseMinutes.Most)
                    )
                );
                context.Draft.Tell(
                    context.SignIn(
                        time,
                        person,
                        person.Account,
                        context.Campaign.Hand,
                        context.Campaign.HandAgent,
                        0,
                        "",
                        session
                    ),
                    target,
                    TruthOutcome.AccessGained
                );
                context.UseAccount(person, target, context.Campaign.Hand, time, session);
            }
            else if (where == "linux" && context.Course == Course.FollowOn)
            {
                Target target = context.Draft.For("account", aim.Login);
                string text =
                    $"{aim.Login} : TTY=pts/1 ; PWD=/home/{aim.Login} ; USER=root ; COMMAND=/usr/bin/tar czf /tmp/results.tgz /srv/results";
                context.Draft.Tell(
                    new LinuxEvent(last.AddMinutes(4), "sudo", 4_242, text) { Mark = text },
                    target,
                    TruthOutcome.FollowOn
                );
            }
        }
    }

    private static void Need(Target target, SimLog log)
    {
        if (target.Needs.Count == 0)
        {
            target.Needs.Add([log]);
        }
    }

    private static TruthOutcome Shows(int code) =>
        code switch
        {
            0 => TruthOutcome.AccessGained,
            50053 => TruthOutcome.Blocked,
            50055 or 50074 or 50076 or 50079 or 53003 or 500121 => TruthOutcome.CredentialExposed,
            _ => TruthOutcome.Failed,
        };

    private sealed record Aim(Person? Person, string Account, string Login, int Ending);
}

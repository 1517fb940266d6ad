using Cordon.Simulation.Chances;
using Cordon.Simulation.Life;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Attempts;

/// <summary>What a story is told with: member, campaign, chance, time, and how far it gets.</summary>
internal sealed class StoryContext(
    Member member,
    Campaign campaign,
    SimulationProfile profile,
    Chance chance,
    Course course,
    DateTime start,
    DateTime limit,
    AttemptDraft draft
)
{
    public Member Member { get; } = member;
    public Campaign Campaign { get; } = campaign;
    public SimulationProfile Profile { get; } = profile;
    public AttackerHabits Habits { get; } = profile.Attackers;
    public Chance Chance { get; } = chance;
    public Course Course { get; } = course;

    /// <summary>When it begins.</summary>
    public DateTime Start { get; } = start;

    /// <summary>When it has to be over.</summary>
    public DateTime Limit { get; } = limit;
    public AttemptDraft Draft { get; } = draft;

    /// <summary>A time that is not after the limit.</summary>
    public DateTime Capped(DateTime time) => time < Limit ? time : Limit.AddSeconds(-Chance.Below(3_600));

    /// <summary>An address of the campaign's pool; some are IPv6.</summary>
    public Endpoint PoolAddress()
    {
        int number = Chance.Below(Campaign.PoolSize) * 7;
        return Campaign.Pool.Kind == NetworkKind.Hosting && number % 5 == 0
            ? Campaign.Pool.AtV6(number)
            : Campaign.Pool.At(20_000 + number);
    }

    /// <summary>Logs without which a failure at the identity provider can't be known.</summary>
    public void NeedSignIns(Target target)
    {
        if (target.Needs.Count > 0)
        {
            return;
        }

        if (Member.Logs.ActivityHoldsSignIns)
        {
            target.Needs.Add([SimLog.Activity]);
            return;
        }

        target.Needs.Add([SimLog.SignIns]);
        if (Member.Logs.Identity < IdentityShape.AuditOnly)
        {
            target.Needs.Add([SimLog.NonInteractive]);
        }
    }

    /// <summary>An attempt of the attacker to sign in as somebody.</summary>
    public SignInEvent SignIn(
        DateTime time,
        Person? person,
        string account,
        Endpoint from,
        string agent,
        int code,
        string factor = "",
        string session = ""
    ) =>
        new(time)
        {
            Account = account,
            Name = person?.Name ?? account,
            UserId = person?.Id ?? "00000000-0000-0000-0000-000000000000",
            From = from,
            Agent = agent,
            Browser =
                agent.Contains("Firefox", StringComparison.Ordinal) ? "Firefox"
                : agent.Contains("Chrome", StringComparison.Ordinal) ? "Chrome"
                : "",
            System =
                agent.Contains("Windows", StringComparison.Ordinal) ? "Windows 10"
                : agent.Contains("Linux", StringComparison.Ordinal) ? "Linux"
                : "",
            App = CloudApp.Portal,
            Code = code,
            Factor = factor,
            Session = session,
            Mark = Chance.Guid().ToString(),
        };

    /// <summary>What is done in a mailbox that was won, and how defenders end it.</summary>
    public void UseAccount(Person person, Target target, Endpoint from, DateTime time, string session)
    {
        string agent = Campaign.HandAgent;
        if (Course == Course.FollowOn)
        {
            foreach (
                string step in Chance.Some<string>(
                    ["read", "rule", "forward", "download", "send", "method"],
                    Chance.Between(2, 4)
                )
            )
            {
                time = Capped(time.AddMinutes(Chance.Between(2, 50)));
                Draft.Tell(Step(step, person, from, time, session, agent), target, TruthOutcome.FollowOn);
            }
        }

        if (Chance.Hit(Profile.ContainedShare))
        {
            Contain(person, time.AddHours(Chance.Between(1, 40)), Course == Course.FollowOn);
        }
    }

    /// <summary>The answer of the defenders.</summary>
    public void Contain(Person person, DateTime time, bool hasRule)
    {
        Person admin = Say.Administrator(Member);
        Endpoint office = Member.OfficeAddress;
        Draft.Answer(Say.Change(time, "reset", admin, person, office));
        Draft.Answer(Say.Change(time.AddMinutes(1), "revoke", admin, person, office));
        Draft.Answer(
            Say.SignIn(time.AddMinutes(9), person, person.Phone, person.HomeAddress, CloudApp.Mail, "", 50173) with
            {
                IsInteractive = false,
            }
        );
        if (hasRule)
        {
            Draft.Answer(
                Say.Did(time.AddMinutes(6), "Remove-InboxRule", admin, office, "", "", person.Account) with
                {
                    Parameters = [("Mailbox", person.Account), ("Identity", ".")],
                }
            );
        }
    }

    private SimEvent Step(string step, Person person, Endpoint from, DateTime time, string session, string agent)
    {
        string mark = Chance.Guid().ToString();
        ActivityEvent did = Say.Did(time, "", person, from, session, agent) with { Mark = mark };
        switch (step)
        {
            case "read":
                Draft.Techniques.Add("T1114.002");
                bool isSync = Chance.Hit(0.4);
                return did with
                {
                    Operation = "MailItemsAccessed",
                    Parameters = [("MailAccessType", isSync ? "Sync" : "Bind")],
                    Items = Chance.Between(20, 400),
                    IsThrottled = Chance.Hit(0.3),
                    Agent = "Client=OWA;" + agent,
                };
            case "rule":
                Draft.Techniques.Add("T1564.008");
                return did with
                {
                    Operation = "New-InboxRule",
                    Parameters =
                    [
                        ("Name", Chance.Pick([".", "..", "x"])),
                        (
                            "SubjectOrBodyContainsWords",
                            Chance.Pick(["phish;hacked;password", "covid-19;vaccine", "invoice;payment"])
                        ),
                        ("DeleteMessage", "True"),
                        ("MarkAsRead", "True"),
                    ],
                };
            case "forward":
                Draft.Techniques.Add("T1114.003");
                return did with
                {
                    Operation = "Set-Mailbox",
                    Object = person.Account,
                    Parameters =
                    [
                        ("Identity", person.Account),
                        ("ForwardingSmtpAddress", $"smtp:backup.{Chance.Below(900)}@freemail.example"),
                        ("DeliverToMailboxAndForward", "True"),
                    ],
                };
            case "download":
                Draft.Techniques.Add("T1213.002");
                for (int i = Chance.Between(20, 70); i > 0; i--)
                {
                    Draft.Add(
                        did with
                        {
                            Time = time.AddSeconds(i * 2),
                            Operation = "FileDownloaded",
                            Object = $"Documents/trial/protocol-{i}.docx",
                            Mark = Chance.Guid().ToString(),
                        }
                    );
                }

                return did with
                {
                    Operation = "FileDownloaded",
                    Object = "Documents/trial/protocol-0.docx",
                };
            case "send":
                Draft.Techniques.Add("T1534");
                for (int i = Chance.Between(8, 30); i > 0; i--)
                {
                    Draft.Add(
                        did with
                        {
                            Time = time.AddSeconds(i * 4),
                            Operation = "Send",
                            Parameters = [("Subject", "Shared document")],
                            Mark = Chance.Guid().ToString(),
                        }
                    );
                }

                return did with
                {
                    Operation = "Send",
                    Parameters = [("Subject", "Shared document")],
                };
            default:
                Draft.Techniques.Add("T1098.005");
                return Say.Change(time, "method", person, person, from) with { Agent = agent, Mark = mark };
        }
    }
}

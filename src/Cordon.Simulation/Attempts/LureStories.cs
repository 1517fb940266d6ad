using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Attempts;

/// <summary>Lures that ask for a password: delivered or quarantined, opened or not, used or not.</summary>
internal static class LureStories
{
    public static void Lure(StoryContext context, string kind)
    {
        context.Draft.Techniques.Add(kind == "lure-quotation" ? "T1566.001" : "T1566.002");
        if (kind == "supply-chain-mail")
        {
            context.Draft.Techniques.Add("T1199");
        }

        (List<Person> people, MailEvent mail) = Send(context, kind);
        if (mail.Status != "Delivered")
        {
            return;
        }

        bool isBlockedAtProxy = context.Course == Course.Blocked;
        if (context.Course == Course.Failed)
        {
            // Some look and give nothing.
            foreach (Person person in people.Where(_ => context.Chance.Hit(0.15)))
            {
                Visit(
                    context,
                    kind,
                    person,
                    context.Capped(mail.Time.AddMinutes(context.Chance.Between(2, 300))),
                    isPost: false,
                    isBlocked: false
                );
            }

            return;
        }

        Person victim = people[0];
        DateTime time = context.Capped(mail.Time.AddMinutes(context.Chance.Between(3, 240)));
        Visit(context, kind, victim, time, isPost: !isBlockedAtProxy, isBlockedAtProxy);
        if (isBlockedAtProxy)
        {
            return;
        }

        context.Draft.Techniques.Add("T1078");
        Use(
            context,
            victim,
            context.Capped(
                time.AddMinutes(context.Chance.Between(context.Habits.UseMinutes.Least, context.Habits.UseMinutes.Most))
            )
        );
    }

    /// <summary>Sends the lure to people of the departments it is meant for; the first is who will fall for it, if anybody does.</summary>
    public static (List<Person> People, MailEvent Mail) Send(StoryContext context, string kind, Person? first = null)
    {
        int count = context.Chance.Between(context.Habits.Recipients.Least, context.Habits.Recipients.Most);
        List<Person> people = context.Chance.Some(context.Member.People, count);
        if (first is not null)
        {
            people.Remove(first);
            people.Insert(0, first);
        }

        MailEvent mail = Lures.Make(context, kind, people, context.Start);
        bool isQuarantined = context.Course == Course.Blocked && (first is not null || context.Chance.Hit(0.7));
        mail = isQuarantined ? mail with { Status = "Quarantined" } : mail;
        foreach (Person person in people)
        {
            Target target = context.Draft.For("recipient", person.Account);
            context.Draft.Tell(mail, target, isQuarantined ? TruthOutcome.Blocked : TruthOutcome.Failed);
            context.NeedSignIns(target);
            if (kind != "host-intrusion")
            {
                target.Needs.Add([SimLog.Proxy, SimLog.Dns]);
            }
        }

        return (people, mail);
    }

    /// <summary>A recipient follows the link, and may fill in the form.</summary>
    public static void Visit(
        StoryContext context,
        string kind,
        Person person,
        DateTime time,
        bool isPost,
        bool isBlocked
    )
    {
        Target target = context.Draft.For("recipient", person.Account);
        string host = Lures.Host(context, kind);
        string client = person.Computer.InsideAddress;
        context.Draft.Tell(new DnsEvent(time, client, host) { Mark = host }, target, TruthOutcome.Failed);
        // A name that was looked up does not say what was sent there.
        target.Needs.Add([SimLog.Proxy]);
        ProxyEvent get = new(time.AddMilliseconds(120))
        {
            Client = client,
            User = person.Login,
            Method = "GET",
            Url = $"https://{host}/{context.Chance.Hex(10)}",
            Host = host,
            Status = isBlocked ? 403 : 200,
            Action = isBlocked ? "blocked" : "allowed",
            Agent = person.Computer.Agent,
        };
        get = get with { Mark = get.Url };
        context.Draft.Tell(get, target, isBlocked ? TruthOutcome.Blocked : TruthOutcome.Failed);
        if (isPost)
        {
            string url = $"https://{host}/submit/{context.Chance.Hex(8)}";
            context.Draft.Tell(
                get with
                {
                    Time = time.AddSeconds(context.Chance.Between(15, 90)),
                    Method = "POST",
                    Url = url,
                    Mark = url,
                    Sent = context.Chance.Between(900, 2_400),
                },
                target,
                TruthOutcome.CredentialExposed
            );
        }
    }

    /// <summary>The attacker uses a password that was given away.</summary>
    private static void Use(StoryContext context, Person victim, DateTime time)
    {
        Target target = context.Draft.For("recipient", victim.Account);
        Endpoint hand = context.Campaign.Hand;
        if (context.Course == Course.Exposed)
        {
            int code = victim.HasSecondFactor || context.Member.Logs.Identity >= IdentityShape.Okta ? 50076 : 53003;
            context.Draft.Tell(
                context.SignIn(
                    time,
                    victim,
                    victim.Account,
                    hand,
                    context.Campaign.HandAgent,
                    code,
                    code == 50076 ? "required" : ""
                ),
                target,
                TruthOutcome.CredentialExposed
            );
            return;
        }

        string session = context.Chance.Guid().ToString();
        context.Draft.Tell(
            context.SignIn(time, victim, victim.Account, hand, context.Campaign.HandAgent, 0, "", session),
            target,
            TruthOutcome.AccessGained
        );
        context.UseAccount(victim, target, hand, time, session);
    }
}

using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Attempts;

/// <summary>What goes around a second factor: a proxy in the middle that takes the session, prompts until somebody gives in, codes of devices, consents.</summary>
internal static class TokenStories
{
    public static void TokenTheft(StoryContext context)
    {
        context.Draft.Techniques.UnionWith(["T1566.002", "T1557", "T1539"]);
        (List<Person> people, MailEvent mail) = LureStories.Send(context, "token-theft", Victim(context));
        if (mail.Status != "Delivered")
        {
            return;
        }

        Person victim = people[0];
        Target target = context.Draft.For("recipient", victim.Account);
        DateTime time = context.Capped(mail.Time.AddMinutes(context.Chance.Between(2, 180)));
        if (context.Course == Course.Failed)
        {
            LureStories.Visit(context, "token-theft", victim, time, isPost: false, isBlocked: false);
            return;
        }

        LureStories.Visit(context, "token-theft", victim, time, isPost: true, isBlocked: false);
        time = time.AddSeconds(context.Chance.Between(95, 130));
        string session = context.Chance.Guid().ToString();
        if (context.Course == Course.Exposed)
        {
            int code = context.Member.Logs.Identity >= IdentityShape.Okta ? 50076 : 53003;
            context.Draft.Tell(
                context.SignIn(
                    time,
                    victim,
                    victim.Account,
                    context.Campaign.Server,
                    victim.Computer.Agent,
                    code,
                    code == 50076 ? "required" : ""
                ),
                target,
                TruthOutcome.CredentialExposed
            );
            return;
        }

        context.Draft.Tell(
            context.SignIn(
                time,
                victim,
                victim.Account,
                context.Campaign.Server,
                victim.Computer.Agent,
                0,
                victim.HasSecondFactor ? "push" : "",
                session
            ),
            target,
            TruthOutcome.AccessGained
        );
        time = Reuse(context, victim, target, time, session);
        context.UseAccount(victim, target, context.Campaign.Hand, time, session);
    }

    public static void Fatigue(StoryContext context)
    {
        // The password came from elsewhere; there is no attempt of this kind without it.
        context.Draft.Techniques.UnionWith(["T1621", "T1078"]);
        Person victim = Victim(context);
        Target target = context.Draft.For("account", victim.Account);
        int prompts = context.Chance.Between(context.Habits.Prompts.Least, context.Habits.Prompts.Most);
        Endpoint hand = context.Campaign.Hand;
        DateTime time = context.Start;
        for (int i = 0; i < prompts; i++)
        {
            time = context.Capped(time.AddSeconds(context.Chance.Between(25, 240)));
            string factor = context.Chance.Hit(0.5) ? "denied" : "silent";
            context.Draft.Tell(
                context.SignIn(time, victim, victim.Account, hand, context.Campaign.HandAgent, 500121, factor),
                target,
                TruthOutcome.CredentialExposed
            );
        }

        if (context.Course is not (Course.Access or Course.FollowOn))
        {
            return;
        }

        string session = context.Chance.Guid().ToString();
        time = context.Capped(time.AddSeconds(context.Chance.Between(25, 120)));
        context.Draft.Tell(
            context.SignIn(time, victim, victim.Account, hand, context.Campaign.HandAgent, 0, "push", session),
            target,
            TruthOutcome.AccessGained
        );
        context.UseAccount(victim, target, hand, time, session);
    }

    public static void DeviceCode(StoryContext context)
    {
        if (context.Member.Logs.Identity >= IdentityShape.Okta)
        {
            TokenTheft(context);
            return;
        }

        context.Draft.Techniques.UnionWith(["T1566.002", "T1528"]);
        (List<Person> people, MailEvent mail) = LureStories.Send(context, "device-code", Victim(context));
        Person victim = people[0];
        Target target = context.Draft.For("recipient", victim.Account);
        if (mail.Status != "Delivered" || context.Course == Course.Failed)
        {
            return;
        }

        DateTime time = context.Capped(mail.Time.AddMinutes(context.Chance.Between(3, 14)));
        LureStories.Visit(context, "device-code", victim, time, isPost: false, isBlocked: false);
        time = time.AddSeconds(70);
        string session = context.Chance.Guid().ToString();
        int code = context.Course == Course.Exposed ? 53003 : 0;
        context.Draft.Tell(
            context.SignIn(
                time,
                victim,
                victim.Account,
                context.Campaign.Server,
                context.Campaign.HandAgent,
                code,
                code == 0 && victim.HasSecondFactor ? "push" : "",
                session
            ) with
            {
                App = CloudApp.Broker,
                Protocol = "deviceCode",
                ClientApp = "Mobile Apps and Desktop clients",
            },
            target,
            code == 0 ? TruthOutcome.AccessGained : TruthOutcome.CredentialExposed
        );
        if (code == 0)
        {
            time = Reuse(context, victim, target, time, session);
            context.UseAccount(victim, target, context.Campaign.Hand, time, session);
        }
    }

    public static void Consent(StoryContext context)
    {
        context.Draft.Techniques.UnionWith(["T1566.002", "T1528"]);
        (List<Person> people, MailEvent mail) = LureStories.Send(context, "consent-phishing", Victim(context));
        foreach (Person person in people)
        {
            context
                .Draft.For("recipient", person.Account)
                .Needs.Add([context.Member.Logs.ActivityHoldsSignIns ? SimLog.Activity : SimLog.Directory]);
        }

        Person victim = people[0];
        Target target = context.Draft.For("recipient", victim.Account);
        if (mail.Status != "Delivered" || context.Course is Course.Failed or Course.Exposed)
        {
            return;
        }

        DateTime time = context.Capped(mail.Time.AddMinutes(context.Chance.Between(3, 200)));
        LureStories.Visit(context, "consent-phishing", victim, time, isPost: false, isBlocked: false);
        string application = context.Chance.Pick([
            "Vaccine Document Viewer",
            "Secure Mail Upgrade",
            "Health Data Sync",
        ]);
        string applicationId = context.Chance.Guid().ToString();
        context.Draft.Tell(
            new DirectoryEvent(time.AddSeconds(40))
            {
                Mark = context.Chance.Guid().ToString(),
                What = "consent",
                Actor = victim.Account,
                ActorId = victim.Id,
                Target = application,
                TargetId = applicationId,
                Detail = "Mail.ReadWrite Mail.Send Files.Read.All offline_access",
                From = context.Member.OfficeAddress,
                Agent = victim.Computer.Agent,
            },
            target,
            TruthOutcome.AccessGained
        );
        if (context.Course == Course.FollowOn)
        {
            context.Draft.Techniques.Add("T1114.002");
            context.Draft.Tell(
                new ActivityEvent(context.Capped(time.AddMinutes(context.Chance.Between(2, 60))))
                {
                    Mark = context.Chance.Guid().ToString(),
                    Operation = "MailItemsAccessed",
                    Account = victim.Account,
                    From = context.Campaign.Server,
                    Agent = $"Client=REST;ClientAppId={applicationId}",
                    Parameters = [("MailAccessType", "Sync")],
                    Items = context.Chance.Between(100, 900),
                },
                target,
                TruthOutcome.FollowOn
            );
        }
    }

    private static Person Victim(StoryContext context)
    {
        List<Person> able = [.. context.Member.People.Where(static p => p.HasSecondFactor && !p.IsAdministrator)];
        return context.Chance.Pick(able.Count > 0 ? able : context.Member.People);
    }

    // The session goes on at another address and network, with another browser.
    private static DateTime Reuse(StoryContext context, Person victim, Target target, DateTime time, string session)
    {
        for (int i = context.Chance.Between(2, 5); i > 0; i--)
        {
            time = context.Capped(time.AddMinutes(context.Chance.Between(2, 40)));
            context.Draft.Tell(
                context.SignIn(
                    time,
                    victim,
                    victim.Account,
                    context.Campaign.Hand,
                    context.Campaign.HandAgent,
                    0,
                    "claim",
                    session
                ) with
                {
                    IsInteractive = i % 2 == 0,
                    App = CloudApp.Mail,
                },
                target,
                TruthOutcome.AccessGained
            );
        }

        return time;
    }
}

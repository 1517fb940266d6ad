using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Tests.Support;
using static Cordon.Incidents.Tests.Support.Story;

namespace Cordon.Incidents.Tests.Linking;

public sealed class IncidentMakingTests
{
    [Theory]
    [InlineData(Level.Informational, 20)]
    [InlineData(Level.Low, 20)]
    [InlineData(Level.Medium, 1)]
    [InlineData(Level.Medium, 2)]
    public void Weak_rules_alone_make_no_incident(Level level, int rules)
    {
        Story story = new();
        for (int i = 0; i < rules; i++)
        {
            story.Rule($"Rule {i}", level, "T1082", At(1, 9, i), "pc1");
        }

        OrganisationReport report = story.Build();
        Assert.Empty(report.Incidents);
        Assert.Equal(rules, report.LooseFindings);
    }

    [Fact]
    public void Several_rules_on_one_computer_in_a_short_time_make_one()
    {
        Story story = new();
        story.Rule("One", Level.Medium, "T1059", At(1, 9), "pc1");
        story.Rule("Two", Level.Medium, "T1082", At(1, 10), "pc1");
        story.Rule("Three", Level.Medium, "T1105", At(1, 11), "pc1");
        Assert.Single(story.Build().Incidents);
    }

    [Fact]
    public void The_same_rules_on_different_days_or_computers_do_not()
    {
        Story story = new();
        story.Rule("One", Level.Medium, "T1059", At(1, 9), "pc1");
        story.Rule("Two", Level.Medium, "T1082", At(3, 10), "pc1");
        story.Rule("Three", Level.Medium, "T1105", At(1, 11), "pc2");
        Assert.Empty(story.Build().Incidents);
    }

    [Fact]
    public void A_weak_finding_beside_an_incident_belongs_to_it()
    {
        Story story = new();
        story.Rule("Dumping", Level.Critical, "T1003", At(1, 9), "pc1");
        story.Rule("Whoami", Level.Low, "T1033", At(1, 9, 5), "pc1");
        story.Rule("Whoami", Level.Low, "T1033", At(5, 9, 5), "pc1");
        Assert.Equal(2, story.One().FindingCount);
    }

    [Fact]
    public void A_rule_that_holds_everywhere_every_day_is_ordinary()
    {
        Story story = new Story().Covered(LogKind.WindowsSecurity, "windows/Security", "pc1");
        for (int day = 0; day < 30; day++)
        {
            for (int host = 0; host < 5; host++)
            {
                story.Rule("Management agent", Level.High, "T1059", At(day, 9, host), $"pc{host}");
            }
        }

        Assert.Empty(story.Build().Incidents);
        story.Rule("Dumping", Level.High, "T1003", At(20, 12), "pc3");
        Assert.Equal("pc3", Assert.Single(story.One().Targets).Observable.Value);
    }

    [Fact]
    public void What_administrators_do_weighs_less_and_what_scanners_do_nothing()
    {
        Story story = new();
        story.Rule("Remote command", Level.High, "T1021", At(1, 9), "pc1", @"LAB\adm");
        story.SignIn("adm@lab.example", At(1, 8), SignInVerdict.Succeeded, "192.0.2.10");
        Assert.Empty(story.Build().Incidents);
        story.Rule("Remote command", Level.High, "T1021", At(1, 9), "pc1", @"LAB\amal");
        Assert.Single(story.Build().Incidents);
    }

    [Fact]
    public void An_address_that_everybody_uses_links_nothing()
    {
        Story story = new Story().Life(20, Stories.People);
        SignIn a = story.SignIn(Stories.People[0], At(10, 9), SignInVerdict.Succeeded, "192.0.2.10");
        SignIn b = story.SignIn(Stories.People[1], At(10, 10), SignInVerdict.Succeeded, "192.0.2.10");
        story.Analytic("Odd A", Level.High, "T1078", [a], Account(Stories.People[0]), From("192.0.2.10"));
        story.Analytic("Odd B", Level.High, "T1078", [b], Account(Stories.People[1]), From("192.0.2.10"));
        Assert.Equal(2, story.Build().Incidents.Count);
    }

    [Fact]
    public void A_rare_address_links_across_targets_and_the_link_is_shown()
    {
        Story story = new Story().Life(20, Stories.People);
        SignIn a = story.SignIn(Stories.People[0], At(10, 9), SignInVerdict.Succeeded, "198.51.100.9");
        SignIn b = story.SignIn(Stories.People[1], At(12, 10), SignInVerdict.Succeeded, "198.51.100.9");
        story.Analytic("Odd A", Level.High, "T1078", [a], Account(Stories.People[0]), From("198.51.100.9"));
        story.Analytic("Odd B", Level.High, "T1078", [b], Account(Stories.People[1]), From("198.51.100.9"));
        IncidentLink link = Assert.Single(story.One().Links);
        Assert.Equal(new Observable(ObservableKind.Address, "198.51.100.9"), link.Observable);
        Assert.Equal("the address 198.51.100.9 is in 'Odd A' and, 2 days later, in 'Odd B'", link.Statement);
    }

    [Fact]
    public void A_campaign_of_one_sender_is_one_incident_over_weeks()
    {
        Story story = new();
        foreach (int day in new[] { 1, 9, 20 })
        {
            string person = Stories.People[day % 3];
            Mail mail = story.Mail(At(day, 9), MailStatus.Quarantined, recipients: [person]);
            story.Analytic(
                "Spear-phishing mail",
                Level.High,
                "T1566",
                [mail],
                Recipient(person),
                Sender("jobs@lure.example")
            );
        }

        Assert.Equal("Lure mail to 3 recipients", story.One().Title);
    }

    [Fact]
    public void A_long_spray_takes_in_only_what_befell_accounts_that_it_got_into()
    {
        Story story = new Story().Life(20, Stories.People).CloudCovered();
        List<Activity> tries = [];
        for (int day = 2; day < 15; day++)
        {
            foreach (string person in Stories.People)
            {
                tries.Add(
                    story.SignIn(
                        person,
                        At(day, 3, person.Length),
                        SignInVerdict.Rejected,
                        $"198.51.100.{tries.Count + 1}",
                        AttackerAgent,
                        "50126",
                        false
                    )
                );
            }
        }

        story.SignIn(Stories.People[0], At(9, 3), SignInVerdict.Succeeded, "198.51.100.200", AttackerAgent, "0", true);
        story.Analytic("Password spray", Level.High, "T1110.003", tries, [.. Stories.People.Select(Account)]);
        AccountAction mine = story.Action(Stories.People[0], At(10, 9), AccountActionKind.InboxRule);
        AccountAction other = story.Action(Stories.People[1], At(10, 9), AccountActionKind.InboxRule);
        story.Analytic("Odd rule", Level.High, "T1564.008", [mine], Account(Stories.People[0]));
        story.Analytic("Odd rule", Level.High, "T1564.008", [other], Account(Stories.People[1]));
        IReadOnlyList<Incident> incidents = story.Build().Incidents;
        Assert.Equal(2, incidents.Count);
        Incident spray = incidents.Single(i => i.Targets.Count == 6);
        Assert.Equal(2, spray.FindingCount);
        Assert.Equal(Outcome.FollowOn, spray.Outcome);
    }

    [Fact]
    public void A_finding_without_a_time_is_told_as_a_loss()
    {
        Story story = new();
        Finding finding = story.Rule("Dumping", Level.Critical, "T1003", At(1, 9), "pc1");
        story.Findings[0] = finding with { Event = finding.Event with { Time = null } };
        OrganisationReport report = story.Build();
        Assert.Empty(report.Incidents);
        Assert.Contains("1 finding has no time", Assert.Single(report.Losses), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_findings_become_few_groups_and_all_are_counted()
    {
        Story story = new();
        for (int i = 0; i < 50_000; i++)
        {
            story.Rule("Dumping", Level.Critical, "T1003", At(1, 9).AddMilliseconds(i * 50), "pc1");
        }

        Incident incident = story.One();
        Assert.Equal(50_000, incident.FindingCount);
        Assert.InRange(incident.Findings.Count, 1, 64);
    }

    [Fact]
    public void Names_that_an_attacker_wrote_are_one_bounded_line()
    {
        Story story = new();
        string name = new string('x', 400) + "\n\u001b[31m@lab.example";
        SignIn signIn = story.SignIn(name, At(1, 9), SignInVerdict.Succeeded, "198.51.100.9");
        story.Analytic("Odd", Level.High, "T1078", [signIn], Account(name));
        Incident incident = story.One();
        Assert.All(
            incident
                .Advice.Append(incident.Title)
                .Concat(incident.Targets.SelectMany(t => t.Evidence).Select(e => e.Statement)),
            s => Assert.DoesNotContain(s, char.IsControl)
        );
        Assert.InRange(incident.Title.Length, 1, 300);
    }
}

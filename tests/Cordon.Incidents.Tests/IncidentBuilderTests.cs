using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Tests.Support;
using static Cordon.Incidents.Tests.Support.Story;

namespace Cordon.Incidents.Tests;

/// <summary>Laws that hold for all input, tried on stories made from seeds.</summary>
public sealed class IncidentBuilderTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Fact]
    public void Where_nothing_was_found_there_is_no_incident() => Assert.Empty(new Story().Build().Incidents);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_the_findings_does_not_matter(int seed)
    {
        Story story = Make(seed);
        string before = Text(story.Build());
        Random random = new(seed);
        for (int i = story.Findings.Count - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (story.Findings[i], story.Findings[j]) = (story.Findings[j], story.Findings[i]);
        }

        Assert.Equal(before, Text(story.Build()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void How_logs_are_cut_into_files_does_not_matter(int seed)
    {
        string before = Text(Make(seed).Build());
        Story cut = Make(seed);
        EventOrigin Move(EventOrigin origin) =>
            origin with
            {
                Source = $"{origin.Source}.{origin.Position % 3}",
                Position = origin.Position / 3,
            };
        for (int i = 0; i < cut.SignIns.Count; i++)
        {
            cut.SignIns[i] = cut.SignIns[i] with { Origin = Move(cut.SignIns[i].Origin) };
        }

        for (int i = 0; i < cut.Actions.Count; i++)
        {
            cut.Actions[i] = cut.Actions[i] with { Origin = Move(cut.Actions[i].Origin) };
        }

        for (int i = 0; i < cut.Mails.Count; i++)
        {
            cut.Mails[i] = cut.Mails[i] with { Origin = Move(cut.Mails[i].Origin) };
        }

        for (int i = 0; i < cut.Requests.Count; i++)
        {
            cut.Requests[i] = cut.Requests[i] with { Origin = Move(cut.Requests[i].Origin) };
        }

        for (int i = 0; i < cut.Findings.Count; i++)
        {
            Finding finding = cut.Findings[i];
            cut.Findings[i] = finding with
            {
                Event = Move(finding.Event),
                Correlation = finding.Correlation is { } facts
                    ? facts with
                    {
                        Events = [.. facts.Events.Select(Move)],
                    }
                    : null,
            };
        }

        Assert.Equal(before, Text(cut.Build()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void More_evidence_never_lowers_an_outcome(int seed)
    {
        Story story = Make(seed);
        Dictionary<string, Outcome> before = Outcomes(story);
        Random random = new(seed);
        string person = Stories.People[random.Next(Stories.People.Length)];
        switch (random.Next(4))
        {
            case 0:
                story.SignIn(person, At(10, 3, 50), SignInVerdict.Succeeded, "198.51.100.60", AttackerAgent, "0", true);
                break;
            case 1:
                story.SignIn(
                    person,
                    At(10, 3, 50),
                    SignInVerdict.Stopped,
                    "198.51.100.60",
                    AttackerAgent,
                    "50076",
                    true
                );
                break;
            case 2:
                story.SignIn(person, At(10, 3, 50), SignInVerdict.Blocked, "198.51.100.60", AttackerAgent, "50053");
                break;
            default:
                AccountAction rule = story.Action(person, At(10, 5), AccountActionKind.InboxRule, "198.51.100.60");
                story.Analytic("Odd rule", Level.High, "T1564.008", [rule], Account(person));
                break;
        }

        Dictionary<string, Outcome> after = Outcomes(story);
        Assert.All(before, p => Assert.True(after[p.Key] >= p.Value, $"{p.Key} fell from {p.Value} to {after[p.Key]}"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Taking_a_log_away_turns_nothing_into_failed(int seed)
    {
        Story whole = Make(seed);
        Dictionary<string, Outcome> before = Outcomes(whole);
        foreach (LogKind kind in whole.Coverage.Select(c => c.Kind).Distinct().ToArray())
        {
            Story story = Make(seed);
            story.Coverage.RemoveAll(c => c.Kind == kind);
            switch (kind)
            {
                case LogKind.CloudSignIn:
                    story.SignIns.RemoveAll(s => s.System == "entra");
                    break;
                case LogKind.CloudActivity:
                    story.Actions.Clear();
                    break;
                case LogKind.Proxy:
                    story.Requests.RemoveAll(r => r.System == "proxy");
                    break;
                case LogKind.Dns:
                    story.Requests.RemoveAll(r => r.System == "dns");
                    break;
            }

            foreach ((string name, Outcome outcome) in Outcomes(story))
            {
                Assert.False(
                    outcome == Outcome.Failed && before.GetValueOrDefault(name, Outcome.Unknown) != Outcome.Failed,
                    $"without {kind}, {name} failed instead of {before.GetValueOrDefault(name)}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_outcome_cites_events_and_unknown_says_what_is_missing(int seed)
    {
        foreach (IncidentTarget target in Make(seed).Build().Incidents.SelectMany(i => i.Targets))
        {
            Assert.NotEmpty(target.Evidence);
            Assert.All(target.Evidence, e => Assert.True(e.Events.Count + e.Findings.Count > 0));
            Assert.InRange(target.Probability, 0, 1);
            Assert.True(target.Outcome == Outcome.Unknown || target.MissingLogs.Count == 0);
        }
    }

    /// <summary>A spray and a lure with what followed, some logs missing, by a seed.</summary>
    private static Story Make(int seed)
    {
        Random random = new(seed);
        Story story = random.Next(3) == 0 ? Stories.Spray("50053", SignInVerdict.Blocked, null) : Stories.Spray();
        bool hasLure = random.Next(2) == 0;
        if (hasLure)
        {
            Mail mail = story.Mail(
                At(11, 9),
                random.Next(3) == 0 ? MailStatus.Quarantined : MailStatus.Delivered,
                "https://portal.lure.example/x",
                [Stories.People[1], Stories.People[2]]
            );
            story.Analytic(
                "Spear-phishing mail",
                Level.High,
                "T1566.002",
                [mail],
                Recipient(Stories.People[1]),
                Recipient(Stories.People[2]),
                Sender("jobs@lure.example")
            );
            if (random.Next(2) == 0)
            {
                story.Request(At(11, 9, 9), "portal.lure.example", "", Stories.People[1]);
                story.Request(
                    At(11, 9, 10),
                    "portal.lure.example",
                    random.Next(2) == 0 ? "POST" : "GET",
                    Stories.People[1]
                );
            }

            if (random.Next(2) == 0)
            {
                SignIn success = story.SignIn(
                    Stories.People[2],
                    At(11, 10),
                    SignInVerdict.Succeeded,
                    "198.51.100.99",
                    "Mozilla/5.0 (x)",
                    right: true
                );
                story.Analytic(
                    "Sign-in from a new network",
                    Level.Medium,
                    "T1078.004",
                    [success],
                    Account(Stories.People[2]),
                    From("198.51.100.99")
                );
            }
        }

        if (random.Next(2) == 0)
        {
            story.SignIn(
                Stories.People[0],
                At(10, 3, 40),
                SignInVerdict.Succeeded,
                "198.51.100.77",
                AttackerAgent,
                "0",
                true
            );
            story.Action(Stories.People[0], At(10, 4), AccountActionKind.InboxRule);
        }

        if (random.Next(2) == 0)
        {
            story.Rule("Dumping", Level.High, "T1003", At(12, 9), "pc1", @"LAB\chidi");
            story.Rule("Encoded command", Level.Medium, "T1059", At(12, 9, 5), "pc1", @"LAB\chidi");
        }

        story.CloudCovered();
        if (random.Next(3) > 0)
        {
            story.Covered(LogKind.Proxy, "proxy/proxy").Covered(LogKind.Dns, "dns/dns");
        }

        return story;
    }

    /// <summary>The worst outcome of each target over all incidents.</summary>
    private static Dictionary<string, Outcome> Outcomes(Story story) =>
        story
            .Build()
            .Incidents.SelectMany(i => i.Targets)
            .GroupBy(t => t.Observable.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(t => t.Outcome), StringComparer.Ordinal);

    /// <summary>All that a report says, without where events lie.</summary>
    private static string Text(OrganisationReport report) =>
        string.Join(
            '\n',
            report.Incidents.Select(i =>
                $"{i.Id} {i.Title} {i.First:O} {i.Last:O} {i.Outcome} {i.Probability} {i.Confidence} {i.FindingCount} {string.Join(',', i.Sources)} {string.Join(',', i.Related)} "
                + $"{string.Join(',', i.Links)} {string.Join(',', i.Advice)} "
                + string.Join(
                    ';',
                    i.Targets.Select(t =>
                        $"{t.Observable} {t.Outcome} {t.Probability} {t.Mechanism} {t.Containment} {string.Join(',', t.MissingLogs)} "
                        + string.Join(
                            ',',
                            t.Evidence.Select(e => $"{e.Statement} {e.Weight} {e.Time:O} {e.Events.Count}")
                        )
                    )
                )
            )
        ) + report.LooseFindings;
}

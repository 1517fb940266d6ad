using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Tests.Support;
using static Cordon.Incidents.Tests.Support.Story;

namespace Cordon.Incidents.Tests.Outcomes;

public sealed class LureOutcomeTests
{
    private const string Amal = "amal@lab.example";
    private const string Lure = "portal.lure.example";

    private static Story Covered(Story story) =>
        story.CloudCovered().Covered(LogKind.Proxy, "proxy/proxy").Covered(LogKind.Dns, "dns/dns");

    [Theory]
    [InlineData(MailStatus.Quarantined)]
    [InlineData(MailStatus.Failed)]
    [InlineData(MailStatus.Removed)]
    [InlineData(MailStatus.Junk)]
    public void What_did_not_reach_the_inbox_is_blocked(MailStatus status) =>
        Assert.Equal(Outcome.Blocked, Stories.Lure(status).OutcomeOf(Amal));

    [Theory]
    [InlineData(MailStatus.Quarantined, Outcome.Blocked)]
    [InlineData(MailStatus.Delivered, Outcome.Failed)]
    public void What_a_trace_says_of_a_mail_holds_for_its_own_file_too(MailStatus traced, Outcome expected)
    {
        Story story = Covered(Stories.Lure(MailStatus.Unknown));
        Mail file = story.Mails[^1];
        Mail trace = story.Mail(file.Time.AddSeconds(2), traced);
        story.Mails[^1] = trace with { MessageId = file.MessageId, IsWhole = false };
        Assert.Equal(expected, story.OutcomeOf("amal@lab.example"));
    }

    [Fact]
    public void Delivered_and_not_followed_is_failed_where_requests_and_sign_ins_are_there() =>
        Assert.Equal(Outcome.Failed, Covered(Stories.Lure()).OutcomeOf(Amal));

    [Theory]
    [InlineData(1000, Outcome.Failed)]
    [InlineData(20, Outcome.Unknown)]
    [InlineData(0, Outcome.Unknown)]
    public void A_link_may_ask_for_a_consent_so_that_it_failed_only_where_the_directorys_log_is_there_and_not_thin(
        int records,
        Outcome expected
    )
    {
        Story story = Covered(Stories.Lure());
        story.Coverage.RemoveAll(static s => s.Kind == LogKind.CloudAudit);
        story.Covered(LogKind.CloudAudit, "azure/auditlogs", records: records);
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(expected, target.Outcome);
        Assert.Equal(expected == Outcome.Unknown, target.MissingLogs.Any(static m => m.Kind == LogKind.CloudAudit));
    }

    [Theory]
    [InlineData("m365", Outcome.Failed)]
    [InlineData("vpn", Outcome.Unknown)]
    public void Sign_ins_in_the_unified_audit_log_serve_where_the_providers_own_are_not_there(
        string system,
        Outcome expected
    )
    {
        Story story = Stories
            .Lure()
            .Covered(LogKind.CloudActivity, "m365/unified-audit")
            .Covered(LogKind.Proxy, "proxy/proxy")
            .Covered(LogKind.Vpn, "cisco/asa");
        story.SignIn(Amal, At(9, 8), SignInVerdict.Succeeded, "192.0.2.10", system: system);
        Assert.Equal(expected, story.OutcomeOf(Amal));
    }

    [Fact]
    public void Delivered_without_logs_is_unknown_and_they_are_named()
    {
        IncidentTarget target = Stories.Lure().Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        Assert.Contains(target.MissingLogs, m => m.Kind == LogKind.Proxy);
        Assert.Contains(target.MissingLogs, m => m.Kind == LogKind.CloudSignIn);
    }

    [Fact]
    public void Something_sent_to_the_lures_server_is_an_exposed_password()
    {
        Story story = Covered(Stories.Lure());
        WebRequest post = story.Request(At(10, 9, 20), Lure, "POST", Amal);
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.CredentialExposed, target.Outcome);
        Assert.Equal(post.Origin, target.Evidence[0].Events[0]);
    }

    [Fact]
    public void A_request_that_the_proxy_stopped_is_blocked()
    {
        Story story = Covered(Stories.Lure());
        story.Request(At(10, 9, 20), Lure, "GET", Amal, blocked: true);
        Assert.Equal(Outcome.Blocked, story.OutcomeOf(Amal));
    }

    [Fact]
    public void A_name_that_was_looked_up_needs_the_requests_to_be_told()
    {
        Story story = Stories.Lure().CloudCovered().Covered(LogKind.Dns, "dns/dns");
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
        story.Request(At(10, 9, 20), Lure, "", Amal);
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        Assert.Equal(LogKind.Proxy, Assert.Single(target.MissingLogs).Kind);
    }

    [Fact]
    public void A_request_of_a_colleague_is_not_the_recipients()
    {
        Story story = Covered(Stories.Lure());
        story.Findings.Clear();
        Mail mail = story.Mail(
            At(10, 9),
            MailStatus.Delivered,
            "https://portal.lure.example/job",
            [Amal, "bo@lab.example"]
        );
        story.Analytic(
            "Spear-phishing mail",
            Level.High,
            "T1566.002",
            [mail],
            Recipient(Amal),
            Recipient("bo@lab.example"),
            Sender("jobs@lure.example")
        );
        story.Request(At(10, 9, 20), Lure, "POST", "bo@lab.example");
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
        Assert.Equal(Outcome.CredentialExposed, story.OutcomeOf("bo@lab.example"));
    }

    [Fact]
    public void A_look_up_without_an_account_is_whose_request_through_the_proxy_came_from_that_client()
    {
        Story story = Covered(Stories.Lure());
        story.Findings.Clear();
        Mail mail = story.Mail(
            At(10, 9),
            MailStatus.Delivered,
            "https://portal.lure.example/job",
            [Amal, "bo@lab.example"]
        );
        story.Analytic(
            "Spear-phishing mail",
            Level.High,
            "T1566.002",
            [mail],
            Recipient(Amal),
            Recipient("bo@lab.example"),
            Sender("jobs@lure.example")
        );
        story.Request(At(10, 9, 20), Lure, "", client: "10.0.0.7");
        story.Request(At(10, 9, 21), "news.example", "GET", "bo", client: "10.0.0.7");
        story.Request(At(10, 2, 20), "news.example", "GET", "amal", client: "10.0.0.7");
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
        Assert.Contains(
            story.Target("bo@lab.example").Evidence,
            e => e.Statement.Contains("was asked for", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_file_named_as_a_disk_image_needs_the_processes_of_the_recipients_own_computer()
    {
        Story story = Covered(Stories.Lure());
        story.Findings.Clear();
        story.Mails.Clear();
        Mail mail = story.Mail(
            At(10, 9),
            MailStatus.Delivered,
            attachments: [new MailAttachment("Job.iso", "application/octet-stream", "", 9, "00", [])]
        );
        story.Analytic(
            "Spear-phishing mail",
            Level.High,
            "T1566.001",
            [mail],
            Recipient(Amal),
            Sender("jobs@lure.example")
        );
        story.Covered(LogKind.WindowsProcess, "windows/sysmon", "ws-9.lab.example");
        Assert.Equal("does not say where", Assert.Single(story.Target(Amal).MissingLogs).Reason);
        story.SignIn("amal", At(9, 8), SignInVerdict.Succeeded, "10.0.0.7", system: "windows", host: "ws-7");
        Assert.Equal(Outcome.Unknown, story.OutcomeOf(Amal));
        story.Covered(LogKind.WindowsProcess, "windows/sysmon", "ws-7.lab.example");
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
    }

    [Fact]
    public void Ordinary_mails_of_a_suppliers_mailbox_that_was_taken_are_no_lures()
    {
        Story story = Covered(Stories.Lure());
        Mail other = story.Mail(At(10, 9, 5), MailStatus.Delivered, recipients: ["bo@lab.example"]);
        story.Mails[^1] = other with { Subject = "Delivery note 7", MessageId = "7@lure.example" };
        Assert.DoesNotContain(story.One().Targets, t => t.Observable.Value == "bo@lab.example");
        Assert.DoesNotContain(
            story.Target(Amal).Evidence,
            e => e.Statement.Contains("as one of 2", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_request_that_nobody_can_be_held_for_leaves_all_unknown()
    {
        Story story = Covered(Stories.Lure());
        story.Findings.Clear();
        Mail mail = story.Mail(
            At(10, 9),
            MailStatus.Delivered,
            "https://portal.lure.example/job",
            [Amal, "bo@lab.example"]
        );
        story.Analytic(
            "Spear-phishing mail",
            Level.High,
            "T1566.002",
            [mail],
            Recipient(Amal),
            Recipient("bo@lab.example"),
            Sender("jobs@lure.example")
        );
        story.Request(At(10, 9, 20), Lure, "POST", client: "10.0.0.77");
        Assert.All(story.One().Targets, t => Assert.Equal(Outcome.Unknown, t.Outcome));
        Assert.Contains(story.Target(Amal).MissingLogs, m => m.Reason == "does not say who");
    }

    [Theory]
    [InlineData("GET", 10, Outcome.Failed)]
    [InlineData("POST", 10, Outcome.CredentialExposed)]
    [InlineData("POST", 8, Outcome.Failed)]
    public void A_host_below_the_senders_domain_that_nobody_asked_for_before_is_the_lures(
        string method,
        int firstDay,
        Outcome expected
    )
    {
        Story story = Traced(Covered(new Story().Life(20, Stories.People)));
        story.Request(At(firstDay, 9, 10), Lure, "GET", "bo@lab.example");
        story.Request(At(10, 9, 20), Lure, method, Amal);
        Assert.Equal(expected, story.OutcomeOf(Amal));
    }

    [Fact]
    public void A_trace_does_not_let_a_look_up_below_the_senders_domain_go_by()
    {
        Story story = Traced(new Story().Life(20, Stories.People).CloudCovered().Covered(LogKind.Dns, "dns/dns"));
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
        story.Request(At(10, 9, 20), "notlure.example", "", Amal);
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
        story.Request(At(10, 9, 20), Lure, "", Amal);
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        Assert.Equal(LogKind.Proxy, Assert.Single(target.MissingLogs).Kind);
    }

    // A mail that only a trace tells of: from whom and to whom, and nothing of what stands in it.
    private static Story Traced(Story story)
    {
        Mail mail = story.Mail(At(10, 9), MailStatus.Delivered);
        story.Mails[^1] = mail with { IsWhole = false };
        story.SignIn("amal", At(9, 8), SignInVerdict.Succeeded, "10.0.0.7", system: "windows", host: "ws-7");
        story.Covered(LogKind.WindowsProcess, "windows/sysmon", "ws-7.lab.example");
        story.Analytic(
            "Spear-phishing mail",
            Level.High,
            "T1566.002",
            [story.Mails[^1]],
            Recipient(Amal),
            Sender("jobs@lure.example"),
            new FindingEntity(new Observable(ObservableKind.Domain, "lure.example"), EntityRole.Source)
        );
        return story;
    }

    [Fact]
    public void A_sign_in_from_new_infrastructure_after_the_password_was_sent_is_access()
    {
        Story story = Covered(Stories.Lure());
        story.Request(At(10, 9, 20), Lure, "POST", Amal);
        story.SignIn(Amal, At(10, 10, 5), SignInVerdict.Succeeded, "198.51.100.9", "Mozilla/5.0 (other)", right: true);
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.AccessGained, target.Outcome);
        Assert.Equal("the password given to the lure", target.Mechanism);
    }

    [Fact]
    public void Something_that_runs_needs_the_processes()
    {
        Story story = Covered(new Story().Life(20, Stories.People));
        Mail mail = story.Mail(
            At(10, 9),
            MailStatus.Delivered,
            attachments: [new MailAttachment("job.iso", "", "iso", 100, "", [])]
        );
        story.Analytic(
            "Spear-phishing mail",
            Level.High,
            "T1566.001",
            [mail],
            Recipient(Amal),
            Sender("jobs@lure.example")
        );
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        Assert.Equal(LogKind.WindowsProcess, Assert.Single(target.MissingLogs).Kind);
    }

    [Fact]
    public void Lure_sign_in_and_rule_are_one_incident_across_kinds_of_logs()
    {
        Story story = Covered(Stories.Lure());
        SignIn success = story.SignIn(
            Amal,
            At(10, 9, 40),
            SignInVerdict.Succeeded,
            "198.51.100.9",
            "Mozilla/5.0 (other)",
            right: true
        );
        story.Analytic(
            "Sign-in from a new network after a lure",
            Level.Medium,
            "T1078.004",
            [success],
            Account(Amal),
            From("198.51.100.9")
        );
        AccountAction rule = story.Action(Amal, At(10, 11), AccountActionKind.InboxRule, "198.51.100.9");
        story.Analytic(
            "Inbox rule that hides mail",
            Level.High,
            "T1564.008",
            [rule],
            Account(Amal),
            From("198.51.100.9")
        );
        story.Action("adm@lab.example", At(11, 9), AccountActionKind.Removed, target: Amal);
        Incident incident = story.One();
        Assert.Equal(Outcome.FollowOn, incident.Outcome);
        Assert.Equal(2, incident.Links.Count);
        Assert.Contains(
            incident.Links,
            l =>
                l.Statement.Contains("the lure's recipient amal@lab.example", StringComparison.Ordinal)
                && l.Statement.Contains("40 minutes later", StringComparison.Ordinal)
        );
        Assert.Equal(3, incident.FindingCount);
        Assert.Equal(
            "A rule, consent or permission was taken back, first at 2026-03-13 09:00:00Z",
            incident.Targets[0].Containment?.Statement
        );
    }
}

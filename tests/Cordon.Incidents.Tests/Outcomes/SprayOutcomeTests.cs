using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Tests.Support;
using static Cordon.Incidents.Tests.Support.Story;

namespace Cordon.Incidents.Tests.Outcomes;

public sealed class SprayOutcomeTests
{
    private const string Amal = "amal@lab.example";

    [Fact]
    public void All_rejected_and_all_covered_is_failed()
    {
        Story story = Stories.Spray().CloudCovered();
        Assert.All(story.One().Targets, t => Assert.Equal(Outcome.Failed, t.Outcome));
        Assert.Equal(6, story.One().Targets.Count);
        Assert.All(story.One().Targets, t => Assert.NotEmpty(t.Evidence.SelectMany(e => e.Events)));
        Assert.All(story.One().Targets, t => Assert.NotEmpty(t.Evidence.SelectMany(e => e.Findings)));
    }

    [Fact]
    public void Without_the_non_interactive_sign_ins_it_is_unknown_and_that_log_is_named()
    {
        Story story = Stories.Spray().Covered(LogKind.CloudSignIn, "azure/signinlogs");
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        MissingLog missing = Assert.Single(target.MissingLogs);
        Assert.Equal(LogKind.CloudSignInNonInteractive, missing.Kind);
        Assert.Equal("not there", missing.Reason);
        Assert.Contains("non-interactive", missing.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11, 30, "not there")]
    [InlineData(0, 10, "not there")]
    public void A_log_of_another_time_does_not_serve(int from, int until, string reason)
    {
        Story story = Stories
            .Spray()
            .Covered(LogKind.CloudSignIn, "azure/signinlogs", from: from, until: until)
            .Covered(LogKind.CloudSignInNonInteractive, "azure/noninteractiveusersigninlogs");
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        Assert.Equal(reason, Assert.Single(target.MissingLogs).Reason);
    }

    [Fact]
    public void A_gap_in_the_time_of_grace_makes_it_unknown()
    {
        Story story = Stories.Spray().CloudCovered();
        story.Coverage[0] = story.Coverage[0] with { Gaps = [new TimeGap(At(10, 4), At(10, 9), "no records")] };
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        Assert.Equal("has a gap", Assert.Single(target.MissingLogs).Reason);
    }

    [Theory]
    [InlineData(6, 12, Outcome.Unknown)]
    [InlineData(60, 70, Outcome.Unknown)]
    [InlineData(115, 119, Outcome.Unknown)]
    [InlineData(-12, -6, Outcome.Unknown)]
    [InlineData(-60, -40, Outcome.Failed)]
    [InlineData(190, 200, Outcome.Failed)]
    public void A_gap_anywhere_in_a_long_spray_leaves_all_unknown_whom_it_may_have_tried(
        int from,
        int until,
        Outcome expected
    )
    {
        // One try each in five days: whoever was tried before the gap may have been tried in it again.
        Story story = new Story().Life(25, Stories.People).CloudCovered();
        List<Activity> tries = [];
        for (int i = 0; i < 6; i++)
        {
            tries.Add(
                story.SignIn(
                    Stories.People[i],
                    At(10, 3).AddHours(24 * i),
                    SignInVerdict.Rejected,
                    $"198.51.100.{i + 1}",
                    AttackerAgent,
                    "50126",
                    false
                )
            );
        }

        story.Analytic("Password spray", Level.High, "T1110.003", tries, [.. Stories.People.Select(Account)]);
        story.Coverage[0] = story.Coverage[0] with
        {
            Gaps = [new TimeGap(At(10, 3).AddHours(from), At(10, 3).AddHours(until), "no records")],
        };
        Assert.Equal(expected, story.OutcomeOf("bo@lab.example"));
    }

    [Fact]
    public void A_gap_between_two_findings_of_one_attack_leaves_unknown_who_was_tried_before_or_after_it()
    {
        Story story = Stories.Spray().CloudCovered();
        SignIn[] later =
        [
            .. Stories.People.Select(
                (p, i) =>
                    story.SignIn(
                        p,
                        At(13, 3, i * 5),
                        SignInVerdict.Rejected,
                        $"198.51.100.{i + 101}",
                        AttackerAgent,
                        "50126",
                        false
                    )
            ),
        ];
        story.Analytic("Password spray", Level.High, "T1110.003", later, [.. Stories.People.Select(Account)]);
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
        story.Coverage[0] = story.Coverage[0] with { Gaps = [new TimeGap(At(11, 12), At(12, 12), "no records")] };
        Assert.Equal(Outcome.Unknown, story.OutcomeOf(Amal));
    }

    [Fact]
    public void An_attack_under_the_name_of_the_browser_of_the_house_makes_no_ordinary_sign_in_a_breach()
    {
        string[] sprayed = [.. Enumerable.Range(0, 60).Select(i => $"person{i}@lab.example")];
        Story story = new Story().Life(20, Stories.People).CloudCovered();
        SignIn[] tries =
        [
            .. sprayed
                .Concat(Stories.People)
                .Select(
                    (p, i) =>
                        story.SignIn(
                            p,
                            At(10, 3, i % 60),
                            SignInVerdict.Rejected,
                            $"198.51.100.{i + 1}",
                            OfficeAgent,
                            "50126",
                            false
                        )
                ),
        ];
        story.Analytic(
            "Password spray",
            Level.High,
            "T1110.003",
            tries,
            [.. tries.Select(t => Account(t.Account)), .. tries.Select(t => From(t.Address))]
        );
        story.SignIn(Amal, At(10, 3, 40), SignInVerdict.Succeeded, "203.0.113.9", OfficeAgent, "0", true);
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
    }

    [Fact]
    public void A_log_of_which_many_rows_could_not_be_read_proves_no_negative()
    {
        Story story = Stories.Spray().CloudCovered();
        story.Coverage[0] = story.Coverage[0] with { Rejected = 50 };
        Assert.Equal(Outcome.Unknown, story.OutcomeOf(Amal));
    }

    [Fact]
    public void A_success_of_the_tool_is_access()
    {
        Story story = Stories.Spray().CloudCovered();
        SignIn success = story.SignIn(
            Amal,
            At(10, 3, 40),
            SignInVerdict.Succeeded,
            "198.51.100.77",
            AttackerAgent,
            "0",
            true
        );
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.AccessGained, target.Outcome);
        Assert.Equal("the guessing tool itself", target.Mechanism);
        Assert.Equal(success.Origin, target.Evidence[0].Events[0]);
        Assert.True(target.Probability > 0.9);
        Assert.Equal(Outcome.Failed, story.OutcomeOf("bo@lab.example"));
    }

    [Fact]
    public void A_success_from_the_habitual_device_between_the_tries_is_no_breach()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 3, 20), SignInVerdict.Succeeded, "192.0.2.10", device: "pc-" + Amal);
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
    }

    [Fact]
    public void A_success_from_home_that_shares_nothing_with_the_tries_is_no_breach()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 20), SignInVerdict.Succeeded, "203.0.113.9", "Mozilla/5.0 (phone)");
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
    }

    [Fact]
    public void A_success_from_the_address_that_tried_is_access_though_by_a_browser()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 3, 30), SignInVerdict.Succeeded, "198.51.100.1", "Mozilla/5.0 (other)", right: true);
        Assert.Equal(Outcome.AccessGained, story.OutcomeOf(Amal));
    }

    [Theory]
    [InlineData("50076")]
    [InlineData("53003")]
    public void A_right_password_that_was_stopped_is_exposed(string code)
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 3, 40), SignInVerdict.Stopped, "198.51.100.77", AttackerAgent, code, true);
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.CredentialExposed, target.Outcome);
        Assert.Contains(code, target.Evidence[0].Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_password_typed_on_the_own_device_is_not_exposed()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(
            Amal,
            At(10, 8),
            SignInVerdict.Stopped,
            "192.0.2.10",
            code: "50055",
            right: true,
            device: "pc-" + Amal
        );
        Assert.Equal(Outcome.Failed, story.OutcomeOf(Amal));
    }

    [Fact]
    public void Tries_that_a_control_stopped_are_blocked_even_without_the_other_logs()
    {
        Story story = Stories.Spray("50053", SignInVerdict.Blocked, null);
        Assert.Equal(Outcome.Blocked, story.OutcomeOf(Amal));
    }

    [Fact]
    public void Rejected_then_locked_is_blocked_where_covered_and_unknown_where_not()
    {
        Story story = Stories.Spray();
        story.SignIn(Amal, At(10, 3, 30), SignInVerdict.Blocked, "198.51.100.80", AttackerAgent, "50053");
        Assert.Equal(Outcome.Unknown, story.OutcomeOf(Amal));
        Assert.Equal(Outcome.Blocked, story.CloudCovered().OutcomeOf(Amal));
    }

    [Fact]
    public void A_code_that_no_table_knows_is_never_failed()
    {
        Story story = Stories.Spray("99999", SignInVerdict.Unknown, null).CloudCovered();
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.Unknown, target.Outcome);
        Assert.Contains(
            target.MissingLogs,
            m => m.Reason == "holds results that no table knows" && m.Remedy.Contains("99999", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_rule_made_after_the_access_is_follow_on_and_the_advice_says_to_undo_it()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 3, 40), SignInVerdict.Succeeded, "198.51.100.77", AttackerAgent, "0", true);
        story.Action(Amal, At(10, 4, 10), AccountActionKind.InboxRule, operation: "New-InboxRule");
        Incident incident = story.One();
        Assert.Equal(Outcome.FollowOn, incident.Outcome);
        Assert.Contains("access to amal@lab.example was used", incident.Title, StringComparison.Ordinal);
        Assert.Contains(
            incident.Advice,
            a => a.Contains("Reset the password of amal@lab.example", StringComparison.Ordinal)
        );
        Assert.Contains(incident.Advice, a => a.Contains("made an inbox rule", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_the_owner_made_before_or_from_the_office_is_not_the_attackers()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 3, 40), SignInVerdict.Succeeded, "198.51.100.77", AttackerAgent, "0", true);
        story.Action(Amal, At(9, 4), AccountActionKind.InboxRule);
        story.Action(Amal, At(10, 9), AccountActionKind.InboxRule, "192.0.2.10");
        Assert.Equal(Outcome.AccessGained, story.OutcomeOf(Amal));
    }

    [Fact]
    public void Containment_is_told_with_the_time_it_took_and_does_not_change_the_outcome()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 3, 40), SignInVerdict.Succeeded, "198.51.100.77", AttackerAgent, "0", true);
        story.Action("adm@lab.example", At(10, 9, 40), AccountActionKind.SessionsRevoked, target: Amal);
        IncidentTarget target = story.Target(Amal);
        Assert.Equal(Outcome.AccessGained, target.Outcome);
        Assert.Equal(TimeSpan.FromHours(6), target.Containment?.After);
        Assert.Null(story.Target("bo@lab.example").Containment);
    }

    [Fact]
    public void A_password_that_the_attacker_changed_is_no_containment()
    {
        Story story = Stories.Spray().CloudCovered();
        story.SignIn(Amal, At(10, 3, 40), SignInVerdict.Succeeded, "198.51.100.77", AttackerAgent, "0", true);
        story.Action(Amal, At(10, 3, 50), AccountActionKind.PasswordReset, "198.51.100.77");
        Assert.Null(story.Target(Amal).Containment);
    }

    [Fact]
    public void A_spray_of_the_own_scanner_is_not_an_attack()
    {
        Story story = new Story().Life(20, Stories.People).CloudCovered();
        SignIn[] tries =
        [
            .. Stories.People.Select(
                (p, i) =>
                    story.SignIn(p, At(10, 3, i), SignInVerdict.Rejected, "203.0.113.250", "scanner/1", "50126", false)
            ),
        ];
        story.Analytic(
            "Password spray",
            Level.High,
            "T1110.003",
            tries,
            [.. Stories.People.Select(Account), From("203.0.113.250")]
        );
        Assert.Equal(Outcome.NotAnAttack, story.One().Outcome);
    }

    [Fact]
    public void On_computers_the_security_log_of_that_computer_is_needed()
    {
        Story story = new();
        SignIn[] tries =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i =>
                    story.SignIn(
                        "amal",
                        At(10, 3, i),
                        SignInVerdict.Rejected,
                        "198.51.100.1",
                        "KALI",
                        "0xc000006a",
                        false,
                        "windows",
                        "srv1"
                    )
                ),
        ];
        story.Analytic("Password guessing", Level.High, "T1110.001", tries, Account("amal"), From("198.51.100.1"));
        story.Covered(LogKind.WindowsSecurity, "windows/Security", "SRV2.lab.example");
        Assert.Equal(Outcome.Unknown, story.OutcomeOf("amal"));
        story.Covered(LogKind.WindowsSecurity, "windows/Security", "SRV1.lab.example");
        Assert.Equal(Outcome.Failed, story.OutcomeOf("amal"));
    }

    [Fact]
    public void On_sshd_the_one_benign_success_of_somebody_else_is_no_breach()
    {
        Story story = new();
        SignIn[] tries =
        [
            .. Enumerable
                .Range(0, 30)
                .Select(i =>
                    story.SignIn(
                        "root",
                        At(10, 6, i),
                        SignInVerdict.Rejected,
                        "198.51.100.1",
                        "",
                        "",
                        false,
                        "sshd",
                        "lab"
                    )
                ),
        ];
        story.SignIn("fz", At(10, 6, 40), SignInVerdict.Succeeded, "203.0.113.40", "", "", true, "sshd", "lab");
        story.Analytic(
            "Password guessing",
            Level.High,
            "T1110.001",
            tries,
            Account("root"),
            From("198.51.100.1"),
            new FindingEntity(new Observable(ObservableKind.Host, "lab"), EntityRole.Target)
        );
        story.Covered(LogKind.LinuxAuthentication, "linux/sshd", "lab");
        Assert.All(story.One().Targets, t => Assert.Equal(Outcome.Failed, t.Outcome));
    }
}

using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Sector.Tests.Support;
using Cordon.Sector.Warnings;
using static Cordon.Sector.Tests.Support.Case;

namespace Cordon.Sector.Tests;

/// <summary>Who is warned and why: by what the logs show, not by ties.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void A_tie_by_itself_makes_no_warning()
    {
        Case story = new Case().Reached("amal@lab.example", At(10, 9));
        Assert.Empty(story.Warnings());
    }

    [Fact]
    public void Mail_that_the_attacker_sent_with_an_account_warns_its_recipient()
    {
        Case story = new Case().Reached("amal@lab.example", At(10, 9));
        Mail mail = story.Mail(At(10, 11), "amal@lab.example", "ops@coldchain.example", "Invoice");
        story.Found("T1534", mail);
        Warning warning = Assert.Single(story.Warnings());
        WarningReason reason = Assert.Single(warning.Reasons);
        Assert.Equal("Example Cold Chain", warning.Recipient.Name);
        Assert.Equal(WarningReasonKind.MailSent, reason.Kind);
        Assert.Equal(mail.Origin, Assert.Single(reason.Events));
        Assert.Equal(story.Findings[0].Id, Assert.Single(reason.Findings));
        Assert.InRange(reason.Probability, 0.94, 0.96);
        Assert.Contains("amal@lab.example", reason.Statement, StringComparison.Ordinal);
        Assert.DoesNotContain("amal", reason.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_of_the_time_that_nothing_ties_to_the_attacker_is_told_as_less_sure()
    {
        Case story = new Case().Reached("amal@lab.example", At(10, 9));
        story.Mail(At(10, 11), "amal@lab.example", "ops@coldchain.example");
        WarningReason sent = Assert.Single(story.Warnings()).Reasons.Single(r => r.Kind == WarningReasonKind.MailSent);
        Assert.InRange(sent.Probability, 0.4, 0.5);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Mail_before_access_or_after_containment_is_the_owners(int hour)
    {
        Case story = new Case().Reached("amal@lab.example", At(10, 9), At(10, 15));
        story.Mail(At(10, hour), "amal@lab.example", "ops@coldchain.example");
        Assert.DoesNotContain(story.Warnings().SelectMany(w => w.Reasons), r => r.Kind == WarningReasonKind.MailSent);
    }

    [Fact]
    public void A_mailbox_that_holds_a_suppliers_mail_warns_him_and_reading_makes_it_surer()
    {
        Case story = new Case().Reached("amal@lab.example", At(10, 9));
        story.Mail(At(2, 9), "ops@coldchain.example", "amal@lab.example");
        double readable = Assert.Single(story.Warnings()).Likelihood;
        story.Actions.Add(
            new AccountAction
            {
                Origin = story.Origin(At(10, 10), "audit.csv"),
                Time = At(10, 10),
                System = "m365",
                Kind = AccountActionKind.MailSync,
                Account = "amal@lab.example",
                Address = Attacker,
            }
        );
        Warning read = Assert.Single(story.Warnings());
        Assert.Equal(WarningReasonKind.Correspondence, Assert.Single(read.Reasons).Kind);
        Assert.True(read.Likelihood > readable + 0.2);
        Assert.Equal("audit.csv", read.Reasons[0].Events[0].Source);
    }

    [Theory]
    [InlineData(SignInVerdict.Succeeded, WarningReasonKind.AccountUsed)]
    [InlineData(SignInVerdict.Stopped, WarningReasonKind.PasswordKnown)]
    [InlineData(SignInVerdict.Rejected, WarningReasonKind.AccountTried)]
    public void A_suppliers_account_from_the_attackers_address_warns_him(SignInVerdict verdict, WarningReasonKind kind)
    {
        var story = new Case();
        story.SignIn(At(10, 12), "glassworks-service", verdict, Attacker);
        story.SignIn(At(10, 13), "glassworks-service", SignInVerdict.Succeeded, "192.0.2.8");
        Warning warning = Assert.Single(story.Warnings());
        Assert.Equal("Glassworks", warning.Recipient.Name);
        Assert.Equal(kind, Assert.Single(warning.Reasons).Kind);
        Assert.Equal(1, warning.Reasons[0].EventCount);
        Assert.True(warning.IsForRecipientOnly);
        Assert.DoesNotContain("glassworks-service", warning.Reasons[0].Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dispatch_coldchain.example#EXT#@lab.onmicrosoft.com", true)]
    [InlineData("dispatch@coldchain.example", true)]
    [InlineData("dispatch_other.example#EXT#@lab.onmicrosoft.com", false)]
    [InlineData("dispatch@notcoldchain.example", false)]
    public void Guests_are_known_by_their_home(string account, bool isTheirs)
    {
        var story = new Case();
        story.SignIn(At(10, 12), account, SignInVerdict.Succeeded, Attacker, "entra");
        Assert.Equal(isTheirs, story.Warnings().Any(w => w.Recipient.Name == "Example Cold Chain"));
    }

    [Theory]
    [InlineData("pass", WarningReasonKind.LureFromDomain)]
    [InlineData("fail", WarningReasonKind.NameBorrowed)]
    public void A_lure_from_a_suppliers_domain_says_he_is_broken_into_or_borrowed_by_the_checks(
        string dmarc,
        WarningReasonKind kind
    )
    {
        var story = new Case();
        Mail lure = story.Mail(At(10, 9), "ops@coldchain.example", "amal@lab.example", dmarc: dmarc);
        story.Found("T1566.002", lure);
        Warning warning = Assert.Single(story.Warnings());
        Assert.Equal(kind, Assert.Single(warning.Reasons).Kind);
        Assert.Equal(kind == WarningReasonKind.LureFromDomain, warning.IsForRecipientOnly);
    }

    [Fact]
    public void A_supplier_whose_domain_is_like_anothers_does_not_pose_as_him()
    {
        var story = new Case();
        story.Organisation = story.Organisation with
        {
            Suppliers =
            [
                new Supplier("Five", ["partner05.example"], []),
                new Supplier("Two", ["partner02.example"], []),
            ],
        };
        story.Found("T1566.002", story.Mail(At(10, 9), "ops@partner02.example", "amal@lab.example", dmarc: "pass"));
        Assert.Equal("Two", Assert.Single(story.Warnings()).Recipient.Name);
    }

    [Theory]
    [InlineData("c0ldchain.example", "")]
    [InlineData("coldchain-deliveries.example", "")]
    [InlineData("coldchian.example", "")]
    [InlineData("mailer.example.net", "Example Cold Chain Dispatch")]
    public void A_lure_that_poses_as_a_supplier_warns_him(string domain, string shown)
    {
        var story = new Case();
        Mail lure = story.Mail(At(10, 9), "ops@" + domain, "amal@lab.example", name: shown);
        story.Found("T1566.002", lure);
        Warning warning = Assert.Single(story.Warnings());
        Assert.Equal(WarningReasonKind.NameBorrowed, Assert.Single(warning.Reasons).Kind);
        Assert.Contains(warning.LookFor, s => s.Observable.Value == "ops@" + domain);
    }

    [Fact]
    public void A_lure_addressed_to_a_supplier_too_warns_him()
    {
        var story = new Case();
        Mail lure = story.Mail(At(10, 9), "jobs@lure.example", "amal@lab.example,ops@coldchain.example");
        story.Found("T1566.002", lure);
        Assert.Equal(WarningReasonKind.Addressed, Assert.Single(Assert.Single(story.Warnings()).Reasons).Kind);
    }

    [Fact]
    public void An_ordinary_mail_of_a_supplier_is_no_reason()
    {
        var story = new Case();
        story.Mail(At(10, 9), "ops@coldchain.example", "amal@lab.example", dmarc: "pass");
        story.Found("T1566.002", story.Mail(At(10, 10), "jobs@lure.example", "amal@lab.example"));
        Assert.Empty(story.Warnings());
    }

    [Fact]
    public void What_is_hardly_an_attack_warns_nobody()
    {
        var story = new Case { Probability = 0.3 };
        story.SignIn(At(10, 12), "glassworks-service", SignInVerdict.Succeeded, Attacker);
        Assert.Empty(story.Warnings());
    }
}

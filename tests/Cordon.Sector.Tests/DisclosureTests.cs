using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Sector.Tests.Support;
using Cordon.Sector.Warnings;
using static Cordon.Sector.Tests.Support.Case;

namespace Cordon.Sector.Tests;

/// <summary>What a warning gives away: the attacker's observables, and nobody's name.</summary>
public sealed class DisclosureTests
{
    private static Warning WarningWith(Action<Case> more)
    {
        Case story = new Case().Reached("amal.berg@lab.example", At(10, 9));
        story.Found("T1534", story.Mail(At(10, 11), "amal.berg@lab.example", "ops@coldchain.example", "Invoice 7"));
        more(story);
        return story.Warnings().Single(w => w.Recipient.Name == "Example Cold Chain");
    }

    private static IEnumerable<string> ValuesOf(Warning warning) => warning.LookFor.Select(s => s.Observable.Value);

    [Theory]
    [InlineData("198.51.100.61", true)]
    [InlineData("2001:db8::7", true)]
    [InlineData("10.20.4.27", false)]
    [InlineData("192.0.2.8", false)]
    [InlineData("fd00::1", false)]
    public void Inner_addresses_and_the_organisations_own_stay_inside(string address, bool isTold)
    {
        Warning warning = WarningWith(c => c.Sources.Add(new Observable(ObservableKind.Address, address)));
        Assert.Equal(isTold, ValuesOf(warning).Contains(address));
    }

    [Fact]
    public void An_address_that_people_sign_in_from_is_not_told()
    {
        Warning warning = WarningWith(c =>
        {
            c.SignIn(At(2, 9), "bo@lab.example", SignInVerdict.Succeeded, "203.0.113.5");
            c.Sources.Add(new Observable(ObservableKind.Address, "203.0.113.5"));
        });
        Assert.DoesNotContain("203.0.113.5", ValuesOf(warning));
        Assert.Contains(Attacker, ValuesOf(warning));
    }

    [Theory]
    [InlineData("https://lure.example/download/offer.iso", true)]
    [InlineData("https://lure.example/x?u=amal.berg@lab.example", false)]
    [InlineData("https://lure.example/amal.berg/offer", false)]
    [InlineData("https://lure.example/AmalBerg", false)]
    [InlineData("https://lure.example/YW1hbC5iZXJnQGxhYi5leGFtcGxl", false)]
    [InlineData("https://lure.example/amal%2Eberg", false)]
    public void A_link_that_names_a_person_is_told_by_its_domain_only(string link, bool isTold)
    {
        Warning warning = WarningWith(c =>
            c.Found("T1566.002", c.Mail(At(10, 8), "jobs@lure.example", "amal.berg@lab.example", link: link))
        );
        Assert.Equal(isTold, ValuesOf(warning).Contains(link));
        Assert.Contains("lure.example", ValuesOf(warning));
    }

    [Fact]
    public void A_subject_with_a_name_is_left_out_and_others_are_told()
    {
        Warning warning = WarningWith(c =>
            c.Found("T1566.002", c.Mail(At(10, 8), "jobs@lure.example", "amal.berg@lab.example", "For Amal.Berg only"))
        );
        Assert.Equal(["Invoice 7"], warning.Subjects);
    }

    [Fact]
    public void Another_suppliers_mailbox_and_domain_are_not_told()
    {
        Warning warning = WarningWith(c =>
            c.Found(
                "T1566.002",
                c.Mail(At(10, 8), "sales@glassworks.example", "amal.berg@lab.example", "From Glassworks", dmarc: "pass")
            )
        );
        Assert.DoesNotContain(ValuesOf(warning), v => v.Contains("glassworks", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("From Glassworks", warning.Subjects);
    }

    [Fact]
    public void A_domain_of_ordinary_life_is_not_told()
    {
        Warning warning = WarningWith(c =>
        {
            c.Mail(At(1, 8), "news@journal.example", "bo@lab.example", link: "https://journal.example/a");
            c.Found(
                "T1566.002",
                c.Mail(At(10, 8), "jobs@lure.example", "amal.berg@lab.example", link: "https://journal.example/b")
            );
        });
        Assert.DoesNotContain("journal.example", ValuesOf(warning));
    }

    [Fact]
    public void An_address_that_is_only_shown_is_its_owners_and_not_told()
    {
        Warning warning = WarningWith(c =>
        {
            Mail mail = c.Mail(At(10, 8), "jobs@lure.example", "amal.berg@lab.example");
            c.Mails.Remove(mail);
            mail = mail with
            {
                Links =
                [
                    new MailLink("https://lure.example/a", "https://agency.example/form"),
                    new MailLink("https://agency.example/form", ""),
                ],
            };
            c.Mails.Add(mail);
            c.Found("T1566.002", mail);
        });
        Assert.Contains("https://lure.example/a", ValuesOf(warning));
        Assert.DoesNotContain(ValuesOf(warning), v => v.Contains("agency.example", StringComparison.Ordinal));
    }

    [Fact]
    public void Browsers_and_computers_names_are_not_told_and_tools_are()
    {
        Warning warning = WarningWith(c =>
        {
            c.Sources.Add(new Observable(ObservableKind.UserAgent, "Mozilla/5.0 (X11)"));
            c.Sources.Add(new Observable(ObservableKind.UserAgent, "python-requests/2.25"));
            c.Sources.Add(new Observable(ObservableKind.Host, "WS-ASSAY07"));
        });
        Assert.Contains("python-requests/2.25", ValuesOf(warning));
        Assert.DoesNotContain(
            ValuesOf(warning),
            v => v.StartsWith("Mozilla", StringComparison.Ordinal) || v.Contains("WS-", StringComparison.Ordinal)
        );
    }
}

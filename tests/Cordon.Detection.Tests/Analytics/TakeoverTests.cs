using Cordon.Detection.Analytics;
using Cordon.Detection.Analytics.Sector;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>Strange sign-ins that company makes an attack: lures, refused requests, changes, answers, and what other organisations saw.</summary>
public sealed class TakeoverTests
{
    private const string Victim = "u0003@lab.example";
    private const string Stranger = "100.64.7.9";
    private const string Rule = "cordon-analytic-takeover";
    private readonly SignInWorld _world = new(20, 7);
    private readonly List<Mail> _mails = [];

    [Fact]
    public void A_strange_sign_in_alone_is_not_told()
    {
        SignIn();
        Assert.DoesNotContain(Run(), f => f.Rule.Id == Rule);
    }

    [Fact]
    public void A_strange_sign_in_that_the_defenders_answered_is_told_with_their_answer()
    {
        SignIn signIn = SignIn();
        Act(AccountActionKind.PasswordReset, signIn.Time.AddHours(5), "admin@lab.example", "192.0.2.1");
        Act(AccountActionKind.SessionsRevoked, signIn.Time.AddHours(5.1), "admin@lab.example", "192.0.2.1");
        Finding finding = Assert.Single(Run(), f => f.Rule.Id == Rule);
        Assert.Contains("answered", finding.Reason, StringComparison.Ordinal);
        Assert.Contains(finding.Entities, e => e.Observable is { Kind: ObservableKind.Address, Value: Stranger });
        Assert.Equal(3, finding.Correlation!.EventCount);
    }

    [Fact]
    public void A_change_from_the_strange_place_is_told_and_one_from_the_owners_is_not()
    {
        SignIn signIn = SignIn();
        Act(AccountActionKind.InboxRule, signIn.Time.AddMinutes(9), Victim, "192.0.2.1");
        Assert.DoesNotContain(Run(), f => f.Rule.Id == Rule);
        Act(AccountActionKind.InboxRule, signIn.Time.AddMinutes(12), Victim, Stranger);
        Act(AccountActionKind.SecondFactorMethod, signIn.Time.AddMinutes(20), Victim, Stranger);
        Assert.Single(Run(), f => f.Rule.Id == Rule);
    }

    [Fact]
    public void Reading_mail_on_a_journey_is_no_change()
    {
        SignIn signIn = SignIn();
        for (int i = 0; i < 5; i++)
        {
            Act(AccountActionKind.MailRead, signIn.Time.AddMinutes(i), Victim, Stranger);
            Act(AccountActionKind.FileDownload, signIn.Time.AddMinutes(i), Victim, Stranger);
        }

        Assert.DoesNotContain(Run(), f => f.Rule.Id == Rule);
    }

    [Fact]
    public void A_lure_that_only_a_trace_tells_of_counts_with_what_followed_and_not_long_before()
    {
        SignIn signIn = SignIn();
        Trace(
            signIn.Time.AddDays(-9),
            "nina.holt@talent-search.example",
            "Confidential job offer, salary and description"
        );
        Assert.DoesNotContain(Run(), f => f.Rule.Id == Rule);
        Trace(
            signIn.Time.AddHours(-3),
            "jon.holt@talent-office.example",
            "Confidential job offer, salary and description"
        );
        Finding finding = Assert.Single(Run(), f => f.Rule.Id == Rule);
        Assert.Contains("job offer", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("T1566", finding.Rule.Techniques);
        // By itself the mail is none that is told: its sender is not held for an attacker everywhere.
        Assert.DoesNotContain(
            finding.Entities,
            e => e is { Role: EntityRole.Source, Observable.Value: "talent-office.example" }
        );
    }

    [Fact]
    public void Requests_that_were_refused_before_count()
    {
        DateTime time = _world.At(15, 3);
        Prompt(time.AddMinutes(-9));
        Prompt(time.AddMinutes(-5));
        SignIn signIn = SignIn();
        Act(AccountActionKind.SecondFactorMethod, signIn.Time.AddMinutes(20), Victim, Stranger);
        Finding finding = Assert.Single(Run(), f => f.Rule.Id == Rule);
        Assert.Contains("2 refused requests", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ext-northwind@vpn.example", true)]
    [InlineData("ext-somebody@vpn.example", false)]
    public void A_suppliers_account_that_leaves_its_only_network_is_told(string account, bool isTold)
    {
        var world = new SignInWorld(20, 7)
        {
            Organisation = new Organisation
            {
                Name = "lab",
                Domains = ["lab.example"],
                Suppliers = [new Supplier("Northwind systems", ["northwind-systems.example"], ["vpn"])],
            },
        };
        for (int day = 1; day < 25; day++)
        {
            world.Add(world.At(day, 14), account, SignInVerdict.Succeeded, "198.51.100.30", on: "vpn");
        }

        world.Add(world.At(20, 3), account, SignInVerdict.Succeeded, Stranger, system: 64999, on: "vpn");
        Assert.Equal(isTold, world.Run().Any(f => f.Rule.Id == Rule));
    }

    [Fact]
    public void Six_tries_at_an_account_that_is_known_from_one_network_only_are_guessing()
    {
        for (int day = 1; day < 25; day++)
        {
            _world.Add(_world.At(day, 14), "service@lab.example", SignInVerdict.Succeeded, "198.51.100.30", on: "vpn");
        }

        for (int i = 0; i < 6; i++)
        {
            DateTime time = _world.At(20, 3).AddSeconds((31 * i) + (i * i));
            _world.Add(time, "service@lab.example", SignInVerdict.Rejected, Stranger, system: 64999, on: "vpn");
            // Whoever signs in from anywhere may err as often.
            _world.Add(time, Victim, SignInVerdict.Rejected, "100.64.8.9", system: 64998);
        }

        Finding finding = Assert.Single(Run());
        Assert.Equal("cordon-analytic-brute-force", finding.Rule.Id);
        Assert.Contains(finding.Entities, e => e.Observable.Value == "service@lab.example");
    }

    [Fact]
    public void An_address_that_is_strange_at_two_organisations_is_told_at_both()
    {
        SignIn();
        var other = new SignInWorld(20, 8) { Organisation = new Organisation { Name = "clinic" } };
        other.Add(other.At(15, 9), other.Accounts[5], SignInVerdict.Succeeded, Stranger, 64999, "NL", "curl/8");
        Finding[][] found = Sector([Timeline(), other.Timeline()]);
        Assert.All(found, f => Assert.Equal("cordon-analytic-sector-sign-in", Assert.Single(f).Rule.Id));
        Assert.DoesNotContain("clinic", found[0][0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_organisation_did_itself_is_no_news_to_it()
    {
        SignIn();
        Assert.Empty(Assert.Single(Sector([Timeline()])));
    }

    [Fact]
    public void A_sender_of_lures_elsewhere_is_told_where_only_a_trace_knows_him()
    {
        DateTime time = _world.At(15, 9);
        Trace(time, "desk@agency-bulletin.example", "Weekly figures");
        Trace(time.AddDays(60), "desk@agency-bulletin.example", "Weekly figures");
        ActivityTimeline clinic = new()
        {
            Organisation = new Organisation { Name = "clinic" },
            Mails =
            [
                new Mail
                {
                    Origin = _world.Origin(time),
                    Time = time,
                    MessageId = "<1@agency-bulletin.example>",
                    From = "desk@agency-bulletin.example",
                    FromName = "World Health Organization",
                    ReplyTo = "desk.who@gmail.com",
                    Subject = "COVID-19: urgent safety measures",
                    Recipients = ["amal@clinic.example"],
                    IsWhole = true,
                },
            ],
        };
        Finding[][] found = Sector([Timeline(), clinic]);
        Finding finding = Assert.Single(found[0]);
        Assert.Equal("cordon-analytic-sector-lure", finding.Rule.Id);
        Assert.Equal(1, finding.Correlation!.EventCount);
        Assert.Empty(found[1]);
    }

    [Fact]
    public void Tries_from_an_address_that_attacked_elsewhere_are_one_finding()
    {
        var other = new SignInWorld(20, 8) { Organisation = new Organisation { Name = "clinic" } };
        for (int i = 0; i < 40; i++)
        {
            other.Add(other.At(15, 9).AddSeconds(i), other.Accounts[i % 20], SignInVerdict.Rejected, Stranger, 64999);
        }

        _world.Add(_world.At(16, 9), _world.Accounts[4], SignInVerdict.Rejected, Stranger, 64999);
        _world.Add(_world.At(16, 11), _world.Accounts[6], SignInVerdict.Rejected, Stranger, 64999);
        Finding[][] found = Sector([Timeline(), other.Timeline()]);
        Finding finding = Assert.Single(found[0]);
        Assert.Equal("cordon-analytic-sector-tries", finding.Rule.Id);
        Assert.Equal(2, finding.Correlation!.EventCount);
        Assert.Empty(found[1]);
    }

    private static Finding[][] Sector(ActivityTimeline[] timelines)
    {
        var knowledge = new SectorKnowledge();
        List<IReadOnlyList<Finding>> alone = [];
        foreach (ActivityTimeline timeline in timelines)
        {
            alone.Add(AnalyticSuite.Run(timeline, AnalyticSettings.Default));
            knowledge.Learn(SectorKnowledge.LessonOf(timeline, AnalyticSettings.Default, alone[^1]));
        }

        return
        [
            .. timelines.Select(
                (t, i) => SectorAnalytic.Run(t, AnalyticSettings.Default, knowledge, alone[i]).ToArray()
            ),
        ];
    }

    private SignIn SignIn() =>
        _world.Add(_world.At(15, 3), Victim, SignInVerdict.Succeeded, Stranger, 64999, "NL", "curl/8");

    private void Prompt(DateTime time) =>
        _world.Add(
            _world.Add(time, Victim, SignInVerdict.Unknown, Stranger, 64999, "NL", "curl/8") with
            {
                Time = time.AddSeconds(1),
                Verdict = SignInVerdict.Stopped,
                IsPasswordRight = true,
                SecondFactor = SecondFactor.Failed,
            }
        );

    private void Act(AccountActionKind kind, DateTime time, string by, string address) =>
        _world.Add(
            new AccountAction
            {
                Origin = _world.Origin(time),
                Time = time,
                System = "entra",
                Kind = kind,
                Account = by,
                Target = Victim,
                Operation = kind.ToString(),
                Address = address,
            }
        );

    private void Trace(DateTime time, string from, string subject) =>
        _mails.Add(
            new Mail
            {
                Origin = _world.Origin(time),
                Time = time,
                MessageId = $"<{_mails.Count}@{from}>",
                From = from,
                Subject = subject,
                Recipients = [Victim],
            }
        );

    private ActivityTimeline Timeline() => _world.Timeline() with { Mails = [.. _mails.OrderBy(m => m.Time)] };

    private IReadOnlyList<Finding> Run() => AnalyticSuite.Run(Timeline(), AnalyticSettings.Default);
}

using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>What looks like an attack and is none, and what is one and looks like nothing, each by itself on a month of twenty people.</summary>
public sealed class SignInTrapsTests
{
    private const string Victim = "u0003@lab.example";

    [Fact]
    public void A_spray_that_two_logs_tell_is_counted_once()
    {
        var world = new SignInWorld(20, 7);
        for (int i = 0; i < 20; i++)
        {
            DateTime time = world.At(10, 3 + (i * 0.01));
            world.Add(time, world.Accounts[i], SignInVerdict.Rejected, "203.0.113.200", agent: "tool");
            world.Add(
                time.AddSeconds(4),
                world.Accounts[i],
                SignInVerdict.Rejected,
                "203.0.113.200",
                agent: "tool",
                on: "m365"
            );
        }

        Finding spray = Assert.Single(world.Run());
        Assert.Equal(20, spray.Correlation!.EventCount);
        Assert.Equal(
            20,
            spray.Entities.Count(e => e is { Role: EntityRole.Target, Observable.Kind: ObservableKind.Account })
        );
    }

    [Fact]
    public void Own_scanners_stay_quiet()
    {
        var world = new SignInWorld(20, 7)
        {
            Organisation = new Organisation { Name = "lab", Scanners = ["203.0.113.0/25"] },
        };
        for (int i = 0; i < 20; i++)
        {
            world.Add(world.At(10, 3), world.Accounts[i], SignInVerdict.Rejected, "203.0.113.7", agent: "scanner");
        }

        Assert.Empty(world.Run());
    }

    [Fact]
    public void A_misconfigured_service_stays_quiet()
    {
        var world = new SignInWorld(20, 7);
        for (int i = 0; i < 24 * 12 * 5; i++)
        {
            world.Add(
                world.At(5, i / 12.0),
                "backup@lab.example",
                SignInVerdict.Rejected,
                "203.0.113.220",
                agent: "backup/1.0"
            );
        }

        Assert.Empty(world.Run());
    }

    [Fact]
    public void Guessing_at_one_account_is_found_with_what_it_won()
    {
        var world = new SignInWorld(20, 7);
        for (int i = 0; i < 60; i++)
        {
            world.Add(
                world.At(9, 2).AddSeconds(7 * i),
                Victim,
                SignInVerdict.Rejected,
                "203.0.113.200",
                agent: "guess"
            );
        }

        world.Add(world.At(9, 2.2), Victim, SignInVerdict.Succeeded, "203.0.113.200", agent: "guess");
        Assert.Equal(
            ["cordon-analytic-brute-force", "cordon-analytic-brute-force-success"],
            world.Run().Select(f => f.Rule.Id)
        );
    }

    [Fact]
    public void A_right_password_that_is_stopped_in_a_spray_is_exposed()
    {
        var world = new SignInWorld(20, 7);
        for (int i = 0; i < 20; i++)
        {
            bool isRight = world.Accounts[i] == Victim;
            world.Add(
                world.At(10, 3 + (i * 0.01)),
                world.Accounts[i],
                isRight ? SignInVerdict.Stopped : SignInVerdict.Rejected,
                "203.0.113.200",
                agent: "tool"
            );
        }

        Finding exposed = Assert.Single(world.Run(), f => f.Rule.Id == "cordon-analytic-credential-exposed");
        Assert.Contains(exposed.Entities, e => e.Observable.Value == Victim && e.Role == EntityRole.Target);
        Assert.DoesNotContain(world.Run(), f => f.Rule.Id.EndsWith("-success", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(3, false)]
    public void Requests_for_a_second_factor_are_told_when_they_are_many(int requests, bool isTold)
    {
        var world = new SignInWorld(20, 7);
        for (int i = 0; i < requests; i++)
        {
            Ask(world, world.At(9, 2).AddMinutes(i), SecondFactor.NotAnswered, SignInVerdict.Stopped);
        }

        Ask(world, world.At(9, 2).AddMinutes(requests), SecondFactor.Satisfied, SignInVerdict.Succeeded);
        string[] told =
        [
            .. world.Run().Select(f => f.Rule.Id).Where(r => r.Contains("fatigue", StringComparison.Ordinal)),
        ];
        Assert.Equal(isTold ? ["cordon-analytic-mfa-fatigue", "cordon-analytic-mfa-fatigue-success"] : [], told);
    }

    [Theory]
    [InlineData("203.0.113.200", 65000, "RU", "other", true)]
    [InlineData("198.19.4.4", 64600, "DE", null, false)]
    public void A_session_in_two_places_is_told_unless_it_is_a_phone_on_its_way(
        string address,
        long system,
        string country,
        string? agent,
        bool isTold
    )
    {
        var world = new SignInWorld(20, 7);
        SignInWorld.Person person = world.People[3];
        SignIn first = world.Add(
            world.At(15, 9),
            Victim,
            SignInVerdict.Succeeded,
            "192.0.2.10",
            agent: person.Phone
        ) with
        {
            Session = "5e551010-0001",
        };
        world.Add(first);
        world.Add(
            first with
            {
                Origin = world.Origin(first.Time.AddHours(1)),
                Time = first.Time.AddHours(1),
                Address = address,
                AutonomousSystem = system,
                Country = country,
                UserAgent = agent ?? person.Phone,
                SecondFactor = SecondFactor.SatisfiedByToken,
            }
        );
        Assert.Equal(isTold, world.Run().Any(f => f.Rule.Id == "cordon-analytic-token-reuse"));
    }

    [Theory]
    [InlineData("203.0.113.200", 65000, true)]
    [InlineData("192.0.2.10", 64500, false)]
    public void A_device_code_is_told_when_a_strange_place_uses_it(string address, long system, bool isTold)
    {
        var world = new SignInWorld(20, 7);
        world.Add(
            world.At(20, 10),
            Victim,
            SignInVerdict.Succeeded,
            address,
            system,
            agent: "cli",
            protocol: "deviceCode"
        );
        Assert.Equal(isTold, world.Run().Any(f => f.Rule.Id == "cordon-analytic-device-code"));
    }

    [Theory]
    [InlineData(37.8, -122.4, "US", true)]
    [InlineData(48.1, 11.6, "DE", false)]
    public void Travel_is_impossible_only_when_it_is_far(double latitude, double longitude, string country, bool isTold)
    {
        var world = new SignInWorld(20, 7);
        SignIn home = world.Add(
            world.At(20, 19),
            Victim,
            SignInVerdict.Succeeded,
            world.People[3].Home,
            agent: "a"
        ) with
        {
            Latitude = 52.5,
            Longitude = 13.4,
        };
        world.Add(home);
        world.Add(
            home with
            {
                Origin = world.Origin(home.Time.AddHours(1)),
                Time = home.Time.AddHours(1),
                Address = "203.0.113.200",
                AutonomousSystem = 65000,
                Country = country,
                Latitude = latitude,
                Longitude = longitude,
                UserAgent = "b",
            }
        );
        Assert.Equal(isTold, world.Run().Any(f => f.Rule.Id == "cordon-analytic-impossible-travel"));
    }

    [Fact]
    public void What_follows_a_success_is_told_and_the_owner_is_left_alone()
    {
        var world = new SignInWorld(20, 7);
        for (int i = 0; i < 20; i++)
        {
            bool isWin = world.Accounts[i] == Victim;
            world.Add(
                world.At(10, 3 + (i * 0.01)),
                world.Accounts[i],
                isWin ? SignInVerdict.Succeeded : SignInVerdict.Rejected,
                "203.0.113.200",
                agent: "tool"
            );
        }

        Act(
            world,
            world.At(10, 4),
            AccountActionKind.InboxRule,
            "203.0.113.201",
            "DeleteMessage=True; SubjectContainsWords=covid"
        );
        Act(world, world.At(10, 10), AccountActionKind.MailRead, "192.0.2.10", "");
        Act(world, world.At(10, 4.5), AccountActionKind.MailSync, "203.0.113.200", "");
        Finding[] follow = [.. world.Run().Where(f => f.Rule.Id == "cordon-analytic-follow-on")];
        Assert.Equal(["Inbox rule", "Mail folders copied"], follow.Select(f => f.Rule.Title));
        Assert.Contains("covid", follow[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ForwardTo=someone@stranger.test", "", true)]
    [InlineData("ForwardTo=someone@lab.example", "", false)]
    [InlineData("MoveToFolder=Projects; SubjectContainsWords=invoice", "", false)]
    [InlineData("ForwardTo=someone@stranger.test", Victim, false)]
    public void Rules_are_suspicious_by_themselves_only_when_they_hide_or_send_abroad(
        string detail,
        string administrator,
        bool isTold
    )
    {
        var world = new SignInWorld(20, 7)
        {
            Organisation = new Organisation
            {
                Name = "lab",
                Domains = ["lab.example"],
                Administrators = [administrator],
            },
        };
        Act(world, world.At(10, 4), AccountActionKind.InboxRule, "", detail);
        Assert.Equal(isTold ? 1 : 0, world.Run().Count);
    }

    [Theory]
    [InlineData("Mail.Read offline_access", true)]
    [InlineData("User.Read", false)]
    public void Consents_are_told_when_they_give_much(string rights, bool isTold)
    {
        var world = new SignInWorld(20, 7);
        world.Add(
            new AccountAction
            {
                Origin = world.Origin(world.At(10, 4)),
                Time = world.At(10, 4),
                System = "entra",
                Kind = AccountActionKind.Consent,
                Account = Victim,
                Application = "Upgrade",
                Detail = rights,
            }
        );
        Assert.Equal(isTold, world.Run().Any(f => f.Rule.Id == "cordon-analytic-consent-phishing"));
    }

    [Fact]
    public void The_order_of_the_timeline_does_not_matter()
    {
        var world = new SignInWorld(20, 7);
        SprayPlan.All[2].Run(world, wins: true);
        ActivityTimeline timeline = world.Timeline();
        ActivityTimeline reversed = timeline with { SignIns = [.. timeline.SignIns.Reverse()] };
        Assert.Equal(
            AnalyticSuite.Run(timeline, AnalyticSettings.Default).Select(f => f.Id + f.Reason),
            AnalyticSuite.Run(reversed, AnalyticSettings.Default).Select(f => f.Id + f.Reason)
        );
    }

    private static void Ask(SignInWorld world, DateTime time, SecondFactor factor, SignInVerdict verdict)
    {
        world.Add(
            new SignIn
            {
                Origin = world.Origin(time),
                Time = time,
                System = "entra",
                Account = Victim,
                Verdict = verdict,
                IsPasswordRight = true,
                SecondFactor = factor,
                Address = "203.0.113.200",
                AutonomousSystem = 65000,
                UserAgent = "other",
            }
        );
    }

    private static void Act(SignInWorld world, DateTime time, AccountActionKind kind, string address, string detail) =>
        world.Add(
            new AccountAction
            {
                Origin = world.Origin(time),
                Time = time,
                System = "m365",
                Kind = kind,
                Account = Victim,
                Target = Victim,
                Operation = kind.ToString(),
                Address = address,
                Detail = detail,
            }
        );
}

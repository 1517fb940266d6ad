using System.Globalization;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Reporting.Terminal;
using Cordon.Reporting.Tests.Fakes;
using Spectre.Console;

namespace Cordon.Reporting.Tests.Terminal;

public sealed class AnswerTextTests
{
    [Fact]
    public void Three_organisations_read_as_approved() =>
        Approvals.Hold("answer.txt", Write(FakeReports.All(), all: true));

    [Fact]
    public void No_attempt_seen_is_not_told_as_no_attempt()
    {
        string text = Write([
            Empty([FakeReports.Stream(LogKind.Vpn, "cisco/vpn", 5, FakeReports.At(1, 0), FakeReports.At(2, 0))]),
        ]);
        Assert.Contains("No attempt was seen in these logs", text, StringComparison.Ordinal);
        Assert.Contains("That is not proof that there was none", Joined(text), StringComparison.Ordinal);
        Assert.Contains("No log of these was read: cloud sign-ins", Joined(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_read_says_that_nothing_can_be_said()
    {
        Assert.Contains("nothing can be said", Write([]), StringComparison.Ordinal);
        string text = Write([Empty([])]);
        Assert.Contains(
            "That can't be said: no record of this organisation was read.",
            Joined(text),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("No attempt was seen", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_stay_within_80_columns_but_for_words_that_are_longer()
    {
        foreach (string line in Write(FakeReports.All()).Split('\n'))
        {
            Assert.True(
                line.Length <= 80
                    || line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Max(static w => w.Length) > 50,
                line
            );
        }
    }

    [Fact]
    public void Nothing_that_steers_a_terminal_comes_through()
    {
        string text = Write(FakeReports.All());
        Assert.DoesNotContain(
            text,
            static c =>
                (char.IsControl(c) && c is not '\n')
                || char.GetUnicodeCategory(c) is UnicodeCategory.Format
                || char.IsSurrogate(c)
        );
    }

    [Fact]
    public void A_terminal_gets_five_organisations_and_twenty_incidents_and_the_number_of_the_others()
    {
        OrganisationReport maker = FakeReports.All()[0];
        OrganisationReport[] many =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(n =>
                    maker with
                    {
                        Organisation = new Organisation { Name = $"Member {n}" },
                        Incidents = [.. maker.Incidents.Select(i => i with { Organisation = $"Member {n}" })],
                    }
                ),
        ];
        string text = Write(many, all: false);
        Assert.Contains("8 organisations: access gained and used at 8", text, StringComparison.Ordinal);
        Assert.Contains("and 3 more organisations", text, StringComparison.Ordinal);
        Assert.Contains("and 4 more incidents", text, StringComparison.Ordinal);
        Assert.DoesNotContain("more organisations", Write(many, all: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outcome.Failed, "No: every try against")]
    [InlineData(Outcome.Blocked, "No success was seen. A control stopped")]
    [InlineData(Outcome.Unknown, "That can't be said for")]
    [InlineData(Outcome.CredentialExposed, "No access was seen, but they have a password")]
    [InlineData(Outcome.AccessGained, "Yes: ")]
    [InlineData(Outcome.FollowOn, "Yes, and they used it")]
    public void Each_outcome_has_its_own_words(Outcome outcome, string words)
    {
        Incident lure = FakeReports.All()[0].Incidents[1];
        Incident incident = lure with { Outcome = outcome, Targets = [lure.Targets[0] with { Outcome = outcome }] };
        string text = Joined(Write([FakeReports.All()[2] with { Incidents = [incident] }]));
        Assert.Contains($"Did they get in? {words}", text, StringComparison.Ordinal);
        Assert.Equal(outcome == Outcome.Failed, text.Contains("was rejected", StringComparison.Ordinal));
    }

    private static OrganisationReport Empty(IReadOnlyList<LogStream> coverage) =>
        new()
        {
            Organisation = Organisation.Unnamed,
            Incidents = [],
            Coverage = coverage,
        };

    private static string Joined(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Write(IReadOnlyList<OrganisationReport> reports, bool all = true)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = 80;
        AnswerText.Write(console, reports, all);
        return text.ToString().ReplaceLineEndings("\n");
    }
}

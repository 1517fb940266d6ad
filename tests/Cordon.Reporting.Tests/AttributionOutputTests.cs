using System.Text;
using System.Text.Json;
using Cordon.Attribution;
using Cordon.Incidents;
using Cordon.Reporting.Files;
using Cordon.Reporting.Page;
using Cordon.Reporting.Stix;
using Cordon.Reporting.Terminal;
using Cordon.Reporting.Tests.Fakes;
using Spectre.Console;

namespace Cordon.Reporting.Tests;

/// <summary>Who may be behind incidents, in every output, also where those who named it are hostile.</summary>
public sealed class AttributionOutputTests
{
    private const string Actor = "intrusion-set--df3b7de2-9dac-5afd-a348-21beece0e4db";

    private static readonly IReadOnlyList<OrganisationReport> Reports = FakeReports.All();

    private static Incident First => Reports[0].Incidents[0];

    [Fact]
    public void Json_has_status_hypotheses_and_claims()
    {
        using var stream = new MemoryStream();
        IncidentsJson.Write(stream, Reports, Said("Ash", AttributionStatus.Attributed));
        JsonElement attribution = JsonDocument
            .Parse(stream.ToArray())
            .RootElement.GetProperty("incidents")
            .EnumerateArray()
            .Single(static i => i.GetProperty("id").GetString() == First.Id)
            .GetProperty("attribution");
        JsonElement leading = attribution.GetProperty("hypotheses")[0];

        Assert.Equal("attributed", attribution.GetProperty("status").GetString());
        Assert.Equal("Ash", leading.GetProperty("actor").GetString());
        Assert.Equal(Actor, leading.GetProperty("id").GetString());
        Assert.Equal("likely", leading.GetProperty("words").GetString());
        Assert.Equal(0.7, leading.GetProperty("probability").GetDouble());
        Assert.Equal("moderate", leading.GetProperty("confidence").GetString());
        Assert.Equal("f1", leading.GetProperty("for")[0].GetProperty("findings")[0].GetString());
        Assert.Equal("denies", attribution.GetProperty("claims")[1].GetProperty("stance").GetString());
    }

    [Fact]
    public void Terminal_tells_who_how_likely_what_for_what_against_and_who_denies_it()
    {
        string text = Terminal(Said("Ash", AttributionStatus.Attributed));

        Assert.Contains("Who is behind it? Likely (70 %) Ash (Keeper)", text, StringComparison.Ordinal);
        Assert.Contains("likely (70 %): Ash (Keeper)", text, StringComparison.Ordinal);
        Assert.Contains("for: Vendor names evil.example.", text, StringComparison.Ordinal);
        Assert.Contains("against: The lures are others.", text, StringComparison.Ordinal);
        Assert.Contains("would change it: A second source.", text, StringComparison.Ordinal);
        Assert.Contains("A government (D5, 2020-11-17) denies that", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_attributed_is_told_as_that()
    {
        string text = Terminal(Said("Ash", AttributionStatus.Unattributed));

        Assert.Contains("not attributed; nearest: Ash (Keeper)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Likely (", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_holds_the_same()
    {
        string page = Page(Said("Ash", AttributionStatus.Attributed));

        Assert.Contains("Who is behind it, and who says so?", page, StringComparison.Ordinal);
        Assert.Contains("What others say, as they say it", page, StringComparison.Ordinal);
        Assert.Contains("Vendor names evil.example.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_text_in_page_and_terminal()
    {
        foreach (string hostile in Hostile.All)
        {
            string page = Page(Said(hostile, AttributionStatus.Attributed));
            Assert.DoesNotContain("<script>window", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<iframe", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg onload", page, StringComparison.Ordinal);
            string text = Terminal(Said(hostile, AttributionStatus.Attributed));
            Assert.DoesNotContain('\u001b', text);
            Assert.DoesNotContain('\u202e', text);
            Assert.DoesNotContain('\u0007', text);
        }
    }

    [Fact]
    public void Stix_refers_to_the_actor_only_where_it_is_attributed()
    {
        string attributed = Stix(Said("Ash", AttributionStatus.Attributed));
        string unattributed = Stix(Said("Ash", AttributionStatus.Unattributed));

        Assert.Contains("\"relationship_type\": \"attributed-to\"", attributed, StringComparison.Ordinal);
        Assert.Contains($"\"target_ref\": \"{Actor}\"", attributed, StringComparison.Ordinal);
        Assert.DoesNotContain("attributed-to", unattributed, StringComparison.Ordinal);
        Assert.Contains("Who is behind it: unattributed", unattributed, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\": \"intrusion-set\"", attributed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_identifier_that_is_none_is_no_reference() =>
        Assert.DoesNotContain(
            "attributed-to",
            Stix(Said("Ash", AttributionStatus.Attributed, "intrusion-set--\",\"x\":\"")),
            StringComparison.Ordinal
        );

    private static AttributionReport Said(string name, AttributionStatus status, string id = Actor) =>
        new([
            new IncidentAttribution
            {
                IncidentId = First.Id,
                Status = status,
                Hypotheses =
                [
                    new Hypothesis
                    {
                        Kind = HypothesisKind.Actor,
                        Id = id,
                        Name = name,
                        Keeper = name == "Ash" ? "Keeper" : name,
                        Probability = status == AttributionStatus.Attributed ? 0.7 : 0.4,
                        Words = status == AttributionStatus.Attributed ? "likely" : "realistic possibility",
                        Confidence = "moderate",
                        For = [Reason(name == "Ash" ? "Vendor names evil.example." : name, 1.6)],
                        Against = [Reason(name == "Ash" ? "The lures are others." : name, -0.8)],
                    },
                    new Hypothesis
                    {
                        Kind = HypothesisKind.Unknown,
                        Name = "an actor that is not described",
                        Probability = 0.2,
                        Words = "highly unlikely",
                        Confidence = "low",
                    },
                ],
                Claims = [Claim("c1", "asserts", "", name), Claim("c2", "denies", "c1", name)],
                SetAside = [name],
                Overlaps = [name],
                WouldChange = [name == "Ash" ? "A second source." : name],
            },
        ]);

    private static Reason Reason(string statement, double weight) =>
        new()
        {
            Kind = ReasonKind.Infrastructure,
            Statement = statement,
            Weight = weight,
            Findings = ["f1"],
            Sources = [statement],
        };

    private static RelatedClaim Claim(string id, string stance, string answers, string text) =>
        new()
        {
            Id = id,
            Actor = Actor,
            Subject = text,
            Predicate = "targets",
            Object = text,
            Stance = stance,
            Outcome = "attempted",
            AssertedBy = [stance == "denies" ? "A government" : "Vendor"],
            Grade = stance == "denies" ? "D5" : "B2",
            Said = new DateOnly(2020, 11, 17),
            Answers = answers,
            Note = text,
            Source = text,
        };

    private static string Terminal(AttributionReport attributions)
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
        console.Profile.Width = 110;
        AnswerText.Write(console, Reports, true, attributions);
        return text.ToString();
    }

    private static string Page(AttributionReport attributions)
    {
        using var stream = new MemoryStream();
        ReportPage.Write(
            stream,
            Reports,
            new ReportFigures { Version = "0.0.0", Scan = FakeFigures.Of() },
            attributions
        );
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Stix(AttributionReport attributions)
    {
        using var stream = new MemoryStream();
        IncidentsStix.Write(stream, Reports, FakeReports.ScannedAt, attributions: attributions);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

using System.Text;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Reporting.Page;
using Cordon.Reporting.Terminal;
using Cordon.Reporting.Tests.Fakes;
using Cordon.Sector.Warnings;
using Spectre.Console;

namespace Cordon.Reporting.Tests;

/// <summary>Who must be warned next, on the page and in the answer.</summary>
public sealed class WarningOutputTests
{
    private static readonly IReadOnlyList<OrganisationReport> Reports = FakeReports.All();
    private static readonly IReadOnlyList<Warning> Warnings = FakeWarnings.Of(Reports);

    [Fact]
    public void The_answer_names_the_most_urgent_first_with_words_and_number() =>
        Assert.Contains(
            "Who to warn It concerns, most urgent first: Example Cold Chain (highly likely, 92 %), Glassworks (likely, 63 %). Nothing was sent.",
            Terminal(Reports, Warnings),
            StringComparison.Ordinal
        );

    [Fact]
    public void Many_recipients_are_counted_and_each_once()
    {
        Warning[] many =
        [
            .. Enumerable
                .Range(0, 6)
                .Select(n => Warnings[0] with { Recipient = new Supplier($"Supplier {n}", [], []) }),
            Warnings[0] with
            {
                Recipient = new Supplier("Supplier 0", [], []),
            },
        ];
        Assert.Contains("Supplier 3 (likely, 63 %) and 2 more.", Terminal(Reports, many), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_says_what_that_rests_on()
    {
        string text = Terminal(Reports, []);
        Assert.Contains("cordon.yaml lists no suppliers or partners", text, StringComparison.Ordinal);
        Assert.Contains("There is no incident to warn anybody of", text, StringComparison.Ordinal);
        OrganisationReport maker = Reports[0];
        maker = maker with
        {
            Organisation = new Organisation
            {
                Name = maker.Organisation.Name,
                Suppliers = [new Supplier("A", [], []), new Supplier("B", [], [])],
            },
        };
        Assert.Contains(
            "Nobody, as far as these logs show: no incident was seen to reach one of the 2 suppliers",
            Terminal([maker], []),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_page_lists_whom_why_how_likely_marking_file_and_links_the_incident()
    {
        string list = Between(Page(Warnings), "id=\"warnings\"", "id=\"timeline\"");
        Assert.Contains("<th scope=\"row\">Example Cold Chain", list, StringComparison.Ordinal);
        Assert.Contains("security@coldchain.example", list, StringComparison.Ordinal);
        Assert.Contains("a.meyer@maker.example sent them 3 mails.", list, StringComparison.Ordinal);
        Assert.Contains("highly likely (92 %)", list, StringComparison.Ordinal);
        Assert.Contains("TLP:AMBER+STRICT", list, StringComparison.Ordinal);
        Assert.Contains("warnings/example-cold-chain-00000002.txt", list, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#incident-1\">incident 1</a>", list, StringComparison.Ordinal);
        Assert.True(
            list.IndexOf("Example Cold Chain", StringComparison.Ordinal)
                < list.IndexOf("Glassworks", StringComparison.Ordinal),
            "what is more urgent stands first"
        );
    }

    [Fact]
    public void An_incident_shows_each_reason_with_its_events_and_findings()
    {
        string card = Between(Page(Warnings), "id=\"incident-1\"", "id=\"incident-2\"");
        string warned = card[card.IndexOf("Who must be warned next (2)", StringComparison.Ordinal)..];
        Assert.Contains("logs/entra/signins.json, record 40113", warned, StringComparison.Ordinal);
        Assert.Contains("and 2 more events", warned, StringComparison.Ordinal);
        Assert.Contains("href=\"#finding-1-1\"", warned, StringComparison.Ordinal);
        Assert.Contains("no contact in cordon.yaml; call somebody", warned, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_warnings_the_page_says_so_and_the_cards_are_silent()
    {
        string page = Page([]);
        Assert.Contains("No warning was written", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h4>Who must be warned", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Why, and what to send", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_attackers_wrote_is_text()
    {
        string page = Page(Warnings);
        foreach (string element in (ReadOnlySpan<string>)["<script>window", "<img", "<iframe", "<svg onload", "<link"])
        {
            Assert.DoesNotContain(element, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain('\u202e', page);
        Assert.Contains("&lt;script&gt;window.pwned=1&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    private static string Between(string text, string from, string until)
    {
        int start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(until, start, StringComparison.Ordinal)];
    }

    private static string Page(IReadOnlyList<Warning> warnings)
    {
        using var stream = new MemoryStream();
        ReportPage.Write(stream, Reports, new ReportFigures { Version = "0.0.0" }, null, warnings);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Terminal(IReadOnlyList<OrganisationReport> reports, IReadOnlyList<Warning> warnings)
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
        AnswerText.Write(console, reports, true, null, warnings);
        return string.Join(' ', text.ToString().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }
}

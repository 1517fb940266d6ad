using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>Filter, order and expansion of the cards; hidden until the script runs.</summary>
internal static class ToolBar
{
    /// <summary>Writes the tools.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("div", ("id", "tools"), ("class", "tools"), ("hidden", ""));
        html.Open("label", ("for", "search")).Text("Search").Close();
        html.Open(
            "input",
            ("type", "search"),
            ("id", "search"),
            ("autocomplete", "off"),
            ("placeholder", "name, address, word")
        );
        Select(html, "outcome", "Outcome", [("", "all"), .. Outcomes(page)]);
        if (page.HasSeveral)
        {
            Select(
                html,
                "organisation",
                "Organisation",
                [
                    ("", "all"),
                    .. page.Reports.Select(
                        static (report, i) =>
                            (PageContext.Number(i), Phrase.Cut(AnswerMaker.NameOf(report.Organisation.Name)))
                    ),
                ]
            );
        }

        Select(
            html,
            "order",
            "Order",
            [("rank", "worst first"), ("first", "by time"), ("targets", "most targets first")]
        );
        html.Element("button", "Expand all", ("type", "button"), ("id", "expand"));
        html.Element("button", "Collapse all", ("type", "button"), ("id", "collapse"));
        html.Open("p", ("id", "shown"), ("class", "muted"), ("aria-live", "polite"), ("role", "status")).Close();
        html.Close();
    }

    private static IEnumerable<(string, string)> Outcomes(PageContext page) =>
        OutcomeWords
            .WorstFirst.Where(outcome => page.Incidents.Any(i => i.Outcome == outcome))
            .Select(static outcome => (OutcomeWords.Of(outcome), OutcomeWords.Label(outcome)));

    private static void Select(
        HtmlWriter html,
        string id,
        string label,
        IEnumerable<(string Value, string Text)> options
    )
    {
        html.Element("label", label, ("for", id));
        html.Open("select", ("id", id));
        foreach ((string value, string text) in options)
        {
            html.Element("option", text, ("value", value));
        }

        html.Close();
    }
}

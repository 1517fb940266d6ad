using Cordon.Events.Coverage;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The page's head, top and foot.</summary>
internal static class HeadSection
{
    private static readonly (string Place, string Name)[] Parts =
    [
        ("answer", "Answer"),
        ("warnings", "Warnings"),
        ("timeline", "Timeline"),
        ("incidents", "Incidents"),
        ("techniques", "Techniques"),
        ("coverage", "Coverage"),
        ("scan", "The scan"),
    ];

    /// <summary>The head, with the policy that lets nothing in but the page's own style and script.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("head");
        html.Open("meta", ("charset", "utf-8"));
        html.Open(
            "meta",
            ("http-equiv", "Content-Security-Policy"),
            (
                "content",
                $"default-src 'none'; style-src {PageAsset.Style.Hash}; script-src {PageAsset.Script.Hash}; base-uri 'none'; form-action 'none'"
            )
        );
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Open("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Open("title").Text("Cordon report: " + Headline(page), PageLimits.Line).Close();
        html.Asset(PageAsset.Style);
        html.Close();
    }

    /// <summary>The worst that is to be said, and of what time.</summary>
    public static void WriteTop(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Element("a", "Skip to the answer", ("class", "skip"), ("href", "#main"));
        html.Open("header", ("class", "top"));
        html.Element("p", "Cordon report", ("class", "kicker"));
        html.Open("h1").Text(Headline(page), PageLimits.Line).Close();
        html.Open("p", ("class", "muted"));
        LogStream[] streams = [.. page.Reports.SelectMany(static r => r.Coverage)];
        if (streams.Min(static s => s.First) is { } first && streams.Max(static s => s.Last) is { } last)
        {
            html.Text($"Logs from {Phrase.Minute(first)} to {Phrase.Minute(last)}. ");
        }

        if (page.Figures.ScannedAt is { } scanned)
        {
            string version = page.Figures.Version.Length == 0 ? "" : " " + page.Figures.Version;
            html.Text($"Scanned {Phrase.Minute(scanned)} with Cordon{version}. ");
        }

        html.Text("All times are UTC.").Close();
        html.Open("nav", ("aria-label", "Parts of the report"));
        html.Open("ul");
        foreach ((string place, string name) in Parts)
        {
            if (place != "scan" || page.Figures.Scan is not null)
            {
                html.Open("li").Element("a", name, ("href", "#" + place)).Close();
            }
        }

        html.Close().Close();
        html.Open("div", ("class", "theme"), ("hidden", ""), ("id", "theme-box"));
        html.Element("button", "Dark colours", ("type", "button"), ("id", "theme"), ("aria-pressed", "false"));
        html.Close().Close();
    }

    /// <summary>What the page is, at its end.</summary>
    public static void WriteFoot(PageContext page)
    {
        page.Html.Open("footer");
        page.Html.Element(
            "p",
            "Everything here was read from logs, and parts of it were written by attackers. It is shown as text: nothing in this page is loaded from elsewhere, and nothing an attacker wrote is a link. Characters that hide or turn text are shown as their codes, such as \\u202e."
        );
        page.Html.Element(
            "p",
            "Beside this page lie incidents.json with every incident and all evidence, and findings.jsonl with every finding and its fields."
        );
        page.Html.Close();
    }

    private static string Headline(PageContext page)
    {
        if (page.Answers.Count == 0)
        {
            return "No log was read";
        }

        Answer worst = page.Answers[0];
        int same = page.Answers.Count(a => a.Verdict == worst.Verdict);
        string verdict = char.ToUpperInvariant(worst.Verdict[0]) + worst.Verdict[1..];
        return page.Answers.Count == 1
            ? $"{verdict} at {worst.Organisation}"
            : $"{verdict} at {Wording.Count(same)} of {Wording.Count(page.Answers.Count)} organisations";
    }
}

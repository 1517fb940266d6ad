using Cordon.Events;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>What was read, what was not and why, and with which rules.</summary>
internal static class ScanSection
{
    /// <summary>Writes the section, where figures were given.</summary>
    public static void Write(PageContext page)
    {
        if (page.Figures.Scan is not { } scan)
        {
            return;
        }

        HtmlWriter html = page.Html;
        SourceReport[] read = [.. scan.Sources.Where(static s => s.Refusal is null)];
        SourceReport[] refused = [.. scan.Sources.Where(static s => s.Refusal is not null)];
        SourceReport[] damaged = [.. read.Where(static s => s.ProblemCount > 0)];
        html.Open("section", ("id", "scan"), ("aria-labelledby", "scan-h"));
        html.Element("h2", "The scan", ("id", "scan-h"));
        if (scan.Stopped is { } reason)
        {
            html.Open("p", ("class", "warning"));
            html.Text(
                $"The scan stopped before its end: {reason}. This is what was found until then.",
                PageLimits.Line
            );
            html.Close();
        }

        html.Open("dl", ("class", "facts"));
        Fact(
            html,
            "Read",
            $"{Wording.Counted(read.Length, "file")}, {Wording.Bytes(read.Sum(static s => s.Bytes))}, {Wording.Counted(read.Sum(static s => s.Records), "record")}"
        );
        RuleFigures rules = scan.Rules;
        Fact(
            html,
            "Rules",
            $"{Wording.Count(rules.Loaded)} ({rules.Origin}); {Wording.Count(rules.WithoutEvents)} had no event of their log source and could not fire, {Wording.Count(rules.NotServed)} are for logs that no reader serves, {Wording.Count(rules.Refused)} can't be used"
        );
        html.Close();
        Files(html, $"Not read ({Wording.Count(refused.Length)})", refused, static source => [source.Refusal ?? ""]);
        Files(
            html,
            $"Damaged ({Wording.Count(damaged.Length)}); what is around the damage was read",
            damaged,
            static source => source.Problems.Take(3).Select(static p => $"{p.Place}: {p.Message}")
        );
        html.Close();
    }

    private static void Fact(HtmlWriter html, string name, string text)
    {
        html.Element("dt", name);
        html.Open("dd").Text(text, PageLimits.Value).Close();
    }

    private static void Files(
        HtmlWriter html,
        string heading,
        SourceReport[] sources,
        Func<SourceReport, IEnumerable<string>> words
    )
    {
        if (sources.Length == 0)
        {
            return;
        }

        html.Open("details", ("class", "evidence"));
        html.Element("summary", heading);
        html.Open("ul");
        foreach (SourceReport source in sources.Take(PageLimits.Files))
        {
            html.Open("li").Open("code").Text(source.Path, PageLimits.Line).Close();
            foreach (string word in words(source))
            {
                html.Open("div", ("class", "muted")).Text(word, PageLimits.Line).Close();
            }

            html.Close();
        }

        if (sources.Length > PageLimits.Files)
        {
            html.Element("li", $"… and {Wording.Count(sources.Length - PageLimits.Files)} more", ("class", "more"));
        }

        html.Close().Close();
    }
}

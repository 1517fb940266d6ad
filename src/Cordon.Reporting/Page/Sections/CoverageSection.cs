using Cordon.Events.Coverage;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>What the logs cover, with their gaps as bars, and what is missing.</summary>
internal static class CoverageSection
{
    private static readonly string[] Heads =
    [
        "log",
        "covered time",
        "records",
        "gaps",
        "missing numbers",
        "rejected",
        "throttled",
        "duplicates",
    ];

    /// <summary>Writes the section.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("section", ("id", "coverage"), ("aria-labelledby", "coverage-h"));
        html.Element("h2", "Coverage: what the answer rests on", ("id", "coverage-h"));
        html.Open("p", ("class", "muted"))
            .Text(
                "A \u201cno\u201d is worth as much as the logs behind it. Bars show the time with records; marked pieces are gaps."
            )
            .Close();
        if (page.Reports.Count == 0)
        {
            html.Element("p", "No log was read.");
        }

        for (int i = 0; i < page.Reports.Count; i++)
        {
            Write(page, page.Reports[i], i);
        }

        html.Close();
    }

    private static void Write(PageContext page, OrganisationReport report, int index)
    {
        HtmlWriter html = page.Html;
        html.Open("h3").Text(AnswerMaker.NameOf(report.Organisation.Name), PageLimits.Line).Close();
        if (report.Coverage.Count == 0)
        {
            html.Element("p", "No log was read.");
        }
        else
        {
            WriteTable(page, report, index);
        }

        WriteMissing(html, report);
        foreach (string loss in report.Losses.Take(PageLimits.Files))
        {
            html.Open("p").Text(loss, PageLimits.Line).Close();
        }
    }

    private static void WriteTable(PageContext page, OrganisationReport report, int index)
    {
        HtmlWriter html = page.Html;
        html.Open(
            "div",
            ("class", "scroll card"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", $"Logs of organisation {index + 1}")
        );
        html.Open("table", ("class", "coverage"));
        html.Open("caption")
            .Text($"Logs of {AnswerMaker.NameOf(report.Organisation.Name)}", PageLimits.Line)
            .Close()
            .Open("thead")
            .Open("tr");
        foreach (string head in Heads)
        {
            html.Element("th", head, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        DateTime? first = report.Coverage.Min(static s => s.First);
        DateTime? last = report.Coverage.Max(static s => s.Last);
        foreach (LogStream stream in report.Coverage.Take(PageLimits.Streams))
        {
            WriteStream(html, stream, first, last);
        }

        html.Close().Close().Close();
        page.More("p", report.Coverage.Count - PageLimits.Streams, "log");
    }

    private static void WriteStream(HtmlWriter html, LogStream stream, DateTime? first, DateTime? last)
    {
        html.Open("tr");
        html.Open("th", ("scope", "row"));
        html.Element("strong", KindWords.Plain(stream.Kind));
        html.Open("div").Text(stream.Name, PageLimits.Line).Close();
        if (stream.Writer.Length > 0)
        {
            html.Open("div", ("class", "muted")).Text(stream.Writer, PageLimits.Line).Close();
        }

        html.Close();
        html.Open("td");
        CoverageBar.Write(html, stream, first, last);
        WriteGaps(html, stream);
        html.Close();
        foreach (
            long figure in (ReadOnlySpan<long>)
                [
                    stream.Records,
                    stream.Gaps.Count,
                    stream.MissingRecords,
                    stream.Rejected,
                    stream.Throttled,
                    stream.Duplicates,
                ]
        )
        {
            html.Element("td", Wording.Count(figure), ("class", "number"));
        }

        html.Close();
    }

    private static void WriteGaps(HtmlWriter html, LogStream stream)
    {
        if (stream.Gaps.Count == 0 && stream.Sources.Count == 0)
        {
            return;
        }

        html.Open("details", ("class", "evidence"));
        html.Element("summary", stream.Gaps.Count == 0 ? "Files" : "Gaps and files");
        html.Open("ul");
        foreach (TimeGap gap in stream.Gaps.Take(PageLimits.Gaps))
        {
            html.Open("li")
                .Text(
                    $"gap {Phrase.Minute(gap.From)} to {Phrase.Minute(gap.Until)} ({Phrase.Length(gap.Until - gap.From)}): {gap.Reason}",
                    PageLimits.Line
                )
                .Close();
        }

        foreach (string source in stream.Sources.Take(PageLimits.Gaps))
        {
            html.Open("li").Open("code").Text(source, PageLimits.Line).Close().Close();
        }

        int left =
            Math.Max(stream.Gaps.Count - PageLimits.Gaps, 0) + Math.Max(stream.Sources.Count - PageLimits.Gaps, 0);
        if (left > 0)
        {
            html.Element("li", $"… and {Wording.Count(left)} more in incidents.json", ("class", "more"));
        }

        html.Close().Close();
    }

    private static void WriteMissing(HtmlWriter html, OrganisationReport report)
    {
        IReadOnlyList<MissingLine> missing = MissingLine.Of(report.Incidents);
        if (missing.Count == 0)
        {
            return;
        }

        html.Element("h4", "Logs that would have told more");
        html.Open("ul");
        foreach (MissingLine line in missing.Take(PageLimits.Files))
        {
            html.Open("li");
            html.Element("strong", KindWords.Plain(line.Kind));
            html.Text(
                $", {Phrase.Minute(line.From)} to {Phrase.Minute(line.Until)} ({line.Reason}), for {Wording.Counted(line.Targets, "target")}. {line.Remedy}",
                PageLimits.Value
            );
            html.Close();
        }

        html.Close();
    }
}

using Cordon.Events.Coverage;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The time that a log covers as a bar, with its gaps marked, on the scale of all logs of the organisation.</summary>
internal static class CoverageBar
{
    private const double Width = 300;

    /// <summary>Writes the bar and its times in words.</summary>
    public static void Write(HtmlWriter html, LogStream stream, DateTime? first, DateTime? last)
    {
        if (stream is not { First: { } from, Last: { } until } || first is not { } earliest || last is not { } latest)
        {
            html.Element("span", stream.Records == 0 ? "no records" : "no record says when", ("class", "muted"));
            return;
        }

        var scale = new TimeScale(earliest, latest, 0, Width);
        html.Open(
            "svg",
            ("class", "span"),
            ("viewBox", "0 0 300 14"),
            ("preserveAspectRatio", "none"),
            ("aria-hidden", "true")
        );
        Rect(html, "rail", 0, Width, 5, 4);
        Rect(html, "covered", scale.At(from), scale.At(until), 0, 14);
        foreach (TimeGap gap in stream.Gaps.Take(PageLimits.Gaps))
        {
            Rect(html, "gap", scale.At(gap.From), scale.At(gap.Until), 3, 8);
        }

        html.Close();
        html.Element("span", $"{Phrase.Minute(from)} to {Phrase.Minute(until)}", ("class", "time"));
    }

    private static void Rect(HtmlWriter html, string look, double start, double end, int y, int height)
    {
        html.Open(
                "rect",
                ("class", look),
                ("x", TimeScale.Place(Math.Min(start, Width - 2))),
                ("y", PageContext.Number(y)),
                ("width", TimeScale.Place(Math.Max(end - start, 2))),
                ("height", PageContext.Number(height))
            )
            .Close();
    }
}

using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The incidents along time: a drawing, and the same as a table for whoever does not see it.</summary>
internal static class TimelineSection
{
    private const double Width = 960;
    private const double LabelWidth = 300;
    private const double RowHeight = 26;
    private const double Top = 26;

    /// <summary>Writes the section.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("section", ("id", "timeline"), ("aria-labelledby", "timeline-h"));
        html.Element("h2", "Timeline", ("id", "timeline-h"));
        if (page.Incidents.Count == 0)
        {
            html.Element("p", "There is no incident to draw.").Close();
            return;
        }

        (Incident Incident, int Index)[] rows =
        [
            .. page
                .Incidents.Select(static (incident, index) => (Incident: incident, Index: index))
                .Take(PageLimits.TimelineRows)
                .OrderBy(static row => row.Incident.First)
                .ThenBy(static row => row.Index),
        ];
        Draw(html, rows);
        page.More("p", page.Incidents.Count - rows.Length, "incident", "these are the worst");
        WriteTable(page, rows);
        html.Close();
    }

    private static void Draw(HtmlWriter html, (Incident Incident, int Index)[] rows)
    {
        DateTime from = rows.Min(static r => r.Incident.First);
        DateTime until = rows.Max(static r => End(r.Incident));
        TimeSpan margin = TimeSpan.FromTicks(Math.Max((until - from).Ticks / 40, TimeSpan.TicksPerMinute * 10));
        DateTime earliest = from.Ticks > margin.Ticks ? from - margin : from;
        DateTime latest = DateTime.MaxValue.Ticks - until.Ticks > margin.Ticks ? until + margin : until;
        var scale = new TimeScale(earliest, latest, LabelWidth, Width - LabelWidth - 10);
        double height = Top + (rows.Length * RowHeight) + 6;
        html.Open(
            "div",
            ("class", "scroll card"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", "Drawing of the timeline")
        );
        html.Open(
            "svg",
            ("class", "timeline"),
            ("viewBox", $"0 0 {TimeScale.Place(Width)} {TimeScale.Place(height)}"),
            ("role", "img"),
            ("aria-label", $"{Wording.Counted(rows.Length, "incident")} along time; the table below holds the same")
        );
        foreach (DateTime tick in scale.Ticks())
        {
            string x = TimeScale.Place(scale.At(tick));
            html.Open("line", ("class", "grid"), ("x1", x), ("x2", x), ("y1", "18"), ("y2", TimeScale.Place(height)))
                .Close();
            html.Element(
                "text",
                scale.Label(tick),
                ("class", "tick"),
                ("x", x),
                ("y", "12"),
                ("text-anchor", "middle")
            );
        }

        for (int i = 0; i < rows.Length; i++)
        {
            DrawRow(html, scale, rows[i].Incident, rows[i].Index, Top + (i * RowHeight));
        }

        html.Close().Close();
    }

    private static void DrawRow(HtmlWriter html, TimeScale scale, Incident incident, int index, double y)
    {
        string label = $"{index + 1}. {SafeText.OneLine(incident.Title, 40)}";
        html.Element("text", label, ("class", "name"), ("x", "4"), ("y", TimeScale.Place(y + 16)));
        double start = scale.At(incident.First);
        double end = Math.Max(scale.At(incident.Last), start + 6);
        html.Open(
            "rect",
            ("class", "bar " + OutcomeWords.Of(incident.Outcome)),
            ("x", TimeScale.Place(start)),
            ("y", TimeScale.Place(y + 5)),
            ("width", TimeScale.Place(end - start)),
            ("height", "14")
        );
        html.Close();
        foreach (DateTime contained in Contained(incident).Distinct().Take(5))
        {
            html.Open(
                    "circle",
                    ("class", "contained"),
                    ("cx", TimeScale.Place(scale.At(contained))),
                    ("cy", TimeScale.Place(y + 12)),
                    ("r", "5")
                )
                .Close();
        }
    }

    private static IEnumerable<DateTime> Contained(Incident incident) =>
        incident.Targets.Where(static t => t.Containment is not null).Select(static t => t.Containment!.Time);

    private static DateTime End(Incident incident) => Contained(incident).Append(incident.Last).Max();

    private static void WriteTable(PageContext page, (Incident Incident, int Index)[] rows)
    {
        HtmlWriter html = page.Html;
        html.Open("p", ("class", "muted"))
            .Text("Bars run from the first to the last event, in the colour of the outcome; a ring marks containment.")
            .Close();
        html.Open("details");
        html.Element("summary", "The timeline as a table");
        html.Open(
            "div",
            ("class", "scroll"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", "Timeline as a table")
        );
        html.Open("table").Element("caption", "Incidents by time").Open("thead").Open("tr");
        foreach (string head in (ReadOnlySpan<string>)["first", "last", "outcome", "incident", "contained"])
        {
            html.Element("th", head, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach ((Incident incident, int index) in rows)
        {
            html.Open("tr");
            html.Element("td", Wording.Short(incident.First), ("class", "time"));
            html.Element("td", Wording.Short(incident.Last), ("class", "time"));
            html.Element("td", OutcomeWords.Label(incident.Outcome));
            html.Open("td");
            if (index < PageLimits.Incidents)
            {
                html.Open("a", ("href", "#" + PageContext.PlaceOf(index)))
                    .Text($"{index + 1}. {incident.Title}", PageLimits.Line)
                    .Close();
            }
            else
            {
                html.Text(incident.Title, PageLimits.Line);
            }

            html.Close();
            DateTime[] contained = [.. Contained(incident)];
            html.Element("td", contained.Length == 0 ? "not seen" : Wording.Short(contained.Min()));
            html.Close();
        }

        html.Close().Close().Close().Close();
    }
}

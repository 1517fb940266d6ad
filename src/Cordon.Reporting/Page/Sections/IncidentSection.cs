using Cordon.Events;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The incidents as cards, worst first, with tools that appear where scripts run.</summary>
internal static class IncidentSection
{
    private const int Unfolded = 8;

    /// <summary>Writes the section.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("section", ("id", "incidents"), ("aria-labelledby", "incidents-h"));
        html.Element("h2", $"Incidents, worst first ({Wording.Count(page.Incidents.Count)})", ("id", "incidents-h"));
        if (page.Incidents.Count == 0)
        {
            html.Element("p", "No incident was made of these logs. The coverage below says what that rests on.")
                .Close();
            return;
        }

        WriteLegend(page);
        ToolBar.Write(page);
        html.Open("div", ("id", "cards"));
        int shown = Math.Min(page.Incidents.Count, PageLimits.Incidents);
        for (int i = 0; i < shown; i++)
        {
            WriteCard(page, page.Incidents[i], i);
        }

        html.Close();
        page.More("p", page.Incidents.Count - shown, "incident");
        html.Close();
    }

    private static void WriteLegend(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("details", ("class", "legend"));
        html.Element("summary", "What the outcomes mean");
        html.Open("dl", ("class", "facts"));
        foreach (Outcome outcome in OutcomeWords.WorstFirst)
        {
            html.Open("dt");
            page.Badge(outcome);
            html.Close();
            html.Element("dd", OutcomeWords.Meaning(outcome));
        }

        html.Close().Close();
    }

    private static void WriteCard(PageContext page, Incident incident, int index)
    {
        HtmlWriter html = page.Html;
        string outcome = OutcomeWords.Of(incident.Outcome);
        html.Open(
            "article",
            ("class", "card incident edge " + outcome),
            ("id", PageContext.PlaceOf(index)),
            ("data-outcome", outcome),
            ("data-rank", PageContext.Number(index)),
            ("data-first", PageContext.Number(incident.First.Ticks / TimeSpan.TicksPerSecond)),
            ("data-targets", PageContext.Number(incident.Targets.Count)),
            ("data-organisation", PageContext.Number(OrganisationOf(page, incident)))
        );
        html.Open("h3");
        html.Text($"{index + 1}. ");
        html.Open("span").Text(incident.Title, PageLimits.Line).Close().Text(" ");
        page.Badge(incident.Outcome);
        html.Close();
        WriteFacts(page, incident);
        if (page.HasRoom)
        {
            AttributionSection.Write(page, incident, index);
            WarningSection.Write(page, incident, index);
            TargetSection.Write(page, incident, index);
            FindingSection.Write(page, incident, index);
        }
        else
        {
            html.Element(
                "p",
                $"{Wording.Counted(incident.Targets.Count, "target")} and their evidence are in incidents.json: this page is full.",
                ("class", "more")
            );
        }

        html.Close();
    }

    private static void WriteFacts(PageContext page, Incident incident)
    {
        HtmlWriter html = page.Html;
        html.Open("dl", ("class", "facts"));
        if (page.HasSeveral)
        {
            Fact(html, "Organisation", AnswerMaker.NameOf(incident.Organisation));
        }

        Fact(
            html,
            "When",
            incident.First == incident.Last
                ? Wording.Short(incident.First)
                : $"{Wording.Short(incident.First)} to {Wording.Short(incident.Last)} ({Phrase.Length(incident.Last - incident.First)})"
        );
        Fact(
            html,
            "How sure",
            $"{Phrase.Percent(incident.Probability)} that it was an attack; confidence in the logs {incident.Confidence}"
        );
        if (incident.Advice.Count > 0)
        {
            html.Element("dt", "Do first").Open("dd").Open("ol");
            foreach (string advice in incident.Advice.Take(PageLimits.Evidence))
            {
                html.Open("li").Text(advice, PageLimits.Line).Close();
            }

            html.Close().Close();
        }

        Observables(page, "From", incident.Sources);
        Observables(page, "With", incident.Related);
        if (incident.Links.Count > 0)
        {
            html.Element("dt", "Linked by").Open("dd");
            Folded(
                page,
                incident.Links.Take(PageLimits.Evidence).ToArray(),
                "",
                "link",
                link =>
                {
                    html.Text(link.Statement, PageLimits.Line).Text(" ");
                    Observable(html, link.Observable);
                }
            );
            html.Close();
        }

        if (incident.Techniques.Count > 0)
        {
            Fact(
                html,
                "ATT&CK",
                string.Join(", ", incident.Techniques.Take(PageLimits.Evidence).Select(MatrixSection.Name))
            );
        }

        html.Element("dt", "Id").Open("dd").Element("code", incident.Id).Close();
        html.Close();
    }

    private static void Fact(HtmlWriter html, string name, string text)
    {
        html.Element("dt", name);
        html.Open("dd").Text(text, PageLimits.Value).Close();
    }

    private static void Observables(PageContext page, string name, IReadOnlyList<Observable> observables)
    {
        if (observables.Count == 0)
        {
            return;
        }

        HtmlWriter html = page.Html;
        html.Element("dt", name).Open("dd");
        Folded(
            page,
            observables.Take(PageLimits.Observables).ToArray(),
            "chips",
            "observable",
            observable => Observable(html, observable)
        );
        if (observables.Count > PageLimits.Observables)
        {
            html.Open("ul");
            page.More("li", observables.Count - PageLimits.Observables, "observable");
            html.Close();
        }

        html.Close();
    }

    // The first few are seen, the others unfold: what an incident came with may be a hundred files of the system.
    private static void Folded<T>(PageContext page, T[] items, string style, string what, Action<T> write)
    {
        int seen = items.Length <= Unfolded + 2 ? items.Length : Unfolded;
        List(page.Html, items.AsSpan(0, seen), style, write);
        if (seen < items.Length)
        {
            page.Html.Open("details", ("class", "evidence"))
                .Element("summary", Wording.Counted(items.Length - seen, $"more {what}"));
            List(page.Html, items.AsSpan(seen), style, write);
            page.Html.Close();
        }
    }

    private static void List<T>(HtmlWriter html, ReadOnlySpan<T> items, string style, Action<T> write)
    {
        html.Open("ul", ("class", style));
        foreach (T item in items)
        {
            html.Open("li");
            write(item);
            html.Close();
        }

        html.Close();
    }

    private static void Observable(HtmlWriter html, Observable observable)
    {
        html.Element("span", KindWords.Of(observable.Kind), ("class", "kind"));
        html.Text(" ").Open("code").Text(observable.Value, PageLimits.Line).Close();
    }

    private static int OrganisationOf(PageContext page, Incident incident)
    {
        for (int i = 0; i < page.Reports.Count; i++)
        {
            if (page.Reports[i].Organisation.Name == incident.Organisation)
            {
                return i;
            }
        }

        return -1;
    }
}

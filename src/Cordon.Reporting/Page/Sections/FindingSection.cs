using System.Globalization;
using Cordon.Events;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The findings of an incident down to the fields of the event.</summary>
internal static class FindingSection
{
    /// <summary>Where each finding of an incident that the page shows stands, by id.</summary>
    public static Dictionary<string, int> Places(Incident incident)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < incident.Findings.Count && i < PageLimits.Findings; i++)
        {
            places.TryAdd(incident.Findings[i].Id, i);
        }

        return places;
    }

    /// <summary>The place of a finding, without <c>#</c>.</summary>
    public static string PlaceOf(int incident, int finding) =>
        $"finding-{PageContext.Number(incident + 1)}-{PageContext.Number(finding + 1)}";

    /// <summary>Writes the findings, closed.</summary>
    public static void Write(PageContext page, Incident incident, int index)
    {
        HtmlWriter html = page.Html;
        html.Element("h4", $"Findings ({Wording.Count(incident.FindingCount)})");
        int shown = Math.Min(incident.Findings.Count, PageLimits.Findings);
        for (int i = 0; i < shown; i++)
        {
            WriteFinding(page, incident.Findings[i], PlaceOf(index, i), i);
        }

        page.More("p", incident.FindingCount - shown, "finding", "findings.jsonl has them all");
    }

    private static void WriteFinding(PageContext page, Finding finding, string place, int number)
    {
        HtmlWriter html = page.Html;
        html.Open("details", ("class", "raw"), ("id", place));
        html.Open("summary");
        html.Text($"{number + 1}. ").Open("strong").Text(finding.Rule.Title, PageLimits.Line).Close();
        html.Element("span", $" {Wording.Of(finding.Rule.Level)}, {Wording.Short(finding.Time)}", ("class", "muted"));
        html.Close();
        html.Open("div", ("class", "inside"));
        if (finding.Reason.Length > 0)
        {
            html.Open("p").Text(finding.Reason, PageLimits.Value).Close();
        }

        html.Open("dl", ("class", "facts"));
        Fact(html, "Event", TargetSection.Place(finding.Event));
        Fact(html, "Log", Log(finding.Event));
        if (finding.Correlation is { } correlation)
        {
            Fact(
                html,
                "Together",
                $"{Wording.Counted(correlation.EventCount, "event")}, {Wording.Short(correlation.First)} to {Wording.Short(correlation.Last)}"
            );
            foreach (EventOrigin origin in correlation.Events.Take(PageLimits.Events))
            {
                Fact(html, "", $"{TargetSection.Place(origin)}, {Wording.Short(origin.Time)}");
            }
        }

        foreach (FindingEntity entity in finding.Entities.Take(PageLimits.Observables))
        {
            Fact(html, KindWords.Of(entity.Role), $"{KindWords.Of(entity.Observable.Kind)} {entity.Observable.Value}");
        }

        Fact(html, "Rule", $"{finding.Rule.Id} ({Wording.Of(finding.Rule.Kind)})");
        Fact(html, "Id", finding.Id);
        html.Close();
        WriteFields(page, finding.Fields);
        html.Close().Close();
    }

    private static void WriteFields(PageContext page, IReadOnlyList<SnapshotField> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        HtmlWriter html = page.Html;
        html.Open("table", ("class", "fields"))
            .Element("caption", "The event's own fields")
            .Open("thead")
            .Open("tr")
            .Element("th", "field", ("scope", "col"))
            .Element("th", "value", ("scope", "col"))
            .Close()
            .Close()
            .Open("tbody");
        foreach (SnapshotField field in fields.Take(PageLimits.Fields))
        {
            html.Open("tr").Open("th", ("scope", "row")).Text(field.Name, PageLimits.Line).Close();
            html.Open("td").Open("pre").Lines(field.Text, PageLimits.Value).Close().Close().Close();
        }

        html.Close().Close();
        page.More("p", fields.Count - PageLimits.Fields, "field", "findings.jsonl has them all");
    }

    private static void Fact(HtmlWriter html, string name, string text)
    {
        html.Element("dt", name);
        html.Open("dd").Text(text, PageLimits.Value).Close();
    }

    private static string Log(EventOrigin origin)
    {
        string[] parts =
        [
            origin.Product,
            origin.Channel,
            origin.Provider,
            origin.Code?.ToString(CultureInfo.InvariantCulture) ?? "",
            origin.Computer,
        ];
        string text = string.Join(", ", parts.Where(static p => p.Length > 0));
        return text.Length == 0 ? "-" : text;
    }
}

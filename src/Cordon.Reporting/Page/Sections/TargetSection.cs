using System.Globalization;
using Cordon.Events;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The targets of an incident with what came of each, and why.</summary>
internal static class TargetSection
{
    private const int OpenAtFirst = 2;

    /// <summary>Writes the targets.</summary>
    public static void Write(PageContext page, Incident incident, int index)
    {
        HtmlWriter html = page.Html;
        html.Element("h4", $"Targets ({Wording.Count(incident.Targets.Count)})");
        Dictionary<string, int> findings = FindingSection.Places(incident);
        for (int i = 0; i < incident.Targets.Count && i < PageLimits.Targets; i++)
        {
            IncidentTarget target = incident.Targets[i];
            bool open = i < OpenAtFirst && target.Outcome >= Outcome.CredentialExposed;
            html.Open("details", ("class", "target evidence"), ("open", open ? "" : null));
            html.Open("summary");
            html.Element("span", KindWords.Of(target.Observable.Kind), ("class", "kind")).Text(" ");
            html.Open("strong").Text(target.Observable.Value, PageLimits.Line).Close().Text(" ");
            page.Badge(target.Outcome);
            html.Text($" {Phrase.Percent(target.Probability)}");
            if (target.Mechanism.Length > 0)
            {
                html.Text(", by ").Text(target.Mechanism, PageLimits.Line);
            }

            html.Close();
            html.Open("div", ("class", "inside"));
            WriteTarget(page, target, index, findings);
            html.Close().Close();
        }

        page.More("p", incident.Targets.Count - PageLimits.Targets, "target");
    }

    private static void WriteTarget(
        PageContext page,
        IncidentTarget target,
        int index,
        Dictionary<string, int> findings
    )
    {
        HtmlWriter html = page.Html;
        if (target.Containment is { } containment)
        {
            string after = containment.After is { } time
                ? $", {Phrase.Length(time)} after the first sign of access"
                : "";
            html.Open("p", ("class", "contained"));
            html.Element("strong", $"Contained {Wording.Short(containment.Time)}{after}: ");
            html.Text(containment.Statement, PageLimits.Line).Close();
        }

        if (target.MissingLogs.Count > 0)
        {
            html.Element("p", "Nothing better can be said without:");
            html.Open("ul");
            foreach (MissingLog missing in target.MissingLogs.Take(PageLimits.Evidence))
            {
                html.Open("li")
                    .Text(
                        $"{KindWords.Plain(missing.Kind)}, {Phrase.Minute(missing.From)} to {Phrase.Minute(missing.Until)} ({missing.Reason}). {missing.Remedy}",
                        PageLimits.Value
                    )
                    .Close();
            }

            html.Close();
        }

        if (target.Evidence.Count == 0)
        {
            html.Element("p", "No evidence is given.");
            return;
        }

        html.Open("ol", ("class", "reasons"));
        foreach (Evidence evidence in target.Evidence.Take(PageLimits.Evidence))
        {
            WriteEvidence(page, evidence, index, findings);
        }

        page.More("li", target.Evidence.Count - PageLimits.Evidence, "reason");
        html.Close();
    }

    private static void WriteEvidence(PageContext page, Evidence evidence, int index, Dictionary<string, int> findings)
    {
        HtmlWriter html = page.Html;
        string direction = evidence.Weight < 0 ? "against" : "for";
        string weight = Math.Round(Math.Abs(evidence.Weight), 1).ToString("0.#", CultureInfo.InvariantCulture);
        html.Open("li");
        html.Text(evidence.Statement, PageLimits.Value);
        html.Open("div", ("class", "muted"));
        html.Text($"{direction} \u201c{OutcomeWords.Label(evidence.Supports)}\u201d, weight {weight}");
        if (evidence.Time is { } time)
        {
            html.Text($", {Wording.Short(time)}");
        }

        WriteSources(html, evidence.Events, evidence.Events.Count, evidence.Findings, index, findings);
        html.Close().Close();
    }

    /// <summary>Writes what a statement rests on: records, then links to findings.</summary>
    /// <param name="html">Is within a line that says something already.</param>
    /// <param name="events">The records.</param>
    /// <param name="eventCount">How many records there are, those that are not at hand among them.</param>
    /// <param name="ids">The findings.</param>
    /// <param name="index">The incident's place.</param>
    /// <param name="findings">Where the incident's findings stand; others are not linked.</param>
    public static void WriteSources(
        HtmlWriter html,
        IReadOnlyList<EventOrigin> events,
        int eventCount,
        IReadOnlyList<string> ids,
        int index,
        Dictionary<string, int> findings
    )
    {
        int shown = Math.Min(events.Count, PageLimits.Events);
        foreach (EventOrigin origin in events.Take(shown))
        {
            html.Text("; ").Open("code").Text(Place(origin), PageLimits.Line).Close();
        }

        if (eventCount > shown)
        {
            html.Text($" and {Wording.Counted(eventCount - shown, "more event")}");
        }

        foreach (string id in ids.Where(findings.ContainsKey).Take(PageLimits.Events))
        {
            html.Text("; ");
            html.Element(
                "a",
                $"finding {findings[id] + 1}",
                ("href", "#" + FindingSection.PlaceOf(index, findings[id]))
            );
        }
    }

    /// <summary>Where an event lies: file and record, or file and byte.</summary>
    internal static string Place(EventOrigin origin)
    {
        string where = origin.RecordId is { } record
            ? $"record {record.ToString(CultureInfo.InvariantCulture)}"
            : $"byte {PageContext.Number(origin.Position)}";
        return $"{origin.Source}, {where}";
    }
}

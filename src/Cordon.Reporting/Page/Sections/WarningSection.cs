using Cordon.Events;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;
using Cordon.Reporting.Warnings;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Page.Sections;

/// <summary>Who must be warned next: a list of all to work through, and with each incident the reasons down to the event.</summary>
internal static class WarningSection
{
    private const string NoContact = "no contact in cordon.yaml";

    /// <summary>Writes the list of all.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("section", ("id", "warnings"), ("aria-labelledby", "warnings-h"));
        html.Element("h2", $"Who must be warned next ({Wording.Count(page.Warnings.Count)})", ("id", "warnings-h"));
        if (page.Warnings.Count == 0)
        {
            html.Element("p", "No warning was written; the answer says what that rests on.").Close();
            return;
        }

        html.Element(
            "p",
            "Most urgent first, with how likely it is that the incident concerns them. Nothing was sent: whether a warning goes out, a person decides. The reasons here name accounts and are for you; the files say what the recipient may know.",
            ("class", "muted")
        );
        html.Open("div", ("class", "card"));
        html.Open("table", ("class", "warnings"));
        html.Open("thead").Open("tr");
        foreach (string head in (ReadOnlySpan<string>)["Whom", "Why", "How likely", "File and marking"])
        {
            html.Element("th", head, ("scope", "col"));
        }

        html.Close().Close();
        html.Open("tbody");
        Dictionary<(string, string), int> places = [];
        for (int i = 0; i < page.Incidents.Count && i < PageLimits.Incidents; i++)
        {
            places.TryAdd((page.Incidents[i].Organisation, page.Incidents[i].Id), i);
        }

        foreach (Warning warning in page.Warnings.Take(PageLimits.Warnings))
        {
            WriteRow(page, warning, places);
        }

        html.Close().Close().Close();
        page.More("p", page.Warnings.Count - PageLimits.Warnings, "warning");
        html.Close();
    }

    /// <summary>Writes the warnings of an incident; nothing where there are none.</summary>
    public static void Write(PageContext page, Incident incident, int index)
    {
        Warning[] warnings =
        [
            .. page.Warnings.Where(w => w.IncidentId == incident.Id && w.Organisation == incident.Organisation),
        ];
        if (warnings.Length == 0)
        {
            return;
        }

        HtmlWriter html = page.Html;
        html.Element("h4", $"Who must be warned next ({Wording.Count(warnings.Length)})");
        Dictionary<string, int> findings = FindingSection.Places(incident);
        foreach (Warning warning in warnings.Take(PageLimits.Warnings))
        {
            WriteDetails(page, warning, index, findings);
        }

        page.More("p", warnings.Length - PageLimits.Warnings, "warning");
    }

    private static void WriteRow(PageContext page, Warning warning, Dictionary<(string, string), int> places)
    {
        HtmlWriter html = page.Html;
        html.Open("tr");
        html.Open("th", ("scope", "row")).Text(warning.Recipient.Name, PageLimits.Line);
        Muted(html, warning.Recipient.Contact.Length > 0 ? warning.Recipient.Contact : NoContact);
        html.Close();
        html.Open("td").Text(warning.Reasons[0].Statement, PageLimits.Value);
        html.Open("div", ("class", "muted"));
        if (warning.Reasons.Count > 1)
        {
            html.Text($"{Wording.Counted(warning.Reasons.Count - 1, "more reason")}; ");
        }

        if (page.HasSeveral)
        {
            html.Text($"from {AnswerMaker.NameOf(warning.Organisation)}; ", PageLimits.Line);
        }

        if (places.TryGetValue((warning.Organisation, warning.IncidentId), out int index))
        {
            html.Element("a", $"incident {index + 1}", ("href", "#" + PageContext.PlaceOf(index)));
        }
        else
        {
            html.Text("incident ").Element("code", warning.IncidentId);
        }

        html.Close().Close();
        html.Element("td", WarningWords.Likely(warning.Likelihood));
        html.Open("td").Element("code", FileOf(warning) + ".txt");
        Muted(html, WarningWords.LabelOf(warning));
        html.Close().Close();
    }

    private static void WriteDetails(PageContext page, Warning warning, int index, Dictionary<string, int> findings)
    {
        HtmlWriter html = page.Html;
        html.Open("details", ("class", "target evidence"));
        html.Open("summary");
        html.Open("strong").Text(warning.Recipient.Name, PageLimits.Line).Close();
        html.Text($": {WarningWords.Likely(warning.Likelihood)}, {WarningWords.LabelOf(warning)}").Close();
        html.Open("div", ("class", "inside"));
        html.Open("ol", ("class", "reasons"));
        foreach (WarningReason reason in warning.Reasons.Take(PageLimits.Evidence))
        {
            WriteReason(html, reason, index, findings);
        }

        html.Close();
        html.Open("dl", ("class", "facts"));
        html.Element("dt", "Reach them").Open("dd");
        html.Text(
            warning.Recipient.Contact.Length > 0
                ? warning.Recipient.Contact
                : $"{NoContact}; call somebody you know there, by a number that no mail gave you",
            PageLimits.Line
        );
        html.Close();
        html.Element("dt", "Files").Open("dd");
        html.Element("code", FileOf(warning)).Text(" with .txt to read, .eml to send, .stix.json for programs").Close();
        html.Element("dt", "How sure");
        html.Element(
            "dd",
            $"Confidence in the logs {warning.Confidence}, grade {warning.Grade}; valid until {WarningWords.Day(warning.Until)}"
        );
        html.Close().Close().Close();
    }

    private static void WriteReason(HtmlWriter html, WarningReason reason, int index, Dictionary<string, int> findings)
    {
        html.Open("li").Text(reason.Statement, PageLimits.Value);
        html.Open("div", ("class", "muted"));
        html.Text(WarningWords.Likely(reason.Probability));
        TargetSection.WriteSources(html, reason.Events, reason.EventCount, reason.Findings, index, findings);
        html.Close().Close();
    }

    private static string FileOf(Warning warning) => "warnings/" + WarningWords.FileNameOf(warning);

    private static void Muted(HtmlWriter html, string text) =>
        html.Open("div", ("class", "muted")).Text(text, PageLimits.Line).Close();
}

using Cordon.Attribution;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>Who may be behind an incident: the hypotheses side by side, what speaks for and against each, what would change it, and who says what.</summary>
internal static class AttributionSection
{
    /// <summary>Writes it; nothing where nobody looked.</summary>
    public static void Write(PageContext page, Incident incident, int index)
    {
        if (page.Attributions.Of(incident) is not { } attribution)
        {
            return;
        }

        HtmlWriter html = page.Html;
        html.Element("h4", "Who is behind it?");
        bool isAttributed = attribution.Status == AttributionStatus.Attributed;
        html.Open("details", ("class", "target evidence"), ("open", isAttributed ? "" : null));
        html.Open("summary");
        html.Open("strong")
            .Text(isAttributed ? AttributionWords.Name(attribution.Leading!) : "Not attributed", PageLimits.Line)
            .Close();
        if (attribution.Leading is { } shown)
        {
            html.Text(isAttributed ? ": " : "; nearest: ");
            html.Text(
                isAttributed
                    ? AttributionWords.HowLikely(shown)
                    : $"{AttributionWords.Name(shown)}, {AttributionWords.HowLikely(shown)}",
                PageLimits.Line
            );
        }

        html.Close();
        html.Open("div", ("class", "inside"));
        Dictionary<string, int> findings = FindingSection.Places(incident);
        WriteHypotheses(page, attribution, index, findings);
        Sentences(html, "What would change that", attribution.WouldChange);
        Sentences(html, "Actors that may be one", attribution.Overlaps);
        Sentences(html, "Met, and says nothing", attribution.SetAside);
        WriteClaims(html, attribution);
        html.Close().Close();
    }

    private static void WriteHypotheses(
        PageContext page,
        IncidentAttribution attribution,
        int index,
        Dictionary<string, int> findings
    )
    {
        HtmlWriter html = page.Html;
        html.Open("table");
        html.Open("thead").Open("tr");
        foreach (string head in (ReadOnlySpan<string>)["Hypothesis", "How likely", "Confidence", "For", "Against"])
        {
            html.Element("th", head, ("scope", "col"));
        }

        html.Close().Close();
        html.Open("tbody");
        foreach (Hypothesis one in attribution.Hypotheses)
        {
            html.Open("tr");
            html.Open("td").Open("strong").Text(AttributionWords.Name(one), PageLimits.Line).Close();
            if (one.Cap.Length > 0)
            {
                html.Open("div", ("class", "muted")).Text($"no more than that: {one.Cap}", PageLimits.Value).Close();
            }

            html.Close();
            html.Element("td", AttributionWords.HowLikely(one));
            html.Element("td", one.Confidence);
            Reasons(html, one.For, index, findings);
            Reasons(html, one.Against, index, findings);
            html.Close();
        }

        html.Close().Close();
    }

    private static void Reasons(
        HtmlWriter html,
        IReadOnlyList<Reason> reasons,
        int index,
        Dictionary<string, int> findings
    )
    {
        html.Open("td");
        if (reasons.Count > 0)
        {
            html.Open("ul");
            foreach (Reason reason in reasons.Take(PageLimits.Evidence))
            {
                html.Open("li").Text(reason.Statement, PageLimits.Value);
                string[] known = [.. reason.Findings.Where(findings.ContainsKey).Take(PageLimits.Events)];
                if (reason.Sources.Count + known.Length > 0)
                {
                    html.Open("div", ("class", "muted"));
                    html.Text(string.Join("; ", reason.Sources.Take(PageLimits.Events)), PageLimits.Value);
                    bool first = reason.Sources.Count == 0;
                    foreach (string id in known)
                    {
                        html.Text(first ? "" : "; ");
                        first = false;
                        html.Element(
                            "a",
                            $"finding {findings[id] + 1}",
                            ("href", "#" + FindingSection.PlaceOf(index, findings[id]))
                        );
                    }

                    html.Close();
                }

                html.Close();
            }

            html.Close();
        }

        html.Close();
    }

    private static void Sentences(HtmlWriter html, string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        html.Open("p").Element("strong", title).Close();
        html.Open("ul");
        foreach (string sentence in sentences.Take(PageLimits.Evidence))
        {
            html.Open("li").Text(sentence, PageLimits.Value).Close();
        }

        html.Close();
    }

    private static void WriteClaims(HtmlWriter html, IncidentAttribution attribution)
    {
        if (attribution.Claims.Count == 0)
        {
            return;
        }

        html.Open("p").Element("strong", "What others say, as they say it").Close();
        html.Open("ul");
        foreach (RelatedClaim claim in attribution.Claims.Take(PageLimits.Evidence))
        {
            html.Open("li").Text(AttributionWords.Line(claim), PageLimits.Value);
            string below = string.Join(" ", new[] { claim.Note, claim.Source }.Where(static t => t.Length > 0));
            if (below.Length > 0)
            {
                html.Open("div", ("class", "muted")).Text(below, PageLimits.Value).Close();
            }

            html.Close();
        }

        html.Close();
    }
}

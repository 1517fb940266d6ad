using System.Text;
using Cordon.Attribution;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Stix;

/// <summary>
/// Who may be behind an incident: a note with all hypotheses in words, and, only where one actor reaches <i>likely</i>, a relationship to it with its confidence. The actor
/// itself is its keeper's object: it is referred to and not written.
/// </summary>
internal static class AttributionObjects
{
    private const int TextLimit = 2000;

    /// <summary>Writes them; nothing where nobody looked, or where nobody attacked.</summary>
    public static void Write(StixWriter stix, string identity, Incident incident, IncidentAttribution? attribution)
    {
        if (attribution is null || incident.Outcome == Outcome.NotAnAttack)
        {
            return;
        }

        string about = StixId.OfOwn("incident", incident.Organisation, incident.Id);
        string note = StixId.OfOwn("note", "attribution", incident.Organisation, incident.Id);
        if (!stix.IsNew(note))
        {
            return;
        }

        stix.Start("note", note, identity, incident.First);
        stix.Json.WriteString("abstract", $"Who is behind it: {AttributionWords.Of(attribution.Status)}");
        stix.Json.WriteString("content", Content(attribution));
        stix.List("object_refs", [about]);
        stix.End();
        if (attribution is { Status: AttributionStatus.Attributed, Leading: { } leading } && IsActor(leading.Id))
        {
            Relate(stix, identity, about, incident, leading);
        }
    }

    private static void Relate(StixWriter stix, string identity, string about, Incident incident, Hypothesis leading)
    {
        string id = StixId.OfOwn("relationship", about, "attributed-to", leading.Id);
        if (!stix.IsNew(id))
        {
            return;
        }

        stix.Start("relationship", id, identity, incident.First);
        stix.Json.WriteNumber("confidence", (int)Math.Round(leading.Probability * 100));
        stix.Json.WriteString("relationship_type", "attributed-to");
        stix.Json.WriteString(
            "description",
            SafeText.OneLine(
                $"{AttributionWords.Name(leading)}: {AttributionWords.HowLikely(leading)}. {leading.For[0].Statement}",
                TextLimit
            )
        );
        stix.Json.WriteString("source_ref", about);
        stix.Json.WriteString("target_ref", leading.Id);
        stix.End();
    }

    private static string Content(IncidentAttribution attribution)
    {
        var text = new StringBuilder();
        foreach (Hypothesis one in attribution.Hypotheses)
        {
            Line($"{AttributionWords.Name(one)}: {AttributionWords.HowLikely(one)}.");
            Line($"  Confidence in the evidence: {one.Confidence}.");
            foreach (Reason reason in one.For)
            {
                Line($"  For: {reason.Statement}");
            }

            foreach (Reason reason in one.Against)
            {
                Line($"  Against: {reason.Statement}");
            }
        }

        foreach (string sentence in attribution.WouldChange)
        {
            Line($"Would change it: {sentence}");
        }

        foreach (RelatedClaim claim in attribution.Claims)
        {
            Line($"Said: {AttributionWords.Line(claim)}");
        }

        return text.ToString().TrimEnd();

        void Line(string line) => text.Append(SafeText.OneLine(line, TextLimit)).Append('\n');
    }

    // What a file says is an identifier need not be one: nothing but a type and a UUID is written as a reference.
    private static bool IsActor(string id) =>
        (
            id.StartsWith("intrusion-set--", StringComparison.Ordinal)
            || id.StartsWith("threat-actor--", StringComparison.Ordinal)
        ) && Guid.TryParseExact(id[(id.IndexOf("--", StringComparison.Ordinal) + 2)..], "D", out _);
}

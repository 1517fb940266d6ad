using System.Globalization;
using Cordon.Attribution;
using Cordon.Events;
using Cordon.Incidents;
using Cordon.Reporting.Answers;

namespace Cordon.Reporting.Terminal;

/// <summary>One incident as a compact block of labelled lines.</summary>
internal static class IncidentText
{
    private const int TargetsShown = 6;
    private const int EvidenceShown = 3;
    private const int SourcesShown = 4;
    private const int Indent = 3;
    private const int Room = 12;
    private const int LineLimit = 400;

    /// <summary>Writes the block.</summary>
    /// <param name="lines">Where to.</param>
    /// <param name="number">Its place in the list, from 1.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="attribution">Who may be behind it; null where nobody looked.</param>
    /// <param name="named">Whether the organisation's name is told, because there are several.</param>
    public static void Write(
        IncidentLines lines,
        int number,
        Incident incident,
        IncidentAttribution? attribution,
        bool named
    )
    {
        string whose = named ? $" [{Phrase.Cut(AnswerMaker.NameOf(incident.Organisation))}]" : "";
        lines.Labelled(
            0,
            $"{number}.",
            Math.Max(Indent, number.ToString(CultureInfo.InvariantCulture).Length + 2),
            $"{OutcomeWords.Label(incident.Outcome).ToUpperInvariant()}: {Cut(incident.Title)}{whose}",
            AnswerText.StyleOf(incident.Outcome)
        );
        Put(
            lines,
            "when",
            incident.First == incident.Last
                ? $"{Wording.Short(incident.First)} UTC"
                : $"{Wording.Short(incident.First)} to {Wording.Short(incident.Last)} UTC ({Phrase.Length(incident.Last - incident.First)})"
        );
        if (incident.Sources.Count > 0)
        {
            Put(lines, "from", Sources(incident.Sources));
        }

        WriteTargets(lines, incident.Targets);
        WriteEvidence(lines, incident);
        IReadOnlyList<MissingLine> missing = MissingLine.Of([incident]);
        for (int i = 0; i < missing.Count && i < EvidenceShown; i++)
        {
            Put(lines, i == 0 ? "missing" : "", Missing(missing[i]));
        }

        for (int i = 0; i < incident.Links.Count && i < EvidenceShown; i++)
        {
            IncidentLink link = incident.Links[i];
            Put(lines, i == 0 ? "linked by" : "", $"{link.Statement} ({Phrase.Cut(link.Observable.Value)})");
        }

        for (int i = 0; i < incident.Advice.Count && i < EvidenceShown; i++)
        {
            Put(lines, i == 0 ? "do first" : "", incident.Advice[i]);
        }

        if (attribution is not null)
        {
            AttributionLines.Write((label, text) => Put(lines, label, text), attribution);
        }

        string techniques =
            incident.Techniques.Count == 0 ? "" : $"; ATT&CK {string.Join(' ', incident.Techniques.Take(8))}";
        Put(
            lines,
            "how sure",
            $"{Phrase.Percent(incident.Probability)} that it was an attack, confidence {incident.Confidence}; {Wording.Counted(incident.FindingCount, "finding")}{techniques}"
        );
        Put(lines, "id", incident.Id);
    }

    private static void Put(IncidentLines lines, string label, string text, string style = "") =>
        lines.Labelled(Indent, label, Room, Cut(text), style);

    private static string Missing(MissingLine line) =>
        $"{KindWords.Plain(line.Kind)}, {Phrase.Minute(line.From)} to {Phrase.Minute(line.Until)} UTC ({line.Reason}), for {Wording.Counted(line.Targets, "target")}. {line.Remedy}";

    private static string Cut(string text) => SafeText.OneLine(text, LineLimit);

    private static string Sources(IReadOnlyList<Observable> sources)
    {
        string shown = string.Join(", ", sources.Take(SourcesShown).Select(static s => Phrase.Cut(s.Value)));
        return sources.Count > SourcesShown ? $"{shown} and {Wording.Count(sources.Count - SourcesShown)} more" : shown;
    }

    private static void WriteTargets(IncidentLines lines, IReadOnlyList<IncidentTarget> targets)
    {
        for (int i = 0; i < targets.Count && i < TargetsShown; i++)
        {
            IncidentTarget target = targets[i];
            string mechanism = target.Mechanism.Length == 0 ? "" : $", by {target.Mechanism}";
            Put(
                lines,
                i == 0 ? "targets" : "",
                $"{Phrase.Cut(target.Observable.Value)}: {OutcomeWords.Label(target.Outcome)} ({Phrase.Percent(target.Probability)}){mechanism}"
            );
            if (target.Containment is { } containment)
            {
                string after = containment.After is { } time
                    ? $", {Phrase.Length(time)} after the first sign of access"
                    : "";
                Put(lines, "", $"contained {Phrase.Minute(containment.Time)} UTC{after}: {containment.Statement}");
            }
        }

        if (targets.Count > TargetsShown)
        {
            IEnumerable<string> rest = targets
                .Skip(TargetsShown)
                .GroupBy(static t => t.Outcome)
                .OrderByDescending(static g => g.Key)
                .Select(static g => $"{Wording.Count(g.Count())} {OutcomeWords.Label(g.Key)}");
            Put(lines, "", $"… and {string.Join(", ", rest)}");
        }
    }

    private static void WriteEvidence(IncidentLines lines, Incident incident)
    {
        (IncidentTarget Target, Evidence Evidence)[] strongest =
        [
            .. incident
                .Targets.Where(t => t.Evidence.Count > 0)
                .Select(static t => (Target: t, Evidence: t.Evidence[0]))
                .OrderByDescending(static pair => pair.Target.Outcome)
                .ThenByDescending(static pair => pair.Evidence.Weight)
                .Take(EvidenceShown),
        ];
        for (int i = 0; i < strongest.Length; i++)
        {
            (IncidentTarget target, Evidence evidence) = strongest[i];
            Put(lines, i == 0 ? "evidence" : "", $"{Phrase.Cut(target.Observable.Value)}: {evidence.Statement}");
            if (evidence.Events.Count > 0)
            {
                Put(lines, "", $"in {Place(evidence.Events[0])}");
            }
        }
    }

    private static string Place(EventOrigin origin)
    {
        string record = origin.RecordId is { } id
            ? $"record {id.ToString(CultureInfo.InvariantCulture)}"
            : $"byte {origin.Position.ToString(CultureInfo.InvariantCulture)}";
        string time = origin.Time is null ? "" : $", {Wording.Short(origin.Time)} UTC";
        return $"{origin.Source} {record}{time}";
    }
}

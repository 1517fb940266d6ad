using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cordon.Events;
using Cordon.Events.Organisations;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Outcomes;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents;

/// <summary>Puts the parts of an incident together once its targets are judged.</summary>
internal static class IncidentParts
{
    private const int MaxSources = 200;
    private const int MaxLinks = 100;

    public static Incident Assemble(
        Organisation organisation,
        IncidentOptions options,
        IncidentDraft draft,
        IReadOnlyList<IncidentTarget> targets,
        double weight,
        CoverageLedger ledger
    )
    {
        Outcome worst = targets.Count > 0 ? targets.Max(t => t.Outcome) : Outcome.Unknown;
        Finding[] findings = [.. draft.Groups.SelectMany(g => g.Samples).Distinct()];
        Array.Sort(findings, FindingOrder.Instance);
        return new Incident
        {
            Id = IdOf(organisation, draft),
            Organisation = organisation.Name,
            Title = IncidentTitle.Of(draft, targets),
            First = draft.First,
            Last = draft.Last,
            Outcome = worst,
            Targets = targets,
            Sources = Observables(draft, EntityRole.Source),
            Related = Observables(draft, EntityRole.Related),
            Techniques =
            [
                .. draft
                    .Groups.SelectMany(g => g.Rule.Techniques)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Findings = Bounded(findings, options.MaxFindings),
            FindingCount = draft.Groups.Sum(g => g.Count),
            Links =
            [
                .. draft
                    .Links.OrderByDescending(l => l.Weight)
                    .ThenBy(l => l.Statement, StringComparer.Ordinal)
                    .Take(MaxLinks),
            ],
            Probability = Math.Round(Likelihood.OfIncident(weight, options.IncidentWeight, worst), 3),
            Confidence = ConfidenceOf(draft, targets, ledger),
            Advice = IncidentAdvice.Of(draft, targets),
        };
    }

    /// <summary>From the organisation and what its first findings say, not where their files lie.</summary>
    private static string IdOf(Organisation organisation, IncidentDraft draft)
    {
        var text = new StringBuilder(organisation.Name).Append('\n');
        foreach (
            FindingGroup group in draft
                .Groups.OrderBy(g => g.First)
                .ThenBy(g => g.Rule.Id, StringComparer.Ordinal)
                .ThenBy(g => g.Rule.File, StringComparer.Ordinal)
                .ThenBy(g => g.Scope, StringComparer.Ordinal)
                .Take(3)
        )
        {
            text.Append(group.Rule.Id)
                .Append('\n')
                .Append(group.Rule.File)
                .Append('\n')
                .Append(group.Scope)
                .Append('\n')
                .Append(group.First.Ticks.ToString(CultureInfo.InvariantCulture))
                .Append('\n')
                .AppendJoin('\n', group.Entities.Keys.Select(k => k.Value).Order(StringComparer.Ordinal).Take(8));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..16]);
    }

    private static Observable[] Observables(IncidentDraft draft, EntityRole role) =>
        [
            .. draft
                .Entities.Where(e => e.Value.Role == role)
                .OrderByDescending(e => e.Value.Count)
                .ThenBy(e => e.Key.Kind)
                .ThenBy(e => e.Key.Value, StringComparer.Ordinal)
                .Select(e => e.Key)
                .Take(MaxSources),
        ];

    /// <summary>All findings, or of too many the weightiest, by time.</summary>
    private static Finding[] Bounded(Finding[] findings, int most)
    {
        if (findings.Length <= most)
        {
            return findings;
        }

        Finding[] kept =
        [
            .. findings.OrderByDescending(f => f.Rule.Level).ThenBy(f => f, FindingOrder.Instance).Take(most),
        ];
        Array.Sort(kept, FindingOrder.Instance);
        return kept;
    }

    /// <summary>
    /// How good the logs are: high where what came of nearly all targets can be told and several kinds of log say so, low where it can't for most.
    /// </summary>
    private static string ConfidenceOf(
        IncidentDraft draft,
        IReadOnlyList<IncidentTarget> targets,
        CoverageLedger ledger
    )
    {
        int unknown = targets.Count(t => t.Outcome == Outcome.Unknown);
        if (targets.Count == 0 || unknown * 2 > targets.Count)
        {
            return "low";
        }

        bool hasWorst = targets.Any(t => t.Outcome >= Outcome.CredentialExposed && t.Probability >= 0.9);
        bool isWhole = unknown == 0 && targets.All(t => t.Probability >= 0.9);
        bool isWide =
            draft
                .Groups.SelectMany(g => g.Samples)
                .Select(f => (f.Event.Product, f.Event.Channel))
                .Distinct()
                .Skip(1)
                .Any()
            || ledger.Kinds > 1;
        return (hasWorst || isWhole) && isWide ? "high" : "moderate";
    }
}

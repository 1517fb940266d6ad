using Cordon.Attribution.Evidence;
using Cordon.Attribution.Knowledge;
using Cordon.Attribution.Ranking;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution;

/// <summary>
/// Says who may be behind incidents, by comparing hypotheses: named actors of the knowledge base against one whom nobody described, criminals with common tools, and no
/// attack at all. Pure: the same incident and knowledge give the same answer, in whatever order they were read. For several threads.
/// </summary>
/// <remarks>The default is <see cref="AttributionStatus.Unattributed"/>. docs/attribution.md gives the rules.</remarks>
public sealed class Attributor
{
    private readonly ActorProfiles _profiles;
    private readonly IndicatorSet _indicators;
    private readonly AttributionOptions _options;

    /// <summary>Makes one.</summary>
    /// <param name="knowledge">Actors and claims.</param>
    /// <param name="indicators">Indicators that are not on a warning list; empty for none.</param>
    /// <param name="options">Weights; null for the usual ones.</param>
    public Attributor(KnowledgeBase knowledge, IndicatorSet indicators, AttributionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(indicators);
        _profiles = new ActorProfiles(knowledge);
        _indicators = indicators;
        _options = options ?? AttributionOptions.Default;
    }

    /// <summary>Looks at all incidents.</summary>
    /// <param name="reports">One report for each organisation.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public AttributionReport Of(IReadOnlyList<OrganisationReport> reports, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        List<IncidentAttribution> all = [];
        foreach (OrganisationReport report in reports)
        {
            foreach (Incident incident in report.Incidents)
            {
                cancel.ThrowIfCancellationRequested();
                all.Add(Of(incident, report.Organisation));
            }
        }

        return new AttributionReport(all);
    }

    /// <summary>Looks at one incident.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="organisation">Whose it is: what is its own, or its suppliers', is nobody's infrastructure.</param>
    public IncidentAttribution Of(Incident incident, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(organisation);
        IncidentFacts facts = IncidentFacts.Of(incident, organisation, _options);
        var board = new EvidenceBoard();
        if (incident.Outcome != Outcome.NotAnAttack)
        {
            InfrastructureEvidence.Gather(facts, _profiles, _indicators, _options, board);
            TechniqueEvidence.Gather(facts, _profiles, _options, board);
            LureEvidence.Gather(facts, _profiles, _options, board);
            TimingEvidence.Gather(facts, _profiles, _options, board);
            TargetEvidence.Gather(_options, board);
        }

        return AttributionMaker.Make(facts, board, _profiles, _indicators.Count > 0, _options);
    }
}

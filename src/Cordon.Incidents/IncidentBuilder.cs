using Cordon.Events;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Outcomes;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents;

/// <summary>Puts findings together to incidents and says what came of them.</summary>
/// <remarks>Pure: the same input gives the same report, whatever the order of the findings.</remarks>
public static class IncidentBuilder
{
    /// <summary>Makes the report on one organisation.</summary>
    /// <param name="input">Findings, activities and coverage.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static OrganisationReport Build(IncidentInput input, CancellationToken cancel = default) =>
        Build(input, IncidentOptions.Default, cancel);

    /// <summary>Makes the report on one organisation, by weights and limits of one's own.</summary>
    /// <param name="input">Findings, activities and coverage.</param>
    /// <param name="options">Weights, times and limits.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static OrganisationReport Build(
        IncidentInput input,
        IncidentOptions options,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        cancel.ThrowIfCancellationRequested();
        var names = new AccountNames(SeenNames.Of(input), input.Organisation);
        var maker = new GroupMaker(names, options);
        maker.Add(input.Findings, cancel);
        var weights = new GroupWeights(input, names);
        weights.Weigh(maker, cancel);
        HashSet<EventKey> cited = [.. maker.Groups.SelectMany(g => g.Samples).SelectMany(EventKey.Of)];
        var index = new ActivityIndex(input, names, cited);
        var life = new OrdinaryLife(input, names, o => cited.Contains(EventKey.Of(o)), weights.Days);
        var composer = new IncidentComposer(
            input.Organisation,
            options,
            names,
            index,
            life,
            new CoverageLedger(input.Coverage)
        );
        List<Incident> incidents = composer.Compose(maker.Groups, weights.IsOwnScanner, cancel);
        incidents.Sort(IncidentOrder.Compare);
        List<string> losses = [.. Losses(maker, composer, incidents.Count, options)];
        if (incidents.Count > options.MaxIncidents)
        {
            incidents.RemoveRange(options.MaxIncidents, incidents.Count - options.MaxIncidents);
        }

        return new OrganisationReport
        {
            Organisation = input.Organisation,
            Incidents = incidents,
            Coverage = input.Coverage,
            LooseFindings = input.Findings.Count - composer.FindingsUsed,
            Losses = losses,
        };
    }

    private static IEnumerable<string> Losses(
        GroupMaker maker,
        IncidentComposer composer,
        int incidents,
        IncidentOptions options
    )
    {
        if (maker.Timeless > 0)
        {
            yield return $"{Words.Count(maker.Timeless, "finding has", "findings have")} no time and can belong to no incident.";
        }

        if (maker.Dropped > 0)
        {
            yield return $"{Words.Count(maker.Dropped, "finding was", "findings were")} counted only: there are more than {options.MaxGroups} groups of findings.";
        }

        if (composer.TargetsLost > 0)
        {
            yield return $"{Words.Count(composer.TargetsLost, "target is", "targets are")} not told by name: an incident tells at most {options.MaxTargets}.";
        }

        if (composer.EntitiesLost > 0)
        {
            yield return $"{Words.Count(composer.EntitiesLost, "observable was", "observables were")} left out of findings that repeat with ever new ones.";
        }

        if (incidents > options.MaxIncidents)
        {
            yield return $"{incidents - options.MaxIncidents} of {incidents} incidents are not told: the least of them.";
        }
    }
}

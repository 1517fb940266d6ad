using Cordon.Detection.Analytics.SignIns;
using Cordon.Detection.Analytics.Takeovers;
using Cordon.Events;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.Sector;

/// <summary>
/// What attackers of one organisation worked from, to be looked for at the others that are scanned with it: addresses, senders and domains of what the
/// analytics found, and addresses of sign-ins that were too strange to pass over and not strange enough to tell.
/// </summary>
/// <remarks>Learning is for one thread at a time, asking for any number. Nothing of whom they attacked is kept but the organisation, so that no member learns another's accounts.</remarks>
public sealed class SectorKnowledge
{
    private readonly Dictionary<Observable, List<SectorSighting>> _sightings = [];

    /// <summary>What one organisation has to teach. Organisations may be asked side by side.</summary>
    /// <param name="timeline">What was done there.</param>
    /// <param name="settings">Thresholds.</param>
    /// <param name="findings">What <see cref="AnalyticSuite.Run"/> found in it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static SectorLesson LessonOf(
        ActivityTimeline timeline,
        AnalyticSettings settings,
        IReadOnlyList<Finding> findings,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(findings);
        List<(Observable, SectorSighting)> seen = [];
        foreach (Finding finding in findings)
        {
            if (finding.Rule.Level < Level.Medium || finding.Correlation is not { } facts)
            {
                continue;
            }

            bool isLure = finding.Rule.Id == "cordon-analytic-spear-phish";
            foreach (FindingEntity entity in finding.Entities)
            {
                // A mail before a sign-in may be an advertisement: whose mails are lures is learnt of those that are told for what they are.
                bool isSender = entity.Observable.Kind is ObservableKind.Domain or ObservableKind.EmailAddress;
                if (
                    entity.Role == EntityRole.Source
                    && (isLure ? isSender : entity.Observable.Kind == ObservableKind.Address)
                )
                {
                    seen.Add(
                        (entity.Observable, new SectorSighting(timeline.Organisation, facts.First, facts.Last, true))
                    );
                }
            }
        }

        double least = settings["sector.suspicion"];
        foreach (Takeover takeover in TakeoverStudy.Of(timeline, settings, cancel).All)
        {
            if (takeover.LogOdds >= least && takeover.SignIn.Address.Length > 0)
            {
                DateTime time = takeover.SignIn.Time;
                seen.Add(
                    (
                        new Observable(ObservableKind.Address, takeover.SignIn.Address),
                        new SectorSighting(timeline.Organisation, time, time, false)
                    )
                );
            }
        }

        return new SectorLesson(seen);
    }

    /// <summary>Learns what an organisation taught. The order of organisations decides between sightings that are alike.</summary>
    public void Learn(SectorLesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        foreach ((Observable observable, SectorSighting sighting) in lesson.Seen)
        {
            Add(observable, sighting);
        }
    }

    /// <summary>Where else something was seen within some days of a time; null where nowhere. What was told comes before what was only suspected.</summary>
    internal SectorSighting? Elsewhere(
        Organisation organisation,
        ObservableKind kind,
        string value,
        DateTime time,
        TimeSpan apart
    )
    {
        SectorSighting? best = null;
        if (
            value.Length > 0
            && _sightings.TryGetValue(new Observable(kind, value), out List<SectorSighting>? sightings)
        )
        {
            foreach (SectorSighting sighting in sightings)
            {
                if (
                    sighting.Organisation != organisation
                    && time >= sighting.First - apart
                    && time <= sighting.Last + apart
                    && (best is null || (sighting.IsTold && !best.IsTold))
                )
                {
                    best = sighting;
                }
            }
        }

        return best;
    }

    private void Add(Observable observable, SectorSighting sighting)
    {
        if (!_sightings.TryGetValue(observable, out List<SectorSighting>? sightings))
        {
            _sightings[observable] = sightings = [];
        }

        // A spray's finding and that of what it got are of one attack: the widest time counts.
        int same = sightings.FindIndex(s => s.Organisation == sighting.Organisation && s.IsTold == sighting.IsTold);
        if (same < 0)
        {
            sightings.Add(sighting);
        }
        else
        {
            SectorSighting old = sightings[same];
            sightings[same] = old with
            {
                First = old.First < sighting.First ? old.First : sighting.First,
                Last = old.Last > sighting.Last ? old.Last : sighting.Last,
            };
        }
    }
}

/// <summary>Something of an attacker's, seen at an organisation.</summary>
/// <param name="Organisation">Where.</param>
/// <param name="First">From when, UTC.</param>
/// <param name="Last">Until when, UTC.</param>
/// <param name="IsTold">Whether an analytic told it; else it was only suspected.</param>
internal sealed record SectorSighting(Organisation Organisation, DateTime First, DateTime Last, bool IsTold);

/// <summary>What was seen of attackers at one organisation, for <see cref="SectorKnowledge.Learn"/>.</summary>
public sealed class SectorLesson
{
    internal SectorLesson(IReadOnlyList<(Observable Observable, SectorSighting Sighting)> seen) => Seen = seen;

    internal IReadOnlyList<(Observable Observable, SectorSighting Sighting)> Seen { get; }
}

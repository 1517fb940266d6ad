using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Evidence;

/// <summary>Makes reasons out of the activities that they rest on: cited events bounded, findings by their ids.</summary>
internal sealed class ReasonMaker(Footprint footprint)
{
    private const int EventsCited = 20;
    private const int FindingsCited = 20;

    public WarningReason Make(
        WarningReasonKind kind,
        IReadOnlyList<Activity> activities,
        double probability,
        string statement,
        string told,
        IEnumerable<string>? findings = null
    )
    {
        EventOrigin[] events =
        [
            .. activities
                .DistinctBy(static a => EventKey.Of(a.Origin))
                .Select(static a => a.Origin with { Time = a.Origin.Time ?? a.Time }),
        ];
        return new WarningReason
        {
            Kind = kind,
            Statement = statement,
            Told = told,
            Probability = Math.Round(Math.Clamp(probability, 0, 1), 3),
            Findings =
            [
                .. activities
                    .SelectMany(footprint.Citing)
                    .Select(static f => f.Id)
                    .Concat(findings ?? [])
                    .Distinct(StringComparer.Ordinal)
                    .Take(FindingsCited),
            ],
            Events = [.. events.Take(EventsCited)],
            EventCount = events.Length,
        };
    }
}

using Cordon.Events;

namespace Cordon.Incidents.Outcomes;

/// <summary>What tells one event from all others.</summary>
internal readonly record struct EventKey(string Source, long Position, ulong? RecordId)
{
    private const int Name = 24;

    /// <summary>
    /// Place and number tell nearly all events apart, and the end of the path those that stand alone in their files, as mails do. All of a path would
    /// be asked for in millions.
    /// </summary>
    public override int GetHashCode() =>
        HashCode.Combine(
            Position,
            RecordId,
            string.GetHashCode(Source.AsSpan(Math.Max(0, Source.Length - Name)), StringComparison.Ordinal)
        );

    public static EventKey Of(EventOrigin origin) => new(origin.Source, origin.Position, origin.RecordId);

    /// <summary>The events that a finding rests on.</summary>
    public static IEnumerable<EventKey> Of(Finding finding) =>
        (finding.Correlation?.Events ?? []).Prepend(finding.Event).Select(Of);
}

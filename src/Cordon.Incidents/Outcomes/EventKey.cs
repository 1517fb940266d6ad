using Cordon.Events;

namespace Cordon.Incidents.Outcomes;

/// <summary>What tells one event from all others.</summary>
internal readonly record struct EventKey(string Source, long Position, ulong? RecordId)
{
    /// <summary>Place and number tell nearly all events apart; paths are long, and asked for in millions.</summary>
    public override int GetHashCode() => HashCode.Combine(Position, RecordId);

    public static EventKey Of(EventOrigin origin) => new(origin.Source, origin.Position, origin.RecordId);

    /// <summary>The events that a finding rests on.</summary>
    public static IEnumerable<EventKey> Of(Finding finding) =>
        (finding.Correlation?.Events ?? []).Prepend(finding.Event).Select(Of);
}

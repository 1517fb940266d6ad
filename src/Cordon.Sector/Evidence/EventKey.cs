using Cordon.Events;

namespace Cordon.Sector.Evidence;

/// <summary>What tells one event from all others.</summary>
internal readonly record struct EventKey(string Source, long Position, ulong? RecordId)
{
    public static EventKey Of(EventOrigin origin) => new(origin.Source, origin.Position, origin.RecordId);
}

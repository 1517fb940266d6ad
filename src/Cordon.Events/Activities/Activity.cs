namespace Cordon.Events.Activities;

/// <summary>
/// What an event says that somebody did, in terms that logs of all makers share: what analytics work on. Immutable, owns its memory, and
/// points back to the event.
/// </summary>
/// <remarks>Texts were written by whoever caused the event: bounded by the reader, to be escaped in every output.</remarks>
public abstract record Activity
{
    /// <summary>The event it was read from.</summary>
    public required EventOrigin Origin { get; init; }

    /// <summary>When it happened, UTC. An event without a time gives no activity.</summary>
    public required DateTime Time { get; init; }

    /// <summary>
    /// The record's own identifier where its log gives one (Entra <c>id</c>, audit log <c>Id</c>, Okta <c>uuid</c>), by which repeated rows are
    /// known; null otherwise.
    /// </summary>
    public string? Id { get; init; }
}

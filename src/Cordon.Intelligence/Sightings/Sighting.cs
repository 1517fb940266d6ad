namespace Cordon.Intelligence.Sightings;

/// <summary>
/// An indicator that was seen in an organisation's logs on one day. It holds the indicator's own value and nothing of the events: no account, no computer. Immutable.
/// </summary>
/// <param name="Kind">The indicator's kind in words, as in its finding's identifier: <c>address</c>, <c>domain</c>, <c>digest</c>, <c>URL</c>, <c>e-mail address</c>, <c>file name</c>.</param>
/// <param name="Value">The indicator's value.</param>
/// <param name="Organisation">Whose logs; empty where it has no name.</param>
/// <param name="First">When it was first seen that day, UTC.</param>
/// <param name="Last">When it was last seen that day, UTC.</param>
/// <param name="Count">In how many events, at least.</param>
public sealed record Sighting(string Kind, string Value, string Organisation, DateTime First, DateTime Last, long Count)
{
    /// <summary>What makes two of them one: the same indicator, at the same organisation, on the same day.</summary>
    internal (string, string, string, DateOnly) Key => (Kind, Value, Organisation, DateOnly.FromDateTime(First));

    /// <summary>
    /// One of two of the same key. Logs that were read twice, wholly or in part, hold the same events: the larger count is taken, never the sum.
    /// </summary>
    internal Sighting With(Sighting other) =>
        this with
        {
            First = other.First < First ? other.First : First,
            Last = other.Last > Last ? other.Last : Last,
            Count = Math.Max(Count, other.Count),
        };
}

using Cordon.Events;

namespace Cordon.Detection.Correlating;

/// <summary>An event that correlations look at, and no more of it than they ask for. Owns its memory.</summary>
/// <param name="Origin">Where it was read.</param>
/// <param name="Uses">For each correlation and rule what it asked for.</param>
internal sealed record BaseEvent(EventOrigin Origin, IReadOnlyList<BaseEvent.Use> Uses)
{
    /// <summary>What one correlation is given.</summary>
    /// <param name="Correlation">Its index.</param>
    /// <param name="Position">The place of the rule that held among its rules.</param>
    /// <param name="Fields">The values; null for what the event does not have.</param>
    internal readonly record struct Use(int Correlation, int Position, string?[] Fields);
}

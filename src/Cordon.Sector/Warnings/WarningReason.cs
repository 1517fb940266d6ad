using Cordon.Events;

namespace Cordon.Sector.Warnings;

/// <summary>One reason to warn somebody, that can be walked back to bytes in a file.</summary>
public sealed record WarningReason
{
    /// <summary>What sort of reason.</summary>
    public required WarningReasonKind Kind { get; init; }

    /// <summary>What happened, for those who decide whether to warn; names accounts. Holds text of an attacker's, to be escaped in every output.</summary>
    public required string Statement { get; init; }

    /// <summary>The same for the recipient, who is told neither accounts nor computers.</summary>
    public required string Told { get; init; }

    /// <summary>Probability that it is true, 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>Ids of the findings it rests on.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The events it rests on; at least one. Bounded.</summary>
    public required IReadOnlyList<EventOrigin> Events { get; init; }

    /// <summary>How many events there are; <see cref="Events"/> may hold fewer.</summary>
    public required int EventCount { get; init; }
}

using Cordon.Events;

namespace Cordon.Incidents;

/// <summary>One reason for an outcome, that can be walked back to bytes in a file.</summary>
public sealed record Evidence
{
    /// <summary>What it says, one sentence with its numbers; holds text of an attacker's, to be escaped in every output.</summary>
    public required string Statement { get; init; }

    /// <summary>The outcome that it speaks for.</summary>
    public required Outcome Supports { get; init; }

    /// <summary>How strongly, as a log-likelihood ratio (natural logarithm); negative where it speaks against.</summary>
    public double Weight { get; init; }

    /// <summary>When, UTC; of several the first.</summary>
    public DateTime? Time { get; init; }

    /// <summary>Ids of the findings it rests on.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The events it rests on; at least one unless there are findings. Bounded.</summary>
    public IReadOnlyList<EventOrigin> Events { get; init; } = [];
}

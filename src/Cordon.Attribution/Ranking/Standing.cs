using Cordon.Attribution.Evidence;

namespace Cordon.Attribution.Ranking;

/// <summary>Where one actor stands among the hypotheses. Immutable.</summary>
internal sealed record Standing
{
    public required ActorCase Case { get; init; }

    public required OwnerStrength Owner { get; init; }

    /// <summary>Probability after the cap.</summary>
    public required double Probability { get; init; }

    /// <summary>Why it may not be likelier; empty where the cap was not reached.</summary>
    public required string Cap { get; init; }

    /// <summary>Others whose infrastructure was met too, by name.</summary>
    public required IReadOnlyList<string> Rivals { get; init; }

    /// <summary>How much speaks against it.</summary>
    public required double Inconsistency { get; init; }
}

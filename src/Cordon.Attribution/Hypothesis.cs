namespace Cordon.Attribution;

/// <summary>One answer to who was behind an incident, with how likely it is. Immutable.</summary>
public sealed record Hypothesis
{
    /// <summary>What sort of answer it is.</summary>
    public required HypothesisKind Kind { get; init; }

    /// <summary>The actor's STIX identifier; empty for other kinds.</summary>
    public string Id { get; init; } = "";

    /// <summary>The actor's name as its keeper lists it, or words for other kinds. Others' text, to be escaped.</summary>
    public required string Name { get; init; }

    /// <summary>Who delimits the actor so; empty for other kinds.</summary>
    public string Keeper { get; init; } = "";

    /// <summary>How likely, 0 to 1, after all caps. Those of an incident add up to 1 with what is not listed.</summary>
    public required double Probability { get; init; }

    /// <summary>The same in words; see <see cref="ProbabilityWords"/>.</summary>
    public required string Words { get; init; }

    /// <summary>How good the evidence is, apart from what it says: <c>low</c>, <c>moderate</c> or <c>high</c>.</summary>
    public required string Confidence { get; init; }

    /// <summary>Why it may not be said to be likelier than that; empty where no cap was reached.</summary>
    public string Cap { get; init; } = "";

    /// <summary>What speaks for it, strongest first.</summary>
    public IReadOnlyList<Reason> For { get; init; } = [];

    /// <summary>What speaks against it, strongest first.</summary>
    public IReadOnlyList<Reason> Against { get; init; } = [];

    /// <summary>How much speaks against it, all together: competing hypotheses are told apart by what contradicts them.</summary>
    public double Inconsistency { get; init; }
}

namespace Cordon.Simulation.Evaluation;

/// <summary>How much of a file is taken; both may come from anybody.</summary>
internal sealed record EvaluationLimits
{
    public static EvaluationLimits Default { get; } = new();

    /// <summary>Bytes of a file.</summary>
    public long MaxBytes { get; init; } = 1L << 30;

    /// <summary>Depth of JSON.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Attempts or incidents.</summary>
    public int MaxItems { get; init; } = 200_000;

    /// <summary>Targets of all attempts or incidents.</summary>
    public int MaxTargets { get; init; } = 5_000_000;

    /// <summary>Characters of a text.</summary>
    public int MaxText { get; init; } = 4_096;
}

using Cordon.Sigma.Evaluation;

namespace Cordon.Detection.Explaining;

/// <summary>A part of a rule's condition and what it came to for an event, with its own parts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A search's name, or a test as the rule means it; empty for <c>and</c>, <c>or</c>, <c>not</c>.</param>
/// <param name="Truth">What it came to.</param>
/// <param name="Parts">What it is made of; empty for a test.</param>
public sealed record TestResult(TestKind Kind, string Text, Truth Truth, IReadOnlyList<TestResult> Parts)
{
    /// <summary>The values of the tested field, the first few, cut to a bounded length; empty where it is missing. Null where no one field is tested.</summary>
    public IReadOnlyList<string?>? Values { get; init; }

    /// <summary>How many values the field has.</summary>
    public int ValueCount { get; init; }

    /// <summary>Whether the result of the whole condition follows from this part, together with others that decide.</summary>
    public bool Decides { get; init; }
}

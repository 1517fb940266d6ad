namespace Cordon.Cli.Rules.Testing;

/// <summary>What became of one case.</summary>
internal enum TestVerdict
{
    /// <summary>The rule did as it had to.</summary>
    Passed,

    /// <summary>It did not, or can't be used, or the log is not there.</summary>
    Failed,

    /// <summary>The case itself can't be read, or is not where its rule says.</summary>
    Bad,
}

/// <summary>One case and what became of it.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Case">Where the case is described, as <c>FILE:LINE</c>.</param>
/// <param name="Rule">The rule's id, or what the case calls it.</param>
/// <param name="Title">The rule's title; empty where it is not known.</param>
/// <param name="Log">The log; empty for a made-up event.</param>
/// <param name="Expected">How often the rule had to fire; null for at least once.</param>
/// <param name="Found">How often it fired; null where it was not run.</param>
/// <param name="Message">What went wrong; null where nothing did.</param>
/// <param name="Hint">A command that tells more; null where there is none.</param>
internal sealed record TestOutcome(
    TestVerdict Verdict,
    string Case,
    string Rule,
    string Title,
    string Log,
    long? Expected,
    long? Found,
    string? Message,
    string? Hint = null
);

namespace Cordon.Sigma.Regression;

/// <summary>One test of SigmaHQ's regression layout: a log, and the rule that must fire on it.</summary>
/// <param name="Info">The file that describes the test (<c>info.yml</c>), as it was named when reading.</param>
/// <param name="Line">The test's line in that file, from 1.</param>
/// <param name="Name">What the author calls it; may be empty.</param>
/// <param name="RuleIds">The rules that are tested, by id; at least one.</param>
/// <param name="Kind">What kind of log it is, as written (<c>evtx</c>); may be empty.</param>
/// <param name="LogPath">The log as written: a path from the collection's root, with slashes; never absolute, never upwards.</param>
/// <param name="Expected">How often each rule must fire (<c>match_count</c>); null where at least once will do.</param>
public sealed record RegressionCase(
    string Info,
    int Line,
    string Name,
    IReadOnlyList<string> RuleIds,
    string Kind,
    string LogPath,
    long? Expected
);

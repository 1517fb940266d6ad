namespace Cordon.Reporting.Attack;

/// <summary>What coverage needs to know of a rule.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Tags">All its tags as written.</param>
/// <param name="Techniques">The ATT&amp;CK techniques among them (<c>T1059.001</c>).</param>
/// <param name="Tactics">What else stands in the namespace <c>attack</c> and is no identifier, with hyphens.</param>
public sealed record CoverageRule(
    string Title,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Techniques,
    IReadOnlyList<string> Tactics
);

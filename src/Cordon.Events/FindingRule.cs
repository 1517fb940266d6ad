namespace Cordon.Events;

/// <summary>The part of a rule that a finding carries with it.</summary>
/// <param name="Id">The rule's id, or, where it has none, its title.</param>
/// <param name="Title">What the rule is called.</param>
/// <param name="Level">How much a finding deserves a look.</param>
/// <param name="Kind">What sort of rule it is.</param>
/// <param name="Techniques">ATT&amp;CK technique ids such as <c>T1059.001</c>, in the rule's order.</param>
public sealed record FindingRule(
    string Id,
    string Title,
    Level Level,
    FindingKind Kind,
    IReadOnlyList<string> Techniques
)
{
    /// <summary>The name of the rule's file, without folders: two rules may carry the same id by mistake. Empty where there is none.</summary>
    public string File { get; init; } = "";
}

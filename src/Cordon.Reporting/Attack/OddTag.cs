namespace Cordon.Reporting.Attack;

/// <summary>A tag that ATT&amp;CK does not know, or no longer.</summary>
/// <param name="Tag">As written.</param>
/// <param name="Reason">What is odd, for people.</param>
/// <param name="FirstRule">The title of the first rule that has it.</param>
/// <param name="Rules">How many rules have it.</param>
public sealed record OddTag(string Tag, string Reason, string FirstRule, int Rules);

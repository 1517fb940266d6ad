namespace Cordon.Sigma;

/// <summary>An entry of <c>related</c>: another rule and what it is to this one.</summary>
/// <param name="Id">The other rule's id.</param>
/// <param name="Type">The relation as written: <c>derived</c>, <c>obsolete</c>, <c>merged</c>, <c>renamed</c> or <c>similar</c>.</param>
public sealed record RelatedRule(string Id, string Type);

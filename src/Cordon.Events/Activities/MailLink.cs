namespace Cordon.Events.Activities;

/// <summary>A link in a mail. Never followed.</summary>
/// <param name="Target">Where it leads, as written.</param>
/// <param name="Text">What is shown; empty for a bare address.</param>
public sealed record MailLink(string Target, string Text);

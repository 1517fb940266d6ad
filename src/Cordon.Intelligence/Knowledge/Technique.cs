namespace Cordon.Intelligence.Knowledge;

/// <summary>A technique of ATT&amp;CK, of a source that was imported. Immutable.</summary>
/// <param name="Number">ATT&amp;CK's number, such as <c>T1110.003</c>.</param>
/// <param name="Id">Its STIX identifier.</param>
/// <param name="Name">Its name.</param>
public sealed record Technique(string Number, string Id, string Name);

namespace Cordon.Intelligence.Knowledge;

/// <summary>Malware or a tool as one source describes it. Immutable.</summary>
/// <param name="Id">Its STIX identifier: <c>malware--</c> or <c>tool--</c>.</param>
/// <param name="Name">The name it is listed under.</param>
/// <param name="Names">All its names, the listed one first.</param>
/// <param name="Techniques">ATT&amp;CK's identifiers of what it does; empty where the source says nothing of it.</param>
/// <param name="From">Who says so.</param>
public sealed record Software(
    string Id,
    string Name,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Techniques,
    KnowledgeSource From
);

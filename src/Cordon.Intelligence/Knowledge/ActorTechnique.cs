namespace Cordon.Intelligence.Knowledge;

/// <summary>That somebody says an actor uses a technique. Immutable.</summary>
/// <param name="Id">ATT&amp;CK's identifier, such as <c>T1110.003</c>.</param>
/// <param name="From">Who asserts it, and where.</param>
public sealed record ActorTechnique(string Id, KnowledgeSource From)
{
    /// <summary>Whether the mapping to ATT&amp;CK is Cordon's own reading of the source, which speaks in plain words.</summary>
    public bool IsOurMapping { get; init; }
}

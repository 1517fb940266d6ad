using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Knowledge;

/// <summary>What one import holds, apart from indicators. Parts are put beside each other, never into each other: taking one away leaves the others as they were.</summary>
internal sealed class KnowledgePart
{
    public List<KnowledgeSource> Sources { get; } = [];

    public List<ActorEntry> Actors { get; } = [];

    public List<Software> Software { get; } = [];

    public List<Claim> Claims { get; } = [];

    /// <summary>Techniques by ATT&amp;CK's number.</summary>
    public Dictionary<string, Technique> Techniques { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Actors.Count == 0 && Software.Count == 0 && Claims.Count == 0 && Techniques.Count == 0;

    /// <summary>Takes over what another holds; for a folder whose files make one import.</summary>
    public void Add(KnowledgePart other)
    {
        Sources.AddRange(other.Sources);
        Actors.AddRange(other.Actors);
        Software.AddRange(other.Software);
        Claims.AddRange(other.Claims);
        foreach ((string number, Technique technique) in other.Techniques)
        {
            Techniques[number] = technique;
        }
    }
}

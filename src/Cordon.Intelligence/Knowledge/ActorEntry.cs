namespace Cordon.Intelligence.Knowledge;

/// <summary>What one import says of an actor; several of the same identifier make an <see cref="Actor"/>.</summary>
internal sealed class ActorEntry(string id, string name, KnowledgeSource keeper)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Who delimits it; a copy of another's record yields to the record itself.</summary>
    public KnowledgeSource Keeper { get; } = keeper;

    public string? ExternalId { get; set; }

    public bool IsWithdrawn { get; set; }

    public List<ActorName> Names { get; } = [];

    public List<ActorTechnique> Techniques { get; } = [];

    public List<ActorTool> Tools { get; } = [];

    public List<ActorLure> Lures { get; } = [];

    public List<ActorTarget> Targets { get; } = [];

    public List<ActorOrigin> Origins { get; } = [];

    /// <summary>Adds a name once, however often the source repeats it.</summary>
    public void AddName(string name, string? vendor, bool isListed, KnowledgeSource from, DateOnly? date = null)
    {
        if (!Names.Exists(n => n.Name == name && ReferenceEquals(n.From, from)))
        {
            Names.Add(new ActorName(name, vendor ?? NamingSchemes.VendorOf(name), isListed, from) { Date = date });
        }
    }
}

namespace Cordon.Intelligence.Knowledge;

/// <summary>
/// An actor as its keeper delimits it: ATT&amp;CK's group, Microsoft's actor and MISP's cluster stay three, whatever names they share. Everything of it is an assertion with
/// its source. Immutable.
/// </summary>
public sealed class Actor
{
    internal Actor(string id, string name, string keeper)
    {
        (Id, Name, Keeper) = (id, name, keeper);
    }

    /// <summary>Its STIX identifier (<c>intrusion-set--</c> or <c>threat-actor--</c>): the only thing by which records of two sources are one actor.</summary>
    public string Id { get; }

    /// <summary>The name its keeper lists it under.</summary>
    public string Name { get; }

    /// <summary>Who delimits this actor, such as <c>MITRE ATT&amp;CK</c> or <c>Microsoft</c>.</summary>
    public string Keeper { get; }

    /// <summary>Its keeper's own number, such as <c>G0007</c>; null where there is none.</summary>
    public string? ExternalId { get; internal init; }

    /// <summary>Whether its keeper took it back or marked it as out of use.</summary>
    public bool IsWithdrawn { get; internal init; }

    /// <summary>Its names, each with who asserts it.</summary>
    public IReadOnlyList<ActorName> Names { get; internal init; } = [];

    /// <summary>Techniques it is said to use.</summary>
    public IReadOnlyList<ActorTechnique> Techniques { get; internal init; } = [];

    /// <summary>Software it is said to use.</summary>
    public IReadOnlyList<ActorTool> Tools { get; internal init; } = [];

    /// <summary>What its lures are said to be about.</summary>
    public IReadOnlyList<ActorLure> Lures { get; internal init; } = [];

    /// <summary>Sectors and countries it is said to go after.</summary>
    public IReadOnlyList<ActorTarget> Targets { get; internal init; } = [];

    /// <summary>Where it is said to come from; sources may differ.</summary>
    public IReadOnlyList<ActorOrigin> Origins { get; internal init; } = [];

    /// <summary>Name and keeper.</summary>
    public override string ToString() => $"{Name} ({Keeper})";
}

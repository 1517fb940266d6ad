namespace Cordon.Intelligence.Knowledge;

/// <summary>That somebody calls an actor by a name. It says nothing of other actors that bear the name. Immutable.</summary>
/// <param name="Name">As written by the source.</param>
/// <param name="Vendor">Whose name it is, where the source says so or the name's form does; else null. Not who asserts it: Microsoft lists CrowdStrike's names.</param>
/// <param name="IsListed">Whether the source lists the actor under this name; false for a further name.</param>
/// <param name="From">Who asserts it, and where.</param>
public sealed record ActorName(string Name, string? Vendor, bool IsListed, KnowledgeSource From)
{
    /// <summary>Who says that the actor is called so.</summary>
    public string AssertedBy => From.Publisher;

    /// <summary>When it was asserted: the day of this record where it has one, else of the publication; null where neither is known.</summary>
    public DateOnly? Date
    {
        get => field ?? From.Date;
        init;
    }
}

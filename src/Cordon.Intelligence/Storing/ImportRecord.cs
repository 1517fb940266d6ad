namespace Cordon.Intelligence.Storing;

/// <summary>An import that was made. Immutable.</summary>
/// <param name="Id">Derived from what was imported: the same content gives the same one.</param>
/// <param name="Origin">The file, folder or address it came from. A later import from there takes its place.</param>
/// <param name="When">When it was made, in UTC.</param>
public sealed record ImportRecord(string Id, string Origin, DateTime When)
{
    /// <summary>The forms of its files, with how many of each: <c>STIX 1, MISP galaxy 6</c>.</summary>
    public string Formats { get; init; } = "";

    /// <summary>How many actors it has.</summary>
    public int Actors { get; init; }

    /// <summary>How many pieces of software it has.</summary>
    public int Software { get; init; }

    /// <summary>How many claims it has.</summary>
    public int Claims { get; init; }

    /// <summary>How many indicators it has.</summary>
    public int Indicators { get; init; }

    /// <summary>How many warning lists it has.</summary>
    public int WarningLists { get; init; }

    /// <summary>How many objects could not be read.</summary>
    public long Problems { get; init; }

    /// <summary>The Admiralty grade that its user gave what is said in it, such as <c>B2</c>; null where he gave none. A later import from the same origin keeps it.</summary>
    public string? Grade { get; init; }

    /// <summary>Whether a later import from the same origin took its place; undoing that one brings this one back.</summary>
    public bool IsReplaced { get; init; }
}

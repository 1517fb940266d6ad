namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>What a list knows a name as; one name may be several.</summary>
[Flags]
internal enum NameKinds : byte
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>An actor.</summary>
    Actor = 1,

    /// <summary>Malware.</summary>
    Malware = 2,

    /// <summary>A tool.</summary>
    Tool = 4,

    /// <summary>A country or a people.</summary>
    Place = 8,

    /// <summary>Part of a longer name that is known.</summary>
    Begins = 16,

    /// <summary>A word that texts mean otherwise too, or mostly: <c>Empire</c>, <c>Carbon</c>. Alone, nothing is known.</summary>
    Ordinary = 32,
}

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>The labels a tagger gives to tokens: outside, or begin, or inside an entity of a type.</summary>
internal static class Labels
{
    /// <summary>The types that a tagger tells, in the order of their labels.</summary>
    public static readonly string[] Types =
    [
        EntityType.ThreatActor,
        EntityType.Malware,
        EntityType.Tool,
        EntityType.Identity,
        EntityType.Location,
        EntityType.Date,
        EntityType.Sector,
    ];

    /// <summary>The place of actors in <see cref="Types" />.</summary>
    public const int Actor = 0;

    /// <summary>The place of malware in <see cref="Types" />.</summary>
    public const int Malware = 1;

    /// <summary>The place of organisations in <see cref="Types" />.</summary>
    public const int Identity = 3;

    /// <summary>How many labels there are.</summary>
    public static readonly int Count = (Types.Length * 2) + 1;

    /// <summary>The label of no entity.</summary>
    public const int Outside = 0;

    /// <summary>The label that begins a type's entity.</summary>
    public static int Begin(int type) => 1 + (type * 2);

    /// <summary>The label that goes on with it.</summary>
    public static int Inside(int type) => 2 + (type * 2);

    /// <summary>A label's type; -1 for <see cref="Outside" />.</summary>
    public static int TypeOf(int label) => label == Outside ? -1 : (label - 1) / 2;

    /// <summary>Whether a label begins an entity.</summary>
    public static bool IsBegin(int label) => label != Outside && label % 2 == 1;

    /// <summary>Whether a label may follow another; <see cref="Outside" /> stands before the first.</summary>
    public static bool MayFollow(int before, int label) =>
        label == Outside || IsBegin(label) || (before != Outside && TypeOf(before) == TypeOf(label));
}

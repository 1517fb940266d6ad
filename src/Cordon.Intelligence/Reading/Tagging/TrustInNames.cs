namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>What known and unknown names are given and taken, in the tagger's own scores.</summary>
internal sealed record TrustInNames
{
    /// <summary>Given to a known actor.</summary>
    public float Actor { get; init; } = 3;

    /// <summary>Given to known malware.</summary>
    public float Malware { get; init; } = 3;

    /// <summary>Taken from an actor that nobody knows.</summary>
    public float NewActor { get; init; } = 1;

    /// <summary>Taken from malware that nobody knows.</summary>
    public float NewMalware { get; init; } = 2;

    /// <summary>Taken from what would make a known name longer.</summary>
    public float End { get; init; } = 3;
}

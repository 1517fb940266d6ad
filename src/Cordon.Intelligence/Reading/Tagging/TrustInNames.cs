namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>What known and unknown names are given and taken, in the tagger's own scores.</summary>
internal sealed record TrustInNames
{
    /// <summary>Given to a known actor.</summary>
    public float Actor { get; init; } = 2;

    /// <summary>Given to known malware.</summary>
    public float Malware { get; init; } = 1.5f;

    /// <summary>Given to malware that is an ordinary word too.</summary>
    public float OrdinaryMalware { get; init; } = 0.5f;

    /// <summary>Given to malware that is known as a tool too.</summary>
    public float ToolMalware { get; init; } = 1.5f;

    /// <summary>Given to malware that is known as an actor too.</summary>
    public float ActorMalware { get; init; } = 1;

    /// <summary>Taken from an actor that nobody knows.</summary>
    public float NewActor { get; init; } = 1;

    /// <summary>Taken from malware that nobody knows.</summary>
    public float NewMalware { get; init; } = 1.5f;

    /// <summary>Taken from malware that is known as a tool alone.</summary>
    public float ToolOnly { get; init; } = 2;

    /// <summary>Taken from what would make a known name longer.</summary>
    public float End { get; init; } = 3;

    /// <summary>Taken instead where a kind of malware follows, which may be part of the name.</summary>
    public float EndBeforeKind { get; init; } = 0.5f;

    /// <summary>Given to a name where the text introduces it.</summary>
    public float Introduced { get; init; } = 6;

    /// <summary>Given to it elsewhere in the text.</summary>
    public float IntroducedElsewhere { get; init; } = 5;

    /// <summary>Given to malware elsewhere besides, where its name has a form that only names have: two words in one.</summary>
    public float IntroducedForm { get; init; } = 3;

    /// <summary>Given to, or taken from, a word by what it is at its other places in the text.</summary>
    public float Again { get; init; } = 3;
}

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>What features say of one token, worked out once.</summary>
internal struct TokenFacts
{
    /// <summary>The token as written.</summary>
    public uint Form;

    /// <summary>The token in small letters.</summary>
    public uint Lower;

    /// <summary>Its letters with digits made one.</summary>
    public uint Digits;

    /// <summary>Its shape: capitals, small letters, digits, signs; runs are one.</summary>
    public uint Shape;

    /// <summary>Its last three letters.</summary>
    public uint Suffix3;

    /// <summary>What names it begins or is part of.</summary>
    public NameKinds Names;

    /// <summary>Where in a known name it is: 0 none, 1 first, 2 later.</summary>
    public byte NamePlace;

    /// <summary>How many tokens the known name has.</summary>
    public byte NameLength;

    /// <summary>A class of words that speak for a type, such as what a group is called.</summary>
    public Cue Cue;

    /// <summary>Whether it may be a name: it has a capital or a digit among letters.</summary>
    public bool IsNameLike;

    /// <summary>Whether it is an observable.</summary>
    public bool IsObservable;
}

namespace Cordon.Sigma.Expressions;

/// <summary>What a <see cref="PatternSegment"/> stands for.</summary>
public enum PatternSegmentKind
{
    /// <summary>Exactly this text.</summary>
    Literal,

    /// <summary>Any text, also none: <c>*</c>.</summary>
    AnySequence,

    /// <summary>Exactly one UTF-16 unit: <c>?</c>.</summary>
    AnyCharacter,

    /// <summary>Exactly one of the five characters that <c>windash</c> takes for one another: <c>- / – — ―</c>.</summary>
    Dash,
}

/// <summary>A piece of a <see cref="StringPattern"/>.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The text of a literal, never empty there; empty otherwise.</param>
public readonly record struct PatternSegment(PatternSegmentKind Kind, string Text)
{
    /// <summary>The characters that <see cref="PatternSegmentKind.Dash"/> stands for.</summary>
    public const string Dashes = "-/\u2013\u2014\u2015";

    internal static PatternSegment AnySequence => new(PatternSegmentKind.AnySequence, "");

    internal static PatternSegment AnyCharacter => new(PatternSegmentKind.AnyCharacter, "");

    internal static PatternSegment Dash => new(PatternSegmentKind.Dash, "");
}

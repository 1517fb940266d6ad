namespace Cordon.Stix.Patterns;

/// <summary>A value in a pattern.</summary>
internal abstract record PatternLiteral
{
    /// <summary>A text, as it was written: equality and order compare code points.</summary>
    internal sealed record OfText(string Value) : PatternLiteral;

    /// <summary>A whole number or one with a fraction.</summary>
    internal sealed record OfNumber(double Value, bool IsWhole) : PatternLiteral;

    /// <summary>True or false.</summary>
    internal sealed record OfBoolean(bool Value) : PatternLiteral;

    /// <summary>Bytes, each as the character of its number.</summary>
    internal sealed record OfBytes(string Value) : PatternLiteral;

    /// <summary>A point in time: whole seconds and their fraction to the nanosecond.</summary>
    internal sealed record OfTime(StixTimestamp Value) : PatternLiteral;
}

using System.Globalization;

namespace Cordon.Events;

/// <summary>
/// One value of one field, borrowed from the event: valid until the event's source moves on.
/// </summary>
/// <remarks>
/// Whatever its kind, a value has a written form, <see cref="Text"/>, the same that the rendered event shows; string tests
/// of rules work on it. A number also keeps its value, so that <c>0x10</c> and <c>16</c> can be compared as numbers.
/// </remarks>
public readonly ref struct FieldValue
{
    private readonly long _bits;

    private FieldValue(FieldKind kind, ReadOnlySpan<char> text, long bits)
    {
        Kind = kind;
        Text = text;
        _bits = bits;
    }

    /// <summary>What the value is.</summary>
    public FieldKind Kind { get; }

    /// <summary>The written form, UTF-16, in the original case; empty for <see cref="FieldKind.Missing"/> and <see cref="FieldKind.Null"/>.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>The event has no such field.</summary>
    public static FieldValue Missing => default;

    /// <summary>The field is there without a value.</summary>
    public static FieldValue Null => new(FieldKind.Null, default, 0);

    /// <summary>A text value over borrowed memory.</summary>
    public static FieldValue FromText(ReadOnlySpan<char> text) => new(FieldKind.Text, text, 0);

    /// <summary>A whole number and its written form (decimal, or hexadecimal with <c>0x</c>).</summary>
    public static FieldValue FromInteger(long value, ReadOnlySpan<char> text) => new(FieldKind.Integer, text, value);

    /// <summary>A number with a fraction and its written form.</summary>
    public static FieldValue FromReal(double value, ReadOnlySpan<char> text) =>
        new(FieldKind.Real, text, BitConverter.DoubleToInt64Bits(value));

    /// <summary>True or false.</summary>
    public static FieldValue FromBoolean(bool value) => new(FieldKind.Boolean, value ? "true" : "false", value ? 1 : 0);

    /// <summary>A point in time and its written form.</summary>
    /// <param name="utcTicks">100 ns steps since 0001-01-01T00:00:00Z (<see cref="DateTime.Ticks"/>).</param>
    /// <param name="text">ISO 8601, UTC.</param>
    public static FieldValue FromTime(long utcTicks, ReadOnlySpan<char> text) => new(FieldKind.Time, text, utcTicks);

    /// <summary>The value as a whole number: of an integer, or of text written as one (decimal with sign, or <c>0x</c> hexadecimal).</summary>
    public bool TryGetInteger(out long value)
    {
        switch (Kind)
        {
            case FieldKind.Integer:
                value = _bits;
                return true;
            case FieldKind.Text:
                return Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
                    ? long.TryParse(Text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
                    : long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
            default:
                value = 0;
                return false;
        }
    }

    /// <summary>The value as a number: of an integer or real, or of text written as one.</summary>
    public bool TryGetReal(out double value)
    {
        if (Kind == FieldKind.Real)
        {
            value = BitConverter.Int64BitsToDouble(_bits);
            return true;
        }

        if (TryGetInteger(out long whole))
        {
            value = whole;
            return true;
        }

        value = 0;
        return Kind == FieldKind.Text
            && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>The value as a point in time: of a time, or of text in ISO 8601 (a text without a zone is taken as it stands).</summary>
    public bool TryGetTime(out DateTime value)
    {
        if (Kind == FieldKind.Time)
        {
            value = new DateTime(_bits, DateTimeKind.Utc);
            return true;
        }

        value = default;
        return Kind == FieldKind.Text
            && DateTime.TryParse(
                Text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out value
            );
    }
}

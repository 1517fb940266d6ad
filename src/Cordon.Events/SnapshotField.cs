using System.Globalization;

namespace Cordon.Events;

/// <summary>A field of an <see cref="EventSnapshot"/>: its name and one value, owning their memory.</summary>
public sealed class SnapshotField
{
    private readonly FieldKind _kind;
    private readonly long _number;

    private SnapshotField(string name, FieldKind kind, string text, long number) =>
        (Name, _kind, Text, _number) = (name, kind, text, number);

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>The value's written form; empty for null.</summary>
    public string Text { get; }

    /// <summary>The value.</summary>
    public FieldValue Value =>
        _kind switch
        {
            FieldKind.Null => FieldValue.Null,
            FieldKind.Integer => FieldValue.FromInteger(_number, Text),
            FieldKind.Real => FieldValue.FromReal(BitConverter.Int64BitsToDouble(_number), Text),
            FieldKind.Boolean => FieldValue.FromBoolean(_number != 0),
            FieldKind.Time => FieldValue.FromTime(_number, Text),
            _ => FieldValue.FromText(Text),
        };

    /// <summary>A field with text.</summary>
    public static SnapshotField OfText(string name, string text) => new(name, FieldKind.Text, text, 0);

    /// <summary>A field with a whole number, written in decimal.</summary>
    public static SnapshotField OfInteger(string name, long value) =>
        new(name, FieldKind.Integer, value.ToString(CultureInfo.InvariantCulture), value);

    /// <summary>A field without a value.</summary>
    public static SnapshotField OfNull(string name) => new(name, FieldKind.Null, "", 0);

    /// <summary>Copies a borrowed value.</summary>
    public static SnapshotField Of(ReadOnlySpan<char> name, FieldValue value) =>
        Of(name.ToString(), value.Kind, value.Text.ToString(), NumberOf(value));

    /// <summary>A field from its parts.</summary>
    internal static SnapshotField Of(string name, FieldKind kind, string text, long number) =>
        new(name, kind, text, number);

    /// <summary>What a value comes to as a number: the bits of a real one, ticks of a time; 0 where it is none.</summary>
    internal static long NumberOf(FieldValue value)
    {
        switch (value.Kind)
        {
            case FieldKind.Integer:
                value.TryGetInteger(out long integer);
                return integer;
            case FieldKind.Real:
                value.TryGetReal(out double real);
                return BitConverter.DoubleToInt64Bits(real);
            case FieldKind.Boolean:
                return value.Text is "true" ? 1 : 0;
            case FieldKind.Time:
                value.TryGetTime(out DateTime time);
                return time.Ticks;
            default:
                return 0;
        }
    }
}

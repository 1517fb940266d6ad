using System.Globalization;

namespace Cordon.Events;

/// <summary>A field of an <see cref="EventSnapshot"/>: its name and one value, owning their memory.</summary>
public sealed class SnapshotField
{
    private readonly FieldKind _kind;
    private readonly long _integer;
    private readonly double _real;

    private SnapshotField(string name, FieldKind kind, string text, long integer, double real)
    {
        Name = name;
        Text = text;
        _kind = kind;
        _integer = integer;
        _real = real;
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>The value's written form; empty for null.</summary>
    public string Text { get; }

    /// <summary>The value.</summary>
    public FieldValue Value =>
        _kind switch
        {
            FieldKind.Null => FieldValue.Null,
            FieldKind.Integer => FieldValue.FromInteger(_integer, Text),
            FieldKind.Real => FieldValue.FromReal(_real, Text),
            FieldKind.Boolean => FieldValue.FromBoolean(_integer != 0),
            FieldKind.Time => FieldValue.FromTime(_integer, Text),
            _ => FieldValue.FromText(Text),
        };

    /// <summary>A field with text.</summary>
    public static SnapshotField OfText(string name, string text) => new(name, FieldKind.Text, text, 0, 0);

    /// <summary>A field with a whole number, written in decimal.</summary>
    public static SnapshotField OfInteger(string name, long value) =>
        new(name, FieldKind.Integer, value.ToString(CultureInfo.InvariantCulture), value, 0);

    /// <summary>A field without a value.</summary>
    public static SnapshotField OfNull(string name) => new(name, FieldKind.Null, "", 0, 0);

    /// <summary>Copies a borrowed value.</summary>
    public static SnapshotField Of(ReadOnlySpan<char> name, FieldValue value)
    {
        long integer = 0;
        double real = 0;
        switch (value.Kind)
        {
            case FieldKind.Integer:
                value.TryGetInteger(out integer);
                break;
            case FieldKind.Real:
                value.TryGetReal(out real);
                break;
            case FieldKind.Boolean:
                integer = value.Text is "true" ? 1 : 0;
                break;
            case FieldKind.Time:
                value.TryGetTime(out DateTime time);
                integer = time.Ticks;
                break;
            default:
                break;
        }

        return new SnapshotField(name.ToString(), value.Kind, value.Text.ToString(), integer, real);
    }
}

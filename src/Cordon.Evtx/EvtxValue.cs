using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Cordon.Evtx.Values;

namespace Cordon.Evtx;

/// <summary>One value of a record: a view over the reader's buffer, valid until the reader moves on.</summary>
public readonly ref struct EvtxValue
{
    private readonly Encoding? _ansi;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal EvtxValue(EvtxValueType type, ReadOnlySpan<byte> raw, Encoding ansi)
    {
        Type = TypeOf(type, raw.Length);
        Raw = raw;
        _ansi = ansi;
    }

    // A type without bytes is a null, except for the textual types, whose empty text is a value of its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static EvtxValueType TypeOf(EvtxValueType stated, int length) =>
        length > 0 || stated is EvtxValueType.String or EvtxValueType.AnsiString or EvtxValueType.EvtXml
            ? stated
            : EvtxValueType.Null;

    /// <summary>The type, as the record states it; <see cref="EvtxValueType.Null"/> for an empty element.</summary>
    public EvtxValueType Type { get; }

    /// <summary>The bytes as they lie in the record.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>There is no value. An empty string is a value.</summary>
    public bool IsNull => Type == EvtxValueType.Null;

    /// <summary>Whether <see cref="Chars"/> holds the value.</summary>
    public bool IsChars => Type is EvtxValueType.String or EvtxValueType.EvtXml;

    /// <summary>The text in place, without trailing NULs; empty unless <see cref="IsChars"/>. May hold unpaired surrogates and control characters.</summary>
    public ReadOnlySpan<char> Chars => IsChars ? MemoryMarshal.Cast<byte, char>(Raw).TrimEnd('\0') : default;

    /// <summary>The value as a whole number, of any integer type whose value fits.</summary>
    public bool TryGetInteger(out long value) => ValueNumbers.TryGetInteger(Type, Raw, out value);

    /// <summary>The value as a whole number without sign, of any integer type whose value is not negative.</summary>
    public bool TryGetUnsigned(out ulong value) => ValueNumbers.TryGetUnsigned(Type, Raw, out value);

    /// <summary>The value as a floating point number, of type <see cref="EvtxValueType.Real32"/> or <see cref="EvtxValueType.Real64"/>.</summary>
    public bool TryGetReal(out double value) => ValueNumbers.TryGetReal(Type, Raw, out value);

    /// <summary>The value as a boolean, of type <see cref="EvtxValueType.Boolean"/>.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = Type == EvtxValueType.Boolean && Raw.ContainsAnyExcept((byte)0);
        return Type == EvtxValueType.Boolean;
    }

    /// <summary>The value as a point in time (UTC), of a time type within the years 1601 to 9999.</summary>
    public bool TryGetTime(out DateTime value) => ValueTimes.TryGetTime(Type, Raw, out value);

    /// <summary>An upper bound of the length of the text that <see cref="TryFormat"/> writes, in UTF-16 units.</summary>
    public int MaxTextLength => ValueText.MaxLength(Type, Raw.Length, _ansi);

    /// <summary>Writes the very text that the rendered event shows for this value; nothing for null.</summary>
    /// <returns>False where <paramref name="destination"/> is too short; <see cref="MaxTextLength"/> is always enough.</returns>
    public bool TryFormat(Span<char> destination, out int written) =>
        ValueText.TryFormat(Type, Raw, _ansi ?? Encoding.Latin1, destination, out written);

    /// <summary>The text that the rendered event shows.</summary>
    public override string ToString()
    {
        if (IsChars)
        {
            return Chars.ToString();
        }

        char[] text = new char[MaxTextLength];
        return TryFormat(text, out int written) ? new string(text, 0, written) : "";
    }
}

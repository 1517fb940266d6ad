using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Cordon.Evtx.Values;

/// <summary>The written form of values, the same in every output.</summary>
internal static class ValueText
{
    // The longest form of a value of fixed size: a SID of 255 parts is of variable size and has its own bound.
    private const int LongestFixed = 40;

    public static int MaxLength(EvtxValueType type, int bytes, Encoding? ansi)
    {
        if (type.IsArray())
        {
            // The narrowest items, of one byte, take up to 5 characters with their comma; wider items take fewer per byte.
            return type == (EvtxValueType.Array | EvtxValueType.String) ? bytes : (bytes * 14) + LongestFixed;
        }

        return type switch
        {
            EvtxValueType.Null => 0,
            EvtxValueType.String or EvtxValueType.EvtXml => bytes / 2,
            EvtxValueType.AnsiString => (ansi ?? Encoding.Latin1).GetMaxCharCount(bytes),
            EvtxValueType.Sid => (bytes * 3) + LongestFixed,
            _ => Math.Max(LongestFixed, bytes * 2),
        };
    }

    public static bool TryFormat(
        EvtxValueType type,
        ReadOnlySpan<byte> raw,
        Encoding ansi,
        Span<char> destination,
        out int written
    )
    {
        written = 0;
        if (type.IsArray())
        {
            return TryFormatArray(type, raw, ansi, destination, out written);
        }

        switch (type)
        {
            case EvtxValueType.Null:
                return true;
            case EvtxValueType.String or EvtxValueType.EvtXml:
                ReadOnlySpan<char> text = MemoryMarshal.Cast<byte, char>(raw).TrimEnd('\0');
                written = text.Length;
                return text.TryCopyTo(destination) || Fail(out written);
            case EvtxValueType.AnsiString:
                return ansi.TryGetChars(raw.TrimEnd((byte)0), destination, out written) || Fail(out written);
            case EvtxValueType.Boolean:
                ReadOnlySpan<char> word = raw.ContainsAnyExcept((byte)0) ? "true" : "false";
                written = word.Length;
                return word.TryCopyTo(destination) || Fail(out written);
            case EvtxValueType.Guid when raw.Length == 16:
                return TryFormatGuid(raw, destination, out written);
            case EvtxValueType.Sid:
                return TryFormatSid(raw, destination, out written);
            case EvtxValueType.Real32 when raw.Length == 4:
                return BinaryPrimitives
                    .ReadSingleLittleEndian(raw)
                    .TryFormat(destination, out written, default, CultureInfo.InvariantCulture);
            case EvtxValueType.Real32 or EvtxValueType.Real64 when ValueNumbers.TryGetReal(type, raw, out double real):
                return real.TryFormat(destination, out written, default, CultureInfo.InvariantCulture);
            case EvtxValueType.FileTime
            or EvtxValueType.SystemTime when ValueTimes.TryGetTime(type, raw, out DateTime time):
                if (destination.Length < ValueTimes.TextLength)
                {
                    return false;
                }

                written = ValueTimes.Format(time, destination);
                return true;
            case EvtxValueType.FileTime when raw.Length == 8:
                return TryFormatHex(raw, destination, out written);
        }

        if (ValueNumbers.IsSigned(type) && ValueNumbers.TryGetInteger(type, raw, out long signed))
        {
            return signed.TryFormat(destination, out written, default, CultureInfo.InvariantCulture);
        }

        if (ValueNumbers.IsUnsigned(type) && ValueNumbers.TryGetUnsigned(type, raw, out ulong unsigned))
        {
            return unsigned.TryFormat(destination, out written, default, CultureInfo.InvariantCulture);
        }

        if (ValueNumbers.IsHexadecimal(type) && raw.Length <= 8)
        {
            return TryFormatHex(raw, destination, out written);
        }

        // Bytes, and whatever does not have the size or the shape of its type.
        return TryFormatBytes(raw, destination, out written);
    }

    private static bool TryFormatArray(
        EvtxValueType type,
        ReadOnlySpan<byte> raw,
        Encoding ansi,
        Span<char> destination,
        out int written
    )
    {
        written = 0;
        var items = new ArrayItems(type, raw);
        bool first = true;
        while (items.MoveNext())
        {
            if (!first)
            {
                if (written == destination.Length)
                {
                    return Fail(out written);
                }

                destination[written++] = ',';
            }

            first = false;
            if (!TryFormat(items.Type, items.Current, ansi, destination[written..], out int item))
            {
                return Fail(out written);
            }

            written += item;
        }

        return true;
    }

    private static bool TryFormatGuid(ReadOnlySpan<byte> raw, Span<char> destination, out int written)
    {
        written = 0;
        if (destination.Length < 36)
        {
            return false;
        }

        _ = new Guid(raw).TryFormat(destination, out written, "D");
        Span<char> text = destination[..written];
        foreach (ref char c in text)
        {
            c = c is >= 'a' and <= 'f' ? (char)(c - 32) : c;
        }

        return true;
    }

    // S-revision-authority-part-…; bytes that are too few for the parts they state are shown as bytes.
    private static bool TryFormatSid(ReadOnlySpan<byte> raw, Span<char> destination, out int written)
    {
        written = 0;
        if (raw.Length < 8 || raw.Length < 8 + (4 * raw[1]))
        {
            return TryFormatBytes(raw, destination, out written);
        }

        ulong authority = 0;
        for (int i = 2; i < 8; i++)
        {
            authority = (authority << 8) | raw[i];
        }

        bool fits =
            TryAppend("S-", destination, ref written)
            && TryAppend(raw[0], destination, ref written)
            && TryAppend("-", destination, ref written)
            && TryAppend(authority, destination, ref written);
        for (int i = 0; fits && i < raw[1]; i++)
        {
            uint part = BinaryPrimitives.ReadUInt32LittleEndian(raw[(8 + (4 * i))..]);
            fits = TryAppend("-", destination, ref written) && TryAppend(part, destination, ref written);
        }

        return fits || Fail(out written);
    }

    private static bool TryFormatHex(ReadOnlySpan<byte> raw, Span<char> destination, out int written)
    {
        written = 0;
        ulong value = ValueNumbers.Bits(raw);
        Span<char> digits = stackalloc char[16];
        int first = digits.Length;
        do
        {
            digits[--first] = "0123456789abcdef"[(int)(value & 15)];
            value >>= 4;
        } while (value != 0);

        return (TryAppend("0x", destination, ref written) && TryAppend(digits[first..], destination, ref written))
            || Fail(out written);
    }

    private static bool TryAppend(ulong number, Span<char> destination, ref int written)
    {
        bool fits = number.TryFormat(destination[written..], out int digits, default, CultureInfo.InvariantCulture);
        written += digits;
        return fits;
    }

    private static bool TryAppend(ReadOnlySpan<char> text, Span<char> destination, ref int written)
    {
        if (!text.TryCopyTo(destination[written..]))
        {
            return false;
        }

        written += text.Length;
        return true;
    }

    private static bool TryFormatBytes(ReadOnlySpan<byte> raw, Span<char> destination, out int written) =>
        Convert.TryToHexString(raw, destination, out written);

    private static bool Fail(out int written)
    {
        written = 0;
        return false;
    }
}

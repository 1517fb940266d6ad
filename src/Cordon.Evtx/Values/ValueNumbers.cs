using System.Buffers.Binary;

namespace Cordon.Evtx.Values;

/// <summary>Numbers out of bytes. The size of the value wins over its type: a UInt32 of 8 bytes is read as 8 bytes.</summary>
internal static class ValueNumbers
{
    public static bool IsSigned(EvtxValueType type) =>
        type is EvtxValueType.Int8 or EvtxValueType.Int16 or EvtxValueType.Int32 or EvtxValueType.Int64;

    public static bool IsUnsigned(EvtxValueType type) =>
        type is EvtxValueType.UInt8 or EvtxValueType.UInt16 or EvtxValueType.UInt32 or EvtxValueType.UInt64;

    public static bool IsHexadecimal(EvtxValueType type) =>
        type is EvtxValueType.HexInt32 or EvtxValueType.HexInt64 or EvtxValueType.SizeT or EvtxValueType.EvtHandle;

    public static bool TryGetInteger(EvtxValueType type, ReadOnlySpan<byte> raw, out long value)
    {
        value = 0;
        if (raw.Length is 0 or > 8)
        {
            return false;
        }

        if (IsSigned(type))
        {
            int shift = 64 - (raw.Length * 8);
            value = (long)(Bits(raw) << shift) >> shift;
            return true;
        }

        if (!IsUnsigned(type) && !IsHexadecimal(type))
        {
            return false;
        }

        value = (long)Bits(raw);
        return value >= 0;
    }

    public static bool TryGetUnsigned(EvtxValueType type, ReadOnlySpan<byte> raw, out ulong value)
    {
        if (IsSigned(type))
        {
            bool fits = TryGetInteger(type, raw, out long signed) && signed >= 0;
            value = fits ? (ulong)signed : 0;
            return fits;
        }

        bool isNumber = raw.Length is > 0 and <= 8 && (IsUnsigned(type) || IsHexadecimal(type));
        value = isNumber ? Bits(raw) : 0;
        return isNumber;
    }

    public static bool TryGetReal(EvtxValueType type, ReadOnlySpan<byte> raw, out double value)
    {
        bool isReal = type is EvtxValueType.Real32 or EvtxValueType.Real64;
        value = (isReal, raw.Length) switch
        {
            (true, 4) => BinaryPrimitives.ReadSingleLittleEndian(raw),
            (true, 8) => BinaryPrimitives.ReadDoubleLittleEndian(raw),
            _ => 0,
        };
        return isReal && raw.Length is (4 or 8);
    }

    /// <summary>Up to 8 bytes, little-endian.</summary>
    public static ulong Bits(ReadOnlySpan<byte> raw)
    {
        if (raw.Length == 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(raw);
        }

        if (raw.Length == 4)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(raw);
        }

        ulong bits = 0;
        for (int i = raw.Length - 1; i >= 0; i--)
        {
            bits = (bits << 8) | raw[i];
        }

        return bits;
    }
}

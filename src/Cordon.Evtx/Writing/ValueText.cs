using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Cordon.Evtx.Writing;

/// <summary>Values as the text that Windows puts into raw elements, where Binary XML has text only.</summary>
internal static class ValueText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Of(BinXmlValue value) =>
        value.Reference switch
        {
            string text => text,
            BinXmlValue[] items => string.Join(", ", items.Select(Of)),
            BinXmlValue.RawBytes raw => Convert.ToHexString(raw.Bytes),
            byte[] bytes => OfBytes(value.Type, bytes),
            _ => OfBits(value.Type, value.Bits),
        };

    private static string OfBytes(EvtxValueType type, byte[] bytes) =>
        type switch
        {
            EvtxValueType.AnsiString => Encoding.Latin1.GetString(bytes),
            EvtxValueType.Guid => new Guid(bytes).ToString("B", Invariant).ToUpperInvariant(),
            EvtxValueType.Sid => SidText.Format(bytes),
            EvtxValueType.SystemTime => OfSysTime(bytes),
            _ => Convert.ToHexString(bytes),
        };

    private static string OfBits(EvtxValueType type, ulong bits) =>
        type switch
        {
            EvtxValueType.Null => "",
            EvtxValueType.Int8 => ((sbyte)bits).ToString(Invariant),
            EvtxValueType.Int16 => ((short)bits).ToString(Invariant),
            EvtxValueType.Int32 => ((int)bits).ToString(Invariant),
            EvtxValueType.Int64 => ((long)bits).ToString(Invariant),
            EvtxValueType.Real32 => BitConverter.UInt32BitsToSingle((uint)bits).ToString("R", Invariant),
            EvtxValueType.Real64 => BitConverter.UInt64BitsToDouble(bits).ToString("R", Invariant),
            EvtxValueType.Boolean => bits == 0 ? "false" : "true",
            EvtxValueType.FileTime => FileTimes.Text(bits) ?? bits.ToString(Invariant),
            EvtxValueType.SizeT or EvtxValueType.HexInt32 or EvtxValueType.HexInt64 or EvtxValueType.EvtHandle => "0x"
                + bits.ToString("x", Invariant),
            _ => bits.ToString(Invariant),
        };

    private static string OfSysTime(byte[] bytes)
    {
        int Part(int index) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2 * index));
        return string.Create(
            Invariant,
            $"{Part(0):D4}-{Part(1):D2}-{Part(3):D2}T{Part(4):D2}:{Part(5):D2}:{Part(6):D2}.{Part(7):D3}Z"
        );
    }
}

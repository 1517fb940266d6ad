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

    private static string OfBytes(BinXmlType type, byte[] bytes) =>
        type switch
        {
            BinXmlType.AnsiString => Encoding.Latin1.GetString(bytes),
            BinXmlType.Guid => new Guid(bytes).ToString("B", Invariant).ToUpperInvariant(),
            BinXmlType.Sid => SidText.Format(bytes),
            BinXmlType.SysTime => OfSysTime(bytes),
            _ => Convert.ToHexString(bytes),
        };

    private static string OfBits(BinXmlType type, ulong bits) =>
        type switch
        {
            BinXmlType.Null => "",
            BinXmlType.Int8 => ((sbyte)bits).ToString(Invariant),
            BinXmlType.Int16 => ((short)bits).ToString(Invariant),
            BinXmlType.Int32 => ((int)bits).ToString(Invariant),
            BinXmlType.Int64 => ((long)bits).ToString(Invariant),
            BinXmlType.Real32 => BitConverter.UInt32BitsToSingle((uint)bits).ToString("R", Invariant),
            BinXmlType.Real64 => BitConverter.UInt64BitsToDouble(bits).ToString("R", Invariant),
            BinXmlType.Bool => bits == 0 ? "false" : "true",
            BinXmlType.FileTime => FileTimes.Text(bits) ?? bits.ToString(Invariant),
            BinXmlType.SizeT or BinXmlType.HexInt32 or BinXmlType.HexInt64 or BinXmlType.EvtHandle => "0x"
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

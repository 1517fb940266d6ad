using System.Text;
using Cordon.Evtx.Writing;
using CsCheck;

namespace Cordon.Evtx.Tests.Writing;

/// <summary>A value with what it has to be in the log: for an array, an entry for each item.</summary>
internal sealed record SampleValue(BinXmlValue Value, EvtxValueType Type, byte[][] Items)
{
    private const string Characters = "abz 09\t\n<&>\"'%\\ßΩ語\u0001\u200B\uD83D\uDE00\uD800\uFFFE";

    public static readonly Gen<string> Text = Gen.Char[Characters].Array[0, 24].Select(chars => new string(chars));

    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[1, 24];

    private static readonly Gen<SampleValue>[] Arrayable =
    [
        Text.Select(text => Of(BinXmlValue.String(text), [.. text.SelectMany(BitConverter.GetBytes)])),
        Gen.Char['\u0001', '\u00FF'].Array[0, 12].Select(chars => AnsiOf(new string(chars))),
        Gen.SByte.Select(n => Of(BinXmlValue.Int8(n), [(byte)n])),
        Gen.Byte.Select(n => Of(BinXmlValue.UInt8(n), [n])),
        Gen.Short.Select(n => Of(BinXmlValue.Int16(n), BitConverter.GetBytes(n))),
        Gen.UShort.Select(n => Of(BinXmlValue.UInt16(n), BitConverter.GetBytes(n))),
        Gen.Int.Select(n => Of(BinXmlValue.Int32(n), BitConverter.GetBytes(n))),
        Gen.UInt.Select(n => Of(BinXmlValue.UInt32(n), BitConverter.GetBytes(n))),
        Gen.Long.Select(n => Of(BinXmlValue.Int64(n), BitConverter.GetBytes(n))),
        Gen.ULong.Select(n => Of(BinXmlValue.UInt64(n), BitConverter.GetBytes(n))),
        Gen.Float.Select(n => Of(BinXmlValue.Real32(n), BitConverter.GetBytes(n))),
        Gen.Double.Select(n => Of(BinXmlValue.Real64(n), BitConverter.GetBytes(n))),
        Gen.Bool.Select(n => Of(BinXmlValue.Boolean(n), [n ? (byte)1 : (byte)0, 0, 0, 0])),
        Gen.Guid.Select(n => Of(BinXmlValue.Guid(n), n.ToByteArray())),
        Gen.ULong.Select(n => Of(BinXmlValue.SizeT64(n), BitConverter.GetBytes(n))),
        Gen.ULong.Select(n => Of(BinXmlValue.FileTime(n), BitConverter.GetBytes(n))),
        Gen.Long[0, 3_000_000_000_000_000_000].Select(SystemTimeOf),
        Gen.UInt.Array[0, 15].Select(SidOf),
        Gen.UInt.Select(n => Of(BinXmlValue.HexInt32(n), BitConverter.GetBytes(n))),
        Gen.ULong.Select(n => Of(BinXmlValue.HexInt64(n), BitConverter.GetBytes(n))),
    ];

    private static readonly Gen<SampleValue> Scalar = Gen.OneOf([
        .. Arrayable,
        Gen.Const(
            new SampleValue(
                BinXmlValue.Null,
                EvtxValueType.Null,
                [
                    [],
                ]
            )
        ),
        Gen.UInt.Select(n => Of(BinXmlValue.SizeT32(n), BitConverter.GetBytes(n))),
        Bytes.Select(bytes => Of(BinXmlValue.Binary(bytes), bytes)),
        Gen.ULong.Select(n => Of(BinXmlValue.EvtHandle(n), BitConverter.GetBytes(n))),
    ]);

    /// <summary>Values of every type, and arrays of every type that has them.</summary>
    public static readonly Gen<SampleValue> Any = Gen.Frequency(
        (3, Scalar),
        (1, Gen.OneOf([.. Arrayable.Select(item => item.Array[1, 5].Select(ArrayOf))]))
    );

    public override string ToString() =>
        $"{Type} {string.Join(" | ", Items.Select(item => Convert.ToHexString(item)))}";

    private static SampleValue Of(BinXmlValue value, byte[] bytes) => new(value, value.Type, [bytes]);

    private static SampleValue AnsiOf(string text) => Of(BinXmlValue.AnsiString(text), Encoding.Latin1.GetBytes(text));

    private static SampleValue SystemTimeOf(long ticks)
    {
        var time = new DateTime(ticks, DateTimeKind.Utc);
        int[] parts =
        [
            time.Year,
            time.Month,
            (int)time.DayOfWeek,
            time.Day,
            time.Hour,
            time.Minute,
            time.Second,
            time.Millisecond,
        ];
        return Of(BinXmlValue.SystemTime(time), [.. parts.SelectMany(part => BitConverter.GetBytes((ushort)part))]);
    }

    private static SampleValue SidOf(uint[] parts) =>
        Of(
            BinXmlValue.Sid("S-1-5" + string.Concat(parts.Select(part => $"-{part}"))),
            [1, (byte)parts.Length, 0, 0, 0, 0, 0, 5, .. parts.SelectMany(BitConverter.GetBytes)]
        );

    private static SampleValue ArrayOf(SampleValue[] items)
    {
        var type = items[0].Type;
        return new SampleValue(
            BinXmlValue.Array(type, [.. items.Select(item => item.Value)]),
            type | EvtxValueType.Array,
            [.. items.Select(item => item.Items[0])]
        );
    }
}

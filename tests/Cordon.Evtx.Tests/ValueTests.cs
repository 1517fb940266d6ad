using System.Text;
using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class ValueTests
{
    public static TheoryData<EvtxValueType, string, string> Written =>
        new()
        {
            { EvtxValueType.Int8, "FF", "-1" },
            { EvtxValueType.UInt8, "FF", "255" },
            { EvtxValueType.Int16, "FEFF", "-2" },
            { EvtxValueType.UInt16, "FEFF", "65534" },
            { EvtxValueType.Int32, "FFFFFF7F", "2147483647" },
            { EvtxValueType.UInt32, "FFFFFFFF", "4294967295" },
            { EvtxValueType.Int64, "0000000000000080", "-9223372036854775808" },
            { EvtxValueType.UInt64, "FFFFFFFFFFFFFFFF", "18446744073709551615" },
            { EvtxValueType.Real32, "0000C03F", "1.5" },
            { EvtxValueType.Real64, "000000000000F8BF", "-1.5" },
            { EvtxValueType.Boolean, "01000000", "true" },
            { EvtxValueType.Boolean, "00000000", "false" },
            { EvtxValueType.Boolean, "00020000", "true" },
            { EvtxValueType.Boolean, "01", "true" },
            { EvtxValueType.Binary, "00ABFF", "00ABFF" },
            { EvtxValueType.Guid, "33221100554477668899AABBCCDDEEFF", "00112233-4455-6677-8899-AABBCCDDEEFF" },
            { EvtxValueType.SizeT, "10000000", "0x10" },
            { EvtxValueType.SizeT, "1000000000000080", "0x8000000000000010" },
            { EvtxValueType.HexInt32, "EFBEADDE", "0xdeadbeef" },
            { EvtxValueType.HexInt64, "0000000000000000", "0x0" },
            { EvtxValueType.FileTime, "0000000000000000", "1601-01-01T00:00:00.0000000Z" },
            { EvtxValueType.FileTime, "FFFFFFFFFFFFFFFF", "0xffffffffffffffff" },
            { EvtxValueType.SystemTime, "EA070300030004000C000D000E000F00", "2026-03-04T12:13:14.0150000Z" },
            { EvtxValueType.SystemTime, "EA070D00030004000C000D000E000F00", "EA070D00030004000C000D000E000F00" },
            { EvtxValueType.Sid, "010200000000000520000000 20020000", "S-1-5-32-544" },
            { EvtxValueType.Sid, "0102000000000005200000", "0102000000000005200000" },
            { EvtxValueType.Sid, "01", "01" },
            { EvtxValueType.EvtHandle, "0100000000000000", "0x1" },
            { EvtxValueType.String, "410042000000", "AB" },
            { EvtxValueType.String, "41002000", "A " },
            { EvtxValueType.EvtXml, "3C00", "<" },
            { EvtxValueType.AnsiString, "4180E900", "A€é" },
            { EvtxValueType.UInt32, "0100000001000000", "4294967297" },
            { EvtxValueType.UInt32, "0102", "513" },
            { EvtxValueType.UInt64, "010203040506070809", "010203040506070809" },
            { (EvtxValueType)0x7E, "AB", "AB" },
            { EvtxValueType.Int32 | EvtxValueType.Array, "01000000FFFFFFFF", "1,-1" },
            {
                EvtxValueType.Guid | EvtxValueType.Array,
                "33221100554477668899AABBCCDDEEFF",
                "00112233-4455-6677-8899-AABBCCDDEEFF"
            },
            {
                EvtxValueType.Sid | EvtxValueType.Array,
                "010100000000000512000000010100000000000513000000",
                "S-1-5-18,S-1-5-19"
            },
            { EvtxValueType.UInt16 | EvtxValueType.Array, "010002", "1" },
            { EvtxValueType.AnsiString | EvtxValueType.Array, "41004200", "A,B" },
            { EvtxValueType.Null, "", "" },
        };

    [Theory]
    [MemberData(nameof(Written))]
    public void Writes_every_type_one_way(EvtxValueType type, string hex, string text)
    {
        byte[] raw = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var value = new EvtxValue(type, raw, EvtxOptions.Default.AnsiEncoding);
        Assert.Equal(text, value.ToString());
        Assert.True(value.MaxTextLength >= text.Length);
        for (int room = 0; room < text.Length; room++)
        {
            Assert.False(value.TryFormat(new char[room], out _), $"{text} does not fit into {room}");
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Shows_the_same_text_in_records(EvtxValueType type, string hex, string text)
    {
        byte[] raw = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        byte[] log = TestLog.Of(TestLog.Typical(1, ("V", TestValue.Of(type, raw))));
        string[] items = type == EvtxValueType.Null ? ["V"] : [.. Items(type, text).Select(static i => $"V={i}")];
        string fields = Assert.Single(TestLog.Read(log, TestLog.FieldsOf));
        Assert.EndsWith(string.Join('|', items), fields, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Takes_any_bytes_as_any_type(EvtxValueType type, string hex, string text)
    {
        // Every prefix of every value, and its bytes doubled: never an exception, always within the stated length.
        byte[] raw = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        byte[] twice = [.. raw, .. raw, .. Encoding.ASCII.GetBytes(text)];
        for (int length = 0; length <= twice.Length; length++)
        {
            var value = new EvtxValue(type, twice.AsSpan(0, length), EvtxOptions.Default.AnsiEncoding);
            Assert.True(value.TryFormat(new char[value.MaxTextLength], out _));
            _ = value.TryGetInteger(out _) | value.TryGetUnsigned(out _) | value.TryGetReal(out _);
            _ = value.TryGetTime(out _) | value.TryGetBoolean(out _);
        }
    }

    [Fact]
    public void Keeps_null_and_empty_apart()
    {
        Assert.True(default(EvtxValue).IsNull);
        Assert.True(new EvtxValue(EvtxValueType.UInt32, [], Encoding.Latin1).IsNull);
        Assert.False(new EvtxValue(EvtxValueType.String, [], Encoding.Latin1).IsNull);
    }

    [Fact]
    public void Decodes_ansi_text_in_the_code_page_of_the_options()
    {
        byte[] log = TestLog.Of(TestLog.Typical(1, ("V", TestValue.Of(EvtxValueType.AnsiString, 0xC6))));
        EvtxOptions cyrillic = new() { AnsiEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1251)! };
        Assert.Contains("Ж", TestLog.Json(log, cyrillic)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_numbers_only_where_they_fit()
    {
        var large = new EvtxValue(EvtxValueType.UInt64, [255, 255, 255, 255, 255, 255, 255, 255], Encoding.Latin1);
        Assert.False(large.TryGetInteger(out _));
        Assert.True(large.TryGetUnsigned(out ulong unsigned));
        Assert.Equal(ulong.MaxValue, unsigned);
        var negative = new EvtxValue(EvtxValueType.Int8, [255], Encoding.Latin1);
        Assert.True(negative.TryGetInteger(out long signed));
        Assert.Equal(-1, signed);
        Assert.False(negative.TryGetUnsigned(out _));
    }

    private static string[] Items(EvtxValueType type, string text) =>
        (type & EvtxValueType.Array) == EvtxValueType.Array ? text.Split(',') : [text];
}

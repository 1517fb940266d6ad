using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Cordon.Sigma.Expressions;
using CsCheck;

namespace Cordon.Sigma.Tests.Language;

/// <summary>Addresses as logs write them.</summary>
public sealed class AddressTextTests
{
    [Theory]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("2001:db8::", "2001:db8::")]
    [InlineData("2001:DB8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [InlineData("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    [InlineData("1:2:3:4:5:6:192.0.2.33", "1:2:3:4:5:6:c000:221")]
    [InlineData("fe80::1%12", "fe80::1")]
    [InlineData(" fe80::1%eth0 ", "fe80::1")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    [InlineData("[2001:db8::1]:443", "2001:db8::1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("::FFFF:c000:0201", "192.0.2.1")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    public void An_address_is_read(string text, string same)
    {
        Assert.True(AddressText.TryParse(text, out UInt128 bits, out bool isV4));
        IPAddress expected = IPAddress.Parse(same);
        Assert.Equal(expected.AddressFamily == AddressFamily.InterNetwork, isV4);
        Assert.Equal(BitsOf(expected), bits);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1:2")]
    [InlineData(":1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData("1::2::3")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("::1 x")]
    [InlineData("1.2.3.4::")]
    [InlineData("::1.2.3")]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    [InlineData("[::1")]
    [InlineData("::1]")]
    [InlineData("[::1]443")]
    [InlineData("[::1]:99999")]
    [InlineData("%1:")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("01.2.3.4")]
    [InlineData("1.2.3.256")]
    [InlineData("1..2.3")]
    public void What_is_no_address_is_refused(string text) => Assert.False(AddressText.TryParse(text, out _, out _));

    [Fact]
    public void Every_spelling_of_an_address_is_that_address() =>
        Gen
            .Byte.Array[16]
            .Select(Gen.Int[0, 8], Gen.Int[0, 8], (bytes, from, length) => ZeroGroups(bytes, from, length))
            .Sample(
                bytes =>
                {
                    var address = new IPAddress(bytes);
                    ushort[] groups = [.. bytes.Chunk(2).Select(pair => BinaryPrimitives.ReadUInt16BigEndian(pair))];
                    string[] spellings =
                    [
                        address.ToString(),
                        address.ToString().ToUpperInvariant(),
                        string.Join(':', groups.Select(g => $"{g:x}")),
                        string.Join(':', groups.Select(g => $"{g:X4}")),
                        string.Join(':', groups.Take(6).Select(g => $"{g:x}"))
                            + $":{bytes[12]}.{bytes[13]}.{bytes[14]}.{bytes[15]}",
                    ];
                    UInt128 expected = address.IsIPv4MappedToIPv6 ? BitsOf(address.MapToIPv4()) : BitsOf(address);
                    Assert.All(
                        spellings,
                        text =>
                        {
                            Assert.True(AddressText.TryParse(text, out UInt128 bits, out bool isV4), text);
                            Assert.Equal((expected, address.IsIPv4MappedToIPv6), (bits, isV4));
                        }
                    );
                },
                seed: "0N0XIzNsQ0O2"
            );

    private static byte[] ZeroGroups(byte[] bytes, int from, int length)
    {
        bytes.AsSpan(from * 2, Math.Min(length, 8 - from) * 2).Clear();
        return bytes;
    }

    private static UInt128 BitsOf(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        return bytes.Length == 4
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}

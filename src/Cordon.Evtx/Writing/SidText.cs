using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Cordon.Evtx.Writing;

/// <summary>Security identifiers between text and bytes ([MS-DTYP] sections 2.4.2.1 and 2.4.2.2).</summary>
internal static class SidText
{
    private const int MaxSubAuthorities = 15;

    public static byte[] Parse(string sid)
    {
        ArgumentNullException.ThrowIfNull(sid);
        var parts = sid.Split('-');
        if (
            parts.Length is < 3 or > 3 + MaxSubAuthorities
            || parts[0] is not ("S" or "s")
            || !byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || !TryAuthority(parts[2], out var authority)
        )
        {
            throw NotASid(sid);
        }

        var bytes = new byte[8 + (4 * (parts.Length - 3))];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, authority);
        bytes[0] = revision;
        bytes[1] = (byte)(parts.Length - 3);
        for (var i = 3; i < parts.Length; i++)
        {
            if (!uint.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var sub))
            {
                throw NotASid(sid);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8 + (4 * (i - 3))), sub);
        }

        return bytes;
    }

    public static string Format(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes.Length != 8 + (4 * bytes[1]))
        {
            return Convert.ToHexString(bytes);
        }

        var authority = BinaryPrimitives.ReadUInt64BigEndian(bytes) & 0xFFFF_FFFF_FFFF;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"S-{bytes[0]}-");
        // Authorities that need more than 32 bits are written in hexadecimal.
        text.Append(
            authority > uint.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"0x{authority:X12}")
                : authority.ToString(CultureInfo.InvariantCulture)
        );
        for (var i = 8; i < bytes.Length; i += 4)
        {
            text.Append(CultureInfo.InvariantCulture, $"-{BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..])}");
        }

        return text.ToString();
    }

    private static bool TryAuthority(string text, out ulong authority)
    {
        var isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return (
                isHex
                    ? ulong.TryParse(
                        text.AsSpan(2),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out authority
                    )
                    : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out authority)
            )
            && authority <= 0xFFFF_FFFF_FFFF;
    }

    private static FormatException NotASid(string sid) => new($"'{sid}' is not a security identifier like S-1-5-18.");
}

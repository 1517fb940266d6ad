using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads networks of IPv4 and IPv6; an address without a length is a network of one.</summary>
internal static class CidrReader
{
    public static CidrMatcher? Read(DocumentContext context, YamlScalar scalar, string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        ReadOnlySpan<char> addressText = slash < 0 ? text : text.AsSpan(0, slash);
        if (!AddressText.TryParse(addressText, out UInt128 address, out bool isV4))
        {
            context.Error(
                scalar,
                ProblemCodes.Cidr,
                $"'{NearName.Shorten(text)}' is no network. Write an IPv4 or IPv6 address and a length, such as 192.0.2.0/24."
            );
            return null;
        }

        byte[] bytes = new byte[isV4 ? 4 : 16];
        if (isV4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)address);
        }
        else
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes, address);
        }

        int bits = bytes.Length * 8;
        int length = bits;
        if (
            slash >= 0
            && (
                !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length)
                || length > bits
            )
        )
        {
            context.Error(
                scalar,
                ProblemCodes.Cidr,
                $"The length after the slash of '{NearName.Shorten(text)}' must be a number from 0 to {bits}."
            );
            return null;
        }

        if (ClearHostBits(bytes, length))
        {
            context.Warn(
                scalar,
                ProblemCodes.Cidr,
                $"'{NearName.Shorten(text)}' has bits beyond its length; it is read as {new IPAddress(bytes)}/{length}. Write it so if that is meant."
            );
        }

        return new CidrMatcher(new IPNetwork(new IPAddress(bytes), length));
    }

    private static bool ClearHostBits(byte[] bytes, int length)
    {
        bool any = false;
        for (int i = 0; i < bytes.Length; i++)
        {
            int kept = Math.Clamp(length - (i * 8), 0, 8);
            byte mask = (byte)(0xFF << (8 - kept));
            any |= (bytes[i] & ~mask) != 0;
            bytes[i] &= mask;
        }

        return any;
    }
}

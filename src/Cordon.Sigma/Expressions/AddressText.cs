using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Cordon.Sigma.Expressions;

/// <summary>Reads IP addresses as logs write them, without the short and octal forms that the platform's parser allows.</summary>
internal static class AddressText
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        text = text.Trim();
        if (text.Length is < 2 or > 64)
        {
            return false;
        }

        if (text.Contains(':'))
        {
            if (!IPAddress.TryParse(text, out address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            {
                address = null;
                return false;
            }

            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : Unscoped(address);
            return true;
        }

        if (!TryParseV4(text, out uint bits))
        {
            return false;
        }

        Span<byte> bytes = [(byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits];
        address = new IPAddress(bytes);
        return true;
    }

    /// <summary>Four decimal numbers of 0 to 255 without leading zeros.</summary>
    internal static bool TryParseV4(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        int parts = 0;
        int value = -1;
        foreach (char c in text)
        {
            if (c == '.')
            {
                if (value < 0 || ++parts > 3)
                {
                    return false;
                }

                bits = (bits << 8) | (uint)value;
                value = -1;
                continue;
            }

            if (!char.IsAsciiDigit(c) || value == 0)
            {
                return false;
            }

            value = (Math.Max(value, 0) * 10) + (c - '0');
            if (value > 255)
            {
                return false;
            }
        }

        bits = (bits << 8) | (uint)Math.Max(value, 0);
        return parts == 3 && value >= 0;
    }

    // fe80::1%12 is the address fe80::1 on some interface; networks know no interfaces.
    private static IPAddress Unscoped(IPAddress address) =>
        address.ScopeId == 0 ? address : new IPAddress(address.GetAddressBytes());
}

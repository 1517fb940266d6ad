namespace Cordon.Sigma.Expressions;

/// <summary>
/// Reads IP addresses as logs write them, without the short and octal forms that the platform's parser allows, and without making
/// an object of them.
/// </summary>
internal static class AddressText
{
    private const int MaxLength = 64;
    private const int Groups = 8;

    /// <summary>
    /// Reads an address of either kind: IPv4, or IPv6 (RFC 4291, 2.2), which may stand in brackets, have a port behind those and a
    /// zone (RFC 4007), which is passed over. An IPv4 address mapped into IPv6 is that IPv4 address.
    /// </summary>
    /// <param name="text">The text; white space around it does not matter.</param>
    /// <param name="bits">The address; of IPv4 the low 32 bits.</param>
    /// <param name="isV4">Whether it is IPv4.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UInt128 bits, out bool isV4)
    {
        text = text.Trim();
        bits = 0;
        isV4 = !text.Contains(':');
        if (text.Length is < 2 or > MaxLength)
        {
            return false;
        }

        if (isV4)
        {
            bool isAddress = TryParseV4(text, out uint four);
            bits = four;
            return isAddress;
        }

        if (!TryUnwrap(ref text) || !TryParseV6(text, out bits))
        {
            return false;
        }

        if (bits >> 32 == 0xFFFF)
        {
            isV4 = true;
            bits &= uint.MaxValue;
        }

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

    // Takes brackets, port and zone off.
    private static bool TryUnwrap(ref ReadOnlySpan<char> text)
    {
        if (text[0] == '[')
        {
            int close = text.IndexOf(']');
            ReadOnlySpan<char> port = close < 0 ? default : text[(close + 1)..];
            if (close < 0 || (!port.IsEmpty && (port[0] != ':' || !ushort.TryParse(port[1..], out _))))
            {
                return false;
            }

            text = text[1..close];
        }

        int zone = text.IndexOf('%');
        text = zone < 0 ? text : text[..zone];
        return true;
    }

    // Groups of up to four hexadecimal digits; '::' once for as many zeros as are missing; the last two may be written as IPv4.
    private static bool TryParseV6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        int count = 0;
        int gap = -1;
        UInt128 beforeGap = 0;
        if (text.StartsWith("::"))
        {
            gap = 0;
            text = text[2..];
        }

        while (!text.IsEmpty)
        {
            int length = text.IndexOf(':') is var colon and >= 0 ? colon : text.Length;
            ReadOnlySpan<char> group = text[..length];
            if (group.Contains('.'))
            {
                count += 2;
                if (length != text.Length || count > Groups || !TryParseV4(group, out uint four))
                {
                    return false;
                }

                bits = (bits << 32) | four;
                break;
            }

            if (++count > Groups || !TryParseGroup(group, out ushort value))
            {
                return false;
            }

            bits = (bits << 16) | value;
            text = text[length..];
            if (text.IsEmpty)
            {
                break;
            }

            text = text[1..];
            if (text.IsEmpty)
            {
                return false;
            }

            if (text[0] == ':')
            {
                if (gap >= 0)
                {
                    return false;
                }

                (gap, beforeGap, bits) = (count, bits, 0);
                text = text[1..];
            }
        }

        if (gap < 0)
        {
            return count == Groups;
        }

        // Shifting by all 128 bits would shift by none.
        bits |= gap == 0 ? 0 : beforeGap << (16 * (Groups - gap));
        return count < Groups;
    }

    private static bool TryParseGroup(ReadOnlySpan<char> text, out ushort value)
    {
        value = 0;
        if (text.Length is 0 or > 4)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }

            value = (ushort)((value << 4) | (char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10));
        }

        return true;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cordon.Stix.Patterns;

/// <summary>Addresses and networks in CIDR notation; bits beyond the prefix are ignored, as STIX allows them.</summary>
internal static class NetworkText
{
    public static bool TryParse(string text, out IPNetwork network)
    {
        network = default;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        ReadOnlySpan<char> host = slash < 0 ? text : text.AsSpan(0, slash);
        if (!IPAddress.TryParse(host, out IPAddress? address))
        {
            return false;
        }

        // "1.2" and the like are addresses to the library, and to nobody else.
        if (address.AddressFamily == AddressFamily.InterNetwork && host.Count('.') != 3)
        {
            return false;
        }

        byte[] bytes = address.GetAddressBytes();
        int bits = bytes.Length * 8;
        int prefix = bits;
        if (
            slash >= 0
            && (
                !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix)
                || prefix > bits
            )
        )
        {
            return false;
        }

        for (int bit = prefix; bit < bits; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        network = new IPNetwork(new IPAddress(bytes), prefix);
        return true;
    }
}

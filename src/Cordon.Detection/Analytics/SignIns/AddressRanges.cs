using System.Net;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Ranges of addresses in CIDR notation; a single address is a range of one. What can't be read is left out: the file's reader tells of it.</summary>
internal sealed class AddressRanges
{
    private readonly IPNetwork[] _networks;

    public AddressRanges(IEnumerable<string> ranges)
    {
        List<IPNetwork> networks = [];
        foreach (string range in ranges)
        {
            if (IPNetwork.TryParse(range, out IPNetwork network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(range, out IPAddress? address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
        }

        _networks = [.. networks];
    }

    public bool Contains(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        foreach (IPNetwork network in _networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The neighbourhood that addresses of one connection share: /24, or /48 of IPv6.</summary>
    public static string NetworkOf(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(bytes.Length == 4 ? 3 : 6).Clear();
        return new IPAddress(bytes).ToString();
    }
}

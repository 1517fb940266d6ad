using System.Net;
using System.Net.Sockets;

namespace Cordon.Incidents.Organisations;

/// <summary>A set of address ranges that can be asked for an address.</summary>
internal sealed class AddressRanges
{
    private static readonly AddressRanges Inner = new([
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "100.64.0.0/10",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    ]);

    private readonly List<IPNetwork> _ranges = [];

    public AddressRanges(IEnumerable<string> ranges)
    {
        foreach (string range in ranges)
        {
            if (IPNetwork.TryParse(range, out IPNetwork network))
            {
                _ranges.Add(network);
            }
            else if (IPAddress.TryParse(range, out IPAddress? single))
            {
                _ranges.Add(new IPNetwork(single, single.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            }
        }
    }

    /// <summary>Whether an address is one that no organisation has for itself: private, local, shared by a provider.</summary>
    public static bool IsInner(string address) => Inner.Contains(address);

    public bool Contains(string address) =>
        _ranges.Count > 0
        && IPAddress.TryParse(address, out IPAddress? parsed)
        && _ranges.Exists(r => r.BaseAddress.AddressFamily == parsed.AddressFamily && r.Contains(parsed));
}

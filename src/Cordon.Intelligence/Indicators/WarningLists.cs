using System.Net;

namespace Cordon.Intelligence.Indicators;

/// <summary>All warning lists together: says why a value should not be an indicator.</summary>
internal sealed class WarningLists
{
    // A list of the most visited sites names a million; a bad page on a good site is still bad, so names alone count there.
    private readonly Dictionary<string, string> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Part, string List)> _parts = [];
    private readonly Dictionary<(int Length, UInt128 Prefix, bool Is6), string> _networks = [];
    private readonly HashSet<(int Length, bool Is6)> _lengths = [];

    public WarningLists(IEnumerable<WarningList> lists)
    {
        foreach (WarningList list in lists)
        {
            foreach (string value in list.Values)
            {
                Add(list, value.Trim());
            }
        }
    }

    /// <summary>The list's name that speaks against an indicator; null for none.</summary>
    public string? Against(Indicator one)
    {
        switch (one.Kind)
        {
            case IndicatorKind.Domain:
                return AgainstHost(one.Value) ?? AgainstPart(one.Value);
            case IndicatorKind.Address:
                return AgainstNetwork(one.Value);
            case IndicatorKind.Url:
                return _exact.GetValueOrDefault(one.Value);
            default:
                return _exact.GetValueOrDefault(one.Value) ?? AgainstPart(one.Value);
        }
    }

    // A host below a listed one is not the listed one: attackers rent names below those of large services.
    private string? AgainstHost(string name) => _hosts.GetValueOrDefault(name) ?? _exact.GetValueOrDefault(name);

    private string? AgainstPart(string value)
    {
        foreach ((string part, string list) in _parts)
        {
            if (value.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return list;
            }
        }

        return null;
    }

    private string? AgainstNetwork(string value)
    {
        if (_exact.TryGetValue(value, out string? list))
        {
            return list;
        }

        if (!TryParse(value, out int own, out UInt128 bits, out bool is6))
        {
            return null;
        }

        foreach ((int length, bool family) in _lengths)
        {
            if (
                family == is6
                && length <= own
                && _networks.TryGetValue((length, Cut(bits, length, is6), is6), out list)
            )
            {
                return list;
            }
        }

        return null;
    }

    private void Add(WarningList list, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        switch (list.Type)
        {
            case WarningListType.Network when TryParse(value, out int length, out UInt128 bits, out bool is6):
                _networks.TryAdd((length, Cut(bits, length, is6), is6), list.Name);
                _lengths.Add((length, is6));
                break;
            case WarningListType.HostName:
                _hosts.TryAdd(value.Trim('.'), list.Name);
                break;
            case WarningListType.Part when value.Length > 3:
                _parts.Add((value, list.Name));
                break;
            default:
                _exact.TryAdd(value, list.Name);
                break;
        }
    }

    private static bool TryParse(string value, out int length, out UInt128 bits, out bool is6)
    {
        (length, bits, is6) = (0, 0, false);
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? value : value.AsSpan(0, slash), out IPAddress? address))
        {
            return false;
        }

        byte[] bytes = address.GetAddressBytes();
        foreach (byte part in bytes)
        {
            bits = (bits << 8) | part;
        }

        is6 = bytes.Length == 16;
        length = bytes.Length * 8;
        return slash < 0
            || (int.TryParse(value.AsSpan(slash + 1), out length) && length >= 0 && length <= bytes.Length * 8);
    }

    private static UInt128 Cut(UInt128 bits, int length, bool is6)
    {
        int all = is6 ? 128 : 32;
        return length == 0 ? 0 : bits >> (all - length);
    }
}

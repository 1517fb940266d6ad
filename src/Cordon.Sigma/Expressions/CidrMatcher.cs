using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>The value is an IP address inside a network. An IPv4 address mapped into IPv6 (<c>::ffff:10.0.0.1</c>) counts as IPv4.</summary>
public sealed class CidrMatcher : ValueMatcher
{
    private readonly bool _isV4;
    private readonly uint _base;
    private readonly uint _mask;

    internal CidrMatcher(IPNetwork network)
        : base(HashCode.Combine(22, network))
    {
        Network = network;
        if (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork)
        {
            _isV4 = true;
            _mask = network.PrefixLength == 0 ? 0 : uint.MaxValue << (32 - network.PrefixLength);
            _base = BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes()) & _mask;
        }
    }

    /// <summary>The network.</summary>
    public IPNetwork Network { get; }

    /// <inheritdoc/>
    public override bool Matches(FieldValue value)
    {
        if (value.Kind != FieldKind.Text)
        {
            return false;
        }

        // Plain IPv4, which is nearly every address, needs no object.
        ReadOnlySpan<char> text = value.Text.Trim();
        if (!text.Contains(':'))
        {
            return _isV4 && AddressText.TryParseV4(text, out uint bits) && (bits & _mask) == _base;
        }

        return AddressText.TryParse(text, out IPAddress? address) && Network.Contains(address);
    }

    /// <inheritdoc/>
    public override string ToString() => $"is in {Network}";

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is CidrMatcher cidr && Network.Equals(cidr.Network);
}

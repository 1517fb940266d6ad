using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>The value is an IP address inside a network. An IPv4 address mapped into IPv6 (<c>::ffff:10.0.0.1</c>) counts as IPv4.</summary>
public sealed class CidrMatcher : ValueMatcher
{
    private readonly bool _isV4;
    private readonly UInt128 _base;
    private readonly UInt128 _mask;

    internal CidrMatcher(IPNetwork network)
        : base(HashCode.Combine(22, network))
    {
        Network = network;
        byte[] bytes = network.BaseAddress.GetAddressBytes();
        _isV4 = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
        int length = _isV4 ? 32 : 128;
        UInt128 all = _isV4 ? uint.MaxValue : UInt128.MaxValue;
        // Shifting by all 128 bits would shift by none.
        _mask = network.PrefixLength == 0 ? 0 : (all << (length - network.PrefixLength)) & all;
        _base =
            _mask
            & (_isV4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>The network.</summary>
    public IPNetwork Network { get; }

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) =>
        value.Kind == FieldKind.Text
        && AddressText.TryParse(value.Text, out UInt128 bits, out bool isV4)
        && isV4 == _isV4
        && (bits & _mask) == _base;

    /// <inheritdoc/>
    public override string ToString() => $"is in {Network}";

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is CidrMatcher cidr && Network.Equals(cidr.Network);
}

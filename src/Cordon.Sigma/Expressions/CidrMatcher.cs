using System.Net;
using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>The value is an IP address inside a network. An IPv4 address mapped into IPv6 (<c>::ffff:10.0.0.1</c>) counts as IPv4.</summary>
public sealed class CidrMatcher : ValueMatcher
{
    internal CidrMatcher(IPNetwork network)
        : base(HashCode.Combine(22, network)) => Network = network;

    /// <summary>The network.</summary>
    public IPNetwork Network { get; }

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) =>
        value.Kind == FieldKind.Text
        && AddressText.TryParse(value.Text, out IPAddress? address)
        && Network.Contains(address);

    /// <inheritdoc/>
    public override string ToString() => $"is in {Network}";

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is CidrMatcher cidr && Network.Equals(cidr.Network);
}

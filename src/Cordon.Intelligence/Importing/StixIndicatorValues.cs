using Cordon.Intelligence.Indicators;
using Cordon.Stix;

namespace Cordon.Intelligence.Importing;

/// <summary>
/// Picks of the values that a pattern asks for together the one to look for. A digest says it all; of an address with its port or a name with its size the others only narrow,
/// and are left out: a finding shows the event.
/// </summary>
internal static class StixIndicatorValues
{
    /// <summary>The kind and value; null where none of them is looked for.</summary>
    public static (IndicatorKind Kind, string Value)? Of(IReadOnlyList<StixTest> set)
    {
        (IndicatorKind Kind, string Value)? best = null;
        foreach (StixTest test in set)
        {
            if (KindOf(test) is { } kind && (best is null || kind < best.Value.Kind))
            {
                best = (kind, test.Value);
            }
        }

        return best;
    }

    private static IndicatorKind? KindOf(StixTest test)
    {
        string path = test.Path;
        if (
            path.StartsWith("file:hashes.", StringComparison.Ordinal)
            || path.EndsWith(".hashes", StringComparison.Ordinal)
            || path.Contains(".hashes.", StringComparison.Ordinal)
        )
        {
            return IndicatorValue.IsHash(test.Value) ? IndicatorKind.Hash : null;
        }

        return path switch
        {
            "domain-name:value" => IndicatorKind.Domain,
            "ipv4-addr:value" or "ipv6-addr:value" => IndicatorKind.Address,
            "url:value" => IndicatorKind.Url,
            "email-addr:value" or "email-message:from_ref.value" or "email-message:sender_ref.value" =>
                IndicatorKind.Email,
            "file:name" => IndicatorKind.FileName,
            "network-traffic:dst_ref.value" or "network-traffic:src_ref.value" => IndicatorValue.Network(test.Value)
                is not null
                ? IndicatorKind.Address
                : IndicatorKind.Domain,
            _ => null,
        };
    }
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cordon.Stix.Patterns;

/// <summary>A test of one value. Values of another type than the literal's are unequal to it, and nothing else (STIX 2.1, section 9.5.1).</summary>
internal abstract record ComparisonTest
{
    /// <summary>Whether it holds for a value of an object.</summary>
    public abstract bool Holds(in ObservedValue value);

    /// <summary>There is a value at all.</summary>
    internal sealed record Exists : ComparisonTest
    {
        public override bool Holds(in ObservedValue value) => true;
    }

    /// <summary><c>=</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
    internal sealed record Order(string Symbol, PatternLiteral Literal) : ComparisonTest
    {
        public override bool Holds(in ObservedValue value) =>
            value.CompareTo(Literal) is { } order
                ? Symbol switch
                {
                    "=" => order == 0,
                    "!=" => order != 0,
                    "<" => order < 0,
                    "<=" => order <= 0,
                    ">" => order > 0,
                    _ => order >= 0,
                }
                : Symbol == "!=";
    }

    /// <summary><c>IN (…)</c>.</summary>
    internal sealed record In(IReadOnlyList<PatternLiteral> Literals) : ComparisonTest
    {
        public override bool Holds(in ObservedValue value)
        {
            foreach (PatternLiteral literal in Literals)
            {
                if (value.CompareTo(literal) == 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary><c>LIKE</c> and <c>MATCHES</c>, both as an expression whose cost is linear in the text.</summary>
    internal sealed record Match(Regex Expression) : ComparisonTest
    {
        public override bool Holds(in ObservedValue value) => value.Text is { } text && Expression.IsMatch(text);
    }

    /// <summary><c>ISSUBSET</c> and <c>ISSUPERSET</c> of networks.</summary>
    internal sealed record Network(IPNetwork Literal, bool IsSubset) : ComparisonTest
    {
        public override bool Holds(in ObservedValue value) =>
            value.Json.ValueKind == JsonValueKind.String
            && NetworkText.TryParse(value.Json.GetString()!, out IPNetwork network)
            && (IsSubset ? Contains(Literal, network) : Contains(network, Literal));

        private static bool Contains(IPNetwork outer, IPNetwork inner) =>
            outer.BaseAddress.AddressFamily == inner.BaseAddress.AddressFamily
            && outer.PrefixLength <= inner.PrefixLength
            && outer.Contains(inner.BaseAddress);
    }
}

namespace Cordon.Stix.Patterns;

/// <summary>What stands between brackets: a comparison, or several joined (STIX 2.1, section 9.5). All of it concerns one object.</summary>
internal abstract record Comparison
{
    /// <summary>Both hold for the same object; where they name objects of different types, for none.</summary>
    internal sealed record All(Comparison Left, Comparison Right) : Comparison;

    /// <summary>One of them holds.</summary>
    internal sealed record Any(Comparison Left, Comparison Right) : Comparison;

    /// <summary>One test of one path.</summary>
    internal sealed record Test(ObjectPath Path, ComparisonTest Operation, bool IsNegated) : Comparison;
}

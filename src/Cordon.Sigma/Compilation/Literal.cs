namespace Cordon.Sigma.Compilation;

/// <summary>Where in a value a literal must stand.</summary>
internal enum LiteralPlace
{
    /// <summary>Anywhere.</summary>
    Inside,

    /// <summary>At its start.</summary>
    Start,

    /// <summary>At its end.</summary>
    End,
}

/// <summary>A text that a value must hold for a predicate to be true.</summary>
/// <param name="Text">The text, folded.</param>
/// <param name="Place">Where it must stand.</param>
/// <param name="Rarity">How rare it is thought to be: a logarithm, larger is rarer.</param>
internal sealed record Literal(byte[] Text, LiteralPlace Place, double Rarity)
{
    /// <summary>How often a value is thought to hold it: an estimate that decides what is looked for, and no more.</summary>
    public double Likelihood => Math.Min(0.5, Math.Exp(-Rarity * 0.6) * 4);
}

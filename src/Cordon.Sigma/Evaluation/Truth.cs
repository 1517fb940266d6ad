namespace Cordon.Sigma.Evaluation;

/// <summary>The three values of Kleene's logic: <c>and</c> is the least, <c>or</c> the greatest, <c>not</c> the opposite.</summary>
public enum Truth
{
    /// <summary>Does not hold.</summary>
    False = 0,

    /// <summary>Cannot be said, because the log source does not carry what it depends on.</summary>
    Unknown = 1,

    /// <summary>Holds.</summary>
    True = 2,
}

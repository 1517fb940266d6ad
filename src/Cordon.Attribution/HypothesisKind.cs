namespace Cordon.Attribution;

/// <summary>What sort of answer a hypothesis is.</summary>
public enum HypothesisKind
{
    /// <summary>An actor of the knowledge base; written <c>actor</c>.</summary>
    Actor = 0,

    /// <summary>An attacker whom nobody has described, or one who is not listed here; written <c>unknown</c>.</summary>
    Unknown,

    /// <summary>Criminals, or tools that everybody can have; written <c>criminal</c>.</summary>
    Criminal,

    /// <summary>Nobody attacked: a test, an insider's mistake, a misconfiguration; written <c>no-attack</c>.</summary>
    NoAttack,
}

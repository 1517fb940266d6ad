namespace Cordon.Sigma;

/// <summary>How mature a rule is: the <c>status</c> of Sigma 2.1.</summary>
public enum RuleStatus
{
    /// <summary>The rule names no status, or one that Sigma does not know.</summary>
    None = 0,

    /// <summary>May be used in production.</summary>
    Stable,

    /// <summary>Mostly stable; may need small adjustments to an environment.</summary>
    Test,

    /// <summary>May be noisy, may find something interesting.</summary>
    Experimental,

    /// <summary>Replaced or covered by another rule.</summary>
    Deprecated,

    /// <summary>Cannot be used as it stands, by its author's own word.</summary>
    Unsupported,
}

namespace Cordon.Detection.Explaining;

/// <summary>What a part of a condition is.</summary>
public enum TestKind
{
    /// <summary>All parts must hold.</summary>
    And,

    /// <summary>One part must hold.</summary>
    Or,

    /// <summary>The part must not hold.</summary>
    Not,

    /// <summary>A named search of the rule.</summary>
    Search,

    /// <summary>A test of the event.</summary>
    Test,
}

namespace Cordon.Reporting.Attack;

/// <summary>The tactics of ATT&amp;CK's enterprise matrix, in the matrix's order (version 19), and those that it has dropped.</summary>
public static class AttackTactics
{
    /// <summary>The tactics of the present matrix.</summary>
    public static IReadOnlyList<string> Present { get; } =
    [
        "reconnaissance",
        "resource-development",
        "initial-access",
        "execution",
        "persistence",
        "privilege-escalation",
        "stealth",
        "defense-impairment",
        "credential-access",
        "discovery",
        "lateral-movement",
        "collection",
        "command-and-control",
        "exfiltration",
        "impact",
    ];

    /// <summary>What stands in the place of a tactic that was dropped, for people; null for any other word.</summary>
    public static string? Successor(string tactic) =>
        tactic == "defense-evasion" ? "stealth or defense-impairment (ATT&CK 19)" : null;
}

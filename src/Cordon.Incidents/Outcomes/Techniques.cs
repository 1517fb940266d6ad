using Cordon.Events;

namespace Cordon.Incidents.Outcomes;

/// <summary>What a rule's ATT&amp;CK techniques say of how far an attacker came when it holds.</summary>
internal static class Techniques
{
    /// <summary>Trying to get in: guessing, lures, looking from outside.</summary>
    private static readonly string[] Attempt = ["T1110", "T1566", "T1598", "T1589", "T1595", "T1592", "T1190", "T1133"];

    /// <summary>The password is known to the attacker, and something still stands before him.</summary>
    private static readonly string[] Exposed = ["T1621", "T1552", "T1056"];

    /// <summary>Being in: somebody else's account, session or token.</summary>
    private static readonly string[] Access = ["T1078", "T1550", "T1539", "T1528", "T1557", "T1111", "T1606", "T1199"];

    /// <summary>
    /// Something is done with it: credentials, movement, collection, exfiltration, impact, persistence, traces removed, onward phishing.
    /// </summary>
    private static readonly string[] FollowOn =
    [
        "T1003",
        "T1555",
        "T1558",
        "T1021",
        "T1570",
        "T1563",
        "T1534",
        "T1114",
        "T1213",
        "T1530",
        "T1005",
        "T1039",
        "T1560",
        "T1074",
        "T1041",
        "T1048",
        "T1567",
        "T1537",
        "T1020",
        "T1485",
        "T1486",
        "T1489",
        "T1490",
        "T1491",
        "T1531",
        "T1561",
        "T1098",
        "T1136",
        "T1137",
        "T1053",
        "T1543",
        "T1547",
        "T1546",
        "T1505",
        "T1556",
        "T1564.008",
        "T1070.001",
        "T1562",
        // What T1562 became in later versions of ATT&CK.
        "T1685",
        "T1686",
        "T1484",
        "T1207",
    ];

    public static bool IsAttempt(FindingRule rule) => Any(rule, Attempt);

    public static bool IsGuessing(FindingRule rule) => Any(rule, ["T1110"]);

    public static bool IsSpray(FindingRule rule) => Any(rule, ["T1110.003"]);

    public static bool IsLure(FindingRule rule) => Any(rule, ["T1566", "T1598"]);

    public static bool IsExposure(FindingRule rule) => Any(rule, Exposed);

    public static bool IsAccess(FindingRule rule) => Any(rule, Access);

    public static bool IsFollowOn(FindingRule rule) => Any(rule, FollowOn);

    public static bool Any(FindingRule rule, params ReadOnlySpan<string> techniques)
    {
        foreach (string technique in rule.Techniques)
        {
            foreach (string prefix in techniques)
            {
                if (technique.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How strongly a finding that says so speaks for an attacker having done what it is about.</summary>
    public static double Weight(FindingRule rule) =>
        (rule.Kind is FindingKind.Analytic or FindingKind.Indicator, rule.Level) switch
        {
            (true, >= Level.High) => 4.5,
            (true, Level.Medium) => 3,
            (true, _) => 1.5,
            (false, Level.Critical) => 4,
            (false, Level.High) => 3,
            (false, Level.Medium) => 1.5,
            _ => 0.5,
        };
}

namespace Cordon.Incidents.Entities;

/// <summary>Names in logs that stand for nobody in particular: the system itself, machines, placeholders.</summary>
internal static class OrdinaryNames
{
    private static readonly HashSet<string> Accounts = new(StringComparer.OrdinalIgnoreCase)
    {
        "-",
        "*****",
        "system",
        "local system",
        "localsystem",
        "local service",
        "network service",
        "anonymous logon",
        "anonymous",
        "not available",
        "not-found",
        "not found",
        "unknown",
        "unset",
        "(unknown)",
        "(invalid user)",
        "nobody",
        "n/a",
        "none",
        "null",
    };

    private static readonly string[] Prefixes =
    [
        "dwm-",
        "umfd-",
        "font driver host",
        "window manager",
        "serviceprincipal_",
        "nt authority\\",
        "nt service\\",
        "iis apppool\\",
        "s-1-",
    ];

    /// <summary>Names that exist on every host, so that two of them on two hosts are not the same account.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "root",
        "admin",
        "administrator",
        "guest",
        "test",
        "user",
        "ubuntu",
        "oracle",
        "postgres",
        "info",
        "support",
        "backup",
    };

    /// <summary>Whether an account's name stands for no person or service of the organisation.</summary>
    public static bool IsNobody(string account) =>
        account.Length == 0
        || account.EndsWith('$')
        || Accounts.Contains(account)
        || Array.Exists(Prefixes, p => account.StartsWith(p, StringComparison.OrdinalIgnoreCase))
        || Guid.TryParse(account, out _);

    /// <summary>Whether a security identifier is one that Windows itself uses: null, system, services, window managers.</summary>
    public static bool IsSystemSid(string sid) =>
        sid is "S-1-5-18" or "S-1-5-19" or "S-1-5-20" or "S-1-5-7"
        || sid.StartsWith("S-1-5-80-", StringComparison.OrdinalIgnoreCase)
        || sid.StartsWith("S-1-5-90-", StringComparison.OrdinalIgnoreCase)
        || sid.StartsWith("S-1-5-96-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a bare account name is found on every host, so that it names no one in particular.</summary>
    public static bool IsEverywhere(string account) => Everywhere.Contains(account);
}

namespace Cordon.Sector;

/// <summary>Questions about domain names.</summary>
internal static class DomainNames
{
    /// <summary>What stands behind the last sign of an e-mail address, lower case; empty where there is none.</summary>
    public static string OfAddress(string address)
    {
        int at = address.LastIndexOf('@');
        return at < 0 ? "" : address[(at + 1)..].Trim().TrimEnd('.', '>').ToLowerInvariant();
    }

    /// <summary>The host of a link, lower case; empty where it has none.</summary>
    public static string OfLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) ? uri.IdnHost.TrimEnd('.').ToLowerInvariant() : "";

    /// <summary>Whether a name is one of these domains or below one.</summary>
    public static bool IsAtOrBelow(string name, IReadOnlySet<string> domains)
    {
        string rest = name.TrimEnd('.');
        while (rest.Length > 0)
        {
            if (domains.Contains(rest))
            {
                return true;
            }

            int dot = rest.IndexOf('.', StringComparison.Ordinal);
            rest = dot < 0 ? "" : rest[(dot + 1)..];
        }

        return false;
    }
}

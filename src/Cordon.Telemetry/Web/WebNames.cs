using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Web;

/// <summary>
/// Gives a request the names that Sigma's taxonomy has for the categories <c>proxy</c> and <c>webserver</c> (appendix "Taxonomy", fields), whatever its log calls
/// them. Names that the log itself has keep their values.
/// </summary>
internal sealed class WebNames
{
    /// <summary>What was asked for: a whole address, or a path.</summary>
    public string Url { get; init; } = "";

    /// <summary>The host, where it is not part of the address.</summary>
    public string Host { get; init; } = "";

    /// <summary>The method.</summary>
    public string Method { get; init; } = "";

    /// <summary>Who asked.</summary>
    public string Client { get; init; } = "";

    /// <summary>The address of who was asked.</summary>
    public string Server { get; init; } = "";

    /// <summary>The account.</summary>
    public string User { get; init; } = "";

    /// <summary>The client's program.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The page that led there.</summary>
    public string Referer { get; init; } = "";

    /// <summary>The cookies sent.</summary>
    public string Cookie { get; init; } = "";

    /// <summary>The status.</summary>
    public string Status { get; init; } = "";

    /// <summary>Adds the names.</summary>
    public void AddTo(RowEvent row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string url = Url is "-" ? "" : Url;
        Split(url, out string host, out string path);
        host = Plain(Host) is { Length: > 0 } given ? given : host;
        int question = path.IndexOf('?', StringComparison.Ordinal);
        string stem = question < 0 ? path : path[..question];
        string query = question < 0 ? "" : path[(question + 1)..];
        Add(row, url, "c-uri", "cs-uri");
        Add(row, stem, "c-uri-stem", "cs-uri-stem");
        Add(row, query, "c-uri-query", "cs-uri-query");
        Add(row, ExtensionOf(stem), "c-uri-extension");
        Add(row, host, "cs-host", "r-dns");
        Add(row, Plain(Method), "cs-method");
        Add(row, Plain(Client), "c-ip", "src_ip");
        Add(row, Plain(Server), "s-ip", "dst_ip");
        Add(row, Plain(User), "cs-username");
        Add(row, Plain(UserAgent), "c-useragent", "cs-user-agent");
        Add(row, Plain(Referer), "cs-referer", "cs-referrer");
        Add(row, Plain(Cookie), "cs-cookie");
        Add(row, Plain(Status), "sc-status");
    }

    private static void Add(RowEvent row, string text, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            row.AddAlias(name, text);
        }
    }

    private static string Plain(string text) => text is "-" ? "" : text;

    // http://host:port/path, host:443 of CONNECT, or a path.
    private static void Split(string url, out string host, out string path)
    {
        (host, path) = ("", url);
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme is > 0 and < 12)
        {
            string rest = url[(scheme + 3)..];
            int slash = rest.AsSpan().IndexOfAny('/', '?', '#');
            host = slash < 0 ? rest : rest[..slash];
            path = slash < 0 ? "" : rest[slash..];
        }
        else if (
            url.Length > 0
            && url[0] is not ('/' or '*')
            && url.LastIndexOf(':') is > 0 and var colon
            && url.AsSpan(colon + 1) is { Length: > 0 and < 6 } port
            && !port.ContainsAnyExceptInRange('0', '9')
        )
        {
            (host, path) = (url, "");
        }

        host = host[(host.LastIndexOf('@') + 1)..];
        host = Addresses.Clean(host).ToString();
        host =
            host.Length > 64
            && host.LastIndexOf(':') is > 0 and var last
            && !host.AsSpan(last + 1).ContainsAnyExceptInRange('0', '9')
                ? host[..last]
                : host;
    }

    private static string ExtensionOf(string stem)
    {
        string name = stem[(stem.LastIndexOf('/') + 1)..];
        int dot = name.LastIndexOf('.');
        return dot >= 0 && name.Length - dot is > 1 and < 20 ? name[(dot + 1)..] : "";
    }
}

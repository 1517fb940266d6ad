using System.Buffers;

namespace Cordon.Telemetry.Mail;

/// <summary>Addresses of web pages in plain text, and what is behind those that mail gateways and search engines wrap. Text only: nothing is followed.</summary>
internal static class LinkTargets
{
    private const int MaxWrappings = 4;

    private static readonly SearchValues<string> Beginnings = SearchValues.Create(
        ["http://", "https://", "hxxp://", "hxxps://", "www."],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n<>\"'`{}|\\^\u00A0\u3000");

    /// <summary>Adds the addresses in <paramref name="text"/>, as they stand there.</summary>
    public static void Find(string text, List<string> found, int limit)
    {
        int at = 0;
        while (found.Count < limit && at < text.Length)
        {
            int begin = text.AsSpan(at).IndexOfAny(Beginnings);
            if (begin < 0)
            {
                return;
            }

            begin += at;
            int length = text.AsSpan(begin).IndexOfAny(Ends);
            string link = text.Substring(begin, length < 0 ? text.Length - begin : length)
                .TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '*', '_');
            at = begin + Math.Max(link.Length, 1);
            bool isWord = begin > 0 && char.IsLetterOrDigit(text[begin - 1]);
            if (!isWord && link.Length > 10)
            {
                found.Add(link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "http://" + link : link);
            }
        }
    }

    /// <summary>What a wrapped link leads to in the end, as its text says; the link itself where it is not wrapped.</summary>
    public static string Unwrap(string link)
    {
        for (int i = 0; i < MaxWrappings && Inner(link) is { } inner; i++)
        {
            link = inner;
        }

        return link;
    }

    private static string? Inner(string link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        string host = uri.Host.ToLowerInvariant();
        string? inner = host switch
        {
            _ when host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal) => Parameter(
                uri,
                "url"
            ),
            _ when host.StartsWith("www.google.", StringComparison.Ordinal) && uri.AbsolutePath is "/url" or "/amp" =>
                Parameter(uri, "q") ?? Parameter(uri, "url"),
            "urldefense.proofpoint.com" => Parameter(uri, "u") is { } coded ? ProofpointTwo(coded) : null,
            "urldefense.com" or "urldefense.us" => ProofpointThree(link),
            "www.bing.com" or "bing.com" or "l.facebook.com" or "lm.facebook.com" or "slack-redir.net" => Parameter(
                uri,
                "url"
            ) ?? Parameter(uri, "u"),
            "www.youtube.com" when uri.AbsolutePath == "/redirect" => Parameter(uri, "q"),
            _ when host.EndsWith(".doubleclick.net", StringComparison.Ordinal) => Parameter(uri, "adurl"),
            _ => null,
        };
        return
            inner is not null
            && (
                inner.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || inner.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            )
            ? inner
            : null;
    }

    private static string? Parameter(Uri uri, string name)
    {
        foreach (string pair in uri.Query.TrimStart('?').Replace("&amp;", "&", StringComparison.Ordinal).Split('&'))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair.AsSpan(0, equals).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Uri.UnescapeDataString(pair[(equals + 1)..]);
            }
        }

        return null;
    }

    // Version 2: '-' stands for '%', '_' for '/'.
    private static string ProofpointTwo(string coded) =>
        Uri.UnescapeDataString(coded.Replace('-', '%').Replace('_', '/'));

    // Version 3: /v3/__ADDRESS__;…!!…: some letters of the address are '*', and are told behind it; the host never has any.
    private static string? ProofpointThree(string link)
    {
        int begin = link.IndexOf("/v3/__", StringComparison.Ordinal);
        int end = begin < 0 ? -1 : link.IndexOf("__;", begin + 6, StringComparison.Ordinal);
        return end < 0 ? null : link[(begin + 6)..end];
    }
}

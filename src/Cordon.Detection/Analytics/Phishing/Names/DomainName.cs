using System.Globalization;
using System.Net;

namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>Domains out of addresses and links, as a reader would see them.</summary>
internal static class DomainName
{
    private const int MaxLength = 253;
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>The domain of a mail address; empty where there is none.</summary>
    public static string OfAddress(string address)
    {
        int at = address.LastIndexOf('@');
        return at < 0 ? "" : Clean(address[(at + 1)..]);
    }

    /// <summary>The host that a link leads to; empty where it leads to no web page.</summary>
    public static string OfLink(string link)
    {
        string text = link.Trim();
        return
            Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            && uri.Scheme is "http" or "https" or "ftp"
            && uri.Host.Length > 0
            ? Clean(uri.Host)
            : "";
    }

    /// <summary>The domain in a text that looks like an address of a web page (<c>www.who.int/login</c>, <c>https://…</c>); empty where it does not.</summary>
    public static string InText(string text)
    {
        string shown = text.Trim();
        if (shown.Length is < 4 or > 500 || shown.AsSpan().IndexOfAny(' ', '\t', '\n') >= 0)
        {
            return "";
        }

        if (!shown.Contains("://", StringComparison.Ordinal))
        {
            if (shown.Contains('@', StringComparison.Ordinal))
            {
                return "";
            }

            shown = "http://" + shown;
        }

        string host = OfLink(shown);
        int dot = host.LastIndexOf('.');
        return
            dot > 0
            && host.Length - dot is > 2 and < 20
            && host[(dot + 1)..].All(char.IsAsciiLetter)
            && !IsFileName(host)
            ? host
            : "";
    }

    /// <summary>The domain with punycode decoded, so that it can be compared with what it imitates.</summary>
    public static string Shown(string domain)
    {
        if (!domain.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return domain;
        }

        try
        {
            return Idn.GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    /// <summary>Whether a host is an address and no name.</summary>
    public static bool IsAddress(string host) =>
        host.Length > 0 && (char.IsAsciiDigit(host[0]) || host[0] == '[') && IPAddress.TryParse(host, out _);

    private static string Clean(string host)
    {
        string clean = host.Trim().Trim('.').ToLowerInvariant();
        return clean.Length > MaxLength ? "" : clean;
    }

    // "report.pdf" is no host, though there may be such a domain one day.
    private static bool IsFileName(string host) =>
        host.AsSpan().Count('.') == 1
        && host[(host.LastIndexOf('.') + 1)..]
            is "pdf"
                or "doc"
                or "docx"
                or "xls"
                or "xlsx"
                or "ppt"
                or "txt"
                or "zip"
                or "html"
                or "htm"
                or "jpg"
                or "png"
                or "exe"
                or "php"
                or "asp"
                or "java"
                or "py"
                or "sh"
                or "pl"
                or "cpp";
}

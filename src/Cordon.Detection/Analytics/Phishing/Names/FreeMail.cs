using System.Collections.Frozen;

namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>Domains where anybody gets a mailbox: the well-known ones.</summary>
internal static class FreeMail
{
    // Known in many countries: the registered label under any ending.
    private static readonly FrozenSet<string> Labels = FrozenSet.ToFrozenSet(
        [
            "aol",
            "freemail",
            "gmail",
            "gmx",
            "googlemail",
            "hotmail",
            "icloud",
            "live",
            "mailfence",
            "msn",
            "outlook",
            "proton",
            "protonmail",
            "rediffmail",
            "tuta",
            "tutanota",
            "webmail",
            "yahoo",
            "yandex",
            "ymail",
            "zohomail",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Domains = FrozenSet.ToFrozenSet(
        [
            "126.com",
            "163.com",
            "daum.net",
            "foxmail.com",
            "hanmail.net",
            "inbox.ru",
            "laposte.net",
            "libero.it",
            "list.ru",
            "mail.com",
            "mail.ru",
            "me.com",
            "naver.com",
            "orange.fr",
            "qq.com",
            "rambler.ru",
            "sina.com",
            "uol.com.br",
            "web.de",
            "zoho.com",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Whether a registered domain is one of them.</summary>
    public static bool Is(string organisation)
    {
        int dot = organisation.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && (Domains.Contains(organisation) || Labels.Contains(organisation[..dot]));
    }
}

using System.Collections.Frozen;

namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>
/// Says which part of a domain somebody registered: <c>mail.who-int.co.uk</c> belongs to whoever has <c>who-int.co.uk</c>.
/// </summary>
/// <remarks>
/// A pattern of our own, no list: below a country's two letters, the labels that registries use for kinds of registrants (<c>co</c>, <c>ac</c>, <c>gov</c>, …)
/// are part of the suffix; so are some domains below which anybody can have a name (hosting). What the pattern gets wrong can be set right by rules in the
/// form of the public suffix list: <c>co.uk</c>, <c>*.ck</c>, <c>!www.ck</c>.
/// </remarks>
internal sealed class PublicSuffixes
{
    private const int MaxLabels = 40;

    // What registries of countries use as second label. Where a country does not, such a name is taken for a suffix wrongly, and the
    // organisation becomes one label longer: two of its names may then seem to be of two.
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        [
            "ac",
            "co",
            "com",
            "edu",
            "gob",
            "gouv",
            "gov",
            "go",
            "govt",
            "gv",
            "ltd",
            "mil",
            "ne",
            "net",
            "nhs",
            "nom",
            "or",
            "org",
            "plc",
            "police",
            "re",
            "sch",
            "gc",
            "res",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Hosts = FrozenSet.ToFrozenSet(
        [
            "000webhostapp.com",
            "azureedge.net",
            "azurewebsites.net",
            "blob.core.windows.net",
            "blogspot.com",
            "cloudfront.net",
            "duckdns.org",
            "firebaseapp.com",
            "fly.dev",
            "github.io",
            "gitlab.io",
            "glitch.me",
            "godaddysites.com",
            "herokuapp.com",
            "myshopify.com",
            "netlify.app",
            "ngrok.io",
            "ngrok-free.app",
            "on.fleek.co",
            "onrender.com",
            "onmicrosoft.com",
            "pages.dev",
            "r2.dev",
            "repl.co",
            "sharepoint.com",
            "square.site",
            "trycloudflare.com",
            "vercel.app",
            "web.app",
            "web.core.windows.net",
            "webflow.io",
            "weebly.com",
            "weeblysite.com",
            "wixsite.com",
            "wixstudio.io",
            "wordpress.com",
            "workers.dev",
            "yolasite.com",
        ],
        StringComparer.Ordinal
    );

    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);

    /// <summary>The pattern alone.</summary>
    public static PublicSuffixes Default { get; } = new([]);

    /// <summary>The pattern with rules of the user's, which go first.</summary>
    /// <param name="rules">One suffix each, as in the public suffix list; comments (<c>//</c>) and blank lines are passed over.</param>
    public PublicSuffixes(IEnumerable<string> rules)
    {
        foreach (string rule in rules)
        {
            string clean = rule.Trim();
            if (clean.Length > 0 && !clean.StartsWith("//", StringComparison.Ordinal))
            {
                _rules.Add(clean.Split(' ', '\t')[0].ToLowerInvariant());
            }
        }
    }

    /// <summary>Whether anybody can have a name directly below this domain.</summary>
    public static bool IsHost(string organisation) =>
        Hosts.Contains(organisation[(organisation.IndexOf('.', StringComparison.Ordinal) + 1)..])
        || Hosts.Contains(organisation);

    /// <summary>The part that somebody registered; the domain itself where it is an address or has one label.</summary>
    public string OrganisationOf(string domain)
    {
        string clean = domain.Trim().Trim('.').ToLowerInvariant();
        string[] labels = clean.Split('.');
        if (
            labels.Length < 2
            || labels.Length > MaxLabels
            || labels[^1].Length == 0
            || char.IsAsciiDigit(labels[^1][0])
        )
        {
            return clean;
        }

        int suffix = SuffixOf(labels);
        return suffix >= labels.Length ? clean : string.Join('.', labels[^(suffix + 1)..]);
    }

    /// <summary>The registered part's own label, such as <c>who-int</c>.</summary>
    public string LabelOf(string domain)
    {
        string organisation = OrganisationOf(domain);
        int dot = organisation.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? organisation : organisation[..dot];
    }

    private int SuffixOf(string[] labels)
    {
        for (int count = Math.Min(labels.Length, 5); count >= 1 && _rules.Count > 0; count--)
        {
            string tail = string.Join('.', labels[^count..]);
            if (_rules.Contains("!" + tail))
            {
                return count - 1;
            }

            if (
                _rules.Contains(tail) || (count > 1 && _rules.Contains("*." + string.Join('.', labels[^(count - 1)..])))
            )
            {
                return count;
            }
        }

        for (int count = Math.Min(labels.Length, 4); count >= 2; count--)
        {
            if (Hosts.Contains(string.Join('.', labels[^count..])))
            {
                return count;
            }
        }

        return labels.Length > 2 && labels[^1].Length == 2 && Kinds.Contains(labels[^2]) ? 2 : 1;
    }
}

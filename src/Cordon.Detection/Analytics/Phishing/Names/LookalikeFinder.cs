using System.Collections.Frozen;

namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>Holds domains and shown names against the identities that lures borrow. Remembers what it was asked; for one thread.</summary>
internal sealed class LookalikeFinder(IReadOnlyList<ProtectedIdentity> identities, PublicSuffixes suffixes)
{
    private const int ShortLabel = 4;
    private const int LeastForOneSlip = 6;
    private const int LeastForTwoSlips = 10;
    private const int LeastForSubstring = 7;
    private const int MaxRemembered = 100_000;

    // What is put beside a short name that would mean nothing alone.
    private static readonly FrozenSet<string> Companions = FrozenSet.ToFrozenSet(
        [
            "account",
            "alert",
            "alerts",
            "careers",
            "center",
            "covid",
            "covid19",
            "coronavirus",
            "donate",
            "emergency",
            "funding",
            "gov",
            "grant",
            "grants",
            "health",
            "help",
            "info",
            "int",
            "jobs",
            "login",
            "mail",
            "net",
            "news",
            "office",
            "online",
            "org",
            "pandemic",
            "portal",
            "procurement",
            "recruitment",
            "response",
            "safety",
            "secure",
            "security",
            "supply",
            "support",
            "team",
            "tender",
            "update",
            "updates",
            "vaccine",
            "vaccines",
            "verify",
        ],
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, Lookalike?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProtectedIdentity?> _knownNames = new(StringComparer.Ordinal);

    // For each identity its phrases as they look: of a person's each word, as they may stand in any order.
    private readonly string[][][] _phrases =
    [
        .. identities.Select(static i =>
            i.Phrases.Select(p =>
                    i.Kind == IdentityKind.Named ? [.. p.Split(' ').Select(Skeleton.Of)] : new[] { Skeleton.Of(p) }
                )
                .ToArray()
        ),
    ];

    /// <summary>Whom a domain belongs to; null where it is nobody's that is known.</summary>
    public ProtectedIdentity? OwnerOf(string domain) =>
        domain.Length == 0 ? null : identities.FirstOrDefault(i => i.Kind != IdentityKind.Named && i.Owns(domain));

    /// <summary>What a domain can be taken for; null where it is its own, or like none.</summary>
    public Lookalike? OfDomain(string domain)
    {
        if (domain.Length == 0 || DomainName.IsAddress(domain))
        {
            return null;
        }

        if (!_known.TryGetValue(domain, out Lookalike? found))
        {
            if (_known.Count >= MaxRemembered)
            {
                _known.Clear();
            }

            _known[domain] = found = Find(domain);
        }

        return found;
    }

    /// <summary>Whose name is shown; null where it is nobody's that is known.</summary>
    public ProtectedIdentity? OfShownName(string name)
    {
        if (!_knownNames.TryGetValue(name, out ProtectedIdentity? found))
        {
            if (_knownNames.Count >= MaxRemembered)
            {
                _knownNames.Clear();
            }

            _knownNames[name] = found = FindShown(name);
        }

        return found;
    }

    private ProtectedIdentity? FindShown(string name)
    {
        string plain = Skeleton.Plain(name, 200);
        if (plain.Length < 3)
        {
            return null;
        }

        string skeleton = Skeleton.Of(plain);
        string[] words = name.Split(
            [' ', '-', '_', '.', ',', '(', ')', '|', '/', ':', '[', ']', '"', '\''],
            StringSplitOptions.RemoveEmptyEntries
        );
        for (int i = 0; i < identities.Count; i++)
        {
            if (_phrases[i].Any(p => p.All(w => HasWord(skeleton, w))) || HasAcronym(identities[i], words))
            {
                return identities[i];
            }
        }

        return null;
    }

    private static bool HasAcronym(ProtectedIdentity identity, string[] words)
    {
        foreach (string acronym in identity.Acronyms)
        {
            // "WHO" alone, or beside a word that belongs to an office: not "Guess WHO" and not "EMA LOPEZ".
            if (
                words.Contains(acronym, StringComparer.Ordinal)
                && (
                    words.Length == 1
                    || acronym.Length > 3
                    || words.Any(w => Companions.Contains(w.ToLowerInvariant()))
                    || words.Any(w => w.Equals("regional", StringComparison.OrdinalIgnoreCase))
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; )
        {
            int end = at + word.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            )
            {
                return true;
            }

            at = text.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return false;
    }

    private Lookalike? Find(string domain)
    {
        if (identities.Any(i => i.Owns(domain)))
        {
            return null;
        }

        string shown = DomainName.Shown(domain);
        string organisation = suffixes.OrganisationOf(shown);
        string label = suffixes.LabelOf(shown);
        Lookalike? best = null;
        foreach (ProtectedIdentity identity in identities.Where(i => i.Kind != IdentityKind.Named))
        {
            // A service's other domains are words that many others use.
            foreach (string own in identity.Kind == IdentityKind.Service ? identity.Domains.Take(1) : identity.Domains)
            {
                string ownOrganisation = suffixes.OrganisationOf(own);
                if (organisation == ownOrganisation)
                {
                    return null;
                }

                if (
                    KindOf(shown, organisation, label, own, ownOrganisation) is { } kind
                    && (best is null || kind < best.Kind)
                )
                {
                    best = new Lookalike(domain, identity, own, kind);
                }
            }
        }

        return best;
    }

    private LookalikeKind? KindOf(string shown, string organisation, string label, string own, string ownOrganisation)
    {
        // Of ema.europa.eu "ema" is the name that is imitated, not "europa".
        string name =
            own == ownOrganisation ? suffixes.LabelOf(own) : own[..own.IndexOf('.', StringComparison.Ordinal)];
        if (name.Length < 3)
        {
            return null;
        }

        string skeleton = Skeleton.Of(label);
        string ownSkeleton = Skeleton.Of(name);
        bool isSame = label == name;
        if (
            !isSame
            && (
                skeleton == ownSkeleton
                || label.Replace("-", "", StringComparison.Ordinal) == name.Replace("-", "", StringComparison.Ordinal)
            )
        )
        {
            return LookalikeKind.Confusable;
        }

        string below = shown[..(shown.Length - organisation.Length)];
        if (
            below.StartsWith(own + ".", StringComparison.Ordinal)
            || below.Contains("." + own + ".", StringComparison.Ordinal)
            || below.StartsWith(own.Replace('.', '-') + ".", StringComparison.Ordinal)
            || shown.StartsWith(own + ".", StringComparison.Ordinal)
        )
        {
            return LookalikeKind.Subdomain;
        }

        if (!isSame && name.Length >= LeastForOneSlip)
        {
            int slips = EditDistance.Of(skeleton, ownSkeleton, name.Length >= LeastForTwoSlips ? 2 : 1);
            if (slips == 1)
            {
                return LookalikeKind.OneSlip;
            }

            if (slips == 2 && name.Length >= LeastForTwoSlips)
            {
                return LookalikeKind.TwoSlips;
            }
        }

        if (!isSame && Holds(label, name, own))
        {
            return LookalikeKind.Contains;
        }

        // Governments of many countries have an office of the same few letters.
        return isSame && !organisation.Contains(".go", StringComparison.Ordinal) && name.Length > ShortLabel
            ? LookalikeKind.OtherEnding
            : null;
    }

    private static bool Holds(string label, string name, string own)
    {
        if (name.Length >= LeastForSubstring && label.Contains(name, StringComparison.Ordinal))
        {
            return true;
        }

        string skeleton = Skeleton.Of(name);
        string[] tokens = label.Split('-');
        int at = Array.FindIndex(tokens, t => Skeleton.Of(t) == skeleton);
        if (at < 0 || tokens.Length < 2)
        {
            return false;
        }

        // "haier-biomedical" holds "haier"; "who-knows" does not hold WHO, "who-int" and "who-covid19" do.
        string[] ownLabels = own.Split('.');
        return name.Length > ShortLabel
            || tokens
                .Where((_, i) => i != at)
                .Any(t => Companions.Contains(t) || ownLabels.Contains(t, StringComparer.Ordinal));
    }
}

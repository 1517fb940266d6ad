using Cordon.Events.Organisations;

namespace Cordon.Sector.Evidence;

/// <summary>How a supplier is known in logs: its domains, its accounts at the organisation, names that borrow from it.</summary>
internal sealed class SupplierNames
{
    // Shorter words are found in names of people and in other words.
    private const int ShortestWord = 5;
    private const int ShortestLabel = 6;
    private readonly HashSet<string> _domains;
    private readonly IReadOnlySet<string> _all;
    private readonly string[] _words;
    private readonly string[] _labels;
    private readonly string _name;

    /// <param name="supplier">The supplier.</param>
    /// <param name="all">The domains of all suppliers: two that are named alike do not pose as each other.</param>
    public SupplierNames(Supplier supplier, IReadOnlySet<string> all)
    {
        Supplier = supplier;
        _all = all;
        _domains = new HashSet<string>(supplier.Domains, StringComparer.OrdinalIgnoreCase);
        _words =
        [
            .. supplier
                .Domains.Select(static d => d.AsSpan().IndexOfAny('.', '-') is var end and >= 0 ? d[..end] : d)
                .Where(static w => w.Length >= ShortestWord),
        ];
        _labels =
        [
            .. supplier
                .Domains.Select(static d => Looks(d.Split('.')[0]))
                .Where(static l => l.Length >= ShortestLabel)
                .Distinct(StringComparer.Ordinal),
        ];
        _name = Letters(supplier.Name);
    }

    public Supplier Supplier { get; }

    /// <summary>Whether a domain is the supplier's.</summary>
    public bool Owns(string domain) => domain.Length > 0 && DomainNames.IsAtOrBelow(domain, _domains);

    /// <summary>Whether an e-mail address is at the supplier's domain.</summary>
    public bool IsMailbox(string address) => Owns(DomainNames.OfAddress(address));

    /// <summary>
    /// Whether an account at the organisation is the supplier's: of its domain, a guest as Entra writes it (<c>name_partner.example#EXT#@…</c>), or one whose name holds the
    /// word that its domain begins with.
    /// </summary>
    public bool HasAccount(string account)
    {
        if (IsMailbox(account))
        {
            return true;
        }

        int guest = account.IndexOf("#EXT#", StringComparison.OrdinalIgnoreCase);
        if (guest > 0)
        {
            string home = account[..guest];
            int at = home.LastIndexOf('_');
            return at > 0 && Owns(home[(at + 1)..].ToLowerInvariant());
        }

        int end = account.IndexOf('@', StringComparison.Ordinal);
        string name = end < 0 ? account : account[..end];
        return Array.Exists(_words, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a sender's shown name is the supplier's.</summary>
    public bool IsNamedIn(string shownName) =>
        _name.Length >= ShortestWord && Letters(shownName).Contains(_name, StringComparison.Ordinal);

    /// <summary>Whether a domain that is no supplier's looks like one of the supplier's: one label holds its name, or differs in a slip of the hand or a letter that looks alike.</summary>
    public bool LooksLike(string domain)
    {
        if (domain.Length == 0 || DomainNames.IsAtOrBelow(domain, _all))
        {
            return false;
        }

        string[] labels = domain.Split('.');
        for (int i = 0; i < Math.Max(1, labels.Length - 1); i++)
        {
            string label = Looks(labels[i]);
            foreach (string own in _labels)
            {
                if (label.Contains(own, StringComparison.Ordinal) || IsOneSlip(label, own))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether at most one letter is added, left out or another, or two neighbours changed places.</summary>
    private static bool IsOneSlip(string text, string own)
    {
        if (Math.Abs(text.Length - own.Length) > 1)
        {
            return false;
        }

        int start = 0;
        int least = Math.Min(text.Length, own.Length);
        while (start < least && text[start] == own[start])
        {
            start++;
        }

        int end = 0;
        while (end < least - start && text[^(end + 1)] == own[^(end + 1)])
        {
            end++;
        }

        int left = text.Length - start - end;
        int right = own.Length - start - end;
        return (left <= 1 && right <= 1)
            || (left == 2 && right == 2 && text[start] == own[start + 1] && text[start + 1] == own[start]);
    }

    /// <summary>A label as the eye takes it: without hyphens, digits as the letters that they resemble.</summary>
    private static string Looks(string label) =>
        label
            .ToLowerInvariant()
            .Replace("-", "", StringComparison.Ordinal)
            .Replace('0', 'o')
            .Replace('1', 'l')
            .Replace('3', 'e')
            .Replace('5', 's')
            .Replace("rn", "m", StringComparison.Ordinal)
            .Replace("vv", "w", StringComparison.Ordinal);

    private static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

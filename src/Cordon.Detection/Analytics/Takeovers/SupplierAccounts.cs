using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.Takeovers;

/// <summary>Which accounts are a supplier's: those at its domains, and those whose name holds the word that its domain begins with.</summary>
internal sealed class SupplierAccounts(Organisation organisation)
{
    // Shorter words are found in names of people.
    private const int ShortestWord = 5;
    private readonly string[] _domains =
    [
        .. organisation.Suppliers.SelectMany(s => s.Domains).Select(d => d.ToLowerInvariant()),
    ];

    public bool Includes(string account)
    {
        int at = account.IndexOf('@', StringComparison.Ordinal);
        string name = at < 0 ? account : account[..at];
        string domain = at < 0 ? "" : account[(at + 1)..];
        return Array.Exists(
            _domains,
            d =>
                domain == d
                || domain.EndsWith("." + d, StringComparison.Ordinal)
                || (
                    Word(d) is { Length: >= ShortestWord } word
                    && name.Contains(word, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    // Of partner-laboratory.example: partner.
    private static string Word(string domain)
    {
        int end = domain.AsSpan().IndexOfAny('.', '-');
        return end < 0 ? domain : domain[..end];
    }
}

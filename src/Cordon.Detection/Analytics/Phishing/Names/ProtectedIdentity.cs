namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>A name that lures borrow, and the domains that may use it.</summary>
/// <param name="Name">What findings call it.</param>
/// <param name="Kind">Whose it is.</param>
/// <param name="Phrases">Names as shown to readers, lower case; of persons every word has to be there, in any order.</param>
/// <param name="Acronyms">Short names, upper case, that count as words by themselves.</param>
/// <param name="Domains">Its domains, lower case.</param>
internal sealed record ProtectedIdentity(
    string Name,
    IdentityKind Kind,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<string> Acronyms,
    IReadOnlyList<string> Domains
)
{
    /// <summary>Whether a domain is its own, or below one of its own.</summary>
    public bool Owns(string domain) =>
        Domains.Any(d =>
            domain.Equals(d, StringComparison.Ordinal)
            || (
                domain.Length > d.Length
                && domain.EndsWith(d, StringComparison.Ordinal)
                && domain[^(d.Length + 1)] == '.'
            )
        );
}

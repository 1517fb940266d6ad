using Cordon.Events;
using Cordon.Events.Organisations;

namespace Cordon.Incidents.Entities;

/// <summary>
/// Knows which names are one account: <c>LAB\amal</c> of a Windows log and the mailbox <c>amal@lab.example</c>, where only one account of the
/// organisation has that name before the sign.
/// </summary>
internal sealed class AccountNames
{
    private readonly Dictionary<string, string> _full = new(StringComparer.Ordinal);
    private readonly HashSet<string> _domains;

    /// <param name="seen">All names that the logs hold.</param>
    /// <param name="organisation">Whose logs they are; where its domains are known, only names in them count.</param>
    public AccountNames(IEnumerable<string> seen, Organisation organisation)
    {
        _domains = new HashSet<string>(organisation.Domains, StringComparer.OrdinalIgnoreCase);
        foreach (string name in seen)
        {
            string plain = Plain(name);
            int at = plain.IndexOf('@', StringComparison.Ordinal);
            if (at <= 0 || !IsOwn(plain) || OrdinaryNames.IsEverywhere(plain[..at]))
            {
                continue;
            }

            // A name that two accounts have says nothing.
            _full[plain[..at]] = _full.TryGetValue(plain[..at], out string? other) && other != plain ? "" : plain;
        }
    }

    /// <summary>A name in lower case without the domain before a backslash.</summary>
    public static string Plain(string name)
    {
        ReadOnlySpan<char> plain = name.AsSpan(name.LastIndexOf('\\') + 1).Trim();
        return (plain.Length == name.Length ? name : plain.ToString()).ToLowerInvariant();
    }

    /// <summary>Whether nothing is known of the organisation's domains.</summary>
    public bool KnowsNoDomain => _domains.Count == 0;

    /// <summary>Whether an address or account is the organisation's; true for all where its domains aren't known.</summary>
    public bool IsOwn(string name) =>
        _domains.Count == 0 || _domains.Contains(name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..]);

    /// <summary>The one name that stands for the account everywhere.</summary>
    public string Of(string name)
    {
        string plain = Plain(name);
        return _full.TryGetValue(plain, out string? full) && full.Length > 0 ? full : plain;
    }

    /// <summary>An entity with its account's one name; mailboxes of targets are accounts.</summary>
    public FindingEntity Of(FindingEntity entity)
    {
        (ObservableKind kind, string value) = entity.Observable;
        return kind switch
        {
            ObservableKind.Account => entity with { Observable = new Observable(kind, Of(value)) },
            ObservableKind.EmailAddress => entity with { Observable = new Observable(kind, Plain(value)) },
            ObservableKind.Host => entity with { Observable = new Observable(kind, EntityExtractor.HostName(value)) },
            ObservableKind.Address when EntityExtractor.Address(value) is { Length: > 0 } address => entity with
            {
                Observable = new Observable(kind, address),
            },
            ObservableKind.Domain => entity with { Observable = new Observable(kind, value.ToLowerInvariant()) },
            _ => entity,
        };
    }

    /// <summary>What links two findings: for accounts and mailboxes of the organisation the same key.</summary>
    public Observable Key(Observable observable) =>
        observable.Kind == ObservableKind.EmailAddress && IsOwn(observable.Value)
            ? new Observable(ObservableKind.Account, observable.Value)
            : observable;
}

using System.Net;
using Cordon.Events;
using Cordon.Events.Organisations;

namespace Cordon.Attribution.Evidence;

/// <summary>Tells what belongs to the organisation or to those it works with: a feed that names it is wrong, or speaks of what was abused there.</summary>
internal static class OwnNames
{
    /// <summary>Whose an observable is, in words; null where it is a stranger's.</summary>
    public static string? Of(Organisation organisation, Observable observable)
    {
        switch (observable.Kind)
        {
            case ObservableKind.Address:
                return organisation.AddressRanges.Any(r => Contains(r, observable.Value))
                    ? "the organisation's own"
                    : null;
            case ObservableKind.Domain:
                return OfDomain(organisation, observable.Value);
            case ObservableKind.EmailAddress:
                return OfDomain(organisation, observable.Value[(observable.Value.LastIndexOf('@') + 1)..]);
            case ObservableKind.Url:
                return Uri.TryCreate(observable.Value, UriKind.Absolute, out Uri? link)
                    ? OfDomain(organisation, link.Host)
                    : null;
            default:
                return null;
        }
    }

    private static string? OfDomain(Organisation organisation, string name) =>
        organisation.Domains.Any(d => IsBelow(name, d)) ? "the organisation's own"
        : organisation.Suppliers.Any(s => s.Domains.Any(d => IsBelow(name, d))) ? "a partner's"
        : null;

    private static bool IsBelow(string name, string domain) =>
        domain.Length > 0
        && name.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (name.Length == domain.Length || name[^(domain.Length + 1)] == '.');

    private static bool Contains(string range, string address) =>
        IPAddress.TryParse(address, out IPAddress? parsed)
        && (
            IPNetwork.TryParse(range, out IPNetwork network)
                ? network.BaseAddress.AddressFamily == parsed.AddressFamily && network.Contains(parsed)
                : IPAddress.TryParse(range, out IPAddress? one) && one.Equals(parsed)
        );
}

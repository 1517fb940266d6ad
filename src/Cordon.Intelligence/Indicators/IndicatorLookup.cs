using Cordon.Events;

namespace Cordon.Intelligence.Indicators;

/// <summary>Finds the indicators that hold for one value whose kind is known; the reader finds values in texts.</summary>
internal static class IndicatorLookup
{
    // A popular value may be in thousands of feeds.
    private const int MostSteps = 10_000;

    public static IReadOnlyList<Indicator> Find(IndicatorIndex index, Observable observable, int most)
    {
        if (index.Count == 0 || KindOf(observable.Kind) is not { } kind)
        {
            return [];
        }

        List<Indicator> found = [];
        switch (kind)
        {
            case IndicatorKind.Domain:
                Domains(index, observable.Value, found);
                break;
            case IndicatorKind.Address:
                Addresses(index, observable.Value, found);
                break;
            default:
                if (IndicatorValue.Normalise(kind, observable.Value) is { } value)
                {
                    Add(index, kind, value, found);
                }

                if (kind == IndicatorKind.Email)
                {
                    // Whoever owns the domain owns its mailboxes.
                    Domains(index, observable.Value[(observable.Value.LastIndexOf('@') + 1)..], found);
                }

                break;
        }

        return
        [
            .. found
                .OrderBy(static i => i.Kind)
                .ThenByDescending(static i => i.Value.Length)
                .ThenBy(static i => i.Value, StringComparer.Ordinal)
                .ThenBy(static i => i.From.ToString(), StringComparer.Ordinal)
                .ThenBy(static i => string.Join(' ', i.Refs), StringComparer.Ordinal)
                .ThenBy(static i => i.Label, StringComparer.Ordinal)
                .ThenByDescending(static i => i.ValidFrom)
                .ThenBy(static i => i.ValidUntil)
                .Take(most),
        ];
    }

    private static void Domains(IndicatorIndex index, string name, List<Indicator> found)
    {
        if (IndicatorValue.Domain(name) is not { } domain)
        {
            return;
        }

        while (domain.Contains('.', StringComparison.Ordinal))
        {
            Add(index, IndicatorKind.Domain, domain, found);
            domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }
    }

    private static void Addresses(IndicatorIndex index, string text, List<Indicator> found)
    {
        if (IndicatorValue.Network(text) is not { } address || address.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        bool is6 = address.Contains(':', StringComparison.Ordinal);
        IEnumerable<int> lengths = is6
            ? index.Lengths6
            : Enumerable.Range(0, 33).Where(l => (index.Lengths4 & (1UL << l)) != 0);
        foreach (int length in lengths)
        {
            Add(index, IndicatorKind.Address, IndicatorValue.Network($"{address}/{length}")!, found);
        }
    }

    private static void Add(IndicatorIndex index, IndicatorKind kind, string value, List<Indicator> found)
    {
        Span<byte> bytes = stackalloc byte[IndicatorKey.MaxLength];
        int length = IndicatorKey.Write(kind, value, bytes, out byte key);
        if (length <= 0)
        {
            return;
        }

        int steps = 0;
        for (int at = index.Find(key, bytes[..length]); at >= 0 && steps < MostSteps; at = index.Next(at), steps++)
        {
            found.Add(index.At(at, kind, value));
        }
    }

    private static IndicatorKind? KindOf(ObservableKind kind) =>
        kind switch
        {
            ObservableKind.Hash => IndicatorKind.Hash,
            ObservableKind.Domain => IndicatorKind.Domain,
            ObservableKind.Address => IndicatorKind.Address,
            ObservableKind.Url => IndicatorKind.Url,
            ObservableKind.EmailAddress => IndicatorKind.Email,
            ObservableKind.File => IndicatorKind.FileName,
            _ => null,
        };
}

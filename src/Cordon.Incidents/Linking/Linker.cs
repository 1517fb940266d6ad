using Cordon.Events;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Linking;

/// <summary>Finds which groups of findings belong to one attempt: those that share what is rare, near each other in time.</summary>
internal sealed class Linker(OrdinaryLife life, AccountNames names, IncidentOptions options)
{
    /// <summary>How many later groups with the same observable each is compared with; the next ones are linked through those between.</summary>
    private const int Neighbours = 8;

    private readonly Dictionary<(int A, int B), List<Shared>> _pairs = [];

    private readonly record struct Shared(Observable Observable, double Weight);

    /// <summary>Links groups; the result holds for each the number of its component, and for each component what holds it together.</summary>
    /// <param name="groups">By their beginning.</param>
    /// <param name="reached">Accounts that an attempt got somewhere with, for each group.</param>
    /// <param name="cancel">Stops it.</param>
    public (int[] Component, Dictionary<int, List<IncidentLink>> Links) Link(
        IReadOnlyList<FindingGroup> groups,
        IReadOnlyList<IReadOnlySet<string>> reached,
        CancellationToken cancel
    )
    {
        Dictionary<Observable, List<(int Group, EntityRole Role)>> index = [];
        for (int i = 0; i < groups.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach ((Observable observable, EntityRole role) in groups[i].Entities)
            {
                Observable key = names.Key(observable);
                if (!index.TryGetValue(key, out List<(int, EntityRole)>? holders))
                {
                    index[key] = holders = [];
                }

                if (holders.Count == 0 || holders[^1].Item1 != i)
                {
                    holders.Add((i, role));
                }
            }
        }

        foreach ((Observable observable, List<(int Group, EntityRole Role)> holders) in index)
        {
            cancel.ThrowIfCancellationRequested();
            if (holders.Count > 1)
            {
                Share(observable, holders, groups, reached);
            }
        }

        return Unite(groups);
    }

    private void Share(
        Observable observable,
        List<(int Group, EntityRole Role)> holders,
        IReadOnlyList<FindingGroup> groups,
        IReadOnlyList<IReadOnlySet<string>> reached
    )
    {
        (double strength, TimeSpan window) = Strength(observable);
        strength *= life.Rarity(observable);
        if (strength <= 0)
        {
            return;
        }

        for (int i = 0; i < holders.Count; i++)
        {
            for (int j = i + 1; j < Math.Min(holders.Count, i + 1 + Neighbours); j++)
            {
                ((int a, EntityRole roleA), (int b, EntityRole roleB)) = (holders[i], holders[j]);
                TimeSpan apart = groups[b].First - groups[a].Last;
                if (apart > window)
                {
                    continue;
                }

                double weight = strength * Nearness(apart, window);
                if (observable.Kind is ObservableKind.Account)
                {
                    weight *= Breadth(observable, groups[a], reached[a]) * Breadth(observable, groups[b], reached[b]);
                    // A name that is only mentioned beside what happened links less than the one that it happened to.
                    weight *= roleA == EntityRole.Target || roleB == EntityRole.Target ? 1 : 0.6;
                }

                if (weight > 0.2)
                {
                    if (!_pairs.TryGetValue((a, b), out List<Shared>? shared))
                    {
                        _pairs[(a, b)] = shared = [];
                    }

                    shared.Add(new Shared(observable, weight));
                }
            }
        }
    }

    private (double Strength, TimeSpan Window) Strength(Observable observable) =>
        observable.Kind switch
        {
            ObservableKind.Account => (OrdinaryNames.IsEverywhere(observable.Value) ? 0.8 : 2.8, options.AccountWindow),
            ObservableKind.Host => (2.8, options.HostWindow),
            ObservableKind.Address => (3.5, options.SourceWindow),
            ObservableKind.Session => (5, options.SourceWindow),
            // A browser is many people's; a tool that names itself is not.
            ObservableKind.UserAgent => (
                observable.Value.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) ? 1.4 : 2.8,
                options.SourceWindow
            ),
            ObservableKind.EmailAddress => (4, options.CampaignWindow),
            ObservableKind.Domain => (3.5, options.CampaignWindow),
            ObservableKind.Url => (5, options.CampaignWindow),
            ObservableKind.Hash => (4, options.CampaignWindow),
            ObservableKind.Message => (5, options.CampaignWindow),
            ObservableKind.File => (0.6, options.HostWindow),
            _ => (0.8, options.AccountWindow),
        };

    /// <summary>1 where they overlap, down to a half at the window's end: lure and sign-in within hours say more than within days.</summary>
    private static double Nearness(TimeSpan apart, TimeSpan window) =>
        apart <= TimeSpan.Zero ? 1 : 1 - (0.5 * (apart / window));

    /// <summary>
    /// A spray of weeks touches all accounts: what else befell one of them belongs to it only where the spray got somewhere with it.
    /// </summary>
    private static double Breadth(Observable account, FindingGroup group, IReadOnlySet<string> reached) =>
        !group.IsBroad || reached.Contains(account.Value) ? 1 : 0.15;

    private (int[], Dictionary<int, List<IncidentLink>>) Unite(IReadOnlyList<FindingGroup> groups)
    {
        var sets = new DisjointSets(groups.Count);
        List<((int A, int B) Pair, IncidentLink Link)> links = [];
        foreach (((int a, int b), List<Shared> shared) in _pairs.OrderBy(p => p.Key.A).ThenBy(p => p.Key.B))
        {
            double sum = shared.Sum(s => s.Weight);
            if (sum < options.LinkWeight || !sets.Unite(a, b))
            {
                continue;
            }

            Shared best = shared
                .OrderByDescending(s => s.Weight)
                .ThenBy(s => s.Observable.Kind)
                .ThenBy(s => s.Observable.Value, StringComparer.Ordinal)
                .First();
            links.Add(
                (
                    (a, b),
                    new IncidentLink(
                        best.Observable,
                        Math.Round(sum, 2),
                        LinkText.Of(best.Observable, groups[a], groups[b])
                    )
                )
            );
        }

        Dictionary<int, List<IncidentLink>> byComponent = [];
        foreach (((int a, _), IncidentLink link) in links)
        {
            int component = sets.Find(a);
            if (!byComponent.TryGetValue(component, out List<IncidentLink>? list))
            {
                byComponent[component] = list = [];
            }

            list.Add(link);
        }

        return ([.. Enumerable.Range(0, groups.Count).Select(sets.Find)], byComponent);
    }
}

using Cordon.Events;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Organisations;

namespace Cordon.Incidents.Linking;

/// <summary>Weighs groups of findings: by the rule's level, its rarity, and whether the organisation's own scanners or administrators did it.</summary>
internal sealed class GroupWeights(IncidentInput input, AccountNames names)
{
    private readonly AddressRanges _scanners = new(input.Organisation.Scanners);
    private readonly HashSet<string> _administrators = new(
        input.Organisation.Administrators.Select(names.Of),
        StringComparer.Ordinal
    );

    /// <summary>Over how many days the logs go.</summary>
    public int Days { get; private set; } = 1;

    public void Weigh(GroupMaker maker, CancellationToken cancel)
    {
        (DateTime First, DateTime Last)? span = Span(maker.Groups);
        if (span is { } s)
        {
            Days = (int)(s.Last.Date - s.First.Date).TotalDays + 1;
            maker.Rarity.Span(s.First, s.Last);
        }

        foreach (FindingGroup group in maker.Groups)
        {
            cancel.ThrowIfCancellationRequested();
            double weight =
                IncidentOptions.WeightOf(group.Rule.Kind, group.Rule.Level) * maker.Rarity.Factor(group.Rule);
            bool isRule = group.Rule.Kind is FindingKind.Sigma or FindingKind.SigmaCorrelation;
            if (isRule && IsOwnScanner(group))
            {
                weight = 0;
            }
            else if (isRule && group.Rule.Level < Level.Critical && IsByAdministrator(group))
            {
                weight *= 0.4;
            }

            group.Weight = weight;
        }
    }

    /// <summary>Whether all addresses that a group comes from are the organisation's scanners.</summary>
    public bool IsOwnScanner(FindingGroup group)
    {
        bool any = false;
        foreach ((Observable observable, EntityRole role) in group.Entities)
        {
            if (role == EntityRole.Source && observable.Kind == ObservableKind.Address)
            {
                if (!_scanners.Contains(observable.Value))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    /// <summary>Whether it was done on a computer in the name of an administrator, and of nobody else.</summary>
    private bool IsByAdministrator(FindingGroup group)
    {
        if (_administrators.Count == 0)
        {
            return false;
        }

        bool any = false;
        foreach ((Observable observable, EntityRole role) in group.Entities)
        {
            if (observable.Kind == ObservableKind.Account && role != EntityRole.Source)
            {
                if (!_administrators.Contains(observable.Value))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    private (DateTime First, DateTime Last)? Span(List<FindingGroup> groups)
    {
        IEnumerable<DateTime> firsts = input
            .Coverage.Where(c => c.First is not null)
            .Select(c => c.First ?? default)
            .Concat(groups.Select(g => g.First));
        IEnumerable<DateTime> lasts = input
            .Coverage.Where(c => c.Last is not null)
            .Select(c => c.Last ?? default)
            .Concat(groups.Select(g => g.Last));
        return firsts.Any() ? (firsts.Min(), lasts.Max()) : null;
    }
}

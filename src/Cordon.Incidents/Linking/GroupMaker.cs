using Cordon.Events;
using Cordon.Incidents.Entities;

namespace Cordon.Incidents.Linking;

/// <summary>Puts findings of one rule and scope that follow each other into groups, so that a million of them stay few.</summary>
internal sealed class GroupMaker(AccountNames names, IncidentOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxLength = TimeSpan.FromHours(24);

    private readonly Dictionary<(string Rule, string File, string Scope), FindingGroup> _open = [];

    /// <summary>The groups, by their beginning.</summary>
    public List<FindingGroup> Groups { get; } = [];

    /// <summary>Findings without a time, which can't be placed.</summary>
    public long Timeless { get; private set; }

    /// <summary>Findings that were counted only because there were too many groups.</summary>
    public long Dropped { get; private set; }

    /// <summary>How often each rule held, where and on which days.</summary>
    public RuleRarity Rarity { get; } = new();

    public void Add(IReadOnlyList<Finding> findings, CancellationToken cancel)
    {
        Finding[] ordered = [.. findings.Where(f => FindingOrder.FirstOf(f) is not null)];
        Timeless = findings.Count - ordered.Length;
        Array.Sort(ordered, FindingOrder.Instance);
        foreach (Finding finding in ordered)
        {
            cancel.ThrowIfCancellationRequested();
            Add(finding, FindingOrder.FirstOf(finding) ?? default);
        }
    }

    private void Add(Finding finding, DateTime first)
    {
        List<FindingEntity> entities = [.. EntityExtractor.Of(finding).Select(names.Of)];
        string scope = ScopeOf(finding, entities);
        Rarity.Add(finding.Rule, scope, first);
        (string, string, string) key = (finding.Rule.Id, finding.Rule.File, scope);
        bool isSingle = finding.Rule.Kind == FindingKind.Analytic;
        if (
            !isSingle
            && _open.TryGetValue(key, out FindingGroup? open)
            && first - open.Last <= Pause
            && first - open.First <= MaxLength
        )
        {
            open.Add(finding, entities);
            return;
        }

        int limit = finding.Rule.Level >= Level.Medium ? options.MaxGroups * 2 : options.MaxGroups;
        if (Groups.Count >= limit)
        {
            Dropped++;
            return;
        }

        var group = new FindingGroup(finding.Rule, scope, first);
        group.Add(finding, entities);
        Groups.Add(group);
        _open[key] = group;
    }

    /// <summary>The host that it happened on, else the first target, else the first source, else the file.</summary>
    private static string ScopeOf(Finding finding, List<FindingEntity> entities)
    {
        Observable? best = null;
        int bestRank = int.MaxValue;
        foreach ((Observable observable, EntityRole role) in entities)
        {
            int rank = role switch
            {
                EntityRole.Target => observable.Kind == ObservableKind.Host ? 0 : 1,
                EntityRole.Source => 2,
                _ => 3,
            };
            if (rank < bestRank)
            {
                (best, bestRank) = (observable, rank);
            }
        }

        return best?.Value.ToLowerInvariant() ?? finding.Event.Computer;
    }
}

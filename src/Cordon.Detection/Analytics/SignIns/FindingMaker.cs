using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Makes findings of analytics: cited events and entities bounded, the rest counted.</summary>
internal sealed class FindingMaker(AnalyticSettings settings)
{
    private readonly int _cited = (int)settings["limits.cited-events"];
    private readonly int _entities = (int)settings["limits.entities"];

    public Finding Make(
        FindingRule rule,
        IReadOnlyList<Activity> activities,
        IEnumerable<FindingEntity> entities,
        string reason,
        params (string Name, string Value)[] fields
    )
    {
        EventOrigin[] events = [.. Cited(activities).Select(a => a.Origin with { Time = a.Origin.Time ?? a.Time })];
        return new Finding
        {
            Rule = rule,
            Event = events[0],
            Fields = [.. fields.Select(f => SnapshotField.OfText(f.Name, f.Value))],
            Correlation = new CorrelationFacts
            {
                First = activities[0].Time,
                Last = activities[^1].Time,
                EventCount = activities.Sum(a => a is SignIn s ? (long)s.Count : 1),
                Events = events,
            },
            Entities = Bounded(entities),
            Reason = reason,
        };
    }

    public static FindingRule Rule(string id, string title, Level level, params string[] techniques) =>
        new("cordon-analytic-" + id, title, level, FindingKind.Analytic, techniques);

    public static FindingEntity Account(string account, EntityRole role = EntityRole.Target) =>
        new(new Observable(ObservableKind.Account, account), role);

    public static FindingEntity Source(ObservableKind kind, string value) =>
        new(new Observable(kind, value), EntityRole.Source);

    public static FindingEntity Related(ObservableKind kind, string value) =>
        new(new Observable(kind, value), EntityRole.Related);

    /// <summary>Accounts and hosts as targets, addresses and user agents as sources, applications and sessions as related.</summary>
    public static IEnumerable<FindingEntity> EntitiesOf(IEnumerable<SignIn> signIns)
    {
        foreach (SignIn signIn in signIns)
        {
            yield return Account(signIn.Account);
            yield return new FindingEntity(new Observable(ObservableKind.Host, signIn.Host), EntityRole.Target);
            yield return Source(ObservableKind.Address, signIn.Address);
            yield return Source(
                signIn.System is "windows" or "ntlm" ? ObservableKind.Host : ObservableKind.UserAgent,
                signIn.UserAgent
            );
            yield return Related(ObservableKind.Application, signIn.Application);
            yield return Related(ObservableKind.Session, signIn.Session);
        }
    }

    /// <summary>The same without applications: what the owner works with too is no trace of the attacker, and would tie his doings to others' attacks.</summary>
    public static IEnumerable<FindingEntity> PlacesOf(IEnumerable<SignIn> signIns) =>
        EntitiesOf(signIns).Where(e => e.Observable.Kind != ObservableKind.Application);

    private List<FindingEntity> Bounded(IEnumerable<FindingEntity> entities)
    {
        var seen = new HashSet<FindingEntity>();
        var counts = new Dictionary<(ObservableKind, EntityRole), int>();
        List<FindingEntity> kept = [];
        foreach (FindingEntity entity in entities)
        {
            (ObservableKind, EntityRole) kind = (entity.Observable.Kind, entity.Role);
            int count = counts.GetValueOrDefault(kind);
            if (entity.Observable.Value.Length > 0 && count < _entities && seen.Add(entity))
            {
                counts[kind] = count + 1;
                kept.Add(entity);
            }
        }

        return kept;
    }

    private IEnumerable<Activity> Cited(IReadOnlyList<Activity> activities)
    {
        if (activities.Count <= _cited)
        {
            return activities;
        }

        int first = Math.Max(1, _cited / 2);
        return activities.Take(first).Concat(activities.Skip(activities.Count - Math.Max(0, _cited - first)));
    }
}

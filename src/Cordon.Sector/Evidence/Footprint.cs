using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents;

namespace Cordon.Sector.Evidence;

/// <summary>What an incident says of the attacker: where he came from, which accounts he had and when, which events he is known by.</summary>
internal sealed class Footprint
{
    private readonly Dictionary<EventKey, List<Finding>> _cited = [];
    private readonly HashSet<string> _addresses;
    private readonly HashSet<string> _sessions;

    public Footprint(Incident incident)
    {
        Incident = incident;
        _addresses = Values(incident.Sources, ObservableKind.Address);
        _sessions = Values(incident.Sources.Concat(incident.Related), ObservableKind.Session);
        foreach (Finding finding in incident.Findings)
        {
            foreach (EventOrigin origin in (finding.Correlation?.Events ?? []).Prepend(finding.Event))
            {
                var key = EventKey.Of(origin);
                if (!_cited.TryGetValue(key, out List<Finding>? list))
                {
                    _cited[key] = list = [];
                }

                if (!list.Contains(finding))
                {
                    list.Add(finding);
                }
            }
        }

        Reached =
        [
            .. incident
                .Targets.Where(static t =>
                    t.Outcome >= Outcome.AccessGained
                    && t.Observable.Kind is ObservableKind.Account or ObservableKind.EmailAddress
                )
                .Select(t => new ReachedAccount(t, incident)),
        ];
    }

    public Incident Incident { get; }

    /// <summary>Accounts and mailboxes that the attacker got into.</summary>
    public IReadOnlyList<ReachedAccount> Reached { get; }

    /// <summary>Events that findings of the incident rest on.</summary>
    public IEnumerable<EventKey> Cited => _cited.Keys;

    public bool IsFrom(string address) => address.Length > 0 && _addresses.Contains(address);

    public bool IsSession(string session) => session.Length > 0 && _sessions.Contains(session);

    /// <summary>The findings that rest on an activity's event.</summary>
    public IReadOnlyList<Finding> Citing(Activity activity) =>
        _cited.TryGetValue(EventKey.Of(activity.Origin), out List<Finding>? list) ? list : [];

    /// <summary>The account that the attacker had when this was done with it; null where he had none of that name or not then.</summary>
    public ReachedAccount? ReachedAt(string account, DateTime time) =>
        Reached.FirstOrDefault(r => r.Is(account) && time >= r.From && time <= r.Until);

    private static HashSet<string> Values(IEnumerable<Observable> observables, ObservableKind kind) =>
        observables
            .Where(o => o.Kind == kind && o.Value.Length > 0)
            .Select(static o => o.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}

using Cordon.Events;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Outcomes;

namespace Cordon.Incidents;

/// <summary>Chooses whom an incident aimed at: accounts, mailboxes and computers; where there is none of them, the nearest thing to it.</summary>
internal static class TargetChoice
{
    public static Observable[] Of(IncidentDraft draft, AccountNames names)
    {
        // A mailbox and the account of the same name are one target.
        HashSet<string> accounts = new(StringComparer.Ordinal);
        foreach ((Observable observable, (EntityRole role, _)) in draft.Entities)
        {
            if (role == EntityRole.Target && observable.Kind == ObservableKind.Account)
            {
                accounts.Add(observable.Value);
            }
        }

        Observable[] targets =
        [
            .. draft
                .Entities.Where(e => e.Value.Role == EntityRole.Target)
                .Select(e => e.Key)
                .Where(o =>
                    o.Kind is ObservableKind.Account or ObservableKind.Host
                    || (o.Kind == ObservableKind.EmailAddress && !accounts.Contains(names.Of(o.Value)))
                )
                .OrderBy(o => o.Value, StringComparer.Ordinal)
                .ThenBy(o => o.Kind),
        ];
        if (targets.Length > 0)
        {
            return targets;
        }

        Observable? nearest = draft
            .Entities.OrderBy(e => e.Value.Role)
            .ThenBy(e => Rank(e.Key.Kind))
            .ThenByDescending(e => e.Value.Count)
            .ThenBy(e => e.Key.Value, StringComparer.Ordinal)
            .Select(e => (Observable?)e.Key)
            .FirstOrDefault(o =>
                o is { Kind: ObservableKind.Account or ObservableKind.Host or ObservableKind.Application }
                || draft.Entities[o!.Value].Role == EntityRole.Target
            );
        return nearest is { } one ? [one] : [];
    }

    private static int Rank(ObservableKind kind) =>
        kind switch
        {
            ObservableKind.Account => 0,
            ObservableKind.Host => 1,
            _ => 2,
        };
}

using Cordon.Events;
using Cordon.Incidents.Outcomes;

namespace Cordon.Incidents.Wording;

/// <summary>Says what to do first, by what came of the targets.</summary>
internal static class IncidentAdvice
{
    private const int MaxAdvice = 12;

    public static IReadOnlyList<string> Of(IncidentDraft draft, IReadOnlyList<IncidentTarget> targets)
    {
        List<string> advice = [];
        AddAccounts(
            advice,
            targets,
            Outcome.FollowOn,
            who =>
                $"Reset the password of {who}, revoke all sessions and tokens, and remove methods, devices and consents that the owner does not know."
        );
        foreach (Evidence evidence in targets.SelectMany(t => t.Evidence).Where(IsRule).Take(3))
        {
            advice.Add($"Undo and keep a copy of this: {evidence.Statement}.");
        }

        AddHosts(
            advice,
            targets,
            Outcome.FollowOn,
            who =>
                $"Take {who} off the network without switching off, keep memory and disk, and reset the passwords of all who signed in there."
        );
        AddAccounts(
            advice,
            targets,
            Outcome.AccessGained,
            who =>
                $"Reset the password of {who}, revoke all sessions and tokens, and look for inbox rules, consents and new methods since {Words.Time(draft.First)}."
        );
        AddHosts(
            advice,
            targets,
            Outcome.AccessGained,
            who => $"Take {who} off the network without switching off, and find out how the code came there."
        );
        AddAccounts(
            advice,
            targets,
            Outcome.CredentialExposed,
            who =>
                $"Reset the password of {who} now: the attacker has it and was stopped by a control only; revoke sessions and check that no second factor was enrolled."
        );
        if (targets.Any(t => t.Outcome >= Outcome.AccessGained && t.Containment is { After: not null }))
        {
            advice.Add(
                "Check that what was done against it came after the attacker's last access, and covers sessions as well as the password."
            );
        }

        foreach (
            MissingLog log in targets
                .SelectMany(t => t.MissingLogs)
                .DistinctBy(l => (l.Kind, l.Remedy))
                .OrderBy(l => l.Kind)
                .Take(4)
        )
        {
            advice.Add($"Without it nothing can be said: {log.Remedy}");
        }

        AddGeneral(advice, draft, targets);
        return [.. advice.Distinct(StringComparer.Ordinal).Take(MaxAdvice)];
    }

    private static bool IsRule(Evidence evidence) =>
        evidence.Supports == Outcome.FollowOn
        && (
            evidence.Statement.Contains(" made an inbox rule", StringComparison.Ordinal)
            || evidence.Statement.Contains(" made a mail flow rule", StringComparison.Ordinal)
            || evidence.Statement.Contains(" had mail forwarded", StringComparison.Ordinal)
            || evidence.Statement.Contains(" gave an application consent", StringComparison.Ordinal)
            || evidence.Statement.Contains(" registered a method", StringComparison.Ordinal)
        );

    private static void AddAccounts(
        List<string> advice,
        IReadOnlyList<IncidentTarget> targets,
        Outcome outcome,
        Func<string, string> sentence
    ) => Add(advice, targets.Where(t => t.Observable.Kind != ObservableKind.Host), outcome, sentence);

    private static void AddHosts(
        List<string> advice,
        IReadOnlyList<IncidentTarget> targets,
        Outcome outcome,
        Func<string, string> sentence
    ) => Add(advice, targets.Where(t => t.Observable.Kind == ObservableKind.Host), outcome, sentence);

    private static void Add(
        List<string> advice,
        IEnumerable<IncidentTarget> targets,
        Outcome outcome,
        Func<string, string> sentence
    )
    {
        string[] names = [.. targets.Where(t => t.Outcome == outcome).Select(t => t.Observable.Value)];
        if (names.Length > 0)
        {
            advice.Add(sentence(Words.List(names, 5)));
        }
    }

    private static void AddGeneral(List<string> advice, IncidentDraft draft, IReadOnlyList<IncidentTarget> targets)
    {
        string[] senders = [.. draft.AllOf(ObservableKind.EmailAddress).Order(StringComparer.Ordinal)];
        if (draft.IsLure && senders.Length > 0)
        {
            advice.Add(
                $"Take mails from {Words.List(senders)} out of all mailboxes and block the sender and its links."
            );
        }

        string[] addresses = [.. draft.AllOf(ObservableKind.Address).Order(StringComparer.Ordinal)];
        if (draft.IsGuessing && addresses.Length is > 0 and <= 20)
        {
            advice.Add($"Block {Words.List(addresses)} where people sign in.");
        }
        else if (draft.IsGuessing)
        {
            advice.Add(
                "Turn off sign-ins that need a password only (legacy protocols), and require a second factor of everybody: blocking addresses does not stop this."
            );
        }

        if (targets.Any(t => t.Outcome == Outcome.NotAnAttack))
        {
            advice.Add("Nothing to do, if the scanner was meant to do that.");
        }
        else if (advice.Count == 0)
        {
            advice.Add("Ask the owners of what it touched whether they know of it, and keep the logs.");
        }
    }
}

using Cordon.Events.Activities;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>Finds what the defenders did about a target: a modifier of its outcome, never one itself.</summary>
internal static class ContainmentFinder
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>Entra's results for a token that was taken back: by an administrator or because the password was changed.</summary>
    private static readonly string[] RevokedCodes = ["50132", "50133", "50173"];

    public static Containment? Find(TargetCase target, Judgement judgement)
    {
        DateTime start = target.FirstExposure ?? target.FirstTry ?? judgement.Draft.First;
        List<(DateTime Time, string What)> answers = [];
        foreach (AccountAction action in judgement.Index.ActionsOf(target.Target.Value))
        {
            if (IsAnswer(action, target, judgement) && action.Time >= start && action.Time - start <= Window)
            {
                answers.Add((action.Time, Phrase(action)));
            }
        }

        foreach (SignIn signIn in judgement.Index.SignInsOf(target.Target.Value))
        {
            if (
                signIn.Time >= start
                && signIn.Time - start <= Window
                && Array.Exists(RevokedCodes, c => c == signIn.Code)
            )
            {
                answers.Add((signIn.Time, "a token was refused because it had been revoked"));
                break;
            }
        }

        if (answers.Count == 0)
        {
            return null;
        }

        answers.Sort((x, y) => x.Time != y.Time ? x.Time.CompareTo(y.Time) : string.CompareOrdinal(x.What, y.What));
        string[] what = [.. answers.Select(a => a.What).Distinct(StringComparer.Ordinal)];
        string statement = Words.List(what) + $", first at {Words.Time(answers[0].Time)}";
        return new Containment(
            string.Concat(char.ToUpperInvariant(statement[0]).ToString(), statement.AsSpan(1)),
            answers[0].Time,
            target.FirstExposure is { } exposed ? answers[0].Time - exposed : null
        );
    }

    /// <summary>Whether an action is the system's own lockout after wrong passwords rather than somebody's answer.</summary>
    public static bool IsLockout(AccountAction action) =>
        action.Kind == AccountActionKind.AccountDisabled
        && (
            action.Operation.Contains("lock", StringComparison.OrdinalIgnoreCase)
            || action.Operation.Contains("4740", StringComparison.Ordinal)
            || action.Origin.Code == 4740
        );

    private static bool IsAnswer(AccountAction action, TargetCase target, Judgement judgement)
    {
        bool isAnswer =
            action.Kind
                is AccountActionKind.SessionsRevoked
                    or AccountActionKind.PasswordReset
                    or AccountActionKind.AccountDisabled
                    or AccountActionKind.Removed
            && action.HasSucceeded
            && !IsLockout(action);
        bool isBySubject = action.Target.Length > 0 && judgement.Names.Of(action.Target) != target.Target.Value;
        bool isByAttacker =
            (action.Address.Length > 0 && target.AttackerAddresses.Contains(action.Address))
            || (action.Session.Length > 0 && target.AttackerSessions.Contains(action.Session))
            || judgement.Draft.Citing(action.Origin).Count > 0;
        return isAnswer && !isBySubject && !isByAttacker;
    }

    private static string Phrase(AccountAction action) =>
        action.Kind switch
        {
            AccountActionKind.SessionsRevoked => "sessions were revoked",
            AccountActionKind.PasswordReset => "the password was reset",
            AccountActionKind.AccountDisabled => "the account was disabled",
            _ => "a rule, consent or permission was taken back",
        };
}

using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>Says what was done with an account after the attacker was in, or what findings show that he did.</summary>
internal static class ActionJudge
{
    private const int MaxTold = 12;

    /// <summary>How long after an access a rule or method made without a known address is held for the attacker's.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public static void Judge(TargetCase target, IReadOnlyList<AccountAction> actions, Judgement judgement)
    {
        int told = 0;
        foreach (AccountAction action in actions)
        {
            if (!action.HasSucceeded || !IsFollowOn(action.Kind) || told >= MaxTold)
            {
                continue;
            }

            (double weight, string why, IReadOnlyList<Finding> citing) = Weigh(target, action, judgement);
            if (weight >= judgement.Options.AccessWeight)
            {
                told++;
                target.Reach(
                    Outcome.FollowOn,
                    weight,
                    $"{Phrase(action)}: {why}",
                    action.Time,
                    [action.Origin],
                    citing,
                    target.Mechanism.Length > 0 ? "" : "not seen; what was done shows it"
                );
            }
        }
    }

    /// <summary>What was done, in words.</summary>
    public static string Phrase(AccountAction action)
    {
        string who = Words.Name(action.Account.Length > 0 ? action.Account : action.Target);
        string detail = action.Detail.Length > 0 ? $" ({Words.Name(action.Detail)})" : "";
        string from = action.Address.Length > 0 ? $" from {Words.Name(action.Address)}" : "";
        string what = action.Kind switch
        {
            AccountActionKind.InboxRule => "made an inbox rule",
            AccountActionKind.TransportRule => "made a mail flow rule",
            AccountActionKind.Forwarding => "had mail forwarded",
            AccountActionKind.MailboxPermission => "gave access to a mailbox",
            AccountActionKind.MailRead => "read mail",
            AccountActionKind.MailSync => "synchronised whole folders of mail",
            AccountActionKind.MailSearch => "searched mail",
            AccountActionKind.MailDelete => "deleted mail",
            AccountActionKind.MailSend => "sent mail",
            AccountActionKind.Consent => "gave an application consent",
            AccountActionKind.ApplicationCredential => "gave an application new credentials",
            AccountActionKind.RoleGrant => "gave a role",
            AccountActionKind.SecondFactorMethod => "registered a method for the second factor",
            AccountActionKind.SecondFactorRemoved => "removed a second factor",
            AccountActionKind.DeviceRegistered => "registered a device",
            AccountActionKind.FileDownload => $"took {Words.Count(action.Count, "file", "files")}",
            AccountActionKind.FileShare => "shared a file",
            AccountActionKind.AccountCreated => "made an account",
            AccountActionKind.AccessKeyCreated => "made an access key",
            AccountActionKind.LoggingStopped => "stopped logging",
            _ => $"did '{Words.Name(action.Operation)}'",
        };
        return $"{who} {what}{detail}{from} at {Words.Time(action.Time)}";
    }

    private static (double Weight, string Why, IReadOnlyList<Finding> Citing) Weigh(
        TargetCase target,
        AccountAction action,
        Judgement judgement
    )
    {
        IReadOnlyList<Finding> citing = judgement.Draft.Citing(action.Origin);
        double weight = 0;
        List<string> reasons = [];
        if (citing.MaxBy(f => Techniques.Weight(f.Rule)) is { } best)
        {
            weight += Techniques.Weight(best.Rule);
            reasons.Add($"found by '{Words.Name(best.Rule.Title)}'");
        }

        bool isFromAttacker =
            (action.Address.Length > 0 && target.AttackerAddresses.Contains(action.Address))
            || (action.Session.Length > 0 && target.AttackerSessions.Contains(action.Session));
        if (
            target.FirstAccess is { } access
            && action.Time >= access.AddMinutes(-5)
            && action.Time <= access + judgement.Options.FollowOnWindow
        )
        {
            if (isFromAttacker)
            {
                weight += 4;
                reasons.Add("from the attacker's address or in his session");
            }
            else if (IsPersistence(action.Kind) && action.Time - access <= Soon && !IsHabitual(action, judgement))
            {
                weight += 3;
                reasons.Add($"{Words.Span(action.Time - access)} after the attacker was in");
            }
        }
        else if (judgement.Draft.Knows(ObservableKind.Address, action.Address) && !IsHabitual(action, judgement))
        {
            weight += 2;
            reasons.Add("from an address of the attack");
        }

        return (weight, string.Join(", ", reasons), citing);
    }

    private static bool IsHabitual(AccountAction action, Judgement judgement) =>
        action.Address.Length > 0 && judgement.Life.IsOrdinaryAddress(action.Address);

    private static bool IsPersistence(AccountActionKind kind) =>
        kind
            is AccountActionKind.InboxRule
                or AccountActionKind.TransportRule
                or AccountActionKind.Forwarding
                or AccountActionKind.MailboxPermission
                or AccountActionKind.Consent
                or AccountActionKind.ApplicationCredential
                or AccountActionKind.RoleGrant
                or AccountActionKind.SecondFactorMethod
                or AccountActionKind.SecondFactorRemoved
                or AccountActionKind.DeviceRegistered
                or AccountActionKind.AccountCreated
                or AccountActionKind.AccessKeyCreated
                or AccountActionKind.LoggingStopped;

    private static bool IsFollowOn(AccountActionKind kind) =>
        IsPersistence(kind)
        || kind
            is AccountActionKind.MailRead
                or AccountActionKind.MailSync
                or AccountActionKind.MailSearch
                or AccountActionKind.MailDelete
                or AccountActionKind.MailSend
                or AccountActionKind.FileDownload
                or AccountActionKind.FileShare;
}

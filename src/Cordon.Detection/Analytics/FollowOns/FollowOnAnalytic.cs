using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.FollowOns;

/// <summary>What was done with an account after a suspicious sign-in, and what is suspicious by itself.</summary>
internal sealed class FollowOnAnalytic : IAnalytic
{
    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        if (timeline.Actions.Count == 0)
        {
            yield break;
        }

        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        var judge = new ActionJudge(timeline.Organisation);
        ILookup<string, SuspectSignIn> suspects = SuspectSignIn.Of(timeline, settings, cancel);
        TimeSpan after = TimeSpan.FromHours(settings["follow-on.hours"]);
        var groups =
            new Dictionary<
                (string, AccountActionKind),
                List<(AccountAction Action, SuspectSignIn? Tie, string? Reason)>
            >();
        List<(string, AccountActionKind)> order = [];
        foreach (AccountAction action in timeline.Actions)
        {
            if (!action.HasSucceeded || TechniquesOf(action.Kind).Length == 0)
            {
                continue;
            }

            string account = action.Account.Length > 0 ? action.Account : action.Target;
            SuspectSignIn? tie = Tie(study, suspects, action, account, after);
            string? reason = Administrators.Includes(timeline.Organisation, action.Account)
                ? null
                : judge.Reason(action, study.IsHabitualAddress(account, action.Address, action.Time));
            if (tie is null && reason is null)
            {
                continue;
            }

            if (!groups.TryGetValue((account, action.Kind), out var list))
            {
                groups[(account, action.Kind)] = list = [];
                order.Add((account, action.Kind));
            }

            list.Add((action, tie, reason));
        }

        foreach ((string, AccountActionKind) key in order)
        {
            yield return Tell(key.Item1, key.Item2, groups[key], maker);
        }
    }

    private static SuspectSignIn? Tie(
        SignInStudy study,
        ILookup<string, SuspectSignIn> suspects,
        AccountAction action,
        string account,
        TimeSpan after
    )
    {
        foreach (
            SuspectSignIn suspect in suspects[account].Concat(action.Target == account ? [] : suspects[action.Target])
        )
        {
            if (action.Time < suspect.Time || action.Time > suspect.Time + after)
            {
                continue;
            }

            if (
                (action.Session.Length > 0 && suspect.Sessions.Contains(action.Session, StringComparer.Ordinal))
                || (action.Address.Length > 0 && suspect.Addresses.Contains(action.Address, StringComparer.Ordinal))
            )
            {
                return suspect;
            }

            // The owner goes on working: what comes from his own place is his. Changes that are made in the provider's rooms show no place of anybody's.
            bool isHabitual = study.IsHabitualAddress(account, action.Address, action.Time);
            bool isChange =
                action.Kind
                is not (
                    AccountActionKind.MailRead
                    or AccountActionKind.MailSync
                    or AccountActionKind.MailSearch
                    or AccountActionKind.MailDelete
                    or AccountActionKind.MailSend
                    or AccountActionKind.FileDownload
                    or AccountActionKind.FileShare
                );
            if (!isHabitual && (isChange || action.Address.Length > 0))
            {
                return suspect;
            }
        }

        return null;
    }

    private static Finding Tell(
        string account,
        AccountActionKind kind,
        List<(AccountAction Action, SuspectSignIn? Tie, string? Reason)> group,
        FindingMaker maker
    )
    {
        AccountAction[] actions = [.. group.Select(g => g.Action)];
        SuspectSignIn? tie = group.Select(g => g.Tie).FirstOrDefault(t => t is not null);
        string? reason = group.Select(g => g.Reason).FirstOrDefault(r => r is not null);
        long items = actions.Sum(a => (long)a.Count);
        string sentence =
            $"{Words.Cut(account)}: {Words.Cut(actions[0].Operation.Length > 0 ? actions[0].Operation : kind.ToString())}"
            + (items > 1 ? $", {Words.Count(items, "time or item", "times or items")}" : "")
            + (
                tie is not null
                    ? $", {Words.Span(actions[0].Time - tie.Time)} after a suspicious sign-in ({tie.Why})"
                    : ", suspicious in itself"
            )
            + (reason is not null ? $": {reason}" : "")
            + (actions.Any(a => a.IsIncomplete) ? "; the log says that it left something out" : "")
            + ".";
        return maker.Make(
            FindingMaker.Rule(
                "follow-on",
                TitleOf(kind),
                tie is not null && reason is not null ? Level.Critical
                    : tie is not null || kind != AccountActionKind.LoggingStopped ? Level.High
                    : Level.Medium,
                TechniquesOf(kind)
            ),
            actions,
            [
                FindingMaker.Account(account),
                .. actions.Select(a => FindingMaker.Account(a.Target)),
                // On Windows the record is written where it was done; in the cloud its writer is the tenant.
                .. actions
                    .Where(a => a.System == "windows")
                    .Select(a => new FindingEntity(
                        new Observable(ObservableKind.Host, a.Origin.Computer),
                        EntityRole.Target
                    )),
                .. actions.Select(a => FindingMaker.Source(ObservableKind.Address, a.Address)),
                .. actions.Select(a => FindingMaker.Source(ObservableKind.UserAgent, a.UserAgent)),
                .. actions.Select(a => FindingMaker.Related(ObservableKind.Session, a.Session)),
                .. actions.Select(a => FindingMaker.Related(ObservableKind.Application, a.Application)),
            ],
            sentence,
            ("account", account),
            ("action", kind.ToString()),
            ("tie", tie?.Why ?? "suspicious in itself")
        );
    }

    private static string TitleOf(AccountActionKind kind) =>
        kind switch
        {
            AccountActionKind.InboxRule => "Inbox rule",
            AccountActionKind.TransportRule => "Mail flow rule",
            AccountActionKind.Forwarding => "Mail forwarded",
            AccountActionKind.MailboxPermission => "Access to a mailbox given",
            AccountActionKind.MailRead => "Mail read",
            AccountActionKind.MailSync => "Mail folders copied",
            AccountActionKind.MailSearch => "Mail searched",
            AccountActionKind.MailDelete => "Mail deleted",
            AccountActionKind.MailSend => "Mail sent onward",
            AccountActionKind.Consent => "Application given consent",
            AccountActionKind.ApplicationCredential => "Credentials added to an application",
            AccountActionKind.RoleGrant => "Role or group given",
            AccountActionKind.SecondFactorMethod => "Second factor registered",
            AccountActionKind.SecondFactorRemoved => "Second factor removed",
            AccountActionKind.DeviceRegistered => "Device registered",
            AccountActionKind.FileDownload => "Files downloaded",
            AccountActionKind.FileShare => "Files shared",
            AccountActionKind.AccountCreated => "Account made",
            AccountActionKind.AccessKeyCreated => "Access key made",
            _ => "Logging stopped",
        };

    /// <summary>The techniques that an action stands for; none where it is no follow-on.</summary>
    private static string[] TechniquesOf(AccountActionKind kind) =>
        kind switch
        {
            AccountActionKind.InboxRule => ["T1564.008", "T1114.003"],
            AccountActionKind.TransportRule or AccountActionKind.Forwarding => ["T1114.003"],
            AccountActionKind.MailboxPermission => ["T1098.002"],
            AccountActionKind.MailRead or AccountActionKind.MailSync or AccountActionKind.MailSearch => ["T1114.002"],
            AccountActionKind.MailDelete => ["T1070.008"],
            AccountActionKind.MailSend => ["T1534"],
            AccountActionKind.Consent => ["T1528", "T1098.003"],
            AccountActionKind.ApplicationCredential or AccountActionKind.AccessKeyCreated => ["T1098.001"],
            AccountActionKind.RoleGrant => ["T1098.003"],
            AccountActionKind.SecondFactorMethod or AccountActionKind.DeviceRegistered => ["T1098.005"],
            AccountActionKind.SecondFactorRemoved => ["T1556.006"],
            AccountActionKind.FileDownload => ["T1530"],
            AccountActionKind.FileShare => ["T1567"],
            AccountActionKind.AccountCreated => ["T1136"],
            AccountActionKind.LoggingStopped => ["T1562.008", "T1070.001"],
            _ => [],
        };
}

using Cordon.Events;

namespace Cordon.Sector.Warnings;

/// <summary>What a recipient is asked to do, by the reasons that he is warned for.</summary>
internal static class ActionWords
{
    public static IReadOnlyList<string> Of(
        IReadOnlyList<WarningReason> reasons,
        IReadOnlyList<Sought> lookFor,
        IReadOnlyList<string> subjects
    )
    {
        List<string> actions = [];
        foreach (WarningReasonKind kind in reasons.Select(static r => r.Kind).Distinct().Order())
        {
            actions.AddRange(For(kind));
        }

        bool Has(params ReadOnlySpan<ObservableKind> kinds)
        {
            foreach (Sought sought in lookFor)
            {
                if (kinds.Contains(sought.Observable.Kind))
                {
                    return true;
                }
            }

            return false;
        }

        if (Has(ObservableKind.EmailAddress, ObservableKind.Hash, ObservableKind.File) || subjects.Count > 0)
        {
            actions.Add(
                "Look for mails from these senders, with these subjects or files, and take them out of all mailboxes; ask who opened them."
            );
        }

        if (Has(ObservableKind.Domain, ObservableKind.Url))
        {
            actions.Add(
                "Look for these domains and links in the logs of your web proxy and name servers, and block them."
            );
        }

        if (Has(ObservableKind.Address, ObservableKind.UserAgent))
        {
            actions.Add("Look for sign-ins from these addresses or with these programs, those that succeeded first.");
        }

        actions.Add(
            "Tell us whether you found something, found nothing, or hold this for wrong, and when; do not answer by mail to an account that you do not know to be safe."
        );
        return [.. actions.Distinct(StringComparer.Ordinal)];
    }

    private static string[] For(WarningReasonKind kind) =>
        kind switch
        {
            WarningReasonKind.AccountUsed =>
            [
                "Reset the password of the account that was used and revoke its sessions and keys, wherever else the same password is in use too.",
                "Find out from which computer or mailbox of yours the password was taken.",
            ],
            WarningReasonKind.PasswordKnown =>
            [
                "Reset the password of the account: somebody knows it. Check that no second factor was added to it.",
            ],
            WarningReasonKind.MailSent =>
            [
                "Hold mails from us of that time for false: open no link and no file of theirs, and do not act on changed bank details, orders or delivery dates before you have called somebody you know here.",
            ],
            WarningReasonKind.LureFromDomain =>
            [
                "Check the mailbox that the lure came from: sign-ins, inbox rules, forwarding and applications that were given consent; reset its password and revoke its sessions.",
                "Warn others whom that mailbox writes to.",
            ],
            WarningReasonKind.Correspondence =>
            [
                "Treat passwords, access data and documents that you sent us by mail as known to a stranger, and expect mails that continue a conversation with us.",
            ],
            WarningReasonKind.Addressed => ["Ask the recipients at your domain whether they opened the mail."],
            WarningReasonKind.NameBorrowed =>
            [
                "Tell those whom you write to that mails in your name are about, and have the domain that looks like yours taken down.",
            ],
            _ => ["Make sure that the accounts have passwords of their own and a second factor."],
        };
}

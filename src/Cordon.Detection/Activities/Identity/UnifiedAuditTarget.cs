using System.Globalization;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Whom or what an operation of the unified audit log was done to.</summary>
internal sealed class UnifiedAuditTarget(FieldTable fields)
{
    private const int MaxTargets = 12;

    private readonly FieldId[] _mailbox =
    [
        .. new[] { "MailboxOwnerUPN", "Parameters.Mailbox", "Parameters.Identity", "ObjectId" }.Select(fields.Intern),
    ];

    private readonly (FieldId Id, FieldId Type)[] _targets =
    [
        .. Enumerable
            .Range(0, MaxTargets)
            .Select(i =>
                (
                    fields.Intern(string.Create(CultureInfo.InvariantCulture, $"Target.{i}.ID")),
                    fields.Intern(string.Create(CultureInfo.InvariantCulture, $"Target.{i}.Type"))
                )
            ),
    ];

    /// <summary>The account or mailbox; that of who did it where it is the same, empty where there is none.</summary>
    public string Of(LogEvent source, string account, AccountActionKind kind)
    {
        // Of a directory object the log names everything it is known by; type 5 is the sign-in name.
        foreach ((FieldId id, FieldId type) in _targets)
        {
            if (source.Value(type).Text.SequenceEqual("5"))
            {
                return IdentityText.Account(source.Value(id).Text.ToString());
            }
        }

        foreach (FieldId name in _mailbox)
        {
            string text = source.Value(name).Text.ToString();
            int slash = text.IndexOfAny(['\\', '/']);
            // An inbox rule is named mailbox\rule.
            string mailbox = slash > 0 && text.IndexOf('@', StringComparison.Ordinal) < slash ? text[..slash] : text;
            if (
                mailbox.Contains('@', StringComparison.Ordinal)
                && !mailbox.Contains(' ', StringComparison.Ordinal)
                && !mailbox.Contains("://", StringComparison.Ordinal)
            )
            {
                return IdentityText.Account(mailbox);
            }
        }

        return
            kind
                is AccountActionKind.InboxRule
                    or AccountActionKind.Forwarding
                    or AccountActionKind.MailRead
                    or AccountActionKind.MailSync
                    or AccountActionKind.MailSearch
                    or AccountActionKind.MailDelete
                    or AccountActionKind.MailSend
                    or AccountActionKind.Consent
                    or AccountActionKind.SecondFactorMethod
                    or AccountActionKind.FileDownload
            ? account
            : "";
    }

    /// <summary>The application that consent or credentials were given to; empty where it is none.</summary>
    public string Application(LogEvent source, AccountActionKind kind)
    {
        if (kind is not (AccountActionKind.Consent or AccountActionKind.ApplicationCredential))
        {
            return "";
        }

        // Type 1 is the name.
        foreach ((FieldId id, FieldId type) in _targets)
        {
            if (source.Value(type).Text.SequenceEqual("1"))
            {
                return IdentityText.Line(source.Value(id).Text.ToString(), 256);
            }
        }

        return "";
    }
}

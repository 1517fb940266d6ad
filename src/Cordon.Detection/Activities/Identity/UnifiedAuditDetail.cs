using System.Globalization;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>What of an operation of the unified audit log matters: parameters, items, and what they make of its kind.</summary>
internal sealed class UnifiedAuditDetail
{
    private const int MaxDetail = 1_024;
    private const int MaxItems = 50;

    private static readonly string[] Shown =
    [
        "Name",
        "From",
        "FromAddressContainsWords",
        "SubjectContainsWords",
        "BodyContainsWords",
        "SubjectOrBodyContainsWords",
        "HeaderContainsWords",
        "DeleteMessage",
        "SoftDeleteMessage",
        "MoveToFolder",
        "MarkAsRead",
        "ForwardTo",
        "ForwardAsAttachmentTo",
        "RedirectTo",
        "RedirectMessageTo",
        "BlindCopyTo",
        "CopyTo",
        "ForwardingSmtpAddress",
        "ForwardingAddress",
        "DeliverToMailboxAndForward",
        "StopProcessingRules",
        "AccessRights",
        "User",
        "Trustee",
        "AuditEnabled",
        "AuditBypassEnabled",
        "UnifiedAuditLogIngestionEnabled",
        "MailAccessType",
        "RuleOperation",
        "RuleName",
        "RuleActions",
        "RuleCondition",
    ];

    private readonly (string Title, FieldId[] Names)[] _shown;
    private readonly FieldId _access;
    private readonly FieldId _throttled;
    private readonly FieldId _count;
    private readonly FieldId _file;
    private readonly FieldId _forwardSmtp;
    private readonly FieldId _forward;
    private readonly FieldId _auditing;
    private readonly FieldId _ingestion;
    private readonly FieldId _subject;
    private readonly FieldId _query;
    private readonly FieldId _rule;
    private readonly FieldId[] _messages;

    /// <summary>Makes a reader of details.</summary>
    public UnifiedAuditDetail(FieldTable fields)
    {
        _shown =
        [
            .. Shown.Select(n =>
                (n, (FieldId[])[fields.Intern($"Parameters.{n}"), fields.Intern($"OperationProperties.{n}")])
            ),
        ];
        _access = fields.Intern("OperationProperties.MailAccessType");
        _throttled = fields.Intern("OperationProperties.IsThrottled");
        _count = fields.Intern("OperationCount");
        _file = fields.Intern("SourceFileName");
        _forwardSmtp = fields.Intern("Parameters.ForwardingSmtpAddress");
        _forward = fields.Intern("Parameters.ForwardingAddress");
        _auditing = fields.Intern("Parameters.AuditEnabled");
        _ingestion = fields.Intern("Parameters.UnifiedAuditLogIngestionEnabled");
        _subject = fields.Intern("Subject");
        _query = fields.Intern("QueryText");
        _rule = fields.Intern("OperationProperties.RuleOperation");
        _messages =
        [
            .. Enumerable
                .Range(0, MaxItems)
                .Select(i => fields.Intern(string.Create(CultureInfo.InvariantCulture, $"MessageId.{i}"))),
        ];
    }

    /// <summary>As what an operation is told, and what mattered of it in a line; null where it says nothing of interest.</summary>
    public (AccountActionKind Kind, string Detail)? Of(LogEvent source, string operation, AccountActionKind kind)
    {
        string plain = OperationKinds.Plain(operation);
        AccountActionKind? told = plain switch
        {
            "set-mailbox" => OfMailbox(source),
            "mailitemsaccessed" => source.Value(_access).Text.Equals("Sync", StringComparison.OrdinalIgnoreCase)
                ? AccountActionKind.MailSync
                : AccountActionKind.MailRead,
            "set-adminauditlogconfig" => source
                .Value(_ingestion)
                .Text.Equals("False", StringComparison.OrdinalIgnoreCase)
                ? AccountActionKind.LoggingStopped
                : null,
            "updateinboxrules" => source.Value(_rule).Text.StartsWith("Remove", StringComparison.OrdinalIgnoreCase)
                ? AccountActionKind.Removed
                : kind,
            _ => kind,
        };
        return told is { } known ? (known, Line(source)) : null;
    }

    /// <summary>What an operation is about, bounded, and how many there are.</summary>
    public (IReadOnlyList<string> Items, int Count) Items(LogEvent source)
    {
        List<string> items = [];
        foreach (FieldId name in _messages)
        {
            string id = source.Value(name).Text.ToString();
            if (id.Length == 0)
            {
                break;
            }

            items.Add(IdentityText.Line(id.Trim('<', '>'), 512));
        }

        string file = source.Value(_file).Text.ToString();
        if (file.Length > 0)
        {
            items.Add(IdentityText.Line(file, 512));
        }

        int count = source.Value(_count).TryGetInteger(out long told) && told is > 0 and < int.MaxValue ? (int)told : 1;
        return (items, Math.Max(count, items.Count));
    }

    /// <summary>Whether the log says that it left something out.</summary>
    public bool IsThrottled(LogEvent source) =>
        source.Value(_throttled).Text.Equals("True", StringComparison.OrdinalIgnoreCase);

    private AccountActionKind? OfMailbox(LogEvent source)
    {
        if (source.Count(_forwardSmtp) > 0 || source.Count(_forward) > 0)
        {
            return source.Value(_forwardSmtp).Text.Length + source.Value(_forward).Text.Length > 0
                ? AccountActionKind.Forwarding
                : AccountActionKind.Removed;
        }

        return source.Value(_auditing).Text.Equals("False", StringComparison.OrdinalIgnoreCase)
            ? AccountActionKind.LoggingStopped
            : null;
    }

    private string Line(LogEvent source)
    {
        List<string> parts = [];
        foreach ((string title, FieldId[] names) in _shown)
        {
            foreach (FieldId name in names)
            {
                string value = source.Value(name).Text.ToString();
                if (value.Length > 0)
                {
                    parts.Add($"{title}={IdentityText.Line(value, 200)}");
                    break;
                }
            }
        }

        foreach ((string title, FieldId name) in ((string, FieldId)[])[("Subject", _subject), ("Query", _query)])
        {
            string value = source.Value(name).Text.ToString();
            if (value.Length > 0)
            {
                parts.Add($"{title}={IdentityText.Line(value, 200)}");
            }
        }

        return IdentityText.Line(string.Join("; ", parts), MaxDetail);
    }
}

using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Changes in the directory, as Entra's own audit log tells them.</summary>
internal sealed class DirectoryChanges : IdentitySource
{
    private readonly FieldId[] _operation;
    private readonly FieldId[] _actor;
    private readonly FieldId[] _target;
    private readonly FieldId[] _targetType;
    private readonly FieldId[] _targetName;
    private readonly FieldId[] _address;
    private readonly FieldId[] _result;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _id;
    private readonly DirectoryDetail _detail;

    /// <summary>Makes a source.</summary>
    public DirectoryChanges(FieldTable fields)
        : base(fields)
    {
        _operation = Names("ActivityDisplayName", "OperationName");
        _actor = Names(
            "InitiatedBy.user.userPrincipalName",
            "InitiatedBy.app.displayName",
            "InitiatedBy.app.servicePrincipalId",
            "InitiatedBy.user.id"
        );
        _target = Names("TargetResources.0.userPrincipalName");
        _targetType = Names("TargetResources.0.type");
        _targetName = Names("TargetResources.0.displayName", "TargetResources.0.id");
        _address = Names("InitiatedBy.user.ipAddress");
        _result = Names("Result", "Status");
        _agent = Names("AdditionalDetails.User-Agent", "UserAgent");
        _id = Names("Id");
        _detail = new DirectoryDetail(fields);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [("azure", "auditlogs"), ("azure", "pim")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        string operation = Text(source, _operation);
        if (source.Time is not { } time || OperationKinds.Default.Find("microsoft", operation) is not { } kind)
        {
            return;
        }

        (kind, string detail) = _detail.Of(source, operation, kind);
        string actor = IdentityText.Account(Text(source, _actor));
        string target = IdentityText.Account(Text(source, _target));
        string result = Text(source, _result);
        bool isUser = target.Length > 0 || Text(source, _targetType).Equals("User", StringComparison.OrdinalIgnoreCase);
        activities.Add(
            new AccountAction
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = "entra",
                Kind = kind,
                Account = actor,
                Target =
                    target.Length > 0 ? target
                    : isUser ? IdentityText.Account(Text(source, _targetName))
                    : kind is AccountActionKind.Consent or AccountActionKind.SecondFactorMethod ? actor
                    : "",
                Operation = operation,
                HasSucceeded =
                    !result.StartsWith("fail", StringComparison.OrdinalIgnoreCase)
                    && !result.Equals("timeout", StringComparison.OrdinalIgnoreCase),
                Address = IdentityText.Address(Text(source, _address)),
                UserAgent = Text(source, _agent),
                Application = isUser ? "" : Text(source, _targetName),
                Detail = detail,
            }
        );
    }
}

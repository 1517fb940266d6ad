using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>The unified audit log of Microsoft 365: its view of sign-ins, and what was done in mailboxes, files and the directory.</summary>
internal sealed class UnifiedAudit : IdentitySource
{
    private readonly FieldId[] _operation;
    private readonly FieldId[] _account;
    private readonly FieldId[] _address;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _code;
    private readonly FieldId[] _error;
    private readonly FieldId[] _request;
    private readonly FieldId[] _application;
    private readonly FieldId[] _session;
    private readonly FieldId[] _status;
    private readonly FieldId[] _id;
    private readonly FieldId[] _object;
    private readonly UnifiedAuditTarget _target;
    private readonly UnifiedAuditDetail _detail;
    private readonly DirectoryDetail _directory;

    /// <summary>Makes a source.</summary>
    public UnifiedAudit(FieldTable fields)
        : base(fields)
    {
        _operation = Names("Operation");
        _account = Names("UserId");
        _address = Names("ClientIP", "ClientIPAddress", "ActorIpAddress");
        _agent = Names("UserAgent", "ExtendedProperties.UserAgent", "ClientInfoString");
        _code = Names("ErrorNumber");
        _error = Names("LogonError");
        _request = Names("ExtendedProperties.RequestType", "RequestType");
        _application = Names("ApplicationId", "AppId", "ClientAppId");
        _session = Names("DeviceProperties.SessionId", "AppAccessContext.AADSessionId", "SessionId");
        _status = Names("ResultStatus");
        _id = Names("Id");
        _object = Names("ObjectId");
        _target = new UnifiedAuditTarget(fields);
        _detail = new UnifiedAuditDetail(fields);
        _directory = new DirectoryDetail(fields);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("m365", "unified-audit")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Time is not { } time)
        {
            return;
        }

        string operation = Text(source, _operation);
        string plain = OperationKinds.Plain(operation);
        if (plain is "userloggedin" or "userloginfailed")
        {
            ReadSignIn(source, time, isFailure: plain == "userloginfailed", activities);
        }
        else if (OperationKinds.Default.Find("microsoft", operation) is { } kind)
        {
            ReadAction(source, time, operation, kind, activities);
        }
    }

    private void ReadSignIn(LogEvent source, DateTime time, bool isFailure, List<Activity> activities)
    {
        string code = Text(source, _code);
        string error = Text(source, _error);
        OutcomeCode? outcome =
            (code is "" or "0" ? null : OutcomeCodes.Default.Find("entra", code))
            ?? OutcomeCodes.Default.Find("entra", error)
            ?? (!isFailure && code is "" or "0" && error.Length == 0 ? OutcomeCodes.Default.Find("entra", "0") : null);
        outcome = outcome?.With(error);
        string account = Account(source);
        string address = IdentityText.Address(Text(source, _address));
        if (outcome?.Action is { } action)
        {
            activities.Add(
                new AccountAction
                {
                    Origin = EventOrigin.Of(source),
                    Time = time,
                    Id = IdOf(source, _id),
                    System = "m365",
                    Kind = action,
                    Account = "",
                    Target = account,
                    Operation = $"{code} {outcome.Name}".Trim(),
                    Detail = outcome.Meaning,
                }
            );
            return;
        }

        // A failure that succeeded by its code contradicts itself.
        SignInVerdict verdict =
            outcome is null || (isFailure && outcome.Verdict == SignInVerdict.Succeeded)
                ? SignInVerdict.Unknown
                : outcome.Verdict;
        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = "m365",
                Account = account,
                Verdict = verdict,
                // The log does not tell a password from a token.
                IsPasswordRight = verdict == SignInVerdict.Succeeded ? null : outcome?.IsPasswordRight,
                Code = code.Length > 0 ? code : error,
                Reason = error.Length > 0 ? error : outcome?.Meaning ?? "",
                Address = address,
                UserAgent = Text(source, _agent),
                Application = Text(source, _application) is { Length: > 0 } application
                    ? application
                    : Text(source, _object),
                Protocol = Text(source, _request),
                Session = Text(source, _session),
                SecondFactor = outcome?.SecondFactor ?? SecondFactor.Unknown,
            }
        );
    }

    private void ReadAction(
        LogEvent source,
        DateTime time,
        string operation,
        AccountActionKind kind,
        List<Activity> activities
    )
    {
        string detail;
        if (_detail.Of(source, operation, kind) is { } told)
        {
            (kind, detail) = told;
        }
        else
        {
            return;
        }

        if (detail.Length == 0)
        {
            (kind, detail) = _directory.Of(source, operation, kind);
        }

        string account = Account(source);
        string status = Text(source, _status);
        (IReadOnlyList<string> items, int count) = _detail.Items(source);
        activities.Add(
            new AccountAction
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = "m365",
                Kind = kind,
                Account = account,
                Target = _target.Of(source, account, kind),
                Operation = operation.Trim(),
                HasSucceeded =
                    !status.StartsWith("fail", StringComparison.OrdinalIgnoreCase)
                    && !status.Equals("false", StringComparison.OrdinalIgnoreCase),
                Address = IdentityText.Address(Text(source, _address)),
                UserAgent = Text(source, _agent),
                Session = Text(source, _session),
                Application = _target.Application(source, kind) is { Length: > 0 } application
                    ? application
                    : Text(source, _application),
                Detail = detail,
                Items = items,
                Count = count,
                IsIncomplete = _detail.IsThrottled(source),
            }
        );
    }

    private string Account(LogEvent source) => IdentityText.Account(Text(source, _account));
}

using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>CloudTrail: sign-ins to the console, and what was done with users, keys, rights and logging.</summary>
internal sealed class CloudTrailEvents : IdentitySource
{
    private readonly FieldId[] _name;
    private readonly FieldId[] _source;
    private readonly FieldId[] _user;
    private readonly FieldId[] _arn;
    private readonly FieldId[] _kind;
    private readonly FieldId[] _target;
    private readonly FieldId[] _address;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _error;
    private readonly FieldId[] _message;
    private readonly FieldId[] _console;
    private readonly FieldId[] _factor;
    private readonly FieldId[] _key;
    private readonly FieldId[] _detail;
    private readonly FieldId[] _id;

    /// <summary>Makes a source.</summary>
    public CloudTrailEvents(FieldTable fields)
        : base(fields)
    {
        _name = Names("eventName");
        _source = Names("eventSource");
        _user = Names("userIdentity.userName", "additionalEventData.UserName");
        _arn = Names("userIdentity.arn", "userIdentity.principalId");
        _kind = Names("userIdentity.type");
        _target = Names("requestParameters.userName");
        _address = Names("sourceIPAddress");
        _agent = Names("userAgent");
        _error = Names("errorCode");
        _message = Names("errorMessage");
        _console = Names("responseElements.ConsoleLogin");
        _factor = Names("additionalEventData.MFAUsed", "additionalEventData.MfaUsed");
        _key = Names("userIdentity.accessKeyId");
        _detail = Names(
            "requestParameters.policyArn",
            "requestParameters.roleArn",
            "requestParameters.roleName",
            "requestParameters.groupName",
            "requestParameters.name",
            "requestParameters.status"
        );
        _id = Names("eventID");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("aws", "cloudtrail")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Time is not { } time)
        {
            return;
        }

        string name = Text(source, _name);
        if (name == "ConsoleLogin")
        {
            ReadSignIn(source, time, activities);
        }
        else if (OperationKinds.Default.Find("aws", name) is { } kind)
        {
            ReadAction(source, time, name, kind, activities);
        }
    }

    private void ReadSignIn(LogEvent source, DateTime time, List<Activity> activities)
    {
        string result = Text(source, _console);
        string message = Text(source, _message);
        OutcomeCode? refused = OutcomeCodes.Default.Find("aws", message);
        bool isSuccess = result.Equals("Success", StringComparison.OrdinalIgnoreCase);
        string factor = Text(source, _factor);
        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = "aws",
                Account = Account(source),
                Verdict = isSuccess
                    ? SignInVerdict.Succeeded
                    : refused?.Verdict
                        ?? (
                            result.Equals("Failure", StringComparison.OrdinalIgnoreCase)
                                ? SignInVerdict.Rejected
                                : SignInVerdict.Unknown
                        ),
                IsPasswordRight =
                    isSuccess && Text(source, _kind) is "IAMUser" or "Root" ? true : refused?.IsPasswordRight,
                Code = result,
                Reason = message,
                Address = IdentityText.Address(Text(source, _address)),
                UserAgent = Text(source, _agent),
                Application = "AWS console",
                IsInteractive = true,
                SecondFactor =
                    !isSuccess ? SecondFactor.Unknown
                    : factor.Equals("Yes", StringComparison.OrdinalIgnoreCase) ? SecondFactor.Satisfied
                    : factor.Equals("No", StringComparison.OrdinalIgnoreCase) ? SecondFactor.NotRequired
                    : SecondFactor.Unknown,
            }
        );
    }

    private void ReadAction(
        LogEvent source,
        DateTime time,
        string name,
        AccountActionKind kind,
        List<Activity> activities
    )
    {
        string detail = IdentityText.Line(
            string.Join("; ", _detail.Select(d => Text(source, [d])).Where(t => t.Length > 0)),
            512
        );
        if (name == "UpdateAccessKey")
        {
            kind = detail.Contains("Inactive", StringComparison.OrdinalIgnoreCase) ? AccountActionKind.Removed : kind;
        }

        string account = Account(source);
        string target = IdentityText.Account(Text(source, _target));
        activities.Add(
            new AccountAction
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = "aws",
                Kind = kind,
                Account = account,
                Target =
                    target.Length > 0 ? target
                    : kind is AccountActionKind.LoggingStopped or AccountActionKind.RoleGrant ? ""
                    : account,
                Operation = name,
                HasSucceeded = Text(source, _error).Length == 0,
                Address = IdentityText.Address(Text(source, _address)),
                UserAgent = Text(source, _agent),
                Session = Text(source, _key),
                Application = Text(source, _source),
                Detail = detail,
            }
        );
    }

    private string Account(LogEvent source)
    {
        string user = Text(source, _user);
        if (user.Length > 0)
        {
            return IdentityText.Account(user);
        }

        // arn:aws:sts::…:assumed-role/role/session: who it is stands last.
        string arn = Text(source, _arn);
        int slash = arn.LastIndexOf('/');
        return IdentityText.Account(slash >= 0 ? arn[(slash + 1)..] : arn[(arn.LastIndexOf(':') + 1)..]);
    }
}

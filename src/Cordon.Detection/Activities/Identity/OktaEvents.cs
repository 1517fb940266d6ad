using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Okta's System Log.</summary>
internal sealed class OktaEvents : IdentitySource
{
    private readonly FieldId[] _type;
    private readonly FieldId[] _actor;
    private readonly FieldId[] _actorType;
    private readonly FieldId[] _result;
    private readonly FieldId[] _reason;
    private readonly FieldId[] _address;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _session;
    private readonly FieldId[] _network;
    private readonly FieldId[] _country;
    private readonly FieldId[] _city;
    private readonly FieldId[] _latitude;
    private readonly FieldId[] _longitude;
    private readonly FieldId[] _device;
    private readonly FieldId[] _threat;
    private readonly FieldId[] _risk;
    private readonly FieldId[] _request;
    private readonly FieldId[] _message;
    private readonly FieldId[] _id;
    private readonly (FieldId[] Name, FieldId[] Type, FieldId[] Shown)[] _targets;

    /// <summary>Makes a source.</summary>
    public OktaEvents(FieldTable fields)
        : base(fields)
    {
        _type = Names("eventType");
        _actor = Names("actor.alternateId");
        _actorType = Names("actor.type");
        _result = Names("outcome.result");
        _reason = Names("outcome.reason");
        _address = Names("client.ipAddress");
        _agent = Names("client.userAgent.rawUserAgent");
        _session = Names("authenticationContext.rootSessionId", "authenticationContext.externalSessionId");
        _network = Names("securityContext.asNumber");
        _country = Names("client.geographicalContext.country");
        _city = Names("client.geographicalContext.city");
        _latitude = Names("client.geographicalContext.geolocation.lat");
        _longitude = Names("client.geographicalContext.geolocation.lon");
        _device = Names("debugContext.debugData.deviceFingerprint", "debugContext.debugData.dtHash");
        _threat = Names("debugContext.debugData.threatSuspected");
        _risk = Names("debugContext.debugData.risk");
        _request = Names("debugContext.debugData.requestUri");
        _message = Names("displayMessage");
        _id = Names("uuid");
        _targets =
        [
            .. Enumerable
                .Range(0, 6)
                .Select(i =>
                    (Names($"target.{i}.alternateId"), Names($"target.{i}.type"), Names($"target.{i}.displayName"))
                ),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("okta", "okta")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Time is not { } time)
        {
            return;
        }

        string type = Text(source, _type);
        string result = Text(source, _result).ToUpperInvariant();
        string reason = Text(source, _reason);
        if (SignInOf(type, result, reason) is { } outcome)
        {
            activities.Add(SignIn(source, time, type, result, reason, outcome));
        }
        else if (OperationKinds.Default.Find("okta", type) is { } kind)
        {
            activities.Add(Action(source, time, type, result, kind));
        }
    }

    // What an event says of a sign-in; null where it is none.
    private static OutcomeCode? SignInOf(string type, string result, string reason)
    {
        bool isSuccess = result == "SUCCESS";
        switch (type)
        {
            case "user.session.start" or "user.authentication.auth" or "user.authentication.authenticate":
                return isSuccess ? new OutcomeCode { Verdict = SignInVerdict.Succeeded } : Refused(result, reason);
            case "user.authentication.auth_via_mfa" when isSuccess:
                // The session that it is for is told by itself.
                return new OutcomeCode { Verdict = SignInVerdict.NotAnAttempt, SecondFactor = SecondFactor.Satisfied };
            case "user.authentication.auth_via_mfa":
                return new OutcomeCode
                {
                    Verdict = SignInVerdict.Stopped,
                    IsPasswordRight = true,
                    SecondFactor =
                        reason.Contains("reject", StringComparison.OrdinalIgnoreCase)
                        || reason.Contains("denied", StringComparison.OrdinalIgnoreCase)
                            ? SecondFactor.Denied
                            : SecondFactor.Required,
                };
            case "user.mfa.okta_verify.deny_push":
                return new OutcomeCode
                {
                    Verdict = SignInVerdict.Stopped,
                    IsPasswordRight = true,
                    SecondFactor = SecondFactor.Denied,
                };
            case "user.authentication.sso" or "user.authentication.auth_via_IDP":
                return isSuccess ? new OutcomeCode { Verdict = SignInVerdict.Succeeded } : Refused(result, reason);
            case "policy.evaluate_sign_on" when result == "DENY":
                return new OutcomeCode { Verdict = SignInVerdict.Blocked };
            default:
                return null;
        }
    }

    private static OutcomeCode Refused(string result, string reason) =>
        OutcomeCodes.Default.Find("okta", reason)
        ?? new OutcomeCode
        {
            Verdict = result switch
            {
                "FAILURE" => SignInVerdict.Rejected,
                "DENY" => SignInVerdict.Blocked,
                _ => SignInVerdict.Unknown,
            },
        };

    private SignIn SignIn(
        LogEvent source,
        DateTime time,
        string type,
        string result,
        string reason,
        OutcomeCode outcome
    ) =>
        new()
        {
            Origin = EventOrigin.Of(source),
            Time = time,
            Id = IdOf(source, _id),
            System = "okta",
            Account = Person(source),
            Verdict = outcome.Verdict,
            IsPasswordRight = outcome.IsPasswordRight,
            Code = reason.Length is > 0 and < 64 ? reason : result,
            Reason = reason.Length > 0 ? reason : Text(source, _message),
            Address = IdentityText.Address(Text(source, _address)),
            AutonomousSystem = Number(source, _network),
            Country = Text(source, _country),
            City = Text(source, _city),
            Latitude = Real(source, _latitude, 90),
            Longitude = Real(source, _longitude, 180),
            UserAgent = Text(source, _agent),
            Application = Target(source, "AppInstance", "Application"),
            Protocol = type
                is "user.authentication.sso"
                    or "user.authentication.auth_via_IDP"
                    or "policy.evaluate_sign_on"
                ? type
                : Text(source, _request),
            Device = Text(source, _device),
            Session = Text(source, _session) is { } session && session is "unknown" ? "" : Text(source, _session),
            IsInteractive = type == "user.authentication.sso" ? false : null,
            SecondFactor = outcome.SecondFactor,
            Risk = Risk(source),
        };

    private AccountAction Action(LogEvent source, DateTime time, string type, string result, AccountActionKind kind)
    {
        string target = IdentityText.Account(Target(source, "User"));
        string actor = Person(source);
        return new AccountAction
        {
            Origin = EventOrigin.Of(source),
            Time = time,
            Id = IdOf(source, _id),
            System = "okta",
            Kind = kind,
            Account = actor,
            Target = target.Length > 0 ? target : actor,
            Operation = type,
            HasSucceeded = result is not ("FAILURE" or "DENY"),
            Address = IdentityText.Address(Text(source, _address)),
            UserAgent = Text(source, _agent),
            Session = Text(source, _session),
            Application = Target(source, "AppInstance", "Application", "Token", "PublicClientApp"),
            Detail = IdentityText.Line($"{Text(source, _message)} {Text(source, _reason)}".Trim(), 512),
        };
    }

    private string Person(LogEvent source) =>
        Text(source, _actorType) is "SystemPrincipal" ? "" : IdentityText.Account(Text(source, _actor));

    private string Target(LogEvent source, params ReadOnlySpan<string> kinds)
    {
        foreach ((FieldId[] name, FieldId[] type, FieldId[] shown) in _targets)
        {
            if (kinds.Contains(Text(source, type)))
            {
                return kinds[0] == "User" ? Text(source, name) : Text(source, shown);
            }
        }

        return "";
    }

    private string Risk(LogEvent source)
    {
        string risk = Text(source, _risk);
        return Flag(source, _threat) == true || risk.Contains("HIGH", StringComparison.Ordinal) ? "high"
            : risk.Contains("MEDIUM", StringComparison.Ordinal) ? "medium"
            : risk.Contains("LOW", StringComparison.Ordinal) ? "low"
            : "";
    }
}

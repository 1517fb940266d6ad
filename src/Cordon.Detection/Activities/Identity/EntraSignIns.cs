using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Sign-ins at Entra ID, in all shapes that they are exported in.</summary>
internal sealed class EntraSignIns : IdentitySource
{
    private const int MaxSteps = 20;
    private readonly FieldId[] _account;
    private readonly FieldId[] _principal;
    private readonly FieldId[] _code;
    private readonly FieldId[] _reason;
    private readonly FieldId[] _details;
    private readonly FieldId[] _address;
    private readonly FieldId[] _network;
    private readonly FieldId[] _country;
    private readonly FieldId[] _city;
    private readonly FieldId[] _latitude;
    private readonly FieldId[] _longitude;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _application;
    private readonly FieldId[] _protocol;
    private readonly FieldId[] _client;
    private readonly FieldId[] _device;
    private readonly FieldId[] _session;
    private readonly FieldId[] _interactive;
    private readonly FieldId[] _requirement;
    private readonly FieldId[] _token;
    private readonly FieldId[] _risk;
    private readonly FieldId[] _id;
    private readonly (FieldId[] Method, FieldId[] Succeeded, FieldId[] Result)[] _steps;

    /// <summary>Makes a source.</summary>
    public EntraSignIns(FieldTable fields)
        : base(fields)
    {
        _account = Names("UserPrincipalName", "UserId", "UserDisplayName");
        _principal = Names("ServicePrincipalName", "ServicePrincipalId", "AppDisplayName");
        _code = Names("ResultType", "Status.errorCode");
        _reason = Names("ResultDescription");
        _details = Names("Status.additionalDetails");
        _address = Names("IPAddress");
        _network = Names("AutonomousSystemNumber");
        _country = Names("LocationDetails.countryOrRegion");
        _city = Names("LocationDetails.city");
        _latitude = Names("LocationDetails.geoCoordinates.latitude");
        _longitude = Names("LocationDetails.geoCoordinates.longitude");
        _agent = Names("UserAgent");
        _application = Names("AppDisplayName", "AppId", "ResourceDisplayName");
        _protocol = Names("AuthenticationProtocol");
        _client = Names("ClientAppUsed");
        _device = Names("DeviceDetail.deviceId");
        _session = Names("SessionId");
        _interactive = Names("IsInteractive");
        _requirement = Names("AuthenticationRequirement");
        _token = Names("IncomingTokenType");
        _risk = Names("RiskLevelDuringSignIn", "RiskLevelAggregated");
        _id = Names("Id");
        _steps =
        [
            .. Enumerable
                .Range(0, MaxSteps)
                .Select(i =>
                    (
                        Names($"AuthenticationDetails.{i}.authenticationMethod"),
                        Names($"AuthenticationDetails.{i}.succeeded"),
                        Names($"AuthenticationDetails.{i}.authenticationStepResultDetail")
                    )
                ),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [
        ("azure", "signinlogs"),
        ("azure", "noninteractiveusersigninlogs"),
        ("azure", "serviceprincipalsigninlogs"),
        ("azure", "managedidentitysigninlogs"),
        ("azure", "adfssigninlogs"),
    ];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Time is not { } time)
        {
            return;
        }

        string code = Text(source, _code);
        string reason = Text(source, _reason);
        string details = Text(source, _details);
        OutcomeCode? outcome = OutcomeCodes.Default.Find("entra", code)?.With($"{reason} {details}");
        string account = Account(source);
        if (outcome?.Action is { } action)
        {
            activities.Add(
                new AccountAction
                {
                    Origin = EventOrigin.Of(source),
                    Time = time,
                    Id = IdOf(source, _id),
                    System = "entra",
                    Kind = action,
                    Account = "",
                    Target = account,
                    Operation = $"{code} {outcome.Name}",
                    Detail = outcome.Meaning,
                    Application = Text(source, _application),
                }
            );
            return;
        }

        (bool? password, SecondFactor stepFactor, bool hasSteps) = Steps(source);
        SignInVerdict verdict = outcome?.Verdict ?? SignInVerdict.Unknown;
        if (password == true && verdict is SignInVerdict.Rejected or SignInVerdict.Blocked or SignInVerdict.Unknown)
        {
            // What the steps show counts before the code.
            verdict = SignInVerdict.Stopped;
        }

        string token = Text(source, _token);
        bool? interactive = Flag(source, _interactive);
        bool isByToken =
            interactive == false || token.Length > 0 && !token.Equals("none", StringComparison.OrdinalIgnoreCase);
        bool isUser =
            !source.Channel.StartsWith("serviceprincipal", StringComparison.Ordinal)
            && !source.Channel.StartsWith("managedidentity", StringComparison.Ordinal);
        password ??=
            verdict == SignInVerdict.Succeeded
                ? (isByToken || hasSteps || !isUser ? null : true)
                : outcome?.IsPasswordRight;
        if (isByToken && verdict == SignInVerdict.Stopped && !hasSteps)
        {
            // Stopped with a token in hand: nobody gave a password.
            password = null;
        }

        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = source.Channel.SequenceEqual("adfssigninlogs") ? "adfs" : "entra",
                Account = account,
                Verdict = verdict,
                IsPasswordRight = password,
                Code = code,
                Reason =
                    reason.Length > 0 && !reason.Equals("Other.", StringComparison.OrdinalIgnoreCase)
                        ? reason
                        : outcome?.Meaning ?? "",
                Address = IdentityText.Address(Text(source, _address)),
                AutonomousSystem = Number(source, _network),
                Country = Text(source, _country),
                City = Text(source, _city),
                Latitude = Real(source, _latitude, 90),
                Longitude = Real(source, _longitude, 180),
                UserAgent = Text(source, _agent),
                Application = Text(source, _application),
                Protocol = Protocol(source),
                Device = Text(source, _device),
                Session = Text(source, _session),
                IsInteractive = interactive,
                SecondFactor = Factor(outcome, stepFactor, details, verdict, Text(source, _requirement)),
                Risk = Risk(Text(source, _risk)),
            }
        );
    }

    private string Account(LogEvent source)
    {
        string account = IdentityText.Account(Text(source, _account));
        return account.Length > 0 ? account : IdentityText.Account(Text(source, _principal));
    }

    private string Protocol(LogEvent source)
    {
        string protocol = Text(source, _protocol);
        return protocol.Length > 0 && !protocol.Equals("none", StringComparison.OrdinalIgnoreCase)
            ? protocol
            : Text(source, _client);
    }

    // The steps say more than the code: whether the password was right, and what became of the second factor.
    private (bool? Password, SecondFactor Factor, bool HasSteps) Steps(LogEvent source)
    {
        bool? password = null;
        SecondFactor factor = SecondFactor.Unknown;
        int seen = 0;
        foreach ((FieldId[] methodName, FieldId[] succeededName, FieldId[] resultName) in _steps)
        {
            string method = Text(source, methodName);
            string result = Text(source, resultName);
            if (method.Length == 0 && result.Length == 0)
            {
                break;
            }

            seen++;
            bool? succeeded = Flag(source, succeededName);
            if (result.Equals("Correct password", StringComparison.OrdinalIgnoreCase))
            {
                password = true;
            }
            else if (method.Equals("Password", StringComparison.OrdinalIgnoreCase))
            {
                bool isByToken = result.Contains("claim in the token", StringComparison.OrdinalIgnoreCase);
                password ??=
                    succeeded == true && !isByToken ? true
                    : result.Contains("incorrect", StringComparison.OrdinalIgnoreCase)
                    || result.Contains("invalid", StringComparison.OrdinalIgnoreCase)
                        ? false
                    : null;
            }
            else
            {
                factor =
                    FactorOf(result) is { } told and not SecondFactor.Unknown ? told
                    : succeeded == true
                    && factor == SecondFactor.Unknown
                    && method.Length > 0
                    && !method.StartsWith("Previously", StringComparison.OrdinalIgnoreCase)
                        ? SecondFactor.Satisfied
                    : factor;
            }
        }

        return (password, factor, seen > 0);
    }

    private static SecondFactor Factor(
        OutcomeCode? outcome,
        SecondFactor step,
        string details,
        SignInVerdict verdict,
        string requirement
    )
    {
        if (outcome?.SecondFactor is { } coded and not SecondFactor.Unknown)
        {
            return
                coded is SecondFactor.Required or SecondFactor.Failed
                && FactorOf(details) is SecondFactor.Denied or SecondFactor.NotAnswered
                ? FactorOf(details)
                : coded;
        }

        return FactorOf(details) is { } told and not SecondFactor.Unknown ? told
            : step != SecondFactor.Unknown ? step
            : verdict == SignInVerdict.Succeeded && requirement.StartsWith("single", StringComparison.OrdinalIgnoreCase)
                ? SecondFactor.NotRequired
            : SecondFactor.Unknown;
    }

    private static SecondFactor FactorOf(string text) =>
        text.Contains("claim in the token", StringComparison.OrdinalIgnoreCase)
        || text.Contains("claim provided by external provider", StringComparison.OrdinalIgnoreCase)
            ? SecondFactor.SatisfiedByToken
        : text.Contains("declined", StringComparison.OrdinalIgnoreCase)
        || text.Contains("MFA denied", StringComparison.OrdinalIgnoreCase)
            ? (
                text.Contains("did not respond", StringComparison.OrdinalIgnoreCase)
                    ? SecondFactor.NotAnswered
                    : SecondFactor.Denied
            )
        : text.Contains("did not respond", StringComparison.OrdinalIgnoreCase) ? SecondFactor.NotAnswered
        : text.StartsWith("MFA completed", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("MFA successfully completed", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("MFA requirement satisfied", StringComparison.OrdinalIgnoreCase)
            ? SecondFactor.Satisfied
        : text.StartsWith("MFA required", StringComparison.OrdinalIgnoreCase) ? SecondFactor.Required
        : SecondFactor.Unknown;

    // hidden stands where the licence does not show it.
    private static string Risk(string risk) =>
        risk.ToLowerInvariant() is "none" or "low" or "medium" or "high" ? risk.ToLowerInvariant() : "";
}

using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Duo: second factors that were asked for, and what administrators did.</summary>
internal sealed class DuoEvents : IdentitySource
{
    private readonly FieldId[] _user;
    private readonly FieldId[] _email;
    private readonly FieldId[] _result;
    private readonly FieldId[] _reason;
    private readonly FieldId[] _kind;
    private readonly FieldId[] _factor;
    private readonly FieldId[] _address;
    private readonly FieldId[] _country;
    private readonly FieldId[] _city;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _application;
    private readonly FieldId[] _id;
    private readonly FieldId[] _action;
    private readonly FieldId[] _admin;
    private readonly FieldId[] _object;
    private readonly FieldId[] _adminAddress;
    private readonly FieldId[] _description;

    /// <summary>Makes a source.</summary>
    public DuoEvents(FieldTable fields)
        : base(fields)
    {
        _user = Names("user.name", "username");
        _email = Names("email");
        _result = Names("result");
        _reason = Names("reason");
        _kind = Names("event_type", "eventtype");
        _factor = Names("factor");
        _address = Names("access_device.ip", "ip");
        _country = Names("access_device.location.country", "location.country");
        _city = Names("access_device.location.city", "location.city");
        _agent = Names("access_device.browser");
        _application = Names("application.name", "integration");
        _id = Names("txid");
        _action = Names("action");
        _admin = Names("description.email", "username");
        _object = Names("object");
        _adminAddress = Names("description.ip_address");
        _description = Names("description");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [("duo", "authentication"), ("duo", "admin")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Time is not { } time)
        {
            return;
        }

        if (source.Channel.SequenceEqual("admin"))
        {
            ReadAdmin(source, time, activities);
        }
        else if (OperationKinds.Default.Find("duo", Text(source, _kind)) is { } kind)
        {
            activities.Add(Action(source, time, Text(source, _kind), kind, Account(source), Account(source)));
        }
        else
        {
            ReadSignIn(source, time, activities);
        }
    }

    private void ReadSignIn(LogEvent source, DateTime time, List<Activity> activities)
    {
        string result = Text(source, _result).ToLowerInvariant();
        // The reason as words in old logs, as a name in new ones.
        string reason = Text(source, _reason);
        string name = reason.ToLowerInvariant().Replace(' ', '_');
        OutcomeCode? outcome =
            result == "fraud"
                ? OutcomeCodes.Default.Find("duo", "user_marked_fraud")
                : OutcomeCodes.Default.Find("duo", name);
        SignInVerdict verdict =
            outcome is { } known && (known.Verdict == SignInVerdict.Succeeded) == (result == "success")
                ? known.Verdict
                : result switch
                {
                    "success" => SignInVerdict.Succeeded,
                    "denied" or "denied_access" or "fraud" => SignInVerdict.Stopped,
                    "failure" or "error" => SignInVerdict.Unknown,
                    _ => SignInVerdict.Unknown,
                };
        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = "duo",
                Account = Account(source),
                Verdict = verdict,
                IsPasswordRight = outcome?.IsPasswordRight,
                Code = result,
                Reason = reason,
                Address = IdentityText.Address(Text(source, _address)),
                Country = Text(source, _country),
                City = Text(source, _city),
                UserAgent = Text(source, _agent),
                Application = Text(source, _application),
                Protocol = Text(source, _factor),
                SecondFactor = outcome?.SecondFactor ?? SecondFactor.Unknown,
            }
        );
    }

    private void ReadAdmin(LogEvent source, DateTime time, List<Activity> activities)
    {
        string action = Text(source, _action);
        string admin = IdentityText.Account(Text(source, _admin));
        if (action is "admin_login" or "admin_login_error" or "admin_2fa_error")
        {
            activities.Add(
                new SignIn
                {
                    Origin = EventOrigin.Of(source),
                    Time = time,
                    System = "duo",
                    Account = admin,
                    Verdict = action switch
                    {
                        "admin_login" => SignInVerdict.Succeeded,
                        "admin_login_error" => SignInVerdict.Rejected,
                        _ => SignInVerdict.Stopped,
                    },
                    IsPasswordRight = action == "admin_2fa_error" ? true : null,
                    SecondFactor = action == "admin_2fa_error" ? SecondFactor.Required : SecondFactor.Unknown,
                    Code = action,
                    Address = IdentityText.Address(Text(source, _adminAddress)),
                    Application = "Duo Admin Panel",
                }
            );
        }
        else if (OperationKinds.Default.Find("duo", action) is { } kind)
        {
            string target = IdentityText.Account(Text(source, _object));
            activities.Add(Action(source, time, action, kind, IdentityText.Account(Text(source, _user)), target));
        }
    }

    private AccountAction Action(
        LogEvent source,
        DateTime time,
        string operation,
        AccountActionKind kind,
        string account,
        string target
    ) =>
        new()
        {
            Origin = EventOrigin.Of(source),
            Time = time,
            Id = IdOf(source, _id),
            System = "duo",
            Kind = kind,
            Account = account,
            Target = target.Length > 0 || kind != AccountActionKind.AccountDisabled ? target : account,
            Operation = operation,
            Address = IdentityText.Address(
                Text(source, _address) is { Length: > 0 } address ? address : Text(source, _adminAddress)
            ),
            Detail = IdentityText.Line(Text(source, _description), 512),
        };

    private string Account(LogEvent source)
    {
        string user = IdentityText.Account(Text(source, _user));
        return
            user.Contains('@', StringComparison.Ordinal)
            || IdentityText.Account(Text(source, _email)) is not { Length: > 0 } email
            ? user
            : email;
    }
}

using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Activities of Google Workspace.</summary>
internal sealed class GoogleEvents : IdentitySource
{
    private readonly FieldId[] _name;
    private readonly FieldId[] _actor;
    private readonly FieldId[] _affected;
    private readonly FieldId[] _address;
    private readonly FieldId[] _way;
    private readonly FieldId[] _failure;
    private readonly FieldId[] _challenge;
    private readonly FieldId[] _isSecond;
    private readonly FieldId[] _suspicious;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _application;
    private readonly FieldId[] _id;
    private readonly FieldId[] _detail;
    private readonly FieldId[] _item;

    /// <summary>Makes a source.</summary>
    public GoogleEvents(FieldTable fields)
        : base(fields)
    {
        _name = Names("eventName", "name");
        _actor = Names("actor.email");
        _affected = Names(
            "parameters.affected_email_address",
            "parameters.USER_EMAIL",
            "parameters.user_email",
            "parameters.target_user"
        );
        _address = Names("ipAddress");
        _way = Names("parameters.login_type");
        _failure = Names("parameters.login_failure_type");
        _challenge = Names("parameters.login_challenge_status");
        _isSecond = Names("parameters.is_second_factor");
        _suspicious = Names("parameters.is_suspicious");
        _agent = Names("parameters.user_agent");
        _application = Names("parameters.app_name", "parameters.API_CLIENT_NAME", "parameters.client_id");
        _id = Names("uniqueId");
        _detail = Names(
            "parameters.email_forwarding_destination_address",
            "parameters.ROLE_NAME",
            "parameters.scope",
            "parameters.API_SCOPES",
            "parameters.visibility",
            "parameters.NEW_VALUE",
            "parameters.new_value",
            "parameters.login_challenge_method"
        );
        _item = Names("parameters.doc_title", "parameters.doc_id");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [
        ("gcp", "google_workspace.login"),
        ("gcp", "google_workspace.admin"),
        ("gcp", "google_workspace.token"),
        ("gcp", "google_workspace.drive"),
        ("gcp", "google_workspace.user_accounts"),
    ];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Time is not { } time)
        {
            return;
        }

        string name = Text(source, _name);
        if (OutcomeOf(source, name) is { } outcome)
        {
            activities.Add(SignIn(source, time, name, outcome));
        }
        else if (OperationKinds.Default.Find("google", name) is { } kind)
        {
            activities.Add(Action(source, time, name, kind));
            if (name is "account_disabled_password_leak" or "account_disabled_hijacked")
            {
                activities.Add(Action(source, time, name, AccountActionKind.AccountDisabled));
            }
        }
    }

    private OutcomeCode? OutcomeOf(LogEvent source, string name)
    {
        switch (name)
        {
            case "login_success":
                return new OutcomeCode
                {
                    Verdict = SignInVerdict.Succeeded,
                    IsPasswordRight = Text(source, _way) is "google_password" ? true : null,
                    SecondFactor = Flag(source, _isSecond) == true ? SecondFactor.Satisfied : SecondFactor.Unknown,
                };
            case "login_failure":
                // Why is seldom told.
                return OutcomeCodes.Default.Find("google", Text(source, _failure))
                    ?? new OutcomeCode { Verdict = SignInVerdict.Rejected };
            case "login_challenge" or "login_verification":
                string status = Text(source, _challenge);
                bool isPassed = status.Contains("passed", StringComparison.OrdinalIgnoreCase);
                bool isFailed =
                    status.Contains("incorrect", StringComparison.OrdinalIgnoreCase)
                    || status.Contains("fail", StringComparison.OrdinalIgnoreCase);
                return new OutcomeCode
                {
                    Verdict = isFailed ? SignInVerdict.Stopped : SignInVerdict.NotAnAttempt,
                    IsPasswordRight = isFailed ? true : null,
                    SecondFactor =
                        isPassed ? SecondFactor.Satisfied
                        : isFailed ? SecondFactor.Failed
                        : SecondFactor.Required,
                };
            default:
                return null;
        }
    }

    private SignIn SignIn(LogEvent source, DateTime time, string name, OutcomeCode outcome) =>
        new()
        {
            Origin = EventOrigin.Of(source),
            Time = time,
            Id = IdOf(source, _id) is { } id ? $"{id}|{name}" : null,
            System = "google",
            Account = IdentityText.Account(
                Text(source, _actor) is { Length: > 0 } actor ? actor : Text(source, _affected)
            ),
            Verdict = outcome.Verdict,
            IsPasswordRight = outcome.IsPasswordRight,
            Code = name,
            Reason = Text(source, _failure) is { Length: > 0 } failure ? failure : Text(source, _challenge),
            Address = IdentityText.Address(Text(source, _address)),
            UserAgent = Text(source, _agent),
            Protocol = Text(source, _way),
            SecondFactor = outcome.SecondFactor,
            Risk = Flag(source, _suspicious) == true ? "high" : "",
        };

    private AccountAction Action(LogEvent source, DateTime time, string name, AccountActionKind kind)
    {
        string actor = IdentityText.Account(Text(source, _actor));
        string affected = IdentityText.Account(Text(source, _affected));
        string item = Text(source, _item);
        return new AccountAction
        {
            Origin = EventOrigin.Of(source),
            Time = time,
            Id = IdOf(source, _id) is { } id ? $"{id}|{name}|{kind}" : null,
            System = "google",
            Kind = kind,
            // Google itself warns; the actor field then names who is warned.
            Account = kind == AccountActionKind.Warning && affected.Length > 0 ? affected : actor,
            Target = affected.Length > 0 ? affected : actor,
            Operation = name,
            Address = IdentityText.Address(Text(source, _address)),
            UserAgent = Text(source, _agent),
            Application = Text(source, _application),
            Detail = IdentityText.Line(
                string.Join("; ", _detail.Select(d => Text(source, [d])).Where(t => t.Length > 0)),
                1_024
            ),
            Items = item.Length > 0 ? [IdentityText.Line(item, 512)] : [],
        };
    }
}

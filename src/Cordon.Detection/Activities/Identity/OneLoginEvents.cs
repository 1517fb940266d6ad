using System.Globalization;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Events of OneLogin, which numbers them.</summary>
internal sealed class OneLoginEvents : IdentitySource
{
    private readonly FieldId[] _user;
    private readonly FieldId[] _actor;
    private readonly FieldId[] _address;
    private readonly FieldId[] _agent;
    private readonly FieldId[] _application;
    private readonly FieldId[] _error;
    private readonly FieldId[] _notes;
    private readonly FieldId[] _id;

    /// <summary>Makes a source.</summary>
    public OneLoginEvents(FieldTable fields)
        : base(fields)
    {
        _user = Names("user_name", "user_id");
        _actor = Names("actor_user_name", "actor_user_id");
        _address = Names("ipaddr");
        _agent = Names("user_agent", "browser_fingerprint");
        _application = Names("app_name", "app_id");
        _error = Names("error_description");
        _notes = Names("notes", "authentication_factor_description", "otp_device_name");
        _id = Names("uuid", "id");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [("onelogin", "onelogin.events")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Time is not { } time || source.Code is not { } code)
        {
            return;
        }

        string number = code.ToString(CultureInfo.InvariantCulture);
        string user = IdentityText.Account(Text(source, _user));
        if (code is 5 or 6 or 8 or 90)
        {
            activities.Add(
                new SignIn
                {
                    Origin = EventOrigin.Of(source),
                    Time = time,
                    Id = IdOf(source, _id),
                    System = "onelogin",
                    Account = user,
                    Verdict = code switch
                    {
                        5 or 8 => SignInVerdict.Succeeded,
                        6 => SignInVerdict.Rejected,
                        // Signed in, and not assigned to the application.
                        _ => SignInVerdict.Stopped,
                    },
                    Code = number,
                    Reason = Text(source, _error),
                    Address = IdentityText.Address(Text(source, _address)),
                    UserAgent = Text(source, _agent),
                    Application = Text(source, _application),
                    IsInteractive = code is 8 or 90 ? false : null,
                }
            );
        }
        else if (OperationKinds.Default.Find("onelogin", number) is { } kind)
        {
            activities.Add(
                new AccountAction
                {
                    Origin = EventOrigin.Of(source),
                    Time = time,
                    Id = IdOf(source, _id),
                    System = "onelogin",
                    Kind = kind,
                    Account = IdentityText.Account(Text(source, _actor)),
                    Target = user,
                    Operation = $"event {number}",
                    Address = IdentityText.Address(Text(source, _address)),
                    UserAgent = Text(source, _agent),
                    Application = Text(source, _application),
                    Detail = IdentityText.Line(Text(source, _notes), 512),
                }
            );
        }
    }
}

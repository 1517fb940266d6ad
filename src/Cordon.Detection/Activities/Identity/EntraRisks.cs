using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Risks that Entra ID Protection detected.</summary>
internal sealed class EntraRisks : IdentitySource
{
    private readonly FieldId[] _kind;
    private readonly FieldId[] _account;
    private readonly FieldId[] _address;
    private readonly FieldId[] _level;
    private readonly FieldId[] _state;
    private readonly FieldId[] _id;

    /// <summary>Makes a source.</summary>
    public EntraRisks(FieldTable fields)
        : base(fields)
    {
        _kind = Names("riskEventType");
        _account = Names("UserPrincipalName");
        _address = Names("IPAddress");
        _level = Names("RiskLevel");
        _state = Names("RiskState");
        _id = Names("Id");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("azure", "riskdetection")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        string kind = Text(source, _kind);
        string account = IdentityText.Account(Text(source, _account));
        string state = Text(source, _state);
        if (
            source.Time is not { } time
            || kind.Length == 0
            || account.Length == 0
            || state.Equals("dismissed", StringComparison.OrdinalIgnoreCase)
            || state.Equals("confirmedSafe", StringComparison.OrdinalIgnoreCase)
        )
        {
            return;
        }

        activities.Add(
            new AccountAction
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                Id = IdOf(source, _id),
                System = "entra",
                Kind = AccountActionKind.Warning,
                Account = account,
                Target = account,
                Operation = kind,
                Address = IdentityText.Address(Text(source, _address)),
                Detail = $"risk {Text(source, _level)}, {state}".TrimEnd(' ', ','),
            }
        );
    }
}

using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>What was done with rights and keys in Azure's activity log.</summary>
internal sealed class AzureActivities : IdentitySource
{
    private readonly FieldId[] _operation;
    private readonly FieldId[] _caller;
    private readonly FieldId[] _address;
    private readonly FieldId[] _resource;
    private readonly FieldId[] _status;

    /// <summary>Makes a source.</summary>
    public AzureActivities(FieldTable fields)
        : base(fields)
    {
        _operation = Names("OperationNameValue", "operationName");
        _caller = Names("Caller");
        _address = Names("CallerIpAddress");
        _resource = Names("ResourceId");
        _status = Names("ActivityStatusValue");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("azure", "activitylogs")];

    /// <inheritdoc/>
    public override void Read(LogEvent source, List<Activity> activities)
    {
        string operation = Text(source, _operation);
        if (source.Time is not { } time || OperationKinds.Default.Find("azure", operation) is not { } kind)
        {
            return;
        }

        string status = Text(source, _status);
        if (
            status.StartsWith("Start", StringComparison.OrdinalIgnoreCase)
            || status.StartsWith("Accept", StringComparison.OrdinalIgnoreCase)
        )
        {
            // Told again when it is done.
            return;
        }

        activities.Add(
            new AccountAction
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                System = "azure",
                Kind = kind,
                Account = IdentityText.Account(Text(source, _caller)),
                Operation = operation,
                HasSucceeded = !status.StartsWith("Fail", StringComparison.OrdinalIgnoreCase),
                Address = IdentityText.Address(Text(source, _address)),
                Detail = IdentityText.Line(Text(source, _resource), 512),
            }
        );
    }
}

using Cordon.Events;

namespace Cordon.Telemetry.Json;

/// <summary>What a member's path in a record stands for: the name under which rules know it, and its role.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Role">What it says about the event.</param>
/// <param name="Id">The id of the name; null where nobody asks for it.</param>
/// <param name="Common">A second name, that of Windows' own logs, under which rules ask for it; null for none.</param>
internal sealed record MemberName(string Name, FieldRole Role, FieldId? Id, FieldId? Common)
{
    private const string Attributes = "#attributes";
    private const string Text = "#text";

    // What Winlogbeat adds to every event.
    private static readonly string[] Shippers =
    [
        "winlog.",
        "event.",
        "host.",
        "agent.",
        "ecs.",
        "log.",
        "input.",
        "message",
        "beat.",
    ];

    /// <summary>Works out what a path stands for.</summary>
    /// <param name="path">Names of members, joined by dots.</param>
    /// <param name="fields">The names that rules ask for.</param>
    public static MemberName Of(string path, FieldTable fields)
    {
        (string name, FieldRole role) = Read(path);
        return new MemberName(
            name,
            role,
            Find(name, fields),
            CommonName(role) is { } common && common != name ? Find(common, fields) : null
        );
    }

    private static (string Name, FieldRole Role) Read(string path)
    {
        // evtx_dump and what writes like it.
        if (After(path, "Event.System.") is { } system)
        {
            string name = system
                .Replace($".{Attributes}.", "_", StringComparison.Ordinal)
                .Replace("_attributes.", "_", StringComparison.Ordinal)
                .Replace($".{Text}", "", StringComparison.Ordinal);
            return (name, RoleOf(name) is FieldRole.None ? FieldRole.Header : RoleOf(name));
        }

        if (
            (
                After(path, "Event.EventData.")
                ?? After(path, "Event.UserData.")
                ?? After(path, "Event.ProcessingErrorData.")
            ) is
            { } payload
        )
        {
            return (LastOf(payload), FieldRole.None);
        }

        if (After(path, "Event.") is { } envelope)
        {
            return (LastOf(envelope), FieldRole.Header);
        }

        // Winlogbeat, since version 7 and before it.
        if (
            (
                After(path, "winlog.event_data.")
                ?? After(path, "winlog.user_data.")
                ?? After(path, "event_data.")
                ?? After(path, "user_data.")
            ) is
            { } data
        )
        {
            return (data, data == "UtcTime" ? FieldRole.UtcTime : FieldRole.None);
        }

        FieldRole role = RoleOf(After(path, "winlog.") ?? path);
        bool isShippers = Array.Exists(Shippers, s => path.StartsWith(s, StringComparison.Ordinal));
        return (path, role == FieldRole.None && isShippers ? FieldRole.Header : role);
    }

    private static FieldRole RoleOf(string name) =>
        name switch
        {
            "Channel" or "channel" or "log_name" => FieldRole.Channel,
            "Provider_Name" or "ProviderName" or "SourceName" or "provider_name" or "source_name" => FieldRole.Provider,
            "EventID" or "EventId" or "event_id" => FieldRole.Code,
            "Computer" or "ComputerName" or "Hostname" or "computer_name" => FieldRole.Computer,
            "EventRecordID" or "EventRecordId" or "RecordNumber" or "RecordId" or "record_id" or "record_number" =>
                FieldRole.RecordId,
            "TimeCreated" or "TimeCreated_SystemTime" => FieldRole.TimeCreated,
            "UtcTime" => FieldRole.UtcTime,
            "@timestamp" => FieldRole.Timestamp,
            "EventTime" => FieldRole.EventTime,
            "@version"
            or "AccountName"
            or "AccountType"
            or "ActivityID"
            or "Category"
            or "EventReceivedTime"
            or "ExecutionProcessID"
            or "ExecutionThreadID"
            or "Keywords"
            or "Level"
            or "Message"
            or "Opcode"
            or "OpcodeValue"
            or "ProviderGuid"
            or "Severity"
            or "SeverityValue"
            or "SourceModuleName"
            or "SourceModuleType"
            or "Task"
            or "ThreadID"
            or "UserID"
            or "Version"
            or "host"
            or "port"
            or "tags" => FieldRole.Header,
            _ => FieldRole.None,
        };

    private static string? CommonName(FieldRole role) =>
        role switch
        {
            FieldRole.Channel => "Channel",
            FieldRole.Provider => "Provider_Name",
            FieldRole.Code => "EventID",
            FieldRole.Computer => "Computer",
            FieldRole.RecordId => "EventRecordID",
            _ => null,
        };

    private static string? After(string path, string start) =>
        path.StartsWith(start, StringComparison.Ordinal) && path.Length > start.Length ? path[start.Length..] : null;

    // Elements around a value say nothing that rules ask for.
    private static string LastOf(string path)
    {
        string[] parts = path.Split('.');
        int last = parts.Length - 1;
        while (last > 0 && parts[last] is Text or Attributes)
        {
            last--;
        }

        return parts[last];
    }

    private static FieldId? Find(string name, FieldTable fields) => fields.TryFind(name, out FieldId id) ? id : null;
}

namespace Cordon.Telemetry.Json;

/// <summary>What a member of a record says about the event as a whole.</summary>
internal enum FieldRole
{
    /// <summary>Nothing: it is one of the event's own fields.</summary>
    None,

    /// <summary>The channel.</summary>
    Channel,

    /// <summary>The provider's name.</summary>
    Provider,

    /// <summary>The event id.</summary>
    Code,

    /// <summary>The computer.</summary>
    Computer,

    /// <summary>The record's number.</summary>
    RecordId,

    /// <summary>When it happened, as the event itself says.</summary>
    TimeCreated,

    /// <summary>When it happened in UTC, as Sysmon says.</summary>
    UtcTime,

    /// <summary>When it was shipped, or happened: shippers differ.</summary>
    Timestamp,

    /// <summary>When it happened, often in local time without a zone.</summary>
    EventTime,

    /// <summary>Something else that every event of such a log has.</summary>
    Header,
}

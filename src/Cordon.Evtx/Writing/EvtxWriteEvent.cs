namespace Cordon.Evtx.Writing;

/// <summary>An event to be written: what stands in its System part, and its payload.</summary>
public sealed class EvtxWriteEvent
{
    /// <summary>The provider's name (System/Provider/@Name); null leaves it out.</summary>
    public string? ProviderName { get; init; }

    /// <summary>System/Provider/@Guid; null leaves it out.</summary>
    public Guid? ProviderGuid { get; init; }

    /// <summary>System/Provider/@EventSourceName; null leaves it out.</summary>
    public string? EventSourceName { get; init; }

    /// <summary>System/EventID.</summary>
    public ushort EventId { get; init; }

    /// <summary>System/EventID/@Qualifiers; null leaves it out.</summary>
    public ushort? Qualifiers { get; init; }

    /// <summary>System/Version; null leaves it out.</summary>
    public byte? Version { get; init; }

    /// <summary>System/Level; null leaves it out.</summary>
    public byte? Level { get; init; }

    /// <summary>System/Task; null leaves it out.</summary>
    public ushort? Task { get; init; }

    /// <summary>System/Opcode; null leaves it out.</summary>
    public byte? Opcode { get; init; }

    /// <summary>System/Keywords; null leaves it out.</summary>
    public ulong? Keywords { get; init; }

    /// <summary>System/TimeCreated and the record's time, in units of 100 ns from 1601 on; unspecified kind counts as UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Whether the record's own time is written as 0, as in logs exported through the Windows API.</summary>
    public bool OmitRecordTime { get; init; }

    /// <summary>The record's id (System/EventRecordID); null for one more than the last, or the first id of the options.</summary>
    public ulong? RecordId { get; init; }

    /// <summary>System/Correlation/@ActivityID; null leaves it out.</summary>
    public Guid? ActivityId { get; init; }

    /// <summary>System/Correlation/@RelatedActivityID; null leaves it out.</summary>
    public Guid? RelatedActivityId { get; init; }

    /// <summary>System/Execution/@ProcessID; null leaves it out.</summary>
    public uint? ProcessId { get; init; }

    /// <summary>System/Execution/@ThreadID; null leaves it out.</summary>
    public uint? ThreadId { get; init; }

    /// <summary>System/Channel; null leaves it out.</summary>
    public string? Channel { get; init; }

    /// <summary>System/Computer. Part of the template, as Windows writes it.</summary>
    public string Computer { get; init; } = "";

    /// <summary>System/Security/@UserID in text form (<c>S-1-5-18</c>); null leaves it out.</summary>
    public string? UserSid { get; init; }

    /// <summary>What follows the System part, in order: none, one or several of EventData, UserData and so on.</summary>
    public IReadOnlyList<BinXmlFragment> Payload { get; init; } = [];

    /// <summary>How the record is built.</summary>
    public EvtxRecordForm Form { get; init; }
}

/// <summary>How a record is built of templates and elements.</summary>
public enum EvtxRecordForm
{
    /// <summary>A template for the System part with the payload nested in it, in the fragments' own forms: the usual one.</summary>
    Nested,

    /// <summary>One template for both the System part and the payload.</summary>
    Inline,

    /// <summary>Elements with text and no template at all, as in forwarded and exported logs.</summary>
    RawElements,
}

namespace Cordon.Telemetry.Syslog;

/// <summary>A line of syslog, taken apart. Borrows the line.</summary>
internal ref struct SyslogLine
{
    /// <summary>Facility times 8 plus severity (RFC 5424, 6.2.1); null where the line has none, as in files.</summary>
    public int? Priority;

    /// <summary>When, as far as the line says.</summary>
    public SyslogTime Time;

    /// <summary>The host; empty where there is none.</summary>
    public ReadOnlySpan<char> Host;

    /// <summary>The program, without folder; empty where there is none.</summary>
    public ReadOnlySpan<char> Program;

    /// <summary>What stands in round brackets behind the program, such as <c>pam_unix</c> in older logs.</summary>
    public ReadOnlySpan<char> Module;

    /// <summary>The process; empty where there is none.</summary>
    public ReadOnlySpan<char> Process;

    /// <summary>RFC 5424's MSGID; empty where there is none.</summary>
    public ReadOnlySpan<char> MessageId;

    /// <summary>RFC 5424's structured data with its brackets; empty where there is none.</summary>
    public ReadOnlySpan<char> Structured;

    /// <summary>What follows the host: tag and message.</summary>
    public ReadOnlySpan<char> Content;

    /// <summary>The message.</summary>
    public ReadOnlySpan<char> Message;
}

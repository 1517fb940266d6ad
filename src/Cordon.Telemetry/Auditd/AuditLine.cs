using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Auditd;

/// <summary>The head of a record of Linux's audit log: <c>[node=host ]type=SYSCALL msg=audit(1604994496.155:92733): …</c>. Borrows the line.</summary>
internal ref struct AuditLine
{
    /// <summary>The host; empty where the record names none.</summary>
    public ReadOnlySpan<char> Node;

    /// <summary>The record's type.</summary>
    public ReadOnlySpan<char> Type;

    /// <summary>Time and serial as written, which the records of one event share.</summary>
    public ReadOnlySpan<char> Stamp;

    /// <summary>When, UTC; null where it can't be read.</summary>
    public DateTime? Time;

    /// <summary>The event's serial.</summary>
    public ulong Serial;

    /// <summary>Its fields.</summary>
    public ReadOnlySpan<char> Body;

    /// <summary>Takes a line apart; false where it is no record. What syslog writes before it is passed over.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AuditLine line)
    {
        line = default;
        int start = text.IndexOf("type=");
        int node = text.IndexOf("node=");
        if (start is < 0 or > 200)
        {
            return false;
        }

        var reader = new SpanReader(text[start..]);
        if (node >= 0 && node < start)
        {
            line.Node = new SpanReader(text[(node + 5)..]).TakeWord();
        }

        reader.Take("type=");
        line.Type = reader.TakeWord();
        if (
            !(reader.Take("msg=audit(") || reader.Take("audit("))
            || !reader.TakeUntil("):", out line.Stamp)
            || line.Stamp.Length > 48
            || line.Type.Length is 0 or > 64
        )
        {
            return false;
        }

        int colon = line.Stamp.LastIndexOf(':');
        if (
            colon < 0
            || !ulong.TryParse(
                line.Stamp[(colon + 1)..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out line.Serial
            )
        )
        {
            return false;
        }

        line.Time = LogTime.TryEpoch(line.Stamp[..colon], out DateTime time) ? time : null;
        line.Body = reader.Rest.Trim();
        return true;
    }
}

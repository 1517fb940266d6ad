using Cordon.Telemetry.Dns;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Vendors;

namespace Cordon.Telemetry.Syslog;

/// <summary>One reading of a log of syslog lines.</summary>
internal sealed class SyslogSession(RowContext context) : ILineSession
{
    private static readonly string[] Severities =
    [
        "emergency",
        "alert",
        "critical",
        "error",
        "warning",
        "notice",
        "informational",
        "debug",
    ];

    private readonly SyslogClock _clock = new(context);

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> text, LineSink sink)
    {
        bool isLine = SyslogParser.TryParse(text, out SyslogLine line);
        ReadOnlySpan<char> content = isLine ? line.Content : text;
        DateTime? time = isLine ? _clock.Resolve(line.Time, sink) : null;
        if (VendorLine.TryBegin(sink, line, content, time))
        {
            Finish(line, sink);
        }
        else if (!isLine)
        {
            sink.Reject("it is no line of syslog: it begins with neither a time nor a priority");
        }
        else if (SysmonXml.Is(line.Message))
        {
            if (SysmonXml.TryBegin(sink, line.Message, time))
            {
                sink.Show();
            }
            else
            {
                sink.Reject("it is an event of Sysmon's whose XML is not whole");
            }
        }
        else if (DnsMessage.TryRead(line.Program, line.Message, out DnsMessage query))
        {
            sink.Begin("dns", "dns");
            sink.Row.SetHeader(time, line.Host.ToString(), line.Program.ToString());
            query.AddTo(sink);
            sink.Add("message", line.Message);
            Finish(line, sink);
        }
        else
        {
            ReadProgram(line, time, sink);
        }
    }

    private static void ReadProgram(SyslogLine line, DateTime? time, LineSink sink)
    {
        (string product, string channel) = Programs.StreamOf(line.Program);
        sink.Begin(product, channel);
        sink.Row.SetHeader(time, LineLimits.Cut(line.Host), line.Program.ToString());
        Programs.Read(channel, line.Module, line.Message)?.AddTo(sink);
        sink.Add("message", line.Message);
        Programs.AddValues(sink, channel, line.Message);
        Finish(line, sink);
    }

    private static void Finish(SyslogLine line, LineSink sink)
    {
        sink.Add("host", line.Host);
        sink.Add("program", line.Program);
        sink.Add("module", line.Module);
        sink.Add("pid", line.Process);
        sink.Add("msgid", line.MessageId);
        if (line.Priority is { } priority)
        {
            sink.Row.Add("facility", priority >> 3);
            sink.Add("severity", Severities[priority & 7]);
        }

        StructuredData.AddTo(sink, line.Structured);
        sink.Show();
    }
}

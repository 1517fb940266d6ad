using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Vendors;

namespace Cordon.Telemetry.Syslog;

/// <summary>Lines of syslog: RFC 3164, RFC 5424, and what devices send by it in forms of their own (Cisco, Fortinet, Palo Alto, CEF).</summary>
internal sealed class SyslogFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "syslog";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample) =>
        Sure(sample, static line => SyslogParser.TryParse(line, out _) || VendorLine.Is(line), 60);

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new SyslogSession(context);
}

using Cordon.Telemetry.Auditd;
using Cordon.Telemetry.Dns;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Syslog;
using Cordon.Telemetry.Vendors;
using Cordon.Telemetry.Web;

namespace Cordon.Telemetry.Network;

/// <summary>Formats of lines and tables that hosts, devices and sensors write.</summary>
internal static class TextFormats
{
    /// <summary>The formats, the more particular ones first.</summary>
    public static IReadOnlyList<ILogFormat> All { get; } =
    [
        new SensorJsonFormat(),
        new ZeekTableFormat(),
        new NetworkTableFormat(),
        new AuditdFormat(),
        new BindFormat(),
        new WindowsDnsFormat(),
        new W3cFormat(),
        new SquidFormat(),
        new AccessLogFormat(),
        new OpenVpnFormat(),
        new ErrorLogFormat(),
        new SyslogFormat(),
    ];
}

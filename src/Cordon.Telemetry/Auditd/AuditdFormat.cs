using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Auditd;

/// <summary>Linux's audit log (<c>/var/log/audit/audit.log</c>), plain or enriched, also as syslog passes it on.</summary>
internal sealed class AuditdFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "auditd";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample) => Sure(sample, static line => AuditLine.TryParse(line, out _), 95);

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new AuditSession();
}

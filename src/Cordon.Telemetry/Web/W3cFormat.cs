using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Web;

/// <summary>
/// W3C's extended log format, whose fields a line <c>#Fields:</c> names: IIS and other web servers, and web proxies. Times are in UTC, as the format has it.
/// </summary>
internal sealed class W3cFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "w3c";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample)
    {
        ReadOnlySpan<char> text = sample.Text.AsSpan().TrimStart('\uFEFF');
        return
            text.StartsWith("#")
            && (text.StartsWith("#Fields:") || text.Contains("\n#Fields:", StringComparison.Ordinal))
            && (
                text.Contains("c-ip", StringComparison.Ordinal)
                || text.Contains("cs-", StringComparison.Ordinal)
                || text.Contains("sc-", StringComparison.Ordinal)
            )
            ? 95
            : 0;
    }

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new W3cSession();
}

using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Dns;

/// <summary>BIND's query log in a file of its own: <c>01-Jan-2026 10:00:00.123 queries: info: client …: query: …</c>.</summary>
internal sealed class BindFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "dns-bind";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample) =>
        Sure(
            sample,
            static line => TrySplit(line, out _, out ReadOnlySpan<char> rest) && DnsMessage.TryBind(rest, out _),
            85
        );

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new Session();

    private static bool TrySplit(ReadOnlySpan<char> line, out string time, out ReadOnlySpan<char> rest)
    {
        var reader = new SpanReader(line);
        ReadOnlySpan<char> date = reader.TakeWord();
        ReadOnlySpan<char> clock = reader.TakeWord();
        rest = reader.Rest;
        time = "";
        if (clock.Length < 8 || clock[2] != ':')
        {
            return false;
        }

        if (date.Length == 11 && date[2] == '-' && date[6] == '-')
        {
            int month = "JanFebMarAprMayJunJulAugSepOctNovDec".IndexOf(date[3..6].ToString(), StringComparison.Ordinal);
            time = month < 0 || month % 3 != 0 ? "" : $"{date[7..]}-{(month / 3) + 1:D2}-{date[..2]}T{clock}";
        }
        else if (date.Length == 10 && date[4] == '-')
        {
            time = $"{date}T{clock}";
        }

        return time.Length > 0;
    }

    private sealed class Session : ILineSession
    {
        public void Read(ReadOnlySpan<char> line, LineSink sink)
        {
            if (
                !TrySplit(line, out string time, out ReadOnlySpan<char> rest)
                || !DnsMessage.TryBind(rest, out DnsMessage message)
            )
            {
                // Other categories of BIND's log stand beside the queries.
                if (time.Length == 0)
                {
                    sink.Reject("it begins with no time of BIND's query log");
                }

                return;
            }

            sink.Begin("dns", "dns");
            sink.Row.SetHeader(
                LogTime.TryParse(time, sink.Context.Zone, out DateTime when) ? when : null,
                provider: "named"
            );
            message.AddTo(sink);
            sink.Add("message", rest);
            sink.Show();
        }
    }
}

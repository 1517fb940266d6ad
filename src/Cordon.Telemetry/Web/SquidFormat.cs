using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Web;

/// <summary>
/// Squid's own access log: <c>1767348245.123  180 192.0.2.1 TCP_MISS/200 411 GET http://example.test/ alice HIER_DIRECT/198.51.100.7 text/html</c>.
/// </summary>
internal sealed class SquidFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "squid";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample) => Sure(sample, static line => SquidLine.TryParse(line, out _), 85);

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new Session();

    private sealed class Session : ILineSession
    {
        public void Read(ReadOnlySpan<char> text, LineSink sink)
        {
            if (!SquidLine.TryParse(text, out SquidLine line))
            {
                sink.Reject("it is no line of Squid's access log, or it was cut");
                return;
            }

            sink.Begin("proxy", "proxy");
            sink.Row.SetHeader(LogTime.TryEpoch(line.Time, out DateTime time) ? time : null, provider: "squid");
            sink.Add("client", line.Client);
            sink.Add("action", line.Result);
            Number(sink, "status", line.Status);
            Number(sink, "bytes", line.Bytes);
            Number(sink, "elapsed", line.Elapsed);
            sink.Add("method", line.Method);
            sink.Add("url", line.Url);
            sink.Add("user", line.User is "-" ? default : line.User);
            sink.Add("hierarchy", line.Hierarchy);
            sink.Add("server", line.Server);
            sink.Add("content_type", line.ContentType is "-" ? default : line.ContentType);
            new WebNames
            {
                Url = LineLimits.Cut(line.Url),
                Method = line.Method.ToString(),
                Client = line.Client.ToString(),
                Server = Addresses.IsAddress(line.Server) ? line.Server.ToString() : "",
                User = LineLimits.Cut(line.User),
                Status = line.Status is "000" ? "" : line.Status.ToString(),
            }.AddTo(sink.Row);
            sink.Row.AddAlias("sc-bytes", line.Bytes.ToString());
            sink.Show();
        }

        private static void Number(LineSink sink, string name, ReadOnlySpan<char> text)
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            {
                sink.Row.Add(name, number, text.ToString());
            }
        }
    }
}

using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Web;

/// <summary>
/// Error logs of Apache (<c>[Sun Dec 04 04:47:44 2005] [error] [client 192.0.2.1] text</c>) and nginx (<c>2026/01/02 03:04:05 [error] 12#34: text</c>).
/// </summary>
internal sealed class ErrorLogFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "web-error";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample) =>
        Sure(sample, static line => TryApache(line, out _, out _) || TryNginx(line, out _, out _), 80);

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new Session();

    // [Sun Dec 04 04:47:44.123456 2005]
    private static bool TryApache(ReadOnlySpan<char> line, out string time, out ReadOnlySpan<char> rest)
    {
        time = "";
        rest = default;
        int close = line.IndexOf(']');
        if (!line.StartsWith("[") || close is < 24 or > 40)
        {
            return false;
        }

        var reader = new SpanReader(line[1..close]);
        reader.TakeWord();
        ReadOnlySpan<char> name = reader.TakeWord();
        int month = name.Length == 3 ? "JanFebMarAprMayJunJulAugSepOctNovDec".AsSpan().IndexOf(name) : -1;
        bool isDay = reader.TakeNumber(2, out int day);
        ReadOnlySpan<char> clock = reader.TakeWord();
        if (
            month < 0
            || month % 3 != 0
            || !isDay
            || !reader.TakeNumber(4, out int year)
            || clock.Length < 8
            || clock[2] != ':'
        )
        {
            return false;
        }

        time = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{(month / 3) + 1:D2}-{day:D2}T{clock}");
        rest = line[(close + 1)..].TrimStart();
        return true;
    }

    private static bool TryNginx(ReadOnlySpan<char> line, out string time, out ReadOnlySpan<char> rest)
    {
        time = "";
        rest = default;
        if (
            line.Length < 22
            || line[4] != '/'
            || line[7] != '/'
            || line[10] != ' '
            || line[13] != ':'
            || !line[19..].StartsWith(" [")
        )
        {
            return false;
        }

        time = $"{line[..4]}-{line[5..7]}-{line[8..10]}T{line[11..19]}";
        rest = line[20..];
        return true;
    }

    private sealed class Session : ILineSession
    {
        public void Read(ReadOnlySpan<char> line, LineSink sink)
        {
            bool isApache = TryApache(line, out string time, out ReadOnlySpan<char> rest);
            if (!isApache && !TryNginx(line, out time, out rest))
            {
                // A program's own words in the middle: kept, as they may be what matters.
                time = "";
                rest = line;
                isApache = true;
            }

            sink.Begin(isApache ? "apache" : "nginx", "error");
            sink.Row.SetHeader(LogTime.TryParse(time, sink.Context.Zone, out DateTime when) ? when : null);
            while (time.Length > 0 && rest.StartsWith("[") && rest.IndexOf(']') is > 0 and var close)
            {
                ReadOnlySpan<char> part = rest[1..close];
                if (part.StartsWith("client "))
                {
                    sink.Add("c-ip", Addresses.Clean(part[7..]));
                }
                else if (!part.StartsWith("pid "))
                {
                    ReadOnlySpan<char> level = part[(part.IndexOf(':') + 1)..];
                    sink.Add("severity", level);
                }

                rest = rest[(close + 1)..].TrimStart();
            }

            sink.Add("message", rest);
            sink.Show();
        }
    }
}

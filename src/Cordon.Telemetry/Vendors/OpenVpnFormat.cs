using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Syslog;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Vendors;

/// <summary>
/// The file that an OpenVPN server writes itself: <c>2026-01-02 03:04:05 [us=123456 ]…</c>, from older ones <c>Fri Jan  2 03:04:05 2026 [us=123456 ]…</c>.
/// </summary>
internal sealed class OpenVpnFormat : LineFormat
{
    private static readonly string[] Words =
    [
        "OpenVPN ",
        "TLS: ",
        "TLS Error",
        "TLS Auth",
        "[AF_INET",
        "VERIFY ",
        "MULTI: ",
        "PUSH: ",
        "SENT CONTROL",
        "Initialization Sequence Completed",
        "Control Channel",
        "Data Channel",
        "Peer Connection Initiated",
        "AUTH-PAM",
        "Verification Error",
        "SIGTERM",
        "SIGUSR1",
    ];

    /// <inheritdoc/>
    public override string Name => "openvpn";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample)
    {
        int timed = Sure(sample, static line => TrySplit(line, out _, out _), 82);
        (int held, int all) = Count(sample, IsOfOpenVpn);
        return timed > 0 && held * 4 >= all ? timed : 0;
    }

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new Session();

    private static bool IsOfOpenVpn(ReadOnlySpan<char> line)
    {
        if (!TrySplit(line, out _, out ReadOnlySpan<char> rest))
        {
            return false;
        }

        foreach (string word in Words)
        {
            if (rest.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> time, out ReadOnlySpan<char> rest)
    {
        time = default;
        rest = default;
        int length =
            line.Length > 20
            && line[4] == '-'
            && line[7] == '-'
            && line[10] == ' '
            && line[13] == ':'
            && line[19] == ' '
                ? 19
            : line.Length > 25
            && line[3] == ' '
            && line[7] == ' '
            && line[13] == ':'
            && line[16] == ':'
            && line[19] == ' '
            && line[24] == ' '
                ? 24
            : 0;
        if (length == 0)
        {
            return false;
        }

        time = line[..length];
        var reader = new SpanReader(line[length..].TrimStart());
        if (reader.Rest.StartsWith("us="))
        {
            reader.TakeWord();
        }

        rest = reader.Rest;
        return true;
    }

    private sealed class Session : ILineSession
    {
        public void Read(ReadOnlySpan<char> line, LineSink sink)
        {
            if (
                !TrySplit(line, out ReadOnlySpan<char> written, out ReadOnlySpan<char> message)
                || !LogTime.TryParse(written, sink.Context.Zone, out DateTime time)
            )
            {
                sink.Reject("it does not begin with a time as OpenVPN writes it");
                return;
            }

            sink.Begin("openvpn", "vpn");
            sink.Row.SetHeader(time, provider: "openvpn");
            OpenVpnMessage.Read(message)?.AddTo(sink);
            sink.Add("message", message);
            sink.Show();
        }
    }
}

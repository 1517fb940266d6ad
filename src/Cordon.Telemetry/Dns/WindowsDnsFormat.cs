using System.Text;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Dns;

/// <summary>
/// The debug log of Windows' DNS server: <c>1/1/2026 10:00:00 AM 0E5C PACKET 0000… UDP Rcv 192.0.2.1 0002   Q [0001   D   NOERROR] A      (3)www(7)example(4)test(0)</c>.
/// </summary>
internal sealed class WindowsDnsFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "dns-windows";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample)
    {
        (int held, int all) = Count(
            sample,
            static line => line.Contains(" PACKET ", StringComparison.Ordinal) && TryRead(line, out _, out _)
        );
        bool isHeaded = sample.Text.Contains("DNS Server log file creation", StringComparison.Ordinal);
        return isHeaded || (held > 0 && held * 3 >= all) ? 85 : 0;
    }

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new Session();

    private static bool TryRead(ReadOnlySpan<char> line, out ReadOnlySpan<char> time, out DnsMessage message)
    {
        time = default;
        message = default;
        int at = line.IndexOf(" PACKET ", StringComparison.Ordinal);
        int open = line.IndexOf('[');
        int close = line.IndexOf(']');
        if (at < 0 || open < at || close < open)
        {
            return false;
        }

        // The number of the thread stands between time and word.
        ReadOnlySpan<char> before = line[..at].TrimEnd();
        int thread = before.LastIndexOf(' ');
        time = thread < 0 ? default : before[..thread].Trim();
        var head = new SpanReader(line[(at + 8)..open]);
        ReadOnlySpan<char> word = head.TakeWord();
        word = word is "UDP" or "TCP" ? word : head.TakeWord();
        ReadOnlySpan<char> direction = head.TakeWord();
        ReadOnlySpan<char> client = head.TakeWord();
        head.TakeWord();
        bool isReply = head.TakeWord() is "R";
        ReadOnlySpan<char> flags = line[(open + 1)..close].Trim();
        ReadOnlySpan<char> code = flags[(flags.LastIndexOf(' ') + 1)..];
        var tail = new SpanReader(line[(close + 1)..]);
        ReadOnlySpan<char> type = tail.TakeWord();
        string name = NameOf(tail.Rest.Trim());
        if (word is not ("UDP" or "TCP") || direction is not ("Rcv" or "Snd") || name.Length == 0)
        {
            return false;
        }

        message =
            direction is "Rcv" && !isReply
                ? DnsMessage.Question(name, type, client)
                : DnsMessage.Reply(name, type, client, default, code);
        return true;
    }

    // (3)www(7)example(4)test(0)
    private static string NameOf(ReadOnlySpan<char> text)
    {
        var name = new StringBuilder();
        while (text.StartsWith("("))
        {
            int close = text.IndexOf(')');
            if (close is < 2 or > 4)
            {
                break;
            }

            text = text[(close + 1)..];
            int next = text.IndexOf('(');
            ReadOnlySpan<char> label = next < 0 ? text : text[..next];
            text = next < 0 ? default : text[next..];
            if (!label.IsEmpty && name.Length < 1024)
            {
                name.Append(name.Length > 0 ? "." : "").Append(label);
            }
        }

        return name.ToString();
    }

    private sealed class Session : ILineSession
    {
        public void Read(ReadOnlySpan<char> line, LineSink sink)
        {
            if (!line.Contains(" PACKET ", StringComparison.Ordinal))
            {
                // The head of the file, and details of packets.
                return;
            }

            if (!TryRead(line, out ReadOnlySpan<char> time, out DnsMessage message))
            {
                sink.Reject("it tells of a packet, but not with the fields of Windows' DNS debug log");
                return;
            }

            sink.Begin("dns", "dns");
            sink.Row.SetHeader(
                LogTime.TryParse(time, sink.Context.Zone, out DateTime when) ? when : null,
                provider: "dns"
            );
            message.AddTo(sink);
            sink.Add("message", line);
            sink.Show();
        }
    }
}

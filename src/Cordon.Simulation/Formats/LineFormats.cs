using System.Globalization;
using System.Text;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Formats;

/// <summary>Mails in one mbox (mboxrd).</summary>
internal sealed class MboxFormat(string server) : ITextFormat
{
    public string Extension => ".mbox";

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is not MailEvent mail)
        {
            return;
        }

        sink.Text($"From {mail.From} {mail.Time.ToString("ddd MMM dd HH:mm:ss yyyy", CultureInfo.InvariantCulture)}\n");
        foreach (string line in MailText.Of(mail, server).Split("\r\n"))
        {
            bool isQuoted = line.TrimStart('>').StartsWith("From ", StringComparison.Ordinal);
            sink.Text((isQuoted ? ">" : "") + line + "\n");
        }

        sink.Text("\n");
    }
}

/// <summary>Exchange's message trace: one row for each recipient.</summary>
internal sealed class TraceFormat : ITextFormat
{
    public string Extension => ".csv";

    public void Begin(ByteSink sink) =>
        CsvText.Row(
            sink,
            "MessageTraceId",
            "MessageId",
            "Received",
            "SenderAddress",
            "RecipientAddress",
            "Subject",
            "Status",
            "ToIP",
            "FromIP",
            "Size"
        );

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is not MailEvent mail)
        {
            return;
        }

        string domain = mail.From[(mail.From.IndexOf('@', StringComparison.Ordinal) + 1)..];
        foreach (string recipient in mail.To)
        {
            CsvText.Row(
                sink,
                mail.Mark,
                $"<{mail.Mark}@{domain}>",
                mail.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                mail.ReturnPath.Length > 0 ? mail.ReturnPath : mail.From,
                recipient,
                mail.Subject,
                mail.Status,
                "",
                mail.Sender.Address,
                mail.Size.ToString(CultureInfo.InvariantCulture)
            );
        }
    }
}

/// <summary>The Linux server's auth.log (RFC 3164): local time, no year, no zone.</summary>
internal sealed class LinuxFormat(string host, Place place) : ITextFormat
{
    public string Extension => ".log";

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is LinuxEvent line)
        {
            sink.Text($"{Stamp(place.Local(item.Time))} {host} {line.Program}[{line.Process}]: {line.Text}\n");
        }
    }

    public static string Stamp(DateTime local)
    {
        string day = local.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2);
        return local.ToString("MMM ", CultureInfo.InvariantCulture)
            + day
            + local.ToString(" HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

/// <summary>Syslog of the VPN's firewall (Cisco ASA), with the year.</summary>
internal sealed class VpnFormat(Place place) : ITextFormat
{
    public string Extension => ".log";

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is VpnEvent line)
        {
            string time = place.Local(item.Time).ToString("MMM dd yyyy HH:mm:ss", CultureInfo.InvariantCulture);
            sink.Text($"<{160 + line.Severity}>{time} vpn01 : %ASA-{line.Severity}-{line.Code}: {line.Text}\n");
        }
    }
}

/// <summary>Requests through the proxy as CSV.</summary>
internal sealed class ProxyFormat : ITextFormat
{
    public string Extension => ".csv";

    public void Begin(ByteSink sink) =>
        CsvText.Row(
            sink,
            "timestamp",
            "src_ip",
            "user",
            "method",
            "url",
            "host",
            "status",
            "action",
            "bytes_out",
            "bytes_in",
            "user_agent"
        );

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is ProxyEvent p)
        {
            CsvText.Row(
                sink,
                p.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                p.Client,
                p.User,
                p.Method,
                p.Url,
                p.Host,
                p.Status.ToString(CultureInfo.InvariantCulture),
                p.Action,
                p.Sent.ToString(CultureInfo.InvariantCulture),
                p.Received.ToString(CultureInfo.InvariantCulture),
                p.Agent
            );
        }
    }
}

/// <summary>Requests through the proxy as CEF in syslog.</summary>
internal sealed class ProxyCefFormat(Place place) : ITextFormat
{
    public string Extension => ".log";

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is ProxyEvent p)
        {
            long epoch = new DateTimeOffset(p.Time).ToUnixTimeMilliseconds();
            sink.Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<134>{LinuxFormat.Stamp(place.Local(p.Time))} proxy01 CEF:0|Example|Web Gateway|4.2|{p.Status}|Web request|3|rt={epoch} src={p.Client} suser={p.User} requestMethod={p.Method} request={Escaped(p.Url)} dhost={p.Host} act={p.Action} out={p.Sent} in={p.Received} requestClientApplication={Escaped(p.Agent)}\n"
                )
            );
        }
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal);
}

/// <summary>BIND's query log, in local time.</summary>
internal sealed class DnsFormat(Place place) : ITextFormat
{
    public string Extension => ".log";

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is DnsEvent d)
        {
            string time = place.Local(item.Time).ToString("dd-MMM-yyyy HH:mm:ss.fff", CultureInfo.InvariantCulture);
            int port = 40_000 + (int)((ulong)item.Time.Ticks % 20_000);
            sink.Text(
                $"{time} queries: info: client @0x7f3a {d.Client}#{port} ({d.Query}): query: {d.Query} IN A + (10.0.0.53)\n"
            );
        }
    }
}

/// <summary>Writes each mail as a file of its own.</summary>
internal sealed class MailFolder(string folder, string server, Tally tally)
{
    private int _count;

    public void Write(MailEvent mail)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{mail.Time:yyyyMMdd-HHmmss}-{++_count:D5}.eml");
        File.WriteAllText(path, MailText.Of(mail, server), new UTF8Encoding(false));
        tally.File(path, mail.Time);
        tally.Events++;
    }
}

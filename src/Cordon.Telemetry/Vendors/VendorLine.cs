using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Syslog;
using Cordon.Telemetry.Web;

namespace Cordon.Telemetry.Vendors;

/// <summary>Devices whose lines come by syslog, or alone, in a form of their own.</summary>
internal static class VendorLine
{
    /// <summary>Begins an event of a device's line; false where it is none.</summary>
    /// <param name="sink">Takes the event; it is not shown yet.</param>
    /// <param name="line">The line's head, as far as it has one.</param>
    /// <param name="content">What follows it.</param>
    /// <param name="time">The head's time.</param>
    public static bool TryBegin(LineSink sink, SyslogLine line, ReadOnlySpan<char> content, DateTime? time)
    {
        if (
            content.Contains('%')
            && AsaMessage.TryFind(content, out int severity, out int code, out ReadOnlySpan<char> asa)
        )
        {
            // Commands that administrators gave are what Sigma calls aaa.
            sink.Begin("cisco", code is 111008 or 111009 or 111010 ? "aaa" : "asa");
            sink.Row.SetHeader(time, LineLimits.Cut(line.Host), "asa", code);
            AsaMessage.Read(code, asa)?.AddTo(sink);
            sink.Add("message", asa);
            sink.Add("message_id", AsaMessage.Written(code));
            sink.Row.Add("level", severity);
            return true;
        }

        if (content.Contains("CEF:", StringComparison.Ordinal) && CefMessage.Find(content) is { } cef)
        {
            BeginCef(sink, line, cef, time);
            return true;
        }

        if (FortinetMessage.Is(content))
        {
            BeginFortinet(sink, line, KeyValueText.Read(content), time);
            return true;
        }

        if (PaloAltoMessage.TryRead(content, out List<KeyValuePair<string, string>> pairs))
        {
            sink.Begin("paloalto", "vpn");
            sink.Row.SetHeader(
                PaloAltoMessage.TimeOf(pairs, sink.Context.Zone) ?? time,
                LineLimits.Cut(line.Host),
                "globalprotect"
            );
            PaloAltoMessage.Read(pairs)?.AddTo(sink);
            AddOwn(sink, pairs);
            return true;
        }

        if (
            content.Contains('%')
            && IosMessage.TryFind(
                content,
                out ReadOnlySpan<char> facility,
                out ReadOnlySpan<char> mnemonic,
                out ReadOnlySpan<char> ios
            )
        )
        {
            sink.Begin("cisco", facility is "PARSER" && mnemonic is "CFGLOG_LOGGEDCMD" ? "aaa" : "ios");
            sink.Row.SetHeader(time, LineLimits.Cut(line.Host), facility.ToString());
            IosMessage.Read(mnemonic, ios)?.AddTo(sink);
            sink.Add("message", ios);
            sink.Add("mnemonic", mnemonic);
            return true;
        }

        return false;
    }

    /// <summary>Whether a line without a head is one of these.</summary>
    public static bool Is(ReadOnlySpan<char> text) =>
        (text.StartsWith("CEF:") && CefMessage.Find(text) is not null)
        || FortinetMessage.Is(text)
        || (text.StartsWith("%") && AsaMessage.TryFind(text, out _, out _, out _))
        || PaloAltoMessage.TryRead(text, out _);

    private static void BeginCef(LineSink sink, SyslogLine line, CefMessage cef, DateTime? time)
    {
        AuthFacts? facts = cef.Read();
        string vendor = cef.Head[0].ToLowerInvariant() switch
        {
            "cisco" => "cisco",
            "fortinet" => "fortigate",
            "palo alto networks" => "paloalto",
            _ => "cef",
        };
        bool isWeb = cef.Fields.Of("request").Length > 0 && facts is null;
        sink.Begin(
            isWeb ? "proxy" : vendor,
            isWeb ? "proxy"
                : facts is null ? "cef"
                : "vpn"
        );
        sink.Row.SetHeader(
            cef.TimeOf(sink.Context.Zone) ?? time,
            cef.Fields.Of("dvchost", "deviceHostName") is { Length: > 0 } host
                ? LineLimits.Cut(host)
                : LineLimits.Cut(line.Host),
            LineLimits.Cut(cef.Head[1]),
            long.TryParse(cef.Head[3], NumberStyles.None, CultureInfo.InvariantCulture, out long code) ? code : null
        );
        facts?.AddTo(sink);
        if (isWeb)
        {
            // The common names; the log's own follow.
            sink.Add("url", cef.Fields.Of("request"));
            sink.Add("method", cef.Fields.Of("requestMethod"));
            sink.Add("user", cef.Fields.Of("suser", "sourceUserName"));
            sink.Add("client", cef.Fields.Of("src", "sourceAddress"));
            sink.Add("user_agent", cef.Fields.Of("requestClientApplication"));
            sink.Add("action", cef.Fields.Of("act", "deviceAction"));
            sink.Add("bytes_out", cef.Fields.Of("out", "bytesOut"));
        }

        string[] names = ["DeviceVendor", "DeviceProduct", "DeviceVersion", "DeviceEventClassID", "Name", "Severity"];
        for (int i = 0; i < names.Length; i++)
        {
            sink.Add(names[i], cef.Head[i]);
        }

        AddOwn(sink, cef.Fields);
        if (isWeb)
        {
            new WebNames
            {
                Url = LineLimits.Cut(cef.Fields.Of("request")),
                Host = LineLimits.Cut(cef.Fields.Of("dhost", "destinationHostName")),
                Method = LineLimits.Cut(cef.Fields.Of("requestMethod")),
                Client = LineLimits.Cut(cef.Fields.Of("src", "sourceAddress")),
                Server = LineLimits.Cut(cef.Fields.Of("dst", "destinationAddress")),
                User = LineLimits.Cut(cef.Fields.Of("suser", "sourceUserName")),
                UserAgent = LineLimits.Cut(cef.Fields.Of("requestClientApplication")),
                Referer = LineLimits.Cut(cef.Fields.Of("requestContext")),
                Cookie = LineLimits.Cut(cef.Fields.Of("requestCookies")),
            }.AddTo(sink.Row);
        }
    }

    private static void BeginFortinet(
        LineSink sink,
        SyslogLine line,
        List<KeyValuePair<string, string>> pairs,
        DateTime? time
    )
    {
        string device = pairs.Of("devname");
        sink.Begin("fortigate", FortinetMessage.ChannelOf(pairs));
        sink.Row.SetHeader(
            FortinetMessage.TimeOf(pairs, sink.Context.Zone) ?? time,
            device.Length > 0 ? LineLimits.Cut(device) : LineLimits.Cut(line.Host),
            "fortigate",
            FortinetMessage.CodeOf(pairs)
        );
        FortinetMessage.Read(pairs)?.AddTo(sink);
        AddOwn(sink, pairs);
    }

    private static void AddOwn(LineSink sink, List<KeyValuePair<string, string>> pairs)
    {
        foreach ((string name, string value) in pairs)
        {
            sink.AddOwn(name, value);
        }
    }
}

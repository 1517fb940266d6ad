using System.Globalization;
using System.Xml;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Syslog;

/// <summary>Events of Sysmon for Linux, which it writes to syslog as XML of one line.</summary>
internal static class SysmonXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LineLimits.MaxLine,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Whether a message is one.</summary>
    public static bool Is(ReadOnlySpan<char> message) =>
        message.StartsWith("<Event>") && message.Contains("Linux-Sysmon", StringComparison.Ordinal);

    /// <summary>Begins an event of it; false where the XML is not whole, with nothing begun.</summary>
    /// <param name="sink">Takes the event; it is not shown yet.</param>
    /// <param name="message">The message.</param>
    /// <param name="written">The line's own time, for an event that says none.</param>
    public static bool TryBegin(LineSink sink, ReadOnlySpan<char> message, DateTime? written)
    {
        string channel = "Linux-Sysmon/Operational";
        string provider = "Linux-Sysmon";
        string computer = "";
        long? code = null;
        DateTime? time = written;
        List<(string Name, string Value)> data = [];
        try
        {
            using var text = new StringReader(message.ToString());
            using var xml = XmlReader.Create(text, Settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "Provider":
                        provider = xml.GetAttribute("Name") ?? provider;
                        break;
                    case "TimeCreated":
                        time = LogTime.TryParse(
                            xml.GetAttribute("SystemTime") ?? "",
                            TimeZoneInfo.Utc,
                            out DateTime known
                        )
                            ? known
                            : time;
                        break;
                    case "EventID":
                        code = long.TryParse(TextOf(xml), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
                            ? id
                            : null;
                        break;
                    case "Channel":
                        channel = TextOf(xml);
                        break;
                    case "Computer":
                        computer = TextOf(xml);
                        break;
                    case "Data"
                        when data.Count < LineLimits.MaxValues && xml.GetAttribute("Name") is { Length: > 0 } name:
                        data.Add((name, TextOf(xml)));
                        break;
                }
            }
        }
        catch (XmlException)
        {
            return false;
        }

        sink.Begin("linux", LineLimits.Cut(channel));
        sink.Row.SetHeader(time, LineLimits.Cut(computer), LineLimits.Cut(provider), code);
        if (code is { } known1)
        {
            sink.Row.Add("EventID", known1);
        }

        foreach ((string name, string value) in data)
        {
            sink.AddOwn(name, value);
        }

        return true;
    }

    // Stands on an element that may only hold text; afterwards on what ends it.
    private static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        string text = "";
        while (
            xml.Read()
            && xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
        )
        {
            text += xml.Value;
        }

        return text;
    }
}

using System.Text;
using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Syslog;

/// <summary>The structured data of RFC 5424, 6.3: <c>[id name="value" …][…]</c>.</summary>
internal static class StructuredData
{
    /// <summary>How long the structured data at the beginning of a text is; 0 where there is none, or it does not end.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length && text[at] == '[')
        {
            bool isQuoted = false;
            int end = at + 1;
            for (; end < text.Length && (isQuoted || text[end] != ']'); end++)
            {
                end += isQuoted && text[end] == '\\' ? 1 : 0;
                isQuoted ^= end < text.Length && text[end] == '"';
            }

            if (end >= text.Length)
            {
                return at;
            }

            at = end + 1;
        }

        return at;
    }

    /// <summary>Adds every value as <c>sd.id.name</c>, an enterprise number behind the id (<c>@32473</c>) left out.</summary>
    public static void AddTo(LineSink sink, ReadOnlySpan<char> text)
    {
        while (text.StartsWith("["))
        {
            int length = LengthOf(text);
            if (length == 0)
            {
                return;
            }

            var element = new SpanReader(text[1..]);
            int nameEnd = element.Rest.IndexOfAny(" ]");
            ReadOnlySpan<char> id = element.Rest[..nameEnd];
            id = id.IndexOf('@') is > 0 and var at ? id[..at] : id;
            element = new SpanReader(element.Rest[nameEnd..]);
            while (TakeValue(ref element, out ReadOnlySpan<char> name, out string value))
            {
                sink.AddOwn($"sd.{id}.{name}", value);
            }

            int used = text.Length - element.Rest.Length;
            text = text[used..].TrimStart(' ');
            text = text.StartsWith("]") ? text[1..] : default;
        }
    }

    private static bool TakeValue(ref SpanReader element, out ReadOnlySpan<char> name, out string value)
    {
        name = default;
        value = "";
        SpanReader at = element;
        at.TakeBlanks();
        if (at.Rest.StartsWith("]") || !at.TakeUntil("=\"", out name) || name.ContainsAny(" ]\""))
        {
            return false;
        }

        var text = new StringBuilder();
        ReadOnlySpan<char> rest = at.Rest;
        int i = 0;
        for (; i < rest.Length && rest[i] != '"'; i++)
        {
            // Only these three may be escaped; any other backslash is one.
            i += rest[i] == '\\' && i + 1 < rest.Length && (rest[i + 1] is '"' or '\\' or ']') ? 1 : 0;
            text.Append(rest[i]);
        }

        if (i >= rest.Length)
        {
            return false;
        }

        element = new SpanReader(rest[(i + 1)..]);
        value = text.ToString();
        return true;
    }
}

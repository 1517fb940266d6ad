using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Web;

/// <summary>A line of Apache's and nginx' access logs: common, combined, with the virtual host before it. Borrows the line.</summary>
internal ref struct AccessLine
{
    /// <summary>The virtual host, without port; empty where the line has none.</summary>
    public ReadOnlySpan<char> Host;

    /// <summary>The client.</summary>
    public ReadOnlySpan<char> Client;

    /// <summary>The account; <c>-</c> for none.</summary>
    public ReadOnlySpan<char> User;

    /// <summary>The time as written, <c>10/Oct/2026:13:55:36 +0000</c>.</summary>
    public ReadOnlySpan<char> Time;

    /// <summary>The request line, its escapes as they are.</summary>
    public ReadOnlySpan<char> Request;

    /// <summary>The status.</summary>
    public ReadOnlySpan<char> Status;

    /// <summary>Bytes sent; <c>-</c> for none.</summary>
    public ReadOnlySpan<char> Bytes;

    /// <summary>The Referer; empty where the line has none.</summary>
    public ReadOnlySpan<char> Referer;

    /// <summary>The User-Agent; empty where the line has none.</summary>
    public ReadOnlySpan<char> UserAgent;

    /// <summary>What follows.</summary>
    public ReadOnlySpan<char> Rest;

    /// <summary>Takes a line apart; false where it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AccessLine line)
    {
        line = default;
        // The name of a user may hold blanks: the time in brackets is what is looked for.
        int open = text.IndexOf(" [", StringComparison.Ordinal);
        int close = open < 0 ? -1 : text[open..].IndexOf(']');
        if (open is < 0 or > 1024 || close is < 22 or > 40)
        {
            return false;
        }

        line.Time = text.Slice(open + 2, close - 2);
        if (line.Time[2] != '/' || line.Time[6] != '/' || line.Time[11] != ':')
        {
            return false;
        }

        var head = new SpanReader(text[..open]);
        ReadOnlySpan<char> first = head.TakeWord();
        SpanReader second = head;
        ReadOnlySpan<char> next = second.TakeWord();
        // host:443 client ident user
        if (!Addresses.IsAddress(first) && Addresses.IsAddress(next))
        {
            line.Host = first.LastIndexOf(':') is > 0 and var port ? first[..port] : first;
            first = next;
            head = second;
        }

        line.Client = first;
        head.TakeWord();
        line.User = head.Rest.Trim();
        var rest = new SpanReader(text[(open + close + 1)..].TrimStart());
        if (first.IsEmpty || !TakeQuoted(ref rest, out line.Request))
        {
            return false;
        }

        line.Status = rest.TakeWord();
        line.Bytes = rest.TakeWord();
        if (line.Status.Length != 3 && line.Status is not "-")
        {
            return false;
        }

        if (TakeQuoted(ref rest, out line.Referer))
        {
            TakeQuoted(ref rest, out line.UserAgent);
        }

        line.Rest = rest.Rest.Trim();
        return true;
    }

    // In quotes, with quotes inside escaped by a backslash.
    private static bool TakeQuoted(scoped ref SpanReader reader, out ReadOnlySpan<char> text)
    {
        text = default;
        reader.TakeBlanks();
        ReadOnlySpan<char> rest = reader.Rest;
        if (!rest.StartsWith("\""))
        {
            return false;
        }

        int end = 1;
        while (end < rest.Length && rest[end] != '"')
        {
            end += rest[end] == '\\' ? 2 : 1;
        }

        if (end >= rest.Length)
        {
            return false;
        }

        text = rest[1..end];
        reader = new SpanReader(rest[(end + 1)..]);
        reader.TakeBlanks();
        return true;
    }
}

using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Web;

/// <summary>A line of Squid's own access log, taken apart. Borrows the line.</summary>
internal ref struct SquidLine
{
    /// <summary>Seconds since 1970.</summary>
    public ReadOnlySpan<char> Time;

    /// <summary>How long it took, in milliseconds.</summary>
    public ReadOnlySpan<char> Elapsed;

    /// <summary>The client.</summary>
    public ReadOnlySpan<char> Client;

    /// <summary>Squid's result, such as <c>TCP_MISS</c> or <c>TCP_DENIED</c>.</summary>
    public ReadOnlySpan<char> Result;

    /// <summary>The status; <c>000</c> where there was none.</summary>
    public ReadOnlySpan<char> Status;

    /// <summary>Bytes sent to the client.</summary>
    public ReadOnlySpan<char> Bytes;

    /// <summary>The method.</summary>
    public ReadOnlySpan<char> Method;

    /// <summary>The address asked for.</summary>
    public ReadOnlySpan<char> Url;

    /// <summary>The account; <c>-</c> for none.</summary>
    public ReadOnlySpan<char> User;

    /// <summary>How it was fetched.</summary>
    public ReadOnlySpan<char> Hierarchy;

    /// <summary>From where; <c>-</c> for nowhere.</summary>
    public ReadOnlySpan<char> Server;

    /// <summary>The type of what was fetched; <c>-</c> for none.</summary>
    public ReadOnlySpan<char> ContentType;

    /// <summary>Takes a line apart; false where it is none, or was cut.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SquidLine line)
    {
        line = default;
        var reader = new SpanReader(text);
        line.Time = reader.TakeWord();
        line.Elapsed = reader.TakeWord();
        line.Client = reader.TakeWord();
        ReadOnlySpan<char> result = reader.TakeWord();
        line.Bytes = reader.TakeWord();
        line.Method = reader.TakeWord();
        int slash = result.IndexOf('/');
        bool isSquid =
            line.Time.Length is >= 9 and <= 16
            && char.IsAsciiDigit(line.Time[0])
            && slash > 0
            && (
                result.StartsWith("TCP_")
                || result.StartsWith("UDP_")
                || result.StartsWith("NONE")
                || result.StartsWith("ERR_")
            )
            && !line.Method.IsEmpty;
        if (!isSquid)
        {
            return false;
        }

        line.Result = result[..slash];
        line.Status = result[(slash + 1)..];
        // Blanks in the address are left as they are by some settings: what follows it is taken from the end.
        ReadOnlySpan<char> rest = reader.Rest.TrimEnd();
        if (
            rest.EndsWith("]")
            && rest.LastIndexOf(" [") is > 0 and var headers
            && rest[..headers].Contains(" [", StringComparison.Ordinal)
        )
        {
            rest = rest[..rest.IndexOf(" [")].TrimEnd();
        }

        line.ContentType = TakeLast(ref rest);
        ReadOnlySpan<char> peer = TakeLast(ref rest);
        line.User = TakeLast(ref rest);
        line.Url = rest;
        slash = peer.IndexOf('/');
        line.Hierarchy = slash < 0 ? peer : peer[..slash];
        line.Server = slash < 0 ? default : peer[(slash + 1)..];
        return slash > 0 && !line.Url.IsEmpty;
    }

    private static ReadOnlySpan<char> TakeLast(scoped ref ReadOnlySpan<char> text)
    {
        int blank = text.LastIndexOf(' ');
        ReadOnlySpan<char> word = text[(blank + 1)..];
        text = blank < 0 ? default : text[..blank].TrimEnd();
        return word;
    }
}

namespace Cordon.Telemetry.Mail;

/// <summary>The bytes of one mail, with its header made no larger than a reader can bear.</summary>
internal static class MessageBytes
{
    /// <summary>Two pieces that make the mail: the header as far as the limits, and what follows it.</summary>
    /// <param name="bytes">The mail.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="isCut">Whether some of the header was left out.</param>
    public static (ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Body) Split(
        ReadOnlyMemory<byte> bytes,
        MailLimits limits,
        out bool isCut
    )
    {
        ReadOnlySpan<byte> all = bytes.Span;
        int at = 0;
        int fields = 0;
        int kept = -1;
        while (at < all.Length)
        {
            int length = all[at..].IndexOf((byte)'\n') + 1;
            length = length == 0 ? all.Length - at : length;
            ReadOnlySpan<byte> line = all.Slice(at, length);
            if (line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'])
            {
                break;
            }

            bool begins = line[0] is not ((byte)' ' or (byte)'\t');
            fields += begins ? 1 : 0;
            if (kept < 0 && ((begins && fields > limits.MaxHeaders) || at + length > limits.MaxHeaderBytes))
            {
                kept = at;
            }

            at += length;
        }

        isCut = kept >= 0;
        return isCut ? (bytes[..kept], bytes[at..]) : (bytes[..at], bytes[at..]);
    }

    /// <summary>Without what some systems put before the first field: a byte order mark, blank lines, mbox's separator.</summary>
    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        bytes = bytes.TrimStart("\r\n"u8);
        while (bytes.Span.StartsWith("From "u8) || bytes.Span.StartsWith(">From "u8))
        {
            int end = bytes.Span.IndexOf((byte)'\n');
            bytes = end < 0 ? default : bytes[(end + 1)..];
        }

        return bytes;
    }
}

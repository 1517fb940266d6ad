using System.Collections.Frozen;

namespace Cordon.Telemetry.Mail;

/// <summary>Says by its first lines whether something is a mail (RFC 5322) or a file of mails (mbox, RFC 4155).</summary>
internal static class MailSniffer
{
    private const int MaxLines = 400;

    /// <summary>Fields that hardly anything but a mail has.</summary>
    private static readonly FrozenSet<string> Own = FrozenSet.ToFrozenSet(
        [
            "received",
            "message-id",
            "return-path",
            "mime-version",
            "delivered-to",
            "dkim-signature",
            "authentication-results",
            "received-spf",
            "x-received",
            "content-transfer-encoding",
            "arc-seal",
            "x-mailer",
            "envelope-to",
            "x-originating-ip",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
        ["from", "to", "subject", "date", "cc", "reply-to", "sender", "content-type"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>How sure it is that <paramref name="text"/> begins a mail: 0 to 100.</summary>
    public static int Mail(ReadOnlySpan<char> text)
    {
        text = Trim(text);
        // Some systems leave mbox's separator above a mail that lies in a file by itself.
        if (IsSeparator(FirstLine(text)))
        {
            text = text[Math.Min(text.Length, FirstLine(text).Length + 1)..];
        }

        return Header(text);
    }

    /// <summary>How sure it is that <paramref name="text"/> begins an mbox file: 0 to 100.</summary>
    public static int Mbox(ReadOnlySpan<char> text)
    {
        text = Trim(text);
        ReadOnlySpan<char> first = FirstLine(text);
        return IsSeparator(first) && Header(text[Math.Min(text.Length, first.Length + 1)..]) is > 0 and var sure
            ? Math.Min(100, sure + 1)
            : 0;
    }

    /// <summary>Whether a line is the separator <c>From address date</c>: the word, a name without blanks, and a clock time.</summary>
    public static bool IsSeparator(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("From ", StringComparison.Ordinal) || line.Length > 1_000)
        {
            return false;
        }

        ReadOnlySpan<char> rest = line[5..].TrimStart();
        int blank = rest.IndexOf(' ');
        if (blank <= 0)
        {
            return false;
        }

        // hh:mm somewhere after the sender: asctime has it, and so has every variant of it that is met.
        rest = rest[blank..];
        for (int i = 2; i + 2 < rest.Length; i++)
        {
            if (
                rest[i] == ':'
                && char.IsAsciiDigit(rest[i - 1])
                && char.IsAsciiDigit(rest[i + 1])
                && char.IsAsciiDigit(rest[i + 2])
            )
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.TrimStart("\uFEFF\r\n");

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) =>
        text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;

    private static int Header(ReadOnlySpan<char> text)
    {
        int own = 0;
        int common = 0;
        int others = 0;
        int lines = 0;
        bool isFirst = true;
        foreach (ReadOnlySpan<char> raw in text.EnumerateLines())
        {
            ReadOnlySpan<char> line = raw;
            if (line.IsEmpty || ++lines > MaxLines)
            {
                break;
            }

            if (!isFirst && line[0] is ' ' or '\t')
            {
                continue;
            }

            int colon = line.IndexOf(':');
            if (colon <= 0 || !IsName(line[..colon].TrimEnd()))
            {
                // A header that runs into something else, or a body without a blank line before it.
                break;
            }

            isFirst = false;
            string name = line[..colon].TrimEnd().ToString();
            own += Own.Contains(name) ? 1 : 0;
            common += Common.Contains(name) ? 1 : 0;
            others++;
        }

        return own >= 1 && own + common >= 3 ? 90
            : own + common >= 3 && common >= 2 && others == own + common ? 60
            : 0;
    }

    // RFC 5322, 2.2: printable ASCII without the colon.
    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 100)
        {
            return false;
        }

        foreach (char letter in name)
        {
            if (letter is <= ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }
}

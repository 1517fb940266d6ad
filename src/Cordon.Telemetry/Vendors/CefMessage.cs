using System.Text;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Syslog;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Vendors;

/// <summary>An event in the Common Event Format: <c>CEF:0|vendor|product|version|class|name|severity|name=value …</c>.</summary>
internal sealed class CefMessage
{
    private const int MaxFields = 500;

    private CefMessage(string[] head) => Head = head;

    /// <summary>Vendor, product, version, class, name and severity.</summary>
    public IReadOnlyList<string> Head { get; }

    /// <summary>The extension's values in order; a custom field (<c>cs1</c>) also under its label (<c>cs1Label</c>).</summary>
    public List<KeyValuePair<string, string>> Fields { get; } = [];

    /// <summary>Finds and reads the event in a text; null where there is none, or its head is not whole.</summary>
    public static CefMessage? Find(ReadOnlySpan<char> content)
    {
        int at = content.IndexOf("CEF:", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var reader = new SpanReader(content[(at + 4)..]);
        if (!reader.TakeNumber(2, out _) || !reader.Take("|"))
        {
            return null;
        }

        string[] head = new string[6];
        ReadOnlySpan<char> rest = reader.Rest;
        for (int i = 0; i < head.Length; i++)
        {
            int end = Bar(rest);
            if (end < 0)
            {
                // The severity may be the end.
                if (i < head.Length - 1)
                {
                    return null;
                }

                end = rest.Length;
            }

            head[i] = Unescaped(rest[..end]).Trim();
            rest = end < rest.Length ? rest[(end + 1)..] : default;
        }

        var message = new CefMessage(head);
        message.ReadExtension(rest);
        return message;
    }

    /// <summary>When it happened, UTC; null where it does not say.</summary>
    public DateTime? TimeOf(TimeZoneInfo zone)
    {
        string text = Fields.Of("rt", "end", "start", "deviceReceiptTime");
        if (LogTime.TryParse(text, zone, out DateTime time))
        {
            return time;
        }

        var reader = new SpanReader(text);
        return SyslogParser.TakeTime(ref reader, out SyslogTime named) && named is { Local: { } local, Year: > 0 }
            ? LogTime.ToUtc(new DateTime(named.Year, local.Month, local.Day, 0, 0, 0).Add(local.TimeOfDay), zone)
            : null;
    }

    /// <summary>What it says of a sign-in; null where it says nothing of one.</summary>
    public AuthFacts? Read()
    {
        string name = $"{Head[3]} {Head[4]} {Fields.Of("cat", "act")}";
        bool isLogin =
            name.Contains("login", StringComparison.OrdinalIgnoreCase)
            || name.Contains("logon", StringComparison.OrdinalIgnoreCase)
            || name.Contains("authentication", StringComparison.OrdinalIgnoreCase)
            || name.Contains("sign-in", StringComparison.OrdinalIgnoreCase);
        string outcome = Fields.Of("outcome", "categoryOutcome", "status");
        string? result =
            !isLogin ? null
            : outcome.Contains("fail", StringComparison.OrdinalIgnoreCase) ? AuthResult.Failure
            : outcome.Contains("succe", StringComparison.OrdinalIgnoreCase) ? AuthResult.Success
            : name.Contains("fail", StringComparison.OrdinalIgnoreCase) ? AuthResult.Failure
            : name.Contains("succe", StringComparison.OrdinalIgnoreCase) ? AuthResult.Success
            : null;
        string user = Fields.Of("duser", "suser");
        return result is null
            ? null
            : new AuthFacts(result)
            {
                User = user.AsSpan().Trim('*').IsEmpty ? "" : user,
                Address = Fields.Of("src", "c6a2"),
                Reason = Fields.Of("reason", "msg"),
                Method = Fields.Of("app"),
            };
    }

    private void ReadExtension(ReadOnlySpan<char> rest)
    {
        // A value goes on to the last word before the next unescaped "=".
        int start = 0;
        int equals = Equals(rest, 0);
        while (equals >= 0 && Fields.Count < MaxFields)
        {
            ReadOnlySpan<char> name = rest[start..equals].Trim();
            int next = Equals(rest, equals + 1);
            int end = next < 0 ? rest.Length : equals + 1 + Math.Max(0, rest[(equals + 1)..next].LastIndexOf(' '));
            if (name.Length is > 0 and <= LineLimits.MaxName)
            {
                Fields.Add(new(name.ToString(), Unescaped(rest[(equals + 1)..Math.Max(end, equals + 1)]).Trim()));
            }

            start = end;
            equals = next;
        }

        foreach ((string name, string value) in Fields.ToArray())
        {
            if (name.EndsWith("Label", StringComparison.Ordinal) && value.Length is > 0 and <= LineLimits.MaxName)
            {
                string labelled = Fields.Of(name[..^5]);
                if (labelled.Length > 0)
                {
                    Fields.Add(new(value, labelled));
                }
            }
        }
    }

    private static int Bar(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '|')
            {
                return i;
            }
        }

        return -1;
    }

    private static int Equals(ReadOnlySpan<char> text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '=')
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unescaped(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
        {
            return LineLimits.Cut(text);
        }

        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length && plain.Length < LineLimits.MaxText; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
                plain.Append(
                    text[i] switch
                    {
                        'n' => '\n',
                        'r' => '\r',
                        char one => one,
                    }
                );
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}

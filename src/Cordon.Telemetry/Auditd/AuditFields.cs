using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Auditd;

/// <summary>Takes the fields of a record apart, and decodes what the kernel writes as hexadecimal digits because it may hold anything.</summary>
internal static class AuditFields
{
    /// <summary>The most fields of one record.</summary>
    public const int MaxFields = 600;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    // What the kernel and the tools encode; everything else that looks like digits is a number.
    private static readonly HashSet<string> Encoded = new(StringComparer.Ordinal)
    {
        "acct",
        "cmd",
        "comm",
        "cwd",
        "data",
        "exe",
        "file",
        "key",
        "name",
        "new-disk",
        "ocomm",
        "old-disk",
        "path",
        "proctitle",
        "vm",
        "watch",
        "dir",
    };

    /// <summary>Reads the fields of a record.</summary>
    public static AuditRecord Read(ReadOnlySpan<char> type, ReadOnlySpan<char> body)
    {
        List<KeyValuePair<string, string>> fields = [];
        bool isExecve = type is "EXECVE";
        // Behind this mark stand the names of what is written in numbers before it.
        int enriched = body.IndexOf('\u001d');
        Split(enriched < 0 ? body : body[..enriched], isExecve, fields, 0);
        if (enriched >= 0)
        {
            Split(body[(enriched + 1)..], isExecve: false, fields, 0);
        }

        if (type is "SOCKADDR")
        {
            AddAddress(fields);
        }

        return new AuditRecord(type.ToString(), fields);
    }

    /// <summary>Hexadecimal digits as the UTF-8 text that they stand for; null where they are none.</summary>
    public static string? Decode(ReadOnlySpan<char> digits)
    {
        if (
            digits.Length is 0 or > LineLimits.MaxLine
            || digits.Length % 2 != 0
            || digits.ContainsAnyExcept(Hexadecimal)
        )
        {
            return null;
        }

        return Encoding.UTF8.GetString(Convert.FromHexString(digits));
    }

    private static void Split(
        ReadOnlySpan<char> text,
        bool isExecve,
        List<KeyValuePair<string, string>> fields,
        int depth
    )
    {
        while (fields.Count < MaxFields)
        {
            text = text.TrimStart(" ,");
            int equals = text.IndexOf('=');
            if (equals < 0)
            {
                return;
            }

            ReadOnlySpan<char> name = text[..equals];
            name = name[(name.LastIndexOf(' ') + 1)..];
            text = text[(equals + 1)..];
            if (name is "msg" && text.StartsWith("'") && depth == 0)
            {
                int end = text[1..].LastIndexOf('\'');
                ReadOnlySpan<char> inner = end < 0 ? text[1..] : text.Slice(1, end);
                Split(inner, isExecve: false, fields, depth + 1);
                text = end < 0 ? default : text[(end + 2)..];
                continue;
            }

            Take(ref text, out ReadOnlySpan<char> value, out bool isQuoted);
            AddField(fields, name, value, isQuoted, isExecve);
        }
    }

    private static void Take(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> value, out bool isQuoted)
    {
        isQuoted = text.StartsWith("\"") && text[1..].Contains('"');
        if (isQuoted)
        {
            int end = text[1..].IndexOf('"');
            value = text.Slice(1, end);
            text = text[(end + 2)..];
            return;
        }

        if (text.StartsWith("{") && text.IndexOf('}') is > 0 and var close)
        {
            value = text[..(close + 1)];
            text = text[(close + 1)..];
            return;
        }

        int blank = text.IndexOf(' ');
        value = (blank < 0 ? text : text[..blank]).TrimEnd(',');
        text = blank < 0 ? default : text[blank..];
    }

    private static void AddField(
        List<KeyValuePair<string, string>> fields,
        ReadOnlySpan<char> name,
        ReadOnlySpan<char> value,
        bool isQuoted,
        bool isExecve
    )
    {
        if (name.IsEmpty || name.Length > LineLimits.MaxName || value is "(null)")
        {
            return;
        }

        string own = LineLimits.NameOf(name);
        // An argument that is too long for one record comes in pieces: a2_len=… a2[0]=… a2[1]=…
        bool isArgument = isExecve && own.Length > 1 && own[0] == 'a' && char.IsAsciiDigit(own[1]);
        string? decoded = !isQuoted && (isArgument || Encoded.Contains(own)) ? Decode(value) : null;
        if (decoded is null)
        {
            fields.Add(new(own, LineLimits.Cut(value)));
        }
        else if (own is "key")
        {
            foreach (string one in decoded.Split('\u0001', MaxFields))
            {
                fields.Add(new(own, one));
            }
        }
        else
        {
            fields.Add(new(own, LineLimits.Cut(own is "proctitle" or "cmd" ? decoded.Replace('\0', ' ') : decoded)));
        }
    }

    // saddr=0200… is the kernel's structure: family, port, address.
    private static void AddAddress(List<KeyValuePair<string, string>> fields)
    {
        string raw = fields.FirstOrDefault(static f => f.Key == "saddr").Value ?? "";
        bool isText =
            raw.Length is >= 16 and <= 256 && raw.Length % 2 == 0 && !raw.AsSpan().ContainsAnyExcept(Hexadecimal);
        if (!isText)
        {
            return;
        }

        byte[] bytes = Convert.FromHexString(raw);
        int family = bytes[0] | (bytes[1] << 8);
        IPAddress? address = family switch
        {
            2 => new IPAddress(bytes.AsSpan(4, 4)),
            10 when bytes.Length >= 24 => new IPAddress(bytes.AsSpan(8, 16)),
            _ => null,
        };
        if (address is not null)
        {
            fields.Add(new("laddr", (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()));
            fields.Add(new("lport", ((bytes[2] << 8) | bytes[3]).ToString(CultureInfo.InvariantCulture)));
        }
    }
}

using System.Net;

namespace Cordon.Telemetry.Mail;

/// <summary>One hop of a mail, as the server that took it wrote it (RFC 5321, 4.4). Servers differ; what can't be told is empty.</summary>
/// <param name="From">The name that the other side gave itself: anything it likes.</param>
/// <param name="Rdns">The name that its address resolves to, where the server looked that up.</param>
/// <param name="Address">Its address.</param>
/// <param name="By">The server that took it.</param>
/// <param name="Date">When, as written.</param>
internal sealed record ReceivedField(string From, string Rdns, string Address, string By, string Date)
{
    private const int MaxChars = 2_000;

    /// <summary>Reads a field's value, unfolded.</summary>
    public static ReceivedField Parse(string value)
    {
        if (value.Length > MaxChars)
        {
            value = value[..MaxChars];
        }

        int semicolon = value.LastIndexOf(';');
        string date = semicolon < 0 ? "" : value[(semicolon + 1)..].Trim();
        string hop = semicolon < 0 ? value : value[..semicolon];
        int by = Word(hop, "by");
        string fromPart = Word(hop, "from") is >= 0 and var from
            ? hop[from..(by > from ? by - 2 : hop.Length)].Trim()
            : "";
        string name = Token(fromPart);
        string comment = fromPart[name.Length..];
        string address = AddressIn(comment) is { Length: > 0 } inComment ? inComment : AddressIn(name);
        return new ReceivedField(
            name.Trim('[', ']'),
            Resolved(comment, address),
            address,
            by < 0 ? "" : Token(hop[by..].TrimStart()).Trim('[', ']'),
            date
        );
    }

    // Where a word stands by itself outside of comments; the place behind it.
    private static int Word(string text, string word)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth +=
                text[i] == '(' ? 1
                : text[i] == ')' ? -1
                : 0;
            if (
                depth <= 0
                && (i == 0 || char.IsWhiteSpace(text[i - 1]))
                && i + word.Length < text.Length
                && char.IsWhiteSpace(text[i + word.Length])
                && text.AsSpan(i, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            )
            {
                return i + word.Length;
            }
        }

        return -1;
    }

    private static string Token(string text)
    {
        int end = text.AsSpan().IndexOfAny(" \t(;");
        return end < 0 ? text : text[..end];
    }

    private static string AddressIn(string text)
    {
        foreach (
            string piece in text.Split([' ', '\t', '(', ')', '[', ']', ',', '='], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            string candidate = piece.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)
                ? piece[5..]
                : piece.TrimEnd(':');
            // "1" is an address to the framework's parser.
            if (
                candidate.Length is >= 3 and <= 45
                && (candidate.Contains(':', StringComparison.Ordinal) || candidate.Count(c => c == '.') == 3)
                && IPAddress.TryParse(candidate, out IPAddress? address)
            )
            {
                return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : address.ToString();
            }
        }

        return "";
    }

    // "(name [address])", "(name. [address])", "(EHLO name) (address)", "(HELO name)": the first kind is looked up, the others are claims.
    private static string Resolved(string comment, string address)
    {
        if (address.Length == 0)
        {
            return "";
        }

        string inner = comment.Trim().TrimStart('(');
        string name = Token(inner).TrimEnd('.');
        bool isName =
            name.Contains('.', StringComparison.Ordinal)
            && !name.Contains('[', StringComparison.Ordinal)
            && name != address
            && !name.Contains('=', StringComparison.Ordinal)
            && !name.EndsWith(')');
        return isName ? name.ToLowerInvariant() : "";
    }
}

using System.Net;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Accounts and addresses as activities write them.</summary>
internal static class IdentityText
{
    // What services write where they know no account.
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "not-found",
        "not available",
        "notavailable",
        "n/a",
        "none",
        "null",
        "unknown",
        "hidden_due_to_security_reasons",
        "-",
        "*****",
    };

    /// <summary>An account: lower case, without a domain in front; empty where the text names none.</summary>
    public static string Account(string text)
    {
        text = text.Trim().Trim('"');
        if (text.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[5..];
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            // Claims are written i:0#.f|membership|name@domain.
            text = text[(text.LastIndexOf('|') + 1)..];
        }
        else if (
            text.IndexOf('\\', StringComparison.Ordinal) is > 0 and int slash
            && !text.StartsWith("NT AUTHORITY\\", StringComparison.OrdinalIgnoreCase)
        )
        {
            text = text[(slash + 1)..];
        }

        text = text.ToLowerInvariant();
        return Nobody.Contains(text) || Guid.TryParse(text, out Guid id) && id == Guid.Empty ? "" : text;
    }

    /// <summary>An address without port, zone and brackets, IPv4 where it was mapped into IPv6; empty where the text is none.</summary>
    public static string Address(string text)
    {
        ReadOnlySpan<char> address = text.AsSpan().Trim();
        if (address.StartsWith("["))
        {
            int end = address.IndexOf(']');
            address = end > 0 ? address[1..end] : address[1..];
        }
        else if (address.Count(':') == 1)
        {
            address = address[..address.IndexOf(':')];
        }

        if (address.Length is < 2 or > 64 || !IPAddress.TryParse(address, out IPAddress? parsed))
        {
            return "";
        }

        // A bare number is an address to the parser, and none to people.
        if (!address.ContainsAny('.', ':') || parsed.Equals(IPAddress.Any) || parsed.Equals(IPAddress.IPv6Any))
        {
            return "";
        }

        if (parsed.IsIPv4MappedToIPv6)
        {
            parsed = parsed.MapToIPv4();
        }

        string written = parsed.ToString();
        int zone = written.IndexOf('%', StringComparison.Ordinal);
        return zone < 0 ? written : written[..zone];
    }

    /// <summary>A text for a line: control characters as blanks, bounded.</summary>
    public static string Line(string text, int most)
    {
        text = text.Length > most ? string.Concat(text.AsSpan(0, most), "…") : text;
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
    }
}

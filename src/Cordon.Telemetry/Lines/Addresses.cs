using System.Net;

namespace Cordon.Telemetry.Lines;

/// <summary>Addresses as lines write them.</summary>
internal static class Addresses
{
    /// <summary>An address without port and brackets, IPv4 where it was mapped into IPv6; the text itself where it is none.</summary>
    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 64)
        {
            return text;
        }

        if (text[0] == '[' && text.IndexOf(']') is > 0 and var end)
        {
            text = text[1..end];
        }
        else if (text.Count(':') == 1)
        {
            text = text[..text.IndexOf(':')];
        }

        if (text.StartsWith("::ffff:", StringComparison.OrdinalIgnoreCase) && IPAddress.TryParse(text[7..], out _))
        {
            return text[7..];
        }

        return text;
    }

    /// <summary>Whether a text is an IPv4 or IPv6 address written in full, without a port.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 64
        && (text.Count('.') == 3 || text.Contains(':'))
        && IPAddress.TryParse(text, out _);
}

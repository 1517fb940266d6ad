using System.Net;
using System.Net.Sockets;

namespace Cordon.Intelligence.Indicators;

/// <summary>Brings values of indicators into the one form they are kept and looked up in.</summary>
internal static class IndicatorValue
{
    private const int MaxValue = 2_000;

    /// <summary>The plain form; null where the value is none of its kind.</summary>
    public static string? Normalise(IndicatorKind kind, string value)
    {
        value = value.Trim();
        return value.Length is 0 or > MaxValue || value.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0
            ? null
            : kind switch
            {
                IndicatorKind.Hash => IsHash(value) ? value.ToLowerInvariant() : null,
                IndicatorKind.Domain => Domain(value),
                IndicatorKind.Address => Network(value),
                IndicatorKind.Url => HasScheme(value) ? Url(value) : null,
                IndicatorKind.Email => value.Contains('@', StringComparison.Ordinal) ? value.ToLowerInvariant() : null,
                _ => FileName(value),
            };
    }

    /// <summary>Tells the kind of a value that stands by itself, as in a plain list; null for none that is known.</summary>
    public static (IndicatorKind Kind, string Value)? Guess(string text)
    {
        string value = Refang(text.Trim());
        if (value.Length is 0 or > MaxValue)
        {
            return null;
        }

        IndicatorKind kind =
            IsHash(value) ? IndicatorKind.Hash
            : Network(value) is not null ? IndicatorKind.Address
            : HasScheme(value) ? IndicatorKind.Url
            : value.Contains('@', StringComparison.Ordinal) ? IndicatorKind.Email
            : IndicatorKind.Domain;
        return Normalise(kind, value) is { } plain ? (kind, plain) : null;
    }

    public static bool IsHash(ReadOnlySpan<char> value) =>
        value.Length is 32 or 40 or 64 or 128 && !value.ContainsAnyExcept(Digits);

    /// <summary>A name of at least two labels, in lower case and without the dot at its end; null for none.</summary>
    public static string? Domain(string value)
    {
        value = value.TrimEnd('.').ToLowerInvariant();
        if (value.StartsWith("*.", StringComparison.Ordinal))
        {
            value = value[2..];
        }

        if (value.Length is < 4 or > 253 || !value.Contains('.', StringComparison.Ordinal) || value[0] == '.')
        {
            return null;
        }

        int label = 0;
        foreach (char c in value)
        {
            if (c == '.')
            {
                if (label == 0)
                {
                    return null;
                }

                label = 0;
            }
            else if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                label++;
                if (label > 63)
                {
                    return null;
                }
            }
            else
            {
                return null;
            }
        }

        // The last label is no number: 1.2.3 is no name.
        return char.IsLetter(value[^1]) || value.Contains("xn--", StringComparison.Ordinal) ? value : null;
    }

    /// <summary>An address or a network in its canonical form; null for none.</summary>
    public static string? Network(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        string address = slash < 0 ? value : value[..slash];
        // The library takes 1 and 0x7f.1 for addresses.
        if (
            !(address.Contains(':', StringComparison.Ordinal) || address.AsSpan().Count('.') == 3)
            || address.Contains('%', StringComparison.Ordinal)
            || address.AsSpan().ContainsAny(Brackets)
            || !IPAddress.TryParse(address, out IPAddress? parsed)
        )
        {
            return null;
        }

        if (slash < 0)
        {
            return (parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed).ToString();
        }

        int most = parsed.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        if (!int.TryParse(value.AsSpan(slash + 1), out int length) || length < 0 || length > most)
        {
            return null;
        }

        byte[] bytes = parsed.GetAddressBytes();
        for (int bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        string text = new IPAddress(bytes).ToString();
        return length == most ? text : $"{text}/{length}";
    }

    /// <summary>Undoes what keeps hostile values from being clicked: <c>hxxp</c>, <c>[.]</c>, <c>(.)</c>, <c>[at]</c>.</summary>
    public static string Refang(string value)
    {
        if (value.StartsWith("hxxp", StringComparison.OrdinalIgnoreCase))
        {
            value = string.Concat("http", value.AsSpan(4));
        }

        return value.AsSpan().IndexOfAny('[', '(', '{') < 0
            ? value
            : value
                .Replace("[.]", ".", StringComparison.Ordinal)
                .Replace("(.)", ".", StringComparison.Ordinal)
                .Replace("{.}", ".", StringComparison.Ordinal)
                .Replace("[dot]", ".", StringComparison.OrdinalIgnoreCase)
                .Replace("[:]", ":", StringComparison.Ordinal)
                .Replace("[://]", "://", StringComparison.Ordinal)
                .Replace("[at]", "@", StringComparison.OrdinalIgnoreCase)
                .Replace("[@]", "@", StringComparison.Ordinal);
    }

    /// <summary>Scheme and host in lower case, the rest as it is; a slash alone at the end is left out.</summary>
    public static string Url(string value)
    {
        int host = value.IndexOf("://", StringComparison.Ordinal) + 3;
        int path = value.AsSpan(host).IndexOfAny('/', '?', '#');
        int end = path < 0 ? value.Length : host + path;
        string head = value[..end].ToLowerInvariant();
        return end >= value.Length - 1 && (path < 0 || value[end] == '/') ? head : head + value[end..];
    }

    private static bool HasScheme(string value)
    {
        int end = value.IndexOf("://", StringComparison.Ordinal);
        return end is > 0 and < 20
            && char.IsAsciiLetter(value[0])
            && value.AsSpan(0, end).IndexOfAny(' ', ',', '"') < 0;
    }

    private static string? FileName(string value)
    {
        string name = value[(value.AsSpan().LastIndexOfAny('\\', '/') + 1)..].ToLowerInvariant();
        return name.Length < 3 ? null : name;
    }

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create(
        "0123456789abcdefABCDEF"
    );
    private static readonly System.Buffers.SearchValues<char> Brackets = System.Buffers.SearchValues.Create("[]");
}

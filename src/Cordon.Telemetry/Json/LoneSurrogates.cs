using System.Globalization;

namespace Cordon.Telemetry.Json;

/// <summary>Mends escapes in JSON that are half of a surrogate pair, which no text can hold: they become U+FFFD.</summary>
internal static class LoneSurrogates
{
    private const int Length = 6;

    /// <summary>The same JSON where it has none; else a copy with them replaced.</summary>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> json)
    {
        byte[]? copy = null;
        ReadOnlySpan<byte> bytes = json.Span;
        for (int at = Next(bytes, 0); at >= 0; at = Next(bytes, at))
        {
            int unit = Unit(bytes[at..]);
            if (
                unit is >= 0xD800 and < 0xDC00
                && Unit(bytes[Math.Min(at + Length, bytes.Length)..]) is >= 0xDC00 and < 0xE000
            )
            {
                at += 2 * Length;
                continue;
            }

            if (unit is >= 0xD800 and < 0xE000)
            {
                copy ??= bytes.ToArray();
                "\\ufffd"u8.CopyTo(copy.AsSpan(at));
            }

            at += unit < 0 ? 2 : Length;
        }

        return copy ?? json;
    }

    // The next escape, whatever it stands for; a backslash that is escaped is passed over.
    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        if (from >= json.Length)
        {
            return -1;
        }

        int at = json[from..].IndexOf((byte)'\\');
        return at < 0 ? -1 : from + at;
    }

    private static int Unit(ReadOnlySpan<byte> escape) =>
        escape.Length >= Length
        && escape[0] == (byte)'\\'
        && escape[1] == (byte)'u'
        && int.TryParse(escape[2..Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int unit)
            ? unit
            : -1;
}

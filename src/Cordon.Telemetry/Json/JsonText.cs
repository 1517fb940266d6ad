using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace Cordon.Telemetry.Json;

/// <summary>What texts in JSON say that are written with escapes (RFC 8259, section 7).</summary>
internal static class JsonText
{
    private const int UnitDigits = 4;

    /// <summary>Writes what a text says.</summary>
    /// <param name="json">The text as it is written, without its quotes; a reader of JSON found its escapes to be sound.</param>
    /// <param name="text">At least as many characters as <paramref name="json"/> has bytes.</param>
    /// <param name="length">How many of them were written.</param>
    /// <returns>False where it is not UTF-8, or holds half of a surrogate pair.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> json, Span<char> text, out int length)
    {
        length = 0;
        while (true)
        {
            int plain = json.IndexOf((byte)'\\');
            ReadOnlySpan<byte> run = plain < 0 ? json : json[..plain];
            if (
                Utf8.ToUtf16(run, text[length..], out _, out int written, replaceInvalidSequences: false)
                != OperationStatus.Done
            )
            {
                return false;
            }

            length += written;
            if (plain < 0)
            {
                return true;
            }

            byte escape = json[plain + 1];
            json = json[(plain + 2)..];
            if (escape != (byte)'u')
            {
                text[length++] = Simple(escape);
                continue;
            }

            char unit = Unit(json);
            json = json[UnitDigits..];
            if (char.IsSurrogate(unit))
            {
                if (!char.IsHighSurrogate(unit) || !json.StartsWith("\\u"u8) || !char.IsLowSurrogate(Unit(json[2..])))
                {
                    return false;
                }

                text[length++] = unit;
                unit = Unit(json[2..]);
                json = json[(2 + UnitDigits)..];
            }

            text[length++] = unit;
        }
    }

    private static char Simple(byte escape) =>
        escape switch
        {
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            _ => (char)escape,
        };

    private static char Unit(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits[..UnitDigits], out ushort unit, out _, 'x') ? (char)unit : '\0';
}

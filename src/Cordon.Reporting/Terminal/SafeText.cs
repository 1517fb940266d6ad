using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cordon.Reporting.Terminal;

/// <summary>
/// Makes text that an attacker wrote harmless to show on one line of a terminal: no escape sequence, no line break, no
/// character that turns the reading direction or hides.
/// </summary>
public static class SafeText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    /// <summary>The same of a string, which is given back as it is where it has nothing of that kind.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The most characters to keep, at least 1.</param>
    internal static string OneLine(string text, int limit = int.MaxValue) =>
        text.Length <= limit && !text.AsSpan().ContainsAnyExcept(Plain) ? text : OneLine(text.AsSpan(), limit);

    /// <summary>
    /// The text with each control, format, private or unpaired character shown as <c>\u</c> and its code, cut to
    /// <paramref name="limit"/> characters (an ellipsis marks the cut).
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The most characters to keep, at least 1.</param>
    public static string OneLine(ReadOnlySpan<char> text, int limit = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (text.Length <= limit && !text.ContainsAnyExcept(Plain))
        {
            return text.ToString();
        }

        var safe = new StringBuilder(Math.Min(text.Length, limit) + 16);
        while (!text.IsEmpty)
        {
            if (safe.Length >= limit)
            {
                safe.Length = limit - 1;
                return safe.Append('…').ToString();
            }

            OperationStatus status = Rune.DecodeFromUtf16(text, out Rune rune, out int used);
            if (status == OperationStatus.Done && IsShown(rune))
            {
                safe.Append(text[..used]);
            }
            else
            {
                foreach (char unit in text[..used])
                {
                    safe.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
                }
            }

            text = text[used..];
        }

        return safe.ToString();
    }

    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Cordon.Intelligence.Reading.Documents;

/// <summary>Takes text and Markdown as they stand; no character is changed, so that places are those of the file.</summary>
internal static partial class PlainText
{
    private const int MostHeading = 160;

    // A date further on is of what the text tells.
    private const int Head = 1_000;

    private const string Day =
        @"(?<day>(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]|[0-3]?[0-9](st|nd|rd|th)?[ ][A-Z][a-z]{2,8},?[ ](19|20)[0-9]{2}|[A-Z][a-z]{2,8}[ ][0-3]?[0-9](st|nd|rd|th)?,?[ ](19|20)[0-9]{2})\b";

    private const string Said =
        @"((first|last)[ \t]+)?(published|posted|released|updated|dated?|publication[ \t]date|date[ \t]of[ \t]publication)([ \t]+on)?[ \t]*:?[ \t]*";

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Reads a text.</summary>
    public static ReportText Read(string text, ReadingLimits limits)
    {
        bool cut = text.Length > limits.MaxText;
        text = cut ? text[..limits.MaxText] : text;
        return new ReportText(
            text,
            Title(text),
            Stated(text),
            null,
            cut ? [$"the text is longer than {limits.MaxText} characters; the rest was left out"] : []
        );
    }

    // A first line that does not end like a sentence and is followed by another is a heading.
    private static string? Title(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        int end = rest.IndexOf('\n');
        if (end <= 0)
        {
            return null;
        }

        ReadOnlySpan<char> line = rest[..end].Trim().TrimStart('#').Trim();
        return
            line.Length is > 0 and <= MostHeading
            && !line.EndsWith(".", StringComparison.Ordinal)
            && !rest[end..].IsWhiteSpace()
            ? line.ToString()
            : null;
    }

    // A date that the document gives itself stands at its very start, or in a line of its own near it.
    private static DateOnly? Stated(string text)
    {
        string head = text[..Math.Min(text.Length, Head)];
        Match match = LeadingDate().Match(head);
        if (!match.Success)
        {
            match = DateLine().Match(head);
        }

        return match.Success ? DayOf(match.Groups["day"].Value) : null;
    }

    private static DateOnly? DayOf(string written)
    {
        string plain = Ordinal().Replace(written, "").Replace(",", " ", StringComparison.Ordinal);
        return DateOnly.TryParseExact(
            string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
            ? day
            : null;
    }

    [GeneratedRegex(@"^\s*(-{3}\s+)?(" + Said + ")?" + Day, Options, 1000)]
    private static partial Regex LeadingDate();

    // "Published on 3 March 2021 by …", "By somebody | March 3, 2021", "March 3, 2021 10:15 UTC".
    [GeneratedRegex(
        @"^[ \t>*_#|-]*("
            + Said
            + Day
            + @"|(by[ \t][^\r\n|]{1,80}[|·–-][ \t]*)?"
            + Day
            + @"[ \t,|·–-]*([0-9]{1,2}:[0-9]{2}[^\r\n]{0,30})?\r?$)",
        Options | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex DateLine();

    [GeneratedRegex("(?<=[0-9])(st|nd|rd|th)", Options, 1000)]
    private static partial Regex Ordinal();
}

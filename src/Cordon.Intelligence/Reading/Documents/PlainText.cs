using System.Text.RegularExpressions;

namespace Cordon.Intelligence.Reading.Documents;

/// <summary>Takes text and Markdown as they stand; no character is changed, so that places are those of the file.</summary>
internal static partial class PlainText
{
    private const int MostHeading = 160;

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

    // A date that the document gives itself stands at its very start.
    private static DateOnly? Stated(string text)
    {
        Match match = LeadingDate().Match(text, 0, Math.Min(text.Length, 400));
        return match.Success ? ReportHtml.DateOf(match.Groups["day"].Value) : null;
    }

    [GeneratedRegex(
        @"^\s*(-{3}\s+)?((published|date|updated)[ \t]*:?[ \t]*)?(?<day>(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex LeadingDate();
}

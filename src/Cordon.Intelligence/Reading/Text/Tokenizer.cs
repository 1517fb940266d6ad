namespace Cordon.Intelligence.Reading.Text;

/// <summary>
/// Cuts a text into tokens. Words keep what joins them (<c>TG-4127</c>, <c>Trojan.Sofacy</c>, <c>C&amp;C</c>), a possessive ending is apart, and every other
/// sign stands by itself. Text whose words and signs are already set apart by spaces gives the same tokens.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Adds the tokens of a part of a text.</summary>
    /// <param name="text">All of the text; places count from its start.</param>
    /// <param name="start">Where the part starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <param name="tokens">What they are added to.</param>
    public static void Cut(string text, int start, int end, List<Token> tokens)
    {
        int at = start;
        while (at < end)
        {
            char first = text[at];
            if (char.IsWhiteSpace(first) || IsUnseen(first))
            {
                at++;
                continue;
            }

            int from = at;
            if (!IsWordPart(first) && !(first == '.' && IsDotName(text, at, end)))
            {
                at += char.IsHighSurrogate(first) && at + 1 < end ? 2 : 1;
                tokens.Add(new Token(from, at));
                continue;
            }

            at++;
            while (at < end && (IsWordPart(text[at]) || (IsJoin(text[at]) && Joins(text, at, end))))
            {
                at++;
            }

            int ending = Possessive(text, from, at);
            tokens.Add(new Token(from, ending));
            if (ending < at)
            {
                tokens.Add(new Token(ending, at));
            }
        }
    }

    private static bool IsWordPart(char one) => char.IsLetterOrDigit(one) || one == '_' || char.IsSurrogate(one);

    private static bool IsJoin(char one) => one is '-' or '.' or '\'' or '’' or '&' or '@' or '‑' or '+' or '·';

    // ".NET" is a word; the full stop before a digit or small letter is not.
    private static bool IsDotName(string text, int at, int end) =>
        at + 1 < end && char.IsUpper(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static bool Joins(string text, int at, int end) =>
        at + 1 < end
        && IsWordPart(text[at + 1])
        && IsWordPart(text[at - 1])
        && !(text[at] == '.' && IsMissingSpace(text, at, end));

    // "attack.The next": a sentence that ends without a space after it.
    private static bool IsMissingSpace(string text, int at, int end)
    {
        if (!char.IsLower(text[at - 1]) || !char.IsUpper(text[at + 1]))
        {
            return false;
        }

        int word = at + 1;
        while (word < end && char.IsLetter(text[word]))
        {
            word++;
        }

        return text.AsSpan(at + 1, word - at - 1)
            is "The"
                or "In"
                or "This"
                or "It"
                or "A"
                or "We"
                or "These"
                or "They";
    }

    private static int Possessive(string text, int from, int to)
    {
        bool ends = to - from > 2 && text[to - 1] is 's' or 'S' && text[to - 2] is '\'' or '’';
        return ends && to - from > 2 ? to - 2 : to;
    }

    private static bool IsUnseen(char one) =>
        one is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\0';
}

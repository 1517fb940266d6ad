namespace Cordon.Intelligence.Reading.Text;

/// <summary>Cuts a text into paragraphs and sentences.</summary>
internal static class SentenceSplitter
{
    // A "sentence" without an end is cut, so that work on one sentence stays bounded whatever the text is.
    private const int MostTokens = 200;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "sgt",
        "sen",
        "rep",
        "gov",
        "st",
        "vs",
        "etc",
        "inc",
        "ltd",
        "corp",
        "co",
        "jr",
        "sr",
        "no",
        "fig",
        "e.g",
        "i.e",
        "u.s",
        "u.k",
        "d.c",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "ver",
        "approx",
    };

    /// <summary>The sentences of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="whole">Spans that no sentence may end in, in order: addresses, file names.</param>
    public static List<Sentence> Split(string text, IReadOnlyList<Token> whole)
    {
        var sentences = new List<Sentence>();
        int paragraph = 0;
        int start = 0;
        int guard = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            while (guard < whole.Count && whole[guard].End <= at)
            {
                guard++;
            }

            bool inside = guard < whole.Count && whole[guard].Start < at && at < whole[guard].End;
            if (
                at < text.Length
                && (inside || !(text[at] == '\n' ? IsBreak(text, start, at) : EndsAt(text, at, start)))
            )
            {
                continue;
            }

            int end = at < text.Length ? EndOf(text, at) : at;
            Add(text, start, end, paragraph, whole, sentences);
            if (at < text.Length && text[at] == '\n')
            {
                paragraph++;
            }

            start = Math.Max(end, Math.Min(at + 1, text.Length));
            at = start - 1;
            if (start >= text.Length)
            {
                break;
            }
        }

        return sentences;
    }

    private static void Add(
        string text,
        int start,
        int end,
        int paragraph,
        IReadOnlyList<Token> whole,
        List<Sentence> sentences
    )
    {
        List<Token> tokens = TokensOf(text, start, end, whole);
        for (int at = 0; at < tokens.Count; at += MostTokens)
        {
            List<Token> part =
                tokens.Count <= MostTokens ? tokens : tokens.GetRange(at, Math.Min(MostTokens, tokens.Count - at));
            sentences.Add(new Sentence(part[0].Start, part[^1].End, paragraph, part));
        }
    }

    private static List<Token> TokensOf(string text, int start, int end, IReadOnlyList<Token> whole)
    {
        var tokens = new List<Token>();
        int at = start;
        for (int i = FirstFrom(whole, start); i < whole.Count && whole[i].Start < end; i++)
        {
            Tokenizer.Cut(text, at, Math.Max(at, whole[i].Start), tokens);
            tokens.Add(whole[i]);
            at = whole[i].End;
        }

        Tokenizer.Cut(text, Math.Min(at, end), end, tokens);
        return tokens;
    }

    private static int FirstFrom(IReadOnlyList<Token> whole, int start)
    {
        int low = 0;
        int high = whole.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = whole[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // A line that goes on in the next is wrapped: the next begins small, and this one is long and has no end.
    private static bool IsBreak(string text, int start, int at)
    {
        int next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
        {
            next++;
        }

        int last = at - 1;
        while (last >= start && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        int line = at == 0 ? -1 : text.LastIndexOf('\n', at - 1);
        return !(
            next < text.Length
            && char.IsLower(text[next])
            && last >= start
            && text[last] is not ('.' or '!' or '?' or ':')
            && at - line > 50
        );
    }

    private static bool EndsAt(string text, int at, int start)
    {
        if (text[at] is not ('.' or '!' or '?'))
        {
            return false;
        }

        int next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or '’' or '\'' or ')' or ']')
        {
            next++;
        }

        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        int word = next;
        while (
            word < text.Length
            && text[word] != '\n'
            && (char.IsWhiteSpace(text[word]) || text[word] is '"' or '“' or '‘' or '\'' or '(')
        )
        {
            word++;
        }

        if (word < text.Length && char.IsLower(text[word]))
        {
            return false;
        }

        return text[at] != '.' || !IsAbbreviation(text, at, start);
    }

    private static bool IsAbbreviation(string text, int at, int start)
    {
        int from = at;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        ReadOnlySpan<char> word = text.AsSpan(from, at - from);
        return (word.Length == 1 && char.IsUpper(word[0]))
            || (word.Length is > 0 and < 8 && Abbreviations.Contains(word.ToString()));
    }

    private static int EndOf(string text, int at)
    {
        int end = at + 1;
        while (text[at] != '\n' && end < text.Length && text[end] is '"' or '”' or '’' or '\'' or ')' or ']')
        {
            end++;
        }

        return end;
    }
}

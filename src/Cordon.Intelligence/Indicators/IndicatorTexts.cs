using System.Buffers;
using static Cordon.Intelligence.Indicators.IndicatorWords;

namespace Cordon.Intelligence.Indicators;

/// <summary>
/// Looks through texts for words around points, runs of digits and colons: from what is rare to the word around it, as most words of a log have no point in them, and are never looked at.
/// </summary>
internal sealed class IndicatorTexts(IndicatorForms forms)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(UrlEnds);

    /// <summary>Looks through a text.</summary>
    public void Look(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
        {
            return;
        }

        if (forms.HasPoints)
        {
            LookAtPoints(text);
        }

        if (forms.HasHashes && text.Length >= ShortestDigest)
        {
            LookAtDigests(text);
        }

        if (forms.HasColons)
        {
            LookAtColons(text);
        }

        if (forms.HasUrls)
        {
            LookForUrls(text);
        }

        if (forms.HasFiles)
        {
            forms.LookForFile(text);
        }
    }

    private void LookAtPoints(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int point = text[from..].IndexOf('.');
            if (point < 0)
            {
                return;
            }

            (int start, int end) = Around(text, from, from + point, InWord);
            if (end - start is > 3 and <= IndicatorForms.MaxWord)
            {
                forms.LookAtWord(text[start..end]);
            }

            from = end + 1;
        }
    }

    // A run of 32 digits or more covers one of every 32 characters.
    private void LookAtDigests(ReadOnlySpan<char> text)
    {
        int from = 0;
        for (int at = ShortestDigest - 1; at < text.Length; at += ShortestDigest)
        {
            if (Is(text[at], InDigest))
            {
                (int start, int end) = Around(text, from, at, InDigest);
                if (end - start is 32 or 40 or 64 or 128)
                {
                    forms.LookForHash(text[start..end]);
                }

                // A long run, such as of base64, is passed over at once.
                from = end;
                while (at + ShortestDigest < end)
                {
                    at += ShortestDigest;
                }
            }
        }
    }

    private void LookAtColons(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int colon = text[from..].IndexOf(':');
            if (colon < 0)
            {
                return;
            }

            (int start, int end) = Around(text, from, from + colon, InAddress6);
            ReadOnlySpan<char> word = text[start..end].TrimEnd('.');
            if (word.Length is > 2 and <= 45 && word.Count(':') >= 2)
            {
                forms.LookForAddress6(word);
            }

            from = end + 1;
        }
    }

    private void LookForUrls(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int at = text[from..].IndexOf("://", StringComparison.Ordinal);
            if (at < 0)
            {
                return;
            }

            at += from;
            int start = at;
            while (start > from && char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            int length = text[start..].IndexOfAny(Ends);
            ReadOnlySpan<char> url = length < 0 ? text[start..] : text.Slice(start, length);
            if (at > start && url.Length is > 6 and <= IndicatorForms.MaxWord)
            {
                forms.LookForUrl(url, at - start);
            }

            from = at + 3;
        }
    }
}

using System.Buffers;
using System.Text;
using static Cordon.Intelligence.Indicators.IndicatorWords;

namespace Cordon.Intelligence.Indicators;

/// <summary>
/// Tells of a record in JSON, as it is written and in one pass, whether its texts may hold an indicator: no text is decoded, and none is told apart from the next. Says yes too often, never too
/// seldom. For one thread.
/// </summary>
internal sealed class IndicatorJson
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(Encoding.ASCII.GetBytes(UrlEnds));

    // In bytes of UTF-8.
    private const int LongestFile = 255 * 3;

    private readonly IndicatorIndex _index;
    private readonly IndicatorForms _forms;
    private readonly char[] _word = new char[IndicatorForms.MaxWord];
    private bool _isSeen;

    public IndicatorJson(IndicatorIndex index)
    {
        _index = index;
        _forms = new IndicatorForms(index, (_, _, _, _) => _isSeen = true);
    }

    /// <summary>Whether a record may hold an indicator.</summary>
    /// <param name="json">The record, UTF-8.</param>
    public bool MayHold(ReadOnlySpan<byte> json)
    {
        // These escapes may stand for anything that is looked for.
        if (HasEscape(json, "\\u"u8) || HasEscape(json, "\\/"u8))
        {
            return true;
        }

        _isSeen = false;
        if (_forms.HasPoints)
        {
            LookAtPoints(json);
        }

        if (_forms.HasHashes)
        {
            LookAtDigests(json);
        }

        if (_forms.HasColons)
        {
            LookAtColons(json);
        }

        if (_forms.HasUrls)
        {
            LookForUrls(json);
        }

        if (_forms.HasFiles)
        {
            LookForFiles(json);
        }

        return _isSeen;
    }

    private void LookAtPoints(ReadOnlySpan<byte> json)
    {
        int from = 0;
        while (from < json.Length && json[from..].IndexOf((byte)'.') is >= 0 and int point)
        {
            (int start, int end) = Around(json, from, from + point, InWord);
            start = BehindEscape(json, start);
            if (end - start is > 3 and <= IndicatorForms.MaxWord)
            {
                _forms.LookAtWord(Widen(json[start..end]));
            }

            from = end + 1;
        }
    }

    // A run of 32 digits or more covers one of every 32 bytes.
    private void LookAtDigests(ReadOnlySpan<byte> json)
    {
        int from = 0;
        for (int at = ShortestDigest - 1; at < json.Length; at += ShortestDigest)
        {
            if (Is(json[at], InDigest))
            {
                (int start, int end) = Around(json, from, at, InDigest);
                start = BehindEscape(json, start);
                if (end - start is 32 or 40 or 64 or 128)
                {
                    _forms.LookForHash(Widen(json[start..end]));
                }

                from = end;
                while (at + ShortestDigest < end)
                {
                    at += ShortestDigest;
                }
            }
        }
    }

    private void LookAtColons(ReadOnlySpan<byte> json)
    {
        int from = 0;
        while (from < json.Length && json[from..].IndexOf((byte)':') is >= 0 and int colon)
        {
            (int start, int end) = Around(json, from, from + colon, InAddress6);
            ReadOnlySpan<byte> word = json[BehindEscape(json, start)..end].TrimEnd((byte)'.');
            if (word.Length is > 2 and <= 45 && word.Count((byte)':') >= 2)
            {
                _forms.LookForAddress6(Widen(word));
            }

            from = end + 1;
        }
    }

    private void LookForUrls(ReadOnlySpan<byte> json)
    {
        int from = 0;
        while (from < json.Length && json[from..].IndexOf("://"u8) is >= 0 and int found)
        {
            int at = found + from;
            int start = at;
            while (start > from && char.IsAsciiLetterOrDigit((char)json[start - 1]))
            {
                start--;
            }

            start = BehindEscape(json, start);
            int length = json[start..].IndexOfAny(Ends);
            ReadOnlySpan<byte> url = length < 0 ? json[start..] : json.Slice(start, length);
            from = at + 3;
            if (at <= start || url.Length <= 6)
            {
                continue;
            }

            if (!Ascii.IsValid(url))
            {
                // What is longer in bytes may be short enough as text.
                _isSeen = true;
            }
            else if (url.Length <= IndicatorForms.MaxWord)
            {
                _forms.LookForUrl(Widen(url), at - start);
            }
        }
    }

    // A name ends where its text does.
    private void LookForFiles(ReadOnlySpan<byte> json)
    {
        int from = 0;
        while (json[from..].IndexOf((byte)'"') is >= 0 and int found)
        {
            int end = from + found;
            from = end + 1;
            if (end < 3 || !_index.HasFileEnding(json[..end]))
            {
                continue;
            }

            int before = json[..end].LastIndexOfAny((byte)'\\', (byte)'/', (byte)'"');
            if (before < 0 || end - before > LongestFile)
            {
                continue;
            }

            if (
                json[before] == '\\'
                    ? IsEscape(json, before)
                    : json[before] == '"' && before > 0 && json[before - 1] == '\\'
            )
            {
                // The name has an escape in it, or a quote.
                _isSeen = true;
                continue;
            }

            _forms.LookForFile(_word.AsSpan(0, Encoding.UTF8.GetChars(json[(before + 1)..end], _word)));
        }
    }

    private ReadOnlySpan<char> Widen(ReadOnlySpan<byte> word)
    {
        _ = Ascii.ToUtf16(word, _word, out int length);
        return _word.AsSpan(0, length);
    }

    // The letter of an escape, such as that of a line's end, is no part of the word behind it.
    private static int BehindEscape(ReadOnlySpan<byte> json, int start) =>
        start > 0 && json[start - 1] == '\\' && IsEscape(json, start - 1) ? start + 1 : start;

    private static bool HasEscape(ReadOnlySpan<byte> json, ReadOnlySpan<byte> escape)
    {
        int from = 0;
        while (json[from..].IndexOf(escape) is >= 0 and int found)
        {
            if (IsEscape(json, from + found))
            {
                return true;
            }

            from += found + 1;
        }

        return false;
    }

    // Of several reverse solidi one after the other, each second one is a text's own.
    private static bool IsEscape(ReadOnlySpan<byte> json, int solidus)
    {
        int before = solidus;
        while (before > 0 && json[before - 1] == '\\')
        {
            before--;
        }

        return (solidus - before) % 2 == 0;
    }
}

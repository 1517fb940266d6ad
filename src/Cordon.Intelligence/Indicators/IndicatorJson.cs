using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using static Cordon.Intelligence.Indicators.IndicatorWords;

namespace Cordon.Intelligence.Indicators;

/// <summary>
/// Tells of a record in JSON, as it is written and in one pass, whether its texts may hold an indicator: no text is decoded, and none is told apart from the next. Says yes too often, never too
/// seldom. For one thread.
/// </summary>
/// <remarks>Most scans are over before the run time finds out by itself which loops are worth its best work: it is told.</remarks>
internal sealed class IndicatorJson
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(Encoding.ASCII.GetBytes(UrlEnds));

    // The signs of IndicatorWords as bits, below 64 and above.
    private static readonly (ulong Low, ulong High) Words = Of(InWord);
    private static readonly (ulong Low, ulong High) Digits = Of(InDigest);
    private static readonly (ulong Low, ulong High) Address6 = Of(InAddress6);

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

    // Onward from a word's first point to its end, and back to its start only where the end is one that is looked for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAtPoints(ReadOnlySpan<byte> json)
    {
        (ulong Low, ulong High) words = Words;
        int from = 0;
        while (from < json.Length && json[from..].IndexOf((byte)'.') is >= 0 and int found)
        {
            int point = from + found;
            int end = EndOf(json, point, words);
            if (MayEnd(json[..end], point))
            {
                int start = BehindEscape(json, StartOf(json, from, point, words));
                if (end - start is > 3 and <= IndicatorForms.MaxWord)
                {
                    _forms.LookAtWord(Widen(json[start..end]));
                }
            }

            from = end + 1;
        }
    }

    // Whether a word that has its first point here may be an address, or end as a domain or an e-mail address does.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool MayEnd(ReadOnlySpan<byte> json, int point)
    {
        int end = json.Length;
        while (end > point && json[end - 1] is (byte)'.' or (byte)'-' or (byte)'_')
        {
            end--;
        }

        ReadOnlySpan<byte> behind = json[point..end];
        if (end < 3 || behind.Length < 2)
        {
            // Nothing behind the point: a sentence's end, perhaps that of an e-mail address without one.
            return _forms.HasEmails;
        }

        if (json[end - 1] is < (byte)'0' or > (byte)'9')
        {
            return _index.HasEnding(json[..end]) || behind.Contains((byte)'@');
        }

        foreach (byte one in behind)
        {
            if (one is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.'))
            {
                return behind.Contains((byte)'@');
            }
        }

        return true;
    }

    // A run of 32 digits or more covers one of every 32 bytes, and the sixteenth before or after that one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAtDigests(ReadOnlySpan<byte> json)
    {
        const int Half = ShortestDigest / 2;
        (ulong Low, ulong High) digits = Digits;
        int from = 0;
        for (int at = ShortestDigest - 1; at < json.Length; at += ShortestDigest)
        {
            bool mayBe =
                Is(json[at], digits)
                && (
                    (Is(json[at - 5], digits) && Is(json[at - 10], digits) && Is(json[at - Half], digits))
                    || (
                        at + Half < json.Length
                        && Is(json[at + 5], digits)
                        && Is(json[at + 10], digits)
                        && Is(json[at + Half], digits)
                    )
                );
            if (!mayBe || at < from)
            {
                continue;
            }

            int end = EndOf(json, at, digits);
            int start = BehindEscape(json, StartOf(json, from, at, digits));
            if (end - start is 32 or 40 or 64 or 128)
            {
                _forms.LookForHash(Widen(json[start..end]));
            }

            from = end;
        }
    }

    private void LookAtColons(ReadOnlySpan<byte> json)
    {
        int from = 0;
        while (from < json.Length && json[from..].IndexOf((byte)':') is >= 0 and int colon)
        {
            int start = StartOf(json, from, from + colon, Address6);
            int end = EndOf(json, from + colon, Address6);
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

    private static (ulong Low, ulong High) Of(byte kind)
    {
        (ulong low, ulong high) = (0UL, 0UL);
        for (int c = 0; c < 64; c++)
        {
            low |= IndicatorWords.Is((char)c, kind) ? 1UL << c : 0;
            high |= IndicatorWords.Is((char)(c + 64), kind) ? 1UL << c : 0;
        }

        return (low, high);
    }

    private static bool Is(byte one, (ulong Low, ulong High) signs) =>
        one < 128 && (((one < 64 ? signs.Low : signs.High) >> (one & 63)) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int StartOf(ReadOnlySpan<byte> json, int from, int at, (ulong Low, ulong High) signs)
    {
        while (at > from && Is(json[at - 1], signs))
        {
            at--;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int EndOf(ReadOnlySpan<byte> json, int at, (ulong Low, ulong High) signs)
    {
        at++;
        while (at < json.Length && Is(json[at], signs))
        {
            at++;
        }

        return at;
    }

    private ReadOnlySpan<char> Widen(ReadOnlySpan<byte> word)
    {
        _ = Ascii.ToUtf16(word, _word, out int length);
        return _word.AsSpan(0, length);
    }

    // The letter of an escape, such as that of a line's end, is no part of the word behind it.
    private static int BehindEscape(ReadOnlySpan<byte> json, int start) =>
        start > 0 && json[start - 1] == '\\' && IsEscape(json, start - 1) ? start + 1 : start;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

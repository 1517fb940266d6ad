using System.Buffers;
using System.Numerics;
using System.Text;
using Cordon.Events;

namespace Cordon.Intelligence.Indicators;

/// <summary>
/// Looks through the texts of events for words around points, runs of digits and colons, and asks the index for those that have the form of an address, a domain, a digest, an e-mail address, a URL or a file's
/// name. Nothing is allocated where nothing is found.
/// </summary>
internal sealed class IndicatorReader : IIndicatorReader
{
    private const int MaxWord = 1_024;
    private const int MaxShared = 1 << 16;

    private const int ShortestDigest = 32;
    private const byte InWord = 1;
    private const byte InDigest = 2;
    private const byte InAddress6 = 4;

    private static readonly byte[] Classes = MakeClasses();
    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \t\r\n\"'<>|^`{}\\,;");

    private readonly IndicatorIndex _index;
    private readonly HashSet<int> _cleanShared = [];
    private readonly List<int> _found = [];
    private readonly TextVisitor _onText;
    private readonly FieldVisitor _onField;
    private readonly byte[] _bytes = new byte[IndicatorKey.MaxLength];
    private readonly bool _hasHashes;
    private readonly bool _hasDomains;
    private readonly bool _hasAddresses;
    private readonly bool _hasUrls;
    private readonly bool _hasEmails;
    private readonly bool _hasFiles;
    private LogEvent? _event;
    private List<IndicatorMatch>? _matches;

    public IndicatorReader(IndicatorIndex index)
    {
        _index = index;
        bool Has(IndicatorKind kind) => (index.Kinds & (1 << (int)kind)) != 0;
        (_hasHashes, _hasDomains, _hasAddresses) = (
            Has(IndicatorKind.Hash),
            Has(IndicatorKind.Domain),
            Has(IndicatorKind.Address)
        );
        (_hasUrls, _hasEmails, _hasFiles) = (
            Has(IndicatorKind.Url),
            Has(IndicatorKind.Email),
            Has(IndicatorKind.FileName)
        );
        _onText = OnText;
        _onField = OnField;
    }

    public void Read(LogEvent logEvent, List<IndicatorMatch> matches)
    {
        if (_index.Count == 0)
        {
            return;
        }

        (_event, _matches) = (logEvent, matches);
        _found.Clear();
        if (!logEvent.VisitTexts(_onText))
        {
            logEvent.Visit(_onField);
        }

        (_event, _matches) = (null, null);
    }

    private bool OnField(ReadOnlySpan<char> name, FieldValue value)
    {
        if (value.Kind == FieldKind.Text)
        {
            Look(value.Text);
        }

        return true;
    }

    private bool OnText(ReadOnlySpan<char> text, int sharedBy)
    {
        if (sharedBy == 0)
        {
            Look(text);
        }
        else if (!_cleanShared.Contains(sharedBy))
        {
            int before = _found.Count;
            Look(text);
            if (_found.Count == before && _cleanShared.Count < MaxShared)
            {
                _cleanShared.Add(sharedBy);
            }
        }

        return true;
    }

    // From what is rare to the word around it: most words of a log have no point in them, and are never looked at.
    private void Look(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
        {
            return;
        }

        if (_hasDomains || _hasEmails || _hasAddresses)
        {
            LookAtPoints(text);
        }

        if (_hasHashes && text.Length >= ShortestDigest)
        {
            LookAtDigests(text);
        }

        if (_hasAddresses && _index.Lengths6.Count > 0)
        {
            LookAtColons(text);
        }

        if (_hasUrls)
        {
            LookForUrls(text);
        }

        if (_hasFiles)
        {
            LookForFile(text);
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
            if (end - start is > 3 and <= MaxWord)
            {
                LookAtWord(text[start..end]);
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
                    LookForHash(text[start..end]);
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
                LookForAddress6(word);
            }

            from = end + 1;
        }
    }

    private static (int Start, int End) Around(ReadOnlySpan<char> text, int from, int at, byte kind)
    {
        int start = at;
        while (start > from && Is(text[start - 1], kind))
        {
            start--;
        }

        int end = at + 1;
        while (end < text.Length && Is(text[end], kind))
        {
            end++;
        }

        return (start, end);
    }

    private static bool Is(char c, byte kind) => c < 128 && (Classes[c] & kind) != 0;

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[128];
        for (int c = 0; c < classes.Length; c++)
        {
            bool isHex = char.IsAsciiHexDigit((char)c);
            classes[c] = (byte)(
                (char.IsAsciiLetterOrDigit((char)c) || c is '.' or '-' or '_' or '@' ? InWord : 0)
                | (isHex ? InDigest : 0)
                | (isHex || c is ':' or '.' ? InAddress6 : 0)
            );
        }

        return classes;
    }

    private void LookAtWord(ReadOnlySpan<char> word)
    {
        int at = word.IndexOf('@');
        if (at > 0)
        {
            if (_hasEmails)
            {
                Ask(IndicatorKind.Email, IndicatorKey.Email, word.Trim(".-_"));
            }

            LookAtWord(word[(at + 1)..]);
            return;
        }

        word = word.Trim(".-_@");
        if (word.Length < 4)
        {
            return;
        }

        if (char.IsAsciiDigit(word[^1]))
        {
            if (_hasAddresses)
            {
                LookForAddress4(word);
            }
        }
        else if (_hasDomains && _index.HasEnding(word))
        {
            LookForDomain(word);
        }
    }

    private void LookForHash(ReadOnlySpan<char> word)
    {
        if (
            (_index.HashLengths & (1 << (word.Length / 8))) != 0
            && Convert.FromHexString(word, _bytes, out _, out int length) == OperationStatus.Done
        )
        {
            Take(IndicatorKind.Hash, IndicatorKey.Hash, _bytes.AsSpan(0, length), word);
        }
    }

    private void LookForAddress4(ReadOnlySpan<char> word)
    {
        uint address = 0;
        int part = 0;
        int digits = 0;
        int points = 0;
        foreach (char c in word)
        {
            if (c == '.')
            {
                if (digits == 0 || ++points > 3)
                {
                    return;
                }

                address = (address << 8) | (uint)part;
                (part, digits) = (0, 0);
            }
            else if (!char.IsAsciiDigit(c) || ++digits > 3 || (part = (part * 10) + c - '0') > 255)
            {
                return;
            }
        }

        if (points != 3 || digits == 0 || !_index.MayHaveAddress(address = (address << 8) | (uint)part))
        {
            return;
        }

        for (ulong lengths = _index.Lengths4; lengths != 0; lengths &= lengths - 1)
        {
            int length = BitOperations.TrailingZeroCount(lengths);
            uint masked = length == 0 ? 0 : address & (uint.MaxValue << (32 - length));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(_bytes, masked);
            Take(IndicatorKind.Address, (byte)(IndicatorKey.Address4 + length), _bytes.AsSpan(0, 4), word);
        }
    }

    private void LookForAddress6(ReadOnlySpan<char> word)
    {
        if (
            word.Length < 3
            || word.Length > 45
            || !System.Net.IPAddress.TryParse(word, out System.Net.IPAddress? address)
            || !address.TryWriteBytes(_bytes, out int bytes)
            || bytes != 16
        )
        {
            return;
        }

        // From the longest prefix down, each cut further.
        foreach (int length in _index.Lengths6)
        {
            IndicatorKey.Mask(_bytes.AsSpan(0, 16), length);
            Take(IndicatorKind.Address, (byte)(IndicatorKey.Address6 + length), _bytes.AsSpan(0, 16), word);
        }
    }

    private void LookForDomain(ReadOnlySpan<char> word)
    {
        if (word.Length > 253 || !Lower(word, out int length))
        {
            return;
        }

        // a.b.evil.example: as a whole, and without one label after the other while two are left.
        ReadOnlySpan<byte> name = _bytes.AsSpan(0, length);
        int start = 0;
        while (true)
        {
            int point = name[start..].IndexOf((byte)'.');
            if (point < 0)
            {
                return;
            }

            Take(IndicatorKind.Domain, IndicatorKey.Domain, name[start..], word);
            start += point + 1;
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

            int length = text[start..].IndexOfAny(UrlEnds);
            ReadOnlySpan<char> url = length < 0 ? text[start..] : text.Slice(start, length);
            if (at > start && url.Length is > 6 and <= MaxWord)
            {
                int host = at - start + 3;
                int path = url[host..].IndexOfAny('/', '?', '#');
                int end = path < 0 ? url.Length : host + path;
                if (end >= url.Length - 1 && path >= 0 && url[end] == '/')
                {
                    url = url[..end];
                }

                if (Encoding.UTF8.TryGetBytes(url, _bytes, out int bytes))
                {
                    // Case counts behind the host.
                    for (int i = 0; i < Math.Min(end, bytes); i++)
                    {
                        _bytes[i] = _bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(_bytes[i] | 0x20) : _bytes[i];
                    }

                    Take(IndicatorKind.Url, IndicatorKey.Url, _bytes.AsSpan(0, bytes), url);
                }
            }

            from = at + 3;
        }
    }

    private void LookForFile(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> name = text[(text.LastIndexOfAny('\\', '/') + 1)..];
        if (name.Length is > 2 and <= 255)
        {
            Ask(IndicatorKind.FileName, IndicatorKey.FileName, name);
        }
    }

    private void Ask(IndicatorKind kind, byte key, ReadOnlySpan<char> word)
    {
        if (Lower(word, out int length))
        {
            Take(kind, key, _bytes.AsSpan(0, length), word);
        }
    }

    private bool Lower(ReadOnlySpan<char> word, out int length)
    {
        if (Ascii.ToLower(word, _bytes, out length) == OperationStatus.Done)
        {
            return true;
        }

        length = 0;
        return word.Length < 1_000 && Encoding.UTF8.TryGetBytes(word.ToString().ToLowerInvariant(), _bytes, out length);
    }

    private void Take(IndicatorKind kind, byte key, ReadOnlySpan<byte> value, ReadOnlySpan<char> seen)
    {
        int first = _index.Find(key, value);
        if (first < 0 || _found.Contains(first))
        {
            return;
        }

        _found.Add(first);
        string known = IndicatorText.Of(kind, key, _index.ValueOf(first));
        DateOnly? day = _event!.Time is { } time ? DateOnly.FromDateTime(time) : null;
        if (IndicatorText.MatchOf(_index, first, kind, known, seen.ToString(), day) is { } match)
        {
            _matches!.Add(match);
        }
    }
}

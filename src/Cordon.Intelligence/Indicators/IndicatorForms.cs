using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Numerics;
using System.Text;

namespace Cordon.Intelligence.Indicators;

/// <summary>Is told of a value of the index that was seen.</summary>
/// <param name="kind">What it is.</param>
/// <param name="key">The key that it has in the index.</param>
/// <param name="first">The first indicator with the value.</param>
/// <param name="seen">As it was written.</param>
internal delegate void IndicatorSeen(IndicatorKind kind, byte key, int first, ReadOnlySpan<char> seen);

/// <summary>
/// Asks the index for words that have the form of an address, a domain, a digest, an e-mail address, a URL or a file's name. Nothing is allocated where nothing is found. For one thread.
/// </summary>
internal sealed class IndicatorForms
{
    /// <summary>The longest word or URL that is looked at.</summary>
    public const int MaxWord = 1_024;

    private readonly IndicatorIndex _index;
    private readonly IndicatorSeen _seen;
    private readonly byte[] _bytes = new byte[IndicatorKey.MaxLength];
    private readonly bool _hasDomains;
    private readonly bool _hasAddresses;

    public IndicatorForms(IndicatorIndex index, IndicatorSeen seen)
    {
        (_index, _seen) = (index, seen);
        bool Has(IndicatorKind kind) => (index.Kinds & (1 << (int)kind)) != 0;
        (_hasDomains, HasEmails, _hasAddresses) = (
            Has(IndicatorKind.Domain),
            Has(IndicatorKind.Email),
            Has(IndicatorKind.Address)
        );
        (HasHashes, HasUrls, HasFiles) = (Has(IndicatorKind.Hash), Has(IndicatorKind.Url), Has(IndicatorKind.FileName));
        HasPoints = _hasDomains || HasEmails || _hasAddresses;
        HasColons = _hasAddresses && index.Lengths6.Count > 0;
    }

    /// <summary>Whether any indicator is a digest.</summary>
    public bool HasHashes { get; }

    /// <summary>Whether any is a URL.</summary>
    public bool HasUrls { get; }

    /// <summary>Whether any is a file's name.</summary>
    public bool HasFiles { get; }

    /// <summary>Whether any is an e-mail address.</summary>
    public bool HasEmails { get; }

    /// <summary>Whether any stands in a word with points: a domain, an address, an e-mail address.</summary>
    public bool HasPoints { get; }

    /// <summary>Whether any stands in a word with colons: an address of IPv6.</summary>
    public bool HasColons { get; }

    /// <summary>Asks for a word with points.</summary>
    public void LookAtWord(ReadOnlySpan<char> word)
    {
        int at = word.IndexOf('@');
        if (at > 0)
        {
            if (HasEmails)
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

    /// <summary>Asks for a run of hexadecimal digits.</summary>
    public void LookForHash(ReadOnlySpan<char> word)
    {
        if (
            (_index.HashLengths & (1 << (word.Length / 8))) != 0
            && Convert.FromHexString(word, _bytes, out _, out int length) == OperationStatus.Done
        )
        {
            Take(IndicatorKind.Hash, IndicatorKey.Hash, _bytes.AsSpan(0, length), word);
        }
    }

    /// <summary>Asks for a word with colons.</summary>
    public void LookForAddress6(ReadOnlySpan<char> word)
    {
        if (
            word.Length < 3
            || word.Length > 45
            || !IPAddress.TryParse(word, out IPAddress? address)
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

    /// <summary>Asks for a URL.</summary>
    /// <param name="url">From its scheme to its end.</param>
    /// <param name="colon">Where <c>://</c> stands in it.</param>
    public void LookForUrl(ReadOnlySpan<char> url, int colon)
    {
        int host = colon + 3;
        int path = url[host..].IndexOfAny('/', '?', '#');
        int end = path < 0 ? url.Length : host + path;
        if (end >= url.Length - 1 && path >= 0 && url[end] == '/')
        {
            url = url[..end];
        }

        if (!Encoding.UTF8.TryGetBytes(url, _bytes, out int bytes))
        {
            return;
        }

        // Case counts behind the host.
        for (int i = 0; i < Math.Min(end, bytes); i++)
        {
            _bytes[i] = _bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(_bytes[i] | 0x20) : _bytes[i];
        }

        Take(IndicatorKind.Url, IndicatorKey.Url, _bytes.AsSpan(0, bytes), url);
    }

    /// <summary>Asks for the last part of a text that is a path.</summary>
    public void LookForFile(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> name = text[(text.LastIndexOfAny('\\', '/') + 1)..];
        if (name.Length is > 2 and <= 255)
        {
            Ask(IndicatorKind.FileName, IndicatorKey.FileName, name);
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
            BinaryPrimitives.WriteUInt32BigEndian(_bytes, masked);
            Take(IndicatorKind.Address, (byte)(IndicatorKey.Address4 + length), _bytes.AsSpan(0, 4), word);
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
        if (first >= 0)
        {
            _seen(kind, key, first, seen);
        }
    }
}

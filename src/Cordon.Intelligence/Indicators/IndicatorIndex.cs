using System.Runtime.InteropServices;

namespace Cordon.Intelligence.Indicators;

/// <summary>
/// Millions of indicators in one table: values as bytes one behind the other, found by their hash in open addressing. Digests and addresses are kept in binary form; a domain is
/// found by its suffixes, an address by the prefixes of the lengths that occur. Immutable; for several threads.
/// </summary>
internal sealed class IndicatorIndex
{
    private readonly byte[] _values;
    private readonly Entry[] _entries;
    private readonly int[] _slots;
    private readonly IndicatorSign[] _signs;
    private readonly ulong[] _endings;
    private readonly ulong[] _fileEndings;
    private readonly ulong[] _starts4;
    private readonly Knowledge.KnowledgeSource[] _sources;

    internal IndicatorIndex(IndicatorIndexBuilder builder)
    {
        _values = builder.Values.ToArray();
        _entries = builder.Entries.ToArray();
        _slots = builder.Slots;
        _signs = [.. builder.Signs];
        _sources = [.. builder.Sources];
        Lengths4 = builder.Lengths4;
        Lengths6 = [.. builder.Lengths6];
        Kinds = builder.Kinds;
        HashLengths = builder.HashLengths;
        _endings = builder.Endings;
        _fileEndings = builder.FileEndings;
        _starts4 = builder.Starts4;
    }

    /// <summary>What of an indicator is kept beside its value.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal struct Entry
    {
        public int Offset;
        public ushort Length;
        public byte Key;
        public sbyte Confidence;
        public int Next;
        public int From;
        public int Until;
        public int Source;
        public int Sign;
    }

    /// <summary>How many there are.</summary>
    public int Count => _entries.Length;

    /// <summary>Bytes that they take, without the texts of sources and labels.</summary>
    public long Bytes =>
        _values.Length + ((long)_entries.Length * Marshal.SizeOf<Entry>()) + (_slots.Length * sizeof(int));

    /// <summary>A bit for each length of prefixes of IPv4 that occurs.</summary>
    public ulong Lengths4 { get; }

    /// <summary>The lengths of prefixes of IPv6 that occur, the longest first.</summary>
    public IReadOnlyList<int> Lengths6 { get; }

    /// <summary>A bit for each kind that occurs.</summary>
    public int Kinds { get; }

    /// <summary>A bit for each length of digests that occurs, in units of 4 bytes.</summary>
    public int HashLengths { get; }

    /// <summary>Whether a domain with the end of this name is there: most words with points in logs are none.</summary>
    public bool HasEnding(ReadOnlySpan<char> name)
    {
        int at = EndingOf(name[^3], name[^2], name[^1]);
        return (_endings[at >> 6] & (1UL << at)) != 0;
    }

    /// <summary>Likewise in UTF-8.</summary>
    public bool HasEnding(ReadOnlySpan<byte> name)
    {
        int at = EndingOf(name[^3], name[^2], name[^1]);
        return (_endings[at >> 6] & (1UL << at)) != 0;
    }

    /// <summary>Whether a file's name with the end of this one is there.</summary>
    /// <param name="name">At least three bytes of UTF-8.</param>
    public bool HasFileEnding(ReadOnlySpan<byte> name)
    {
        // Case is told apart by a bit that is not looked at, save for letters beyond ASCII.
        int at = EndingOf(name[^3], name[^2], name[^1]);
        return (_fileEndings[at >> 6] & (1UL << at)) != 0 || name[^1] > 127 || name[^2] > 127 || name[^3] > 127;
    }

    /// <summary>Whether an address with these first 16 bits is there, or a network that is too large to tell.</summary>
    public bool MayHaveAddress(uint address)
    {
        int at = (int)(address >> 16);
        return (Lengths4 & 0xFFFF) != 0 || (_starts4[at >> 6] & (1UL << at)) != 0;
    }

    internal static int EndingOf(int third, int second, int last) =>
        ((third & 0x1F) << 10) | ((second & 0x1F) << 5) | (last & 0x1F);

    /// <summary>The first indicator with a value; -1 for none.</summary>
    public int Find(byte key, ReadOnlySpan<byte> value)
    {
        int mask = _slots.Length - 1;
        int at = HashOf(key, value) & mask;
        while (_slots[at] is not 0 and int found)
        {
            ref readonly Entry entry = ref _entries[found - 1];
            if (entry.Key == key && _values.AsSpan(entry.Offset, entry.Length).SequenceEqual(value))
            {
                return found - 1;
            }

            at = (at + 1) & mask;
        }

        return -1;
    }

    /// <summary>The next indicator with the same value, by another source or for another time; -1 for none.</summary>
    public int Next(int index) => _entries[index].Next - 1;

    /// <summary>Source, days, label and confidence of an indicator; kind and value are as they were asked for.</summary>
    public Indicator At(int index, IndicatorKind kind, string value)
    {
        ref readonly Entry entry = ref _entries[index];
        return new Indicator(kind, value, _sources[entry.Source])
        {
            ValidFrom = entry.From == 0 ? null : DateOnly.FromDayNumber(entry.From),
            ValidUntil = entry.Until == 0 ? null : DateOnly.FromDayNumber(entry.Until),
            Confidence = entry.Confidence < 0 ? null : entry.Confidence,
            Label = _signs[entry.Sign].Label,
            Refs = _signs[entry.Sign].Refs,
        };
    }

    /// <summary>The value of an indicator as bytes; for tests and figures.</summary>
    public ReadOnlySpan<byte> ValueOf(int index) => _values.AsSpan(_entries[index].Offset, _entries[index].Length);

    // Seeded anew in each process: who writes logs or feeds can't choose values that fall together.
    internal static int HashOf(byte key, ReadOnlySpan<byte> value)
    {
        var hash = new HashCode();
        hash.AddBytes(value);
        hash.Add(key);
        return hash.ToHashCode();
    }
}

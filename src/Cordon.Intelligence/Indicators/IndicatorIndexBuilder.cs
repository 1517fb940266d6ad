using System.Numerics;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Indicators;

/// <summary>Puts an <see cref="IndicatorIndex"/> together. For one thread.</summary>
internal sealed class IndicatorIndexBuilder
{
    private readonly Dictionary<string, int> _signs = new(StringComparer.Ordinal);
    private readonly Dictionary<KnowledgeSource, int> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly byte[] _buffer = new byte[IndicatorKey.MaxLength];
    private byte[] _values = new byte[1 << 16];
    private int _length;
    private IndicatorIndex.Entry[] _entries = new IndicatorIndex.Entry[1_024];
    private int _count;

    public IndicatorIndexBuilder() => Signs.Add(new IndicatorSign(null, []));

    public ReadOnlySpan<byte> Values => _values.AsSpan(0, _length);

    public ReadOnlySpan<IndicatorIndex.Entry> Entries => _entries.AsSpan(0, _count);

    public int[] Slots { get; private set; } = new int[2_048];

    public List<IndicatorSign> Signs { get; } = [];

    public List<KnowledgeSource> Sources { get; } = [];

    public ulong Lengths4 { get; private set; }

    public SortedSet<int> Lengths6 { get; } = new(Comparer<int>.Create(static (a, b) => b.CompareTo(a)));

    public int Kinds { get; private set; }

    public int HashLengths { get; private set; }

    /// <summary>A bit for each three letters that a domain ends with, an e-mail address's too.</summary>
    public ulong[] Endings { get; } = new ulong[(1 << 15) / 64];

    /// <summary>A bit for each three bytes that a file's name ends with.</summary>
    public ulong[] FileEndings { get; } = new ulong[(1 << 15) / 64];

    /// <summary>A bit for each 16 bits that an address of IPv4 begins with.</summary>
    public ulong[] Starts4 { get; } = new ulong[(1 << 16) / 64];

    /// <summary>Adds an indicator; false for a value that is none of its kind, or where there is no more room.</summary>
    public bool Add(Indicator one)
    {
        int length = IndicatorKey.Write(one.Kind, one.Value, _buffer, out byte key);
        if (length <= 0 || _length > int.MaxValue - IndicatorKey.MaxLength)
        {
            return false;
        }

        ReadOnlySpan<byte> value = _buffer.AsSpan(0, length);
        if ((_count + 1) * 2 > Slots.Length)
        {
            Grow();
        }

        int slot = SlotOf(key, value);
        int first = Slots[slot] - 1;
        int offset = first >= 0 ? _entries[first].Offset : Append(value);
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count] = new IndicatorIndex.Entry
        {
            Offset = offset,
            Length = (ushort)length,
            Key = key,
            Confidence = (sbyte)(one.Confidence ?? -1),
            From = (one.ValidFrom ?? one.From.Date)?.DayNumber ?? 0,
            Until = one.ValidUntil?.DayNumber ?? 0,
            Source = SourceOf(one.From),
            Sign = SignOf(one),
        };
        if (first < 0)
        {
            Slots[slot] = _count + 1;
        }
        else
        {
            // The newest stands second: the chain needs no walk to its end.
            _entries[_count].Next = _entries[first].Next;
            _entries[first].Next = _count + 1;
        }

        _count++;
        Note(one.Kind, key, value);
        return true;
    }

    public IndicatorIndex Build() => new(this);

    private void Note(IndicatorKind kind, byte key, ReadOnlySpan<byte> value)
    {
        Kinds |= 1 << (int)kind;
        if (kind == IndicatorKind.Hash)
        {
            HashLengths |= 1 << (value.Length / 4);
        }
        else if (kind is IndicatorKind.Domain or IndicatorKind.Email && value.Length > 2)
        {
            int at = IndicatorIndex.EndingOf(value[^3], value[^2], value[^1]);
            Endings[at >> 6] |= 1UL << at;
        }
        else if (kind == IndicatorKind.FileName && value.Length > 2)
        {
            int at = IndicatorIndex.EndingOf(value[^3], value[^2], value[^1]);
            FileEndings[at >> 6] |= 1UL << at;
        }
        else if (kind == IndicatorKind.Address && key >= IndicatorKey.Address6)
        {
            Lengths6.Add(key - IndicatorKey.Address6);
        }
        else if (kind == IndicatorKind.Address)
        {
            Lengths4 |= 1UL << (key - IndicatorKey.Address4);
            int at = (value[0] << 8) | value[1];
            Starts4[at >> 6] |= 1UL << at;
        }
    }

    private int Append(ReadOnlySpan<byte> value)
    {
        if (_values.Length - _length < value.Length)
        {
            Array.Resize(
                ref _values,
                (int)Math.Min(Array.MaxLength, Math.Max(_values.Length * 2L, _length + value.Length))
            );
        }

        value.CopyTo(_values.AsSpan(_length));
        int offset = _length;
        _length += value.Length;
        return offset;
    }

    private int SlotOf(byte key, ReadOnlySpan<byte> value)
    {
        int mask = Slots.Length - 1;
        int at = IndicatorIndex.HashOf(key, value) & mask;
        while (Slots[at] is not 0 and int found)
        {
            ref readonly IndicatorIndex.Entry entry = ref _entries[found - 1];
            if (entry.Key == key && _values.AsSpan(entry.Offset, entry.Length).SequenceEqual(value))
            {
                return at;
            }

            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        int[] before = Slots;
        Slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)before.Length + 1)];
        foreach (int found in before)
        {
            if (found != 0)
            {
                ref readonly IndicatorIndex.Entry entry = ref _entries[found - 1];
                Slots[SlotOf(entry.Key, _values.AsSpan(entry.Offset, entry.Length))] = found;
            }
        }
    }

    private int SourceOf(KnowledgeSource source)
    {
        if (!_sources.TryGetValue(source, out int number))
        {
            number = Sources.Count;
            Sources.Add(source);
            _sources.Add(source, number);
        }

        return number;
    }

    private int SignOf(Indicator one)
    {
        if (one.Label is null && one.Refs.Count == 0)
        {
            return 0;
        }

        // No identifier holds a line break, and no label either.
        string key = one.Refs.Count == 0 ? one.Label! : $"{one.Label}\n{string.Join('\n', one.Refs)}";
        if (!_signs.TryGetValue(key, out int number))
        {
            number = Signs.Count;
            Signs.Add(new IndicatorSign(one.Label, one.Refs));
            _signs.Add(key, number);
        }

        return number;
    }
}

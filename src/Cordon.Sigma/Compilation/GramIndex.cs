using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Finds predicates whose literal stands anywhere in a value. Of every literal the rarest piece of 4 units (or of fewer where it
/// is that short) is looked for at every place of the value, through bit maps; around a piece that is found the literal is compared.
/// </summary>
/// <remarks>
/// An automaton over all literals would visit one state per character as well, but its table for the thousands of literals that
/// process rules have is megabytes, and every step depends on the one before.
/// </remarks>
internal sealed class GramIndex
{
    private const int Longest = 4;

    private readonly HashMap? _fours;
    private readonly HashMap? _threes;
    private readonly HashMap? _twos;
    private readonly HashMap? _ones;
    private readonly SearchValues<byte>? _singles;

    // The first two units of all pieces of two and three, a bit each.
    private readonly ulong[]? _pairs;
    private readonly Entry[] _entries;

    public GramIndex(IReadOnlyList<(byte[] Text, int Predicate)> literals)
    {
        _entries = new Entry[literals.Count];
        var lists = new Dictionary<uint, List<int>>[Longest + 1];
        for (int i = 0; i < literals.Count; i++)
        {
            (byte[] text, int predicate) = literals[i];
            int length = Math.Min(text.Length, Longest);
            int offset = TextModel.RarestPiece(text, length);
            _entries[i] = new Entry(text, offset, predicate);
            uint key = KeyOf(text.AsSpan(offset, length));
            lists[length] ??= [];
            CollectionsMarshal.GetValueRefOrAddDefault(lists[length], key, out _) ??= [];
            lists[length][key].Add(i);
        }

        _fours = MapOf(lists[4]);
        _threes = MapOf(lists[3]);
        _twos = MapOf(lists[2]);
        _ones = MapOf(lists[1]);
        _singles = lists[1] is { } singles ? SearchValues.Create([.. singles.Keys.Select(static k => (byte)k)]) : null;
        if (_twos is not null || _threes is not null)
        {
            _pairs = new ulong[1 << (16 - 6)];
            foreach (uint key in lists[2..4].SelectMany(static l => l?.Keys.AsEnumerable() ?? []))
            {
                uint pair = key & 0xFFFF;
                _pairs[pair >> 6] |= 1UL << (int)(pair & 63);
            }
        }
    }

    private readonly record struct Entry(byte[] Text, int Offset, int Predicate);

    /// <summary>Reports every predicate whose literal stands in <paramref name="value"/>, which is folded.</summary>
    public void Find<TSink>(scoped ReadOnlySpan<byte> value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        if (_fours is { } fours)
        {
            for (int at = fours.Next(value, 0); at >= 0; at = fours.Next(value, at + 1))
            {
                Compare(fours.Find(BinaryPrimitives.ReadUInt32LittleEndian(value[at..])), value, at, ref sink);
            }
        }

        if (_pairs is not null)
        {
            FindPairs(value, ref sink);
        }

        if (_singles is not null)
        {
            FindSingles(value, ref sink);
        }
    }

    private static HashMap? MapOf(Dictionary<uint, List<int>>? lists) => lists is null ? null : new HashMap(lists);

    private void FindPairs<TSink>(scoped ReadOnlySpan<byte> value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        ulong[] pairs = _pairs!;
        for (int at = 0; at < value.Length - 1; at++)
        {
            uint pair = value[at] | ((uint)value[at + 1] << 8);
            if ((pairs[pair >> 6] >> (int)(pair & 63) & 1) == 0)
            {
                continue;
            }

            if (_twos is not null)
            {
                Compare(_twos.Find(pair), value, at, ref sink);
            }

            if (_threes is not null && at < value.Length - 2)
            {
                Compare(_threes.Find(pair | ((uint)value[at + 2] << 16)), value, at, ref sink);
            }
        }
    }

    private void FindSingles<TSink>(scoped ReadOnlySpan<byte> value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        for (int at = value.IndexOfAny(_singles!); at >= 0; )
        {
            Compare(_ones!.Find(value[at]), value, at, ref sink);
            int next = value[(at + 1)..].IndexOfAny(_singles!);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private void Compare<TSink>(ReadOnlySpan<int> entries, scoped ReadOnlySpan<byte> value, int at, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        foreach (int index in entries)
        {
            ref readonly Entry entry = ref _entries[index];
            int start = at - entry.Offset;
            if (start >= 0 && value[start..].StartsWith(entry.Text))
            {
                sink.Hit(entry.Predicate);
            }
        }
    }

    private static uint KeyOf(ReadOnlySpan<byte> piece)
    {
        Span<byte> key = stackalloc byte[sizeof(uint)];
        key.Clear();
        piece.CopyTo(key);
        return BinaryPrimitives.ReadUInt32LittleEndian(key);
    }
}

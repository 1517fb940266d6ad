using System.Buffers;
using System.Buffers.Binary;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Finds predicates whose literal stands anywhere in a value. Of every literal the rarest piece of 4 units (or of fewer where it
/// is that short) is looked for at every place of the value, through a bit map; around a piece that is found the literal is compared.
/// </summary>
/// <remarks>
/// An automaton over all literals would visit one state per character as well, but its table for the thousands of literals that
/// process rules have is megabytes, and every step depends on the one before.
/// </remarks>
internal sealed class GramIndex
{
    private const int Longest = 4;

    private readonly HashMap?[] _byLength = new HashMap?[Longest + 1];
    private readonly SearchValues<byte>? _singles;
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
            uint key = KeyOf(text, offset, length);
            lists[length] ??= [];
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lists[length], key, out _) ??= [];
            lists[length][key].Add(i);
        }

        _singles = lists[1] is { } singles ? SearchValues.Create([.. singles.Keys.Select(static k => (byte)k)]) : null;
        for (int length = 1; length <= Longest; length++)
        {
            _byLength[length] = lists[length] is { } some ? new HashMap(some) : null;
        }
    }

    private readonly record struct Entry(byte[] Text, int Offset, int Predicate);

    /// <summary>Reports every predicate whose literal stands in <paramref name="value"/>, which is folded.</summary>
    public void Find<TSink>(scoped ReadOnlySpan<byte> value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        if (_byLength[4] is { } fours)
        {
            for (int at = 0; at <= value.Length - 4; at++)
            {
                uint key = BinaryPrimitives.ReadUInt32LittleEndian(value.Slice(at, 4));
                if (fours.MayHold(key))
                {
                    Compare(fours.Find(key), value, at, ref sink);
                }
            }
        }

        if (_singles is not null)
        {
            FindSingles(value, ref sink);
        }

        for (int length = 3; length >= 2; length--)
        {
            if (_byLength[length] is { } some)
            {
                for (int at = 0; at <= value.Length - length; at++)
                {
                    uint key = KeyOf(value, at, length);
                    if (some.MayHold(key))
                    {
                        Compare(some.Find(key), value, at, ref sink);
                    }
                }
            }
        }
    }

    private void FindSingles<TSink>(scoped ReadOnlySpan<byte> value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        for (int at = value.IndexOfAny(_singles!); at >= 0; )
        {
            Compare(_byLength[1]!.Find(value[at]), value, at, ref sink);
            int next = value[(at + 1)..].IndexOfAny(_singles!);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private void Compare<TSink>(ReadOnlySpan<int> entries, scoped ReadOnlySpan<byte> value, int at, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        foreach (int index in entries)
        {
            Entry entry = _entries[index];
            int start = at - entry.Offset;
            if (start >= 0 && value[start..].StartsWith(entry.Text))
            {
                sink.Hit(entry.Predicate);
            }
        }
    }

    private static uint KeyOf(ReadOnlySpan<byte> text, int at, int length) =>
        length switch
        {
            4 => BinaryPrimitives.ReadUInt32LittleEndian(text.Slice(at, 4)),
            3 => text[at] | ((uint)text[at + 1] << 8) | ((uint)text[at + 2] << 16),
            2 => text[at] | ((uint)text[at + 1] << 8),
            _ => text[at],
        };
}

using System.Runtime.InteropServices;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Remembers what a group of rules came to for the values of some fields together: the programs, people and computers of a log come
/// in the same combinations again and again. For one thread.
/// </summary>
/// <remarks>
/// Memory is bounded; when it is full, everything is forgotten. Keys are compared whole, so a chosen one can spoil the
/// memory but no answer.
/// </remarks>
internal sealed class RecordMemory
{
    private const int SlotBits = 15;
    private const int KeyRoom = 8 * 1_024 * 1_024;
    private const int ItemRoom = 512 * 1_024;

    private readonly Entry[] _entries = new Entry[1 << SlotBits];
    private readonly byte[] _keys = new byte[KeyRoom];
    private readonly int[] _items = new int[ItemRoom];
    private int _keysUsed;
    private int _itemsUsed;

    private struct Entry
    {
        public ulong Hash;
        public int KeyStart;
        public int KeyLength;
        public int Plan;
        public int First;
    }

    /// <summary>What was noted; see <see cref="Add"/>.</summary>
    public Span<int> Items => _items;

    /// <summary>Finds what was noted for a key.</summary>
    /// <param name="plan">Number of the plan that the key was written for; not 0.</param>
    /// <param name="key">The key.</param>
    /// <param name="hash">For <see cref="Add"/>, if nothing was noted.</param>
    /// <returns>Where in <see cref="Items"/> it begins; -1 where nothing was noted.</returns>
    public int Find(int plan, ReadOnlySpan<byte> key, out ulong hash)
    {
        hash = HashOf(key, (uint)plan);
        ref Entry entry = ref _entries[hash >> (64 - SlotBits)];
        return
            entry.Hash == hash && entry.Plan == plan && key.SequenceEqual(_keys.AsSpan(entry.KeyStart, entry.KeyLength))
            ? entry.First
            : -1;
    }

    /// <summary>Notes something for a key that <see cref="Find"/> did not find.</summary>
    public void Add(int plan, ReadOnlySpan<byte> key, ulong hash, ReadOnlySpan<int> items)
    {
        if (_keysUsed + key.Length > KeyRoom || _itemsUsed + items.Length > ItemRoom)
        {
            Array.Clear(_entries);
            _keysUsed = 0;
            _itemsUsed = 0;
        }

        if (items.Length > ItemRoom)
        {
            return;
        }

        _entries[hash >> (64 - SlotBits)] = new Entry
        {
            Hash = hash,
            KeyStart = _keysUsed,
            KeyLength = key.Length,
            Plan = plan,
            First = _itemsUsed,
        };
        key.CopyTo(_keys.AsSpan(_keysUsed));
        items.CopyTo(_items.AsSpan(_itemsUsed));
        _keysUsed += key.Length;
        _itemsUsed += items.Length;
    }

    /// <summary>A number for bytes: all of them count, and four chains of multiplication run beside each other.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> bytes, uint seed)
    {
        const ulong Factor = 0x9E37_79B9_7F4A_7C15;
        const int Step = 4;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        ulong a = seed + ((ulong)bytes.Length << 32);
        ulong b = a ^ 0xC2B2_AE3D_27D4_EB4F;
        ulong c = a ^ 0x1656_67B1_9E37_79F9;
        ulong d = a ^ 0x27D4_EB2F_1656_67C5;
        while (words.Length >= Step)
        {
            a = Mix(a, words[0]);
            b = Mix(b, words[1]);
            c = Mix(c, words[2]);
            d = Mix(d, words[3]);
            words = words[Step..];
        }

        foreach (ulong word in words)
        {
            a = Mix(a, word);
        }

        foreach (byte one in bytes[(bytes.Length & ~7)..])
        {
            b = Mix(b, one);
        }

        ulong hash = Mix(Mix(Mix(a, b), c), d);
        return (hash ^ (hash >> 32)) * Factor;

        static ulong Mix(ulong hash, ulong next) => ulong.RotateLeft((hash ^ next) * Factor, 29);
    }
}

using System.Runtime.InteropServices;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Remembers what a group of rules came to for the values of some fields together: the programs, people and computers of a log come
/// in the same combinations again and again. For one thread.
/// </summary>
/// <remarks>
/// Memory is bounded; when it is full, everything is forgotten. Keys are compared whole, so a chosen one can spoil the
/// memory but no answer. What is noted for a key lies right behind it: looking it up costs few lines of the processor's cache.
/// </remarks>
internal sealed class RecordMemory
{
    private const int SlotBits = 15;

    // In units of 4 bytes.
    private const int Room = 2_560 * 1_024;

    // Before a key: its plan, and how many bytes it has.
    private const int Header = 2;

    private readonly Slot[] _slots = new Slot[1 << SlotBits];
    private readonly int[] _room = new int[Room];
    private int _used;

    // Start is that of the header, plus one; 0 in an empty slot.
    private struct Slot
    {
        public uint Tag;
        public int Start;
    }

    /// <summary>What was noted; see <see cref="Add"/>.</summary>
    public Span<int> Items => _room;

    /// <summary>Finds what was noted for a key.</summary>
    /// <param name="plan">Number of the plan that the key was written for; not 0.</param>
    /// <param name="key">The key.</param>
    /// <param name="hash">For <see cref="Add"/>, if nothing was noted.</param>
    /// <returns>Where in <see cref="Items"/> it begins; -1 where nothing was noted.</returns>
    public int Find(int plan, ReadOnlySpan<byte> key, out ulong hash)
    {
        hash = HashOf(key, (uint)plan);
        Slot slot = _slots[hash >> (64 - SlotBits)];
        if (slot.Tag != (uint)hash || slot.Start == 0)
        {
            return -1;
        }

        int start = slot.Start - 1;
        ReadOnlySpan<int> noted = _room.AsSpan(start);
        return
            noted[0] == plan
            && noted[1] == key.Length
            && key.SequenceEqual(MemoryMarshal.AsBytes(noted[Header..])[..key.Length])
            ? start + Header + WordsFor(key)
            : -1;
    }

    /// <summary>Notes something for a key that <see cref="Find"/> did not find.</summary>
    public void Add(int plan, ReadOnlySpan<byte> key, ulong hash, ReadOnlySpan<int> items)
    {
        int needed = Header + WordsFor(key) + items.Length;
        if (needed > Room - _used)
        {
            Array.Clear(_slots);
            _used = 0;
        }

        if (needed > Room)
        {
            return;
        }

        _slots[hash >> (64 - SlotBits)] = new Slot { Tag = (uint)hash, Start = _used + 1 };
        Span<int> noted = _room.AsSpan(_used, needed);
        noted[0] = plan;
        noted[1] = key.Length;
        key.CopyTo(MemoryMarshal.AsBytes(noted[Header..]));
        items.CopyTo(noted[(Header + WordsFor(key))..]);
        _used += needed;
    }

    /// <summary>A number for bytes: all of them count, and four chains of multiplication run beside each other.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> bytes, uint seed)
    {
        const ulong Factor = 0x9E37_79B9_7F4A_7C15;
        const int Step = 4;
        ulong a = seed + ((ulong)bytes.Length << 32);
        ulong b = a ^ 0xC2B2_AE3D_27D4_EB4F;
        ulong c = a ^ 0x1656_67B1_9E37_79F9;
        ulong d = a ^ 0x27D4_EB2F_1656_67C5;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        while (words.Length >= Step)
        {
            a = Mix(a, words[0]);
            b = Mix(b, words[1]);
            c = Mix(c, words[2]);
            d = Mix(d, words[3]);
            words = words[Step..];
        }

        if (words.Length > 0)
        {
            a = Mix(a, words[0]);
        }

        if (words.Length > 1)
        {
            b = Mix(b, words[1]);
        }

        if (words.Length > 2)
        {
            c = Mix(c, words[2]);
        }

        d = Mix(d, Tail(bytes));
        ulong hash = Mix(Mix(Mix(a, b), c), d);
        return (hash ^ (hash >> 32)) * Factor;

        static ulong Mix(ulong hash, ulong next) => ulong.RotateLeft((hash ^ next) * Factor, 29);

        // The last eight bytes, some of which may have counted already, or all there are.
        static ulong Tail(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length >= sizeof(ulong))
            {
                return MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]);
            }

            ulong tail = 0;
            foreach (byte one in bytes)
            {
                tail = (tail << 8) | one;
            }

            return tail;
        }
    }

    private static int WordsFor(ReadOnlySpan<byte> key) => (key.Length + sizeof(int) - 1) / sizeof(int);
}

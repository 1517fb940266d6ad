using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Immutable lists of numbers by a 32-bit key, behind a bit map that is small enough to stay in the first cache and turns away
/// nearly every key that is not there.
/// </summary>
internal sealed class HashMap
{
    private const uint Factor = 0x9E37_79B1;

    private readonly ulong[] _present;
    private readonly int _presentShift;
    private readonly Slot[] _slots;
    private readonly int _slotShift;
    private readonly int[] _items;

    public HashMap(Dictionary<uint, List<int>> lists)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, lists.Count)) + 5, 9, 18);
        _present = new ulong[1 << (bits - 6)];
        _presentShift = 32 - bits;
        int slotBits = BitOperations.Log2((uint)Math.Max(1, lists.Count)) + 2;
        _slots = new Slot[1 << slotBits];
        _slotShift = 32 - slotBits;
        _items = new int[lists.Sum(static l => l.Value.Count)];
        int next = 0;
        foreach ((uint key, List<int> list) in lists)
        {
            uint hash = key * Factor;
            uint bit = hash >> _presentShift;
            _present[bit >> 6] |= 1UL << (int)(bit & 63);
            uint slot = hash >> _slotShift;
            while (_slots[slot].Count > 0)
            {
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            }

            list.CopyTo(_items, next);
            _slots[slot] = new Slot(key, next, list.Count);
            next += list.Count;
        }
    }

    private readonly record struct Slot(uint Key, int First, int Count);

    /// <summary>False for nearly every key that has no list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(uint key)
    {
        uint bit = (key * Factor) >> _presentShift;
        return (_present[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>The first place in a text, from <paramref name="at"/> on, whose four bytes are a key that <see cref="MayHold"/>; -1 where there is none.</summary>
    public int Next(ReadOnlySpan<byte> text, int at)
    {
        const int Step = 4;
        ref byte start = ref MemoryMarshal.GetReference(text);
        ref ulong present = ref MemoryMarshal.GetArrayDataReference(_present);
        int shift = _presentShift;
        int last = text.Length - sizeof(uint);
        // Nearly all keys are turned away: four are looked at before anything is decided.
        for (; at <= last - (Step - 1); at += Step)
        {
            ulong any =
                Present(ref start, at, ref present, shift)
                | Present(ref start, at + 1, ref present, shift)
                | Present(ref start, at + 2, ref present, shift)
                | Present(ref start, at + 3, ref present, shift);
            if ((any & 1) != 0)
            {
                break;
            }
        }

        for (; at <= last; at++)
        {
            if ((Present(ref start, at, ref present, shift) & 1) != 0)
            {
                return at;
            }
        }

        return -1;
    }

    // The lowest bit tells. The bit map has as many bits as a shifted hash can have values, so that no place is outside it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Present(ref byte start, int at, ref ulong present, int shift)
    {
        uint bit = (Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, at)) * Factor) >> shift;
        return Unsafe.Add(ref present, bit >> 6) >> (int)(bit & 63);
    }

    /// <summary>The list of a key; empty where there is none.</summary>
    public ReadOnlySpan<int> Find(uint key)
    {
        uint slot = (key * Factor) >> _slotShift;
        while (_slots[slot] is { Count: > 0 } found)
        {
            if (found.Key == key)
            {
                return _items.AsSpan(found.First, found.Count);
            }

            slot = (slot + 1) & (uint)(_slots.Length - 1);
        }

        return default;
    }
}

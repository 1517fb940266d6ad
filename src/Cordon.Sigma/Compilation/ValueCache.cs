using System.Numerics;
using System.Runtime.InteropServices;
using Cordon.Events;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Remembers what the filters found in values that came before: logs say the same again and again, and a value that is known
/// costs a look instead of a search. For one thread.
/// </summary>
/// <remarks>
/// All memory is taken at the start; when it is full, everything is forgotten. A filter whose values seldom come back is not
/// asked about for a while. Values are compared whole, so a chosen one can spoil the cache but no answer. What was found in a
/// value lies right behind it: looking it up costs few lines of the processor's cache.
/// </remarks>
internal sealed class ValueCache
{
    private const int SlotBits = 13;
    private const int MaxText = 2_048;
    private const int MaxHits = 1_024;

    // In units of 4 bytes.
    private const int Room = 256 * 1_024;

    // A value begins with these; then come its text, two characters to a unit, and its hits.
    private const int FilterAt = 0;
    private const int LengthAt = 1;
    private const int HitsAt = 2;
    private const int FirstRuleAt = 3;
    private const int RulesAt = 4;
    private const int Header = 5;

    // A hit pays for two misses; a filter without credit is left alone for as many values as it then owes.
    private const int FirstCredit = 64;
    private const int MostCredit = 512;
    private const int Debt = -2_048;

    private readonly Slot[] _slots = new Slot[1 << SlotBits];
    private readonly int[] _room = new int[Room];
    private int[] _credit = [];
    private int _used;

    // The value that is being added: its slot, where its hits begin, and how many there are.
    private int _addingSlot;
    private uint _addingTag;
    private int _addingHits;
    private int _addingCount;

    // Start is that of the header, plus one; 0 in an empty slot.
    private struct Slot
    {
        public uint Tag;
        public int Start;
    }

    /// <summary>Forgets everything if there may not be room for what one event brings. Hits that were handed out end here.</summary>
    public void MakeRoom()
    {
        if (_used > Room / 2)
        {
            Array.Clear(_slots);
            _used = 0;
        }
    }

    /// <summary>Finds what <paramref name="filter"/> found in an equal value.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="value">The value.</param>
    /// <param name="known">Where it is, for <see cref="Hits"/>, <see cref="TryRules"/> and <see cref="AddRules"/>.</param>
    /// <param name="isWanted">Whether the value is worth adding, if it is not known.</param>
    public bool TryFind(FieldFilter filter, FieldValue value, out int known, out bool isWanted)
    {
        (known, isWanted) = (-1, false);
        ref int credit = ref CreditOf(filter.Number);
        if (credit <= 0)
        {
            credit = ++credit == 0 ? FirstCredit : credit;
            return false;
        }

        ReadOnlySpan<char> text = value.Text;
        // The written form of a real number or a time may leave digits out.
        if (text.Length > MaxText || value.Kind is not (FieldKind.Text or FieldKind.Integer))
        {
            return false;
        }

        int filterAndKind = (filter.Number << 1) | (value.Kind == FieldKind.Integer ? 1 : 0);
        _addingTag = HashOf(text, filter.Number);
        _addingSlot = (int)(_addingTag >> (32 - SlotBits));
        Slot slot = _slots[_addingSlot];
        if (slot.Tag == _addingTag && slot.Start > 0)
        {
            ReadOnlySpan<int> there = _room.AsSpan(slot.Start - 1);
            if (
                there[FilterAt] == filterAndKind
                && there[LengthAt] == text.Length
                && text.SequenceEqual(MemoryMarshal.Cast<int, char>(there[Header..])[..text.Length])
            )
            {
                known = slot.Start - 1;
                credit = Math.Min(credit + 2, MostCredit);
                return true;
            }
        }

        credit = --credit == 0 ? Debt : credit;
        _addingHits = _used + Header + UnitsFor(text.Length);
        if (_addingHits + MaxHits > Room)
        {
            return false;
        }

        _addingCount = 0;
        Span<int> added = _room.AsSpan(_used);
        added[FilterAt] = filterAndKind;
        added[LengthAt] = text.Length;
        added[FirstRuleAt] = 0;
        added[RulesAt] = 0;
        text.CopyTo(MemoryMarshal.Cast<int, char>(added[Header..]));
        isWanted = true;
        return false;
    }

    /// <summary>Predicates, each with what is known of it (the two lowest bits).</summary>
    /// <param name="known">What <see cref="TryFind"/> found.</param>
    /// <param name="first">Where the first one is, for <see cref="Settle"/>; the others follow.</param>
    public ReadOnlySpan<int> Hits(int known, out int first)
    {
        first = known + Header + UnitsFor(_room[known + LengthAt]);
        return _room.AsSpan(first, _room[known + HitsAt]);
    }

    /// <summary>The rules to try for a value that <see cref="TryFind"/> found; false where they were not added yet.</summary>
    public bool TryRules(int known, out ReadOnlySpan<int> rules)
    {
        int first = _room[known + FirstRuleAt];
        rules = _room.AsSpan(first, _room[known + RulesAt]);
        return first > 0 || _room[known + HitsAt] == 0;
    }

    /// <summary>Adds them, if there is room.</summary>
    public void AddRules(int known, ReadOnlySpan<int> rules)
    {
        if (rules.TryCopyTo(_room.AsSpan(_used)))
        {
            (_room[known + FirstRuleAt], _room[known + RulesAt]) = (_used, rules.Length);
            _used += rules.Length;
        }
    }

    /// <summary>Notes what a predicate came to that could only be said to be possible.</summary>
    public void Settle(int at, uint truth) => _room[at] = (_room[at] & ~3) | (int)truth;

    /// <summary>Adds a hit to the value that was not found.</summary>
    /// <returns>Where it is; -1 where there are too many.</returns>
    public int Add(int predicate, uint known)
    {
        int at = _addingHits + _addingCount++;
        if (_addingCount > MaxHits)
        {
            return -1;
        }

        _room[at] = (predicate << 2) | (int)known;
        return at;
    }

    /// <summary>All hits of the value were added.</summary>
    public void Finish()
    {
        if (_addingCount > MaxHits)
        {
            // Those that were given a place may yet be settled there.
            _used = _addingHits + MaxHits;
            return;
        }

        _room[_used + HitsAt] = _addingCount;
        _slots[_addingSlot] = new Slot { Tag = _addingTag, Start = _used + 1 };
        _used = _addingHits + _addingCount;
    }

    private static int UnitsFor(int characters) => (characters + 1) / 2;

    private ref int CreditOf(int filter)
    {
        if (filter >= _credit.Length)
        {
            int known = _credit.Length;
            Array.Resize(ref _credit, Math.Max(filter + 1, known * 2));
            _credit.AsSpan(known).Fill(FirstCredit);
        }

        return ref _credit[filter];
    }

    // A few pieces of the text; most values that differ do so in one of them, and for the others a collision costs a search.
    private static uint HashOf(ReadOnlySpan<char> text, int filter)
    {
        const int Piece = 4;
        const int Pieces = 6;
        ulong hash = ((ulong)(uint)filter << 32) ^ (uint)text.Length;
        if (text.Length < Piece)
        {
            foreach (char c in text)
            {
                hash = Mix(hash, c);
            }
        }
        else
        {
            int last = text.Length - Piece;
            int step = Math.Max(Piece, last / Pieces);
            for (int at = 0; at < last; at += step)
            {
                hash = Mix(hash, At(text, at));
            }

            hash = Mix(hash, At(text, last));
        }

        return (uint)(hash >> 32) ^ (uint)hash * 0x9E37_79B1;
    }

    private static ulong Mix(ulong hash, ulong next) =>
        BitOperations.RotateLeft((hash ^ next) * 0x9E37_79B9_7F4A_7C15, 29);

    private static ulong At(ReadOnlySpan<char> text, int index) =>
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(index, 4)));
}

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
/// asked about for a while. Values are compared whole, so a chosen one can spoil the cache but no answer.
/// </remarks>
internal sealed class ValueCache
{
    private const int SlotBits = 13;
    private const int MaxText = 2_048;
    private const int MaxHits = 1_024;
    private const int TextRoom = 256 * 1_024;
    private const int HitRoom = 128 * 1_024;

    // A hit pays for two misses; a filter without credit is left alone for as many values as it then owes.
    private const int FirstCredit = 64;
    private const int MostCredit = 512;
    private const int Debt = -2_048;

    private readonly Entry[] _entries = new Entry[1 << SlotBits];
    private readonly char[] _texts = new char[TextRoom];
    private readonly int[] _hits = new int[HitRoom];
    private int[] _credit = [];
    private int _textsUsed;
    private int _hitsUsed;
    private Entry _adding;
    private int _addingSlot;

    private struct Entry
    {
        public uint Hash;
        public int Filter;
        public int TextStart;
        public int TextLength;
        public int FirstHit;
        public int HitCount;
        public int FirstRule;
        public int RuleCount;
        public FieldKind Kind;
        public bool IsThere;
    }

    /// <summary>Forgets everything if there may not be room for what one event brings. Hits that were handed out end here.</summary>
    public void MakeRoom()
    {
        if (_textsUsed > TextRoom / 2 || _hitsUsed > HitRoom / 2)
        {
            Array.Clear(_entries);
            _textsUsed = 0;
            _hitsUsed = 0;
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

        uint hash = HashOf(text, filter.Number);
        _addingSlot = (int)(hash >> (32 - SlotBits));
        ref Entry entry = ref _entries[_addingSlot];
        if (
            entry.IsThere
            && entry.Hash == hash
            && entry.Filter == filter.Number
            && entry.Kind == value.Kind
            && text.SequenceEqual(_texts.AsSpan(entry.TextStart, entry.TextLength))
        )
        {
            known = _addingSlot;
            credit = Math.Min(credit + 2, MostCredit);
            return true;
        }

        credit = --credit == 0 ? Debt : credit;
        if (_textsUsed + text.Length > TextRoom || _hitsUsed + MaxHits > HitRoom)
        {
            return false;
        }

        _adding = new Entry
        {
            Hash = hash,
            Filter = filter.Number,
            Kind = value.Kind,
            TextStart = _textsUsed,
            TextLength = text.Length,
            FirstHit = _hitsUsed,
        };
        text.CopyTo(_texts.AsSpan(_textsUsed));
        isWanted = true;
        return false;
    }

    /// <summary>Predicates, each with what is known of it (the two lowest bits).</summary>
    /// <param name="known">What <see cref="TryFind"/> found.</param>
    /// <param name="first">Where the first one is, for <see cref="Settle"/>; the others follow.</param>
    public ReadOnlySpan<int> Hits(int known, out int first)
    {
        ref Entry entry = ref _entries[known];
        first = entry.FirstHit;
        return _hits.AsSpan(first, entry.HitCount);
    }

    /// <summary>The rules to try for a value that <see cref="TryFind"/> found; false where they were not added yet.</summary>
    public bool TryRules(int known, out ReadOnlySpan<int> rules)
    {
        ref Entry entry = ref _entries[known];
        rules = _hits.AsSpan(entry.FirstRule, entry.RuleCount);
        return entry.FirstRule > 0 || entry.HitCount == 0;
    }

    /// <summary>Adds them, if there is room.</summary>
    public void AddRules(int known, ReadOnlySpan<int> rules)
    {
        if (rules.TryCopyTo(_hits.AsSpan(_hitsUsed)))
        {
            ref Entry entry = ref _entries[known];
            (entry.FirstRule, entry.RuleCount) = (_hitsUsed, rules.Length);
            _hitsUsed += rules.Length;
        }
    }

    /// <summary>Notes what a predicate came to that could only be said to be possible.</summary>
    public void Settle(int at, uint truth) => _hits[at] = (_hits[at] & ~3) | (int)truth;

    /// <summary>Adds a hit to the value that was not found.</summary>
    /// <returns>Where it is; -1 where there are too many.</returns>
    public int Add(int predicate, uint known)
    {
        int at = _adding.FirstHit + _adding.HitCount++;
        if (_adding.HitCount > MaxHits)
        {
            return -1;
        }

        _hits[at] = (predicate << 2) | (int)known;
        return at;
    }

    /// <summary>All hits of the value were added.</summary>
    public void Finish()
    {
        if (_adding.HitCount > MaxHits)
        {
            // Those that were given a place may yet be settled there.
            _hitsUsed += MaxHits;
            return;
        }

        _adding.IsThere = true;
        _textsUsed += _adding.TextLength;
        _hitsUsed += _adding.HitCount;
        _entries[_addingSlot] = _adding;
    }

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

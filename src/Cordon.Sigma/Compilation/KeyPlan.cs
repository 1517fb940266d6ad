using System.Buffers.Binary;
using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Which fields of the events that a group of rules is run over are remembered together, learned from the events: all of them at
/// first, without those whose values turn out to be new in most events. For one thread.
/// </summary>
internal sealed class KeyPlan
{
    private const int MaxFields = 64;

    // So many events are watched before the fields are chosen anew; so many misses in them are too many.
    private const int Window = 512;
    private const int MostMisses = Window / 4;

    // A field with more new values than this is left out; one with fewer new values is not the reason for misses.
    private const int MostNews = Window / 4;
    private const int FewNews = Window / 16;
    private const int Patience = 3;
    private const int FewWanted = 8;

    // Now and then all fields are tried again: another log may have other habits. Nothing more is tried in between, and each time
    // it is longer until the next, so that choosing costs nothing in the long run.
    private const int TryAgain = 131_072;
    private const int SketchBits = 12;

    private static int _made;

    private readonly CompiledGroup _group;

    private readonly Func<FieldId, FieldId[]> _sourcesOf;
    private readonly FieldId[] _sourcesOfMade;
    private readonly uint[] _seenValues = new uint[1 << SketchBits];
    private readonly HashSet<FieldId> _dropped = [];

    // For each of the group's fields how often a rule asked for it; those that many ask for are in the key although no filter reads them.
    private readonly int[] _wanted;
    private readonly HashSet<FieldId> _added = [];
    private int[] _news = [];
    private int _seen;
    private int _misses;
    private int _badWindows;
    private long _tryAfter = TryAgain;
    private long _untilTrying;

    /// <summary>Makes one.</summary>
    /// <param name="group">The rules.</param>
    /// <param name="sourcesOf">For a field that rules name, the event's own fields that decide about it.</param>
    /// <param name="sourcesOfMade">The event's own fields that decide about the texts which the view of the event adds.</param>
    public KeyPlan(CompiledGroup group, Func<FieldId, FieldId[]> sourcesOf, FieldId[] sourcesOfMade)
    {
        _group = group;
        _sourcesOf = sourcesOf;
        _sourcesOfMade = sourcesOfMade;
        _wanted = new int[group.Fields.Length];
        Choose();
    }

    /// <summary>A number of its own in this process for what is chosen now; not 0.</summary>
    public int Number { get; private set; }

    /// <summary>The event's fields that are the key; none where nothing is to be remembered.</summary>
    public FieldId[] Fields { get; private set; } = [];

    /// <summary>The filters whose field is decided by the key, as indexes in the group.</summary>
    public int[] KeyFilters { get; private set; } = [];

    /// <summary>The other filters.</summary>
    public int[] OtherFilters { get; private set; } = [];

    /// <summary>Predicates that compare two fields, both decided by the key, and are looked for.</summary>
    public int[] KeyComparisons { get; private set; } = [];

    /// <summary>The other predicates of that kind.</summary>
    public int[] OtherComparisons { get; private set; } = [];

    /// <summary>For each of <see cref="CompiledGroup.Fields"/> whether it is decided by the key.</summary>
    public bool[] IsDecided { get; private set; } = [];

    /// <summary>Whether the key decides about all texts which the view of the event adds.</summary>
    public bool DecidesMade { get; private set; }

    /// <summary>Something was remembered for an event.</summary>
    public void Known() => Count();

    /// <summary>Nothing was remembered for an event with this key.</summary>
    public void Unknown(ReadOnlySpan<byte> key)
    {
        _misses++;
        for (int field = 0; field < Fields.Length && !key.IsEmpty; field++)
        {
            int length = sizeof(long) + BinaryPrimitives.ReadInt32LittleEndian(key[sizeof(int)..]);
            ulong hash = RecordMemory.HashOf(key[..length], (uint)Fields[field].Value);
            ref uint seen = ref _seenValues[hash >> (64 - SketchBits)];
            if (seen != (uint)hash)
            {
                seen = (uint)hash;
                _news[field]++;
            }

            key = key[length..];
        }

        Count();
    }

    /// <summary>A rule asked for a field (by its place in the group) that the key does not decide about, so that it must be tried each time.</summary>
    public void Want(int field) => _wanted[field]++;

    /// <summary>An event came that nothing is remembered of.</summary>
    public void Skip()
    {
        if (--_untilTrying == 0)
        {
            _dropped.Clear();
            Choose();
        }
    }

    private void Count()
    {
        if (--_untilTrying <= 0 && _dropped.Count > 0)
        {
            _dropped.Clear();
            Choose();
        }
        else if (++_seen == Window)
        {
            Judge();
        }
    }

    private void Judge()
    {
        int most = _news.Max();
        _badWindows = _misses > MostMisses ? _badWindows + 1 : 0;
        // At first every value is new. Where later on no field stands out, many combinations of few values are to blame, or all was
        // forgotten just now.
        if (_badWindows > 1 && (most > FewNews || _badWindows > Patience))
        {
            for (int field = 0; field < Fields.Length; field++)
            {
                if (_news[field] == most || _news[field] > MostNews)
                {
                    _dropped.Add(Fields[field]);
                }
            }

            Choose();
            return;
        }

        if (AddWanted())
        {
            Choose();
            return;
        }

        _seen = _misses = 0;
        Array.Clear(_news);
    }

    private bool AddWanted()
    {
        bool isNew = false;
        for (int field = 0; field < _wanted.Length; field++)
        {
            if (_wanted[field] > FewWanted)
            {
                FieldId[] sources = _sourcesOf(_group.Fields[field]);
                if (!sources.Any(_dropped.Contains))
                {
                    _added.UnionWith(sources);
                    isNew = true;
                }
            }
        }

        Array.Clear(_wanted);
        return isNew;
    }

    private void Choose()
    {
        bool isFirst = _dropped.Count == 0;
        if (isFirst)
        {
            _untilTrying = _tryAfter;
            _tryAfter *= 2;
        }

        List<int> inKey = [];
        List<int> others = [];
        HashSet<FieldId> fields = [];
        foreach ((int index, FieldFilter filter) in _group.Filters.Index())
        {
            FieldId[] needed = filter.Field is { } field ? _sourcesOf(field) : [];
            bool isKey = needed.Length > 0 && !needed.Any(_dropped.Contains);
            (isKey ? inKey : others).Add(index);
            if (isKey)
            {
                fields.UnionWith(needed);
            }
        }

        fields.UnionWith(_added.Where(f => !_dropped.Contains(f)));
        if (fields.Count > MaxFields || inKey.Count == 0)
        {
            fields.Clear();
        }

        Fields = [.. fields];
        DecidesMade = Array.TrueForAll(_sourcesOfMade, fields.Contains);
        IsDecided = [.. _group.Fields.Select(IsFieldDecided)];
        ILookup<bool, int> comparisons = _group
            .Filters.SelectMany(static f => f.Comparisons)
            .ToLookup(IsDecidedComparison);
        KeyComparisons = [.. comparisons[true]];
        OtherComparisons = [.. comparisons[false]];
        KeyFilters = [.. inKey];
        OtherFilters = [.. others];
        Number = Interlocked.Increment(ref _made);
        _news = new int[Fields.Length];
        _seen = _misses = 0;
        _badWindows = isFirst ? 0 : 1;
    }

    private bool IsDecidedComparison(int predicate)
    {
        var comparison = (FieldReferenceExpression)_group.Predicates[predicate];
        return IsFieldDecided(comparison.FieldId) && IsFieldDecided(comparison.OtherFieldId);
    }

    private bool IsFieldDecided(FieldId field) => _sourcesOf(field).All(Fields.Contains);
}

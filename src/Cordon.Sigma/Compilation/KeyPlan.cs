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

    private readonly Numbering _numbers;
    private readonly uint[] _seenValues = new uint[1 << SketchBits];

    // The event's own fields that decide about anything, and which of them, as places in it, decide about what: choosing anew
    // allocates nothing.
    private readonly FieldId[] _sources;
    private readonly int[][] _sourcesOfFilters;
    private readonly int[][] _sourcesOfFields;
    private readonly int[] _sourcesOfMade;
    private readonly (int Predicate, int[] Sources)[] _comparisons;

    // Of each source whether it is in the key, whether it is left out, and whether it is in although no filter reads it.
    private readonly bool[] _isIn;
    private readonly bool[] _isDropped;
    private readonly bool[] _isAdded;

    // For each of the group's fields how often a rule asked for it; those that many ask for are added.
    private readonly int[] _wanted;

    // What is in the key, as places in the sources and as fields, and for each how often its value was new.
    private readonly int[] _key = new int[MaxFields];
    private readonly FieldId[] _fields = new FieldId[MaxFields];
    private readonly int[] _news = new int[MaxFields];
    private int _count;

    // First what the key decides about, then the rest.
    private readonly int[] _filtersInOrder;
    private int _keyFilters;
    private readonly int[] _comparisonsInOrder;
    private int _keyComparisons;

    private int _seen;
    private int _misses;
    private int _badWindows;
    private long _tryAfter = TryAgain;
    private long _untilTrying;

    /// <summary>Makes one.</summary>
    /// <param name="group">The rules.</param>
    /// <param name="sourcesOf">For a field that rules name, the event's own fields that decide about it.</param>
    /// <param name="sourcesOfMade">The event's own fields that decide about the texts which the view of the event adds.</param>
    /// <param name="numbers">The evaluator's, for its plans.</param>
    public KeyPlan(CompiledGroup group, Func<FieldId, FieldId[]> sourcesOf, FieldId[] sourcesOfMade, Numbering numbers)
    {
        _numbers = numbers;
        List<FieldId> sources = [];
        _sourcesOfFilters = [.. group.Filters.Select(f => f.Field is { } field ? Places(sourcesOf(field)) : [])];
        _sourcesOfFields = [.. group.Fields.Select(f => Places(sourcesOf(f)))];
        _sourcesOfMade = Places(sourcesOfMade);
        _comparisons =
        [
            .. group.Filters.SelectMany(static f => f.Comparisons).Select(p => (p, SourcesOf(group.Predicates[p]))),
        ];
        _sources = [.. sources];
        _isIn = new bool[_sources.Length];
        _isDropped = new bool[_sources.Length];
        _isAdded = new bool[_sources.Length];
        _wanted = new int[group.Fields.Length];
        _filtersInOrder = new int[group.Filters.Length];
        _comparisonsInOrder = new int[_comparisons.Length];
        IsDecided = new bool[group.Fields.Length];
        Choose();

        int[] SourcesOf(SigmaPredicate predicate)
        {
            var comparison = (FieldReferenceExpression)predicate;
            return Places([.. sourcesOf(comparison.FieldId), .. sourcesOf(comparison.OtherFieldId)]);
        }

        int[] Places(FieldId[] fields)
        {
            int[] places = new int[fields.Length];
            for (int i = 0; i < places.Length; i++)
            {
                places[i] = sources.IndexOf(fields[i]);
                if (places[i] < 0)
                {
                    places[i] = sources.Count;
                    sources.Add(fields[i]);
                }
            }

            return places;
        }
    }

    /// <summary>A number of its own in the evaluator for what is chosen now; not 0.</summary>
    public int Number { get; private set; }

    /// <summary>The event's fields that are the key; none where nothing is to be remembered.</summary>
    public ReadOnlySpan<FieldId> Fields => _fields.AsSpan(0, _count);

    /// <summary>The filters whose field is decided by the key, as indexes in the group.</summary>
    public ReadOnlySpan<int> KeyFilters => _filtersInOrder.AsSpan(0, _keyFilters);

    /// <summary>The other filters.</summary>
    public ReadOnlySpan<int> OtherFilters => _filtersInOrder.AsSpan(_keyFilters);

    /// <summary>Predicates that compare two fields, both decided by the key, and are looked for.</summary>
    public ReadOnlySpan<int> KeyComparisons => _comparisonsInOrder.AsSpan(0, _keyComparisons);

    /// <summary>The other predicates of that kind.</summary>
    public ReadOnlySpan<int> OtherComparisons => _comparisonsInOrder.AsSpan(_keyComparisons);

    /// <summary>For each of <see cref="CompiledGroup.Fields"/> whether it is decided by the key.</summary>
    public bool[] IsDecided { get; }

    /// <summary>Whether the key decides about all texts which the view of the event adds.</summary>
    public bool DecidesMade { get; private set; }

    /// <summary>Something was remembered for an event.</summary>
    public void Known() => Count();

    /// <summary>Nothing was remembered for an event with this key.</summary>
    public void Unknown(ReadOnlySpan<byte> key)
    {
        _misses++;
        for (int field = 0; field < _count && !key.IsEmpty; field++)
        {
            int length = sizeof(long) + BinaryPrimitives.ReadInt32LittleEndian(key[sizeof(int)..]);
            ulong hash = RecordMemory.HashOf(key[..length], (uint)_fields[field].Value);
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
            Array.Clear(_isDropped);
            Choose();
        }
    }

    private void Count()
    {
        if (--_untilTrying <= 0 && _isDropped.Contains(true))
        {
            Array.Clear(_isDropped);
            Choose();
        }
        else if (++_seen == Window)
        {
            Judge();
        }
    }

    private void Judge()
    {
        int most = 0;
        foreach (int news in _news.AsSpan(0, _count))
        {
            most = Math.Max(most, news);
        }

        _badWindows = _misses > MostMisses ? _badWindows + 1 : 0;
        // At first every value is new. Where later on no field stands out, many combinations of few values are to blame, or all was
        // forgotten just now.
        if (_badWindows > 1 && (most > FewNews || _badWindows > Patience))
        {
            for (int field = 0; field < _count; field++)
            {
                if (_news[field] == most || _news[field] > MostNews)
                {
                    _isDropped[_key[field]] = true;
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
                int[] sources = _sourcesOfFields[field];
                if (!Any(_isDropped, sources))
                {
                    foreach (int source in sources)
                    {
                        _isAdded[source] = true;
                    }

                    isNew = true;
                }
            }
        }

        Array.Clear(_wanted);
        return isNew;
    }

    private void Choose()
    {
        bool isFirst = !_isDropped.Contains(true);
        if (isFirst)
        {
            _untilTrying = _tryAfter;
            _tryAfter *= 2;
        }

        bool hasFilter = ChooseFields();
        if (!hasFilter || _count > MaxFields)
        {
            _count = 0;
            Array.Clear(_isIn);
        }

        OrderByKey();
        Number = _numbers.Next();
        Array.Clear(_news);
        _seen = _misses = 0;
        _badWindows = isFirst ? 0 : 1;
    }

    // Whether there is a filter whose field the key can decide about. What is counted may be more than there is room for.
    private bool ChooseFields()
    {
        _count = 0;
        Array.Clear(_isIn);
        bool hasFilter = false;
        foreach (int[] sources in _sourcesOfFilters)
        {
            if (sources.Length > 0 && !Any(_isDropped, sources))
            {
                hasFilter = true;
                foreach (int source in sources)
                {
                    Take(source);
                }
            }
        }

        for (int source = 0; source < _sources.Length; source++)
        {
            if (_isAdded[source] && !_isDropped[source])
            {
                Take(source);
            }
        }

        return hasFilter;

        void Take(int source)
        {
            if (_isIn[source])
            {
                return;
            }

            _isIn[source] = true;
            if (_count < MaxFields)
            {
                _key[_count] = source;
                _fields[_count] = _sources[source];
            }

            _count++;
        }
    }

    private void OrderByKey()
    {
        DecidesMade = All(_isIn, _sourcesOfMade);
        for (int field = 0; field < IsDecided.Length; field++)
        {
            IsDecided[field] = All(_isIn, _sourcesOfFields[field]);
        }

        _keyFilters = OrderFilters(0, inKey: true);
        OrderFilters(_keyFilters, inKey: false);
        _keyComparisons = OrderComparisons(0, inKey: true);
        OrderComparisons(_keyComparisons, inKey: false);
    }

    private int OrderFilters(int at, bool inKey)
    {
        for (int filter = 0; filter < _sourcesOfFilters.Length; filter++)
        {
            int[] sources = _sourcesOfFilters[filter];
            if ((sources.Length > 0 && All(_isIn, sources)) == inKey)
            {
                _filtersInOrder[at++] = filter;
            }
        }

        return at;
    }

    private int OrderComparisons(int at, bool inKey)
    {
        foreach ((int predicate, int[] sources) in _comparisons)
        {
            if (All(_isIn, sources) == inKey)
            {
                _comparisonsInOrder[at++] = predicate;
            }
        }

        return at;
    }

    private static bool Any(bool[] flags, int[] places)
    {
        foreach (int place in places)
        {
            if (flags[place])
            {
                return true;
            }
        }

        return false;
    }

    private static bool All(bool[] flags, int[] places)
    {
        foreach (int place in places)
        {
            if (!flags[place])
            {
                return false;
            }
        }

        return true;
    }
}

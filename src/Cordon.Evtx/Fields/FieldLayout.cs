using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Fields;

/// <summary>For every field of a set, where its values lie in records of one shape.</summary>
internal sealed class FieldLayout
{
    private int[] _heads = [];
    private int[] _tails = [];
    private QuickSource[] _quick = [];
    private Entry[] _entries = new Entry[16];
    private int _count;

    /// <summary>Names came out of the record, or a limit was met: the layout holds for this record alone.</summary>
    public bool IsForOneRecord { get; set; }

    public void Clear(int fields)
    {
        if (_heads.Length < fields)
        {
            _heads = new int[fields];
            _tails = new int[fields];
        }

        _heads.AsSpan().Fill(-1);
        _tails.AsSpan().Fill(-1);
        _count = 0;
        IsForOneRecord = false;
    }

    public void Add(int field, FieldSource source)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
        }

        _entries[_count] = new Entry(source, -1);
        if (_tails[field] < 0)
        {
            _heads[field] = _count;
        }
        else
        {
            _entries[_tails[field]] = _entries[_tails[field]] with { Next = _count };
        }

        _tails[field] = _count++;
    }

    /// <summary>The first source of a field, or -1.</summary>
    public int First(int field) => _heads[field];

    /// <summary>The source, and the one after it or -1.</summary>
    public FieldSource Source(int entry, out int next)
    {
        next = _entries[entry].Next;
        return _entries[entry].Source;
    }

    /// <summary>The quick way to a field that has one; only frozen layouts know of any.</summary>
    public QuickSource Quick(int field) => _quick.Length == 0 ? default : _quick[field];

    /// <summary>What System says of records of the shape; only frozen layouts know.</summary>
    public PlainSystem System { get; private set; }

    /// <summary>A copy that never changes, for records of the document's shape.</summary>
    public FieldLayout Freeze(EvtxFieldSet set, RecordDocument document)
    {
        int fields = set.Count;
        var frozen = new FieldLayout
        {
            _heads = _heads.AsSpan(0, fields).ToArray(),
            _entries = _entries.AsSpan(0, _count).ToArray(),
            _count = _count,
            _quick = new QuickSource[fields],
        };
        for (int field = 0; field < fields; field++)
        {
            if (_heads[field] >= 0 && _entries[_heads[field]] is { Next: < 0 } only)
            {
                frozen._quick[field] = QuickSource.Of(only.Source, document);
            }
        }

        frozen.System = PlainSystem.Of(frozen, set, document);
        return frozen;
    }

    private readonly record struct Entry(FieldSource Source, int Next);
}

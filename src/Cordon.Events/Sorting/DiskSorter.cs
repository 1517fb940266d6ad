using System.Buffers.Binary;

namespace Cordon.Events.Sorting;

/// <summary>
/// Sorts items that need not fit into memory: by key, equal keys in the order in which they were added. Runs are sorted in memory,
/// written to files and merged at the end.
/// </summary>
/// <remarks>Used by one thread at a time. The files are there between the first full run and <see cref="Dispose"/>.</remarks>
public sealed class DiskSorter : IDisposable
{
    /// <summary>How many bytes of items a run holds in memory by default.</summary>
    public const int DefaultRunBytes = 16 * 1024 * 1024;

    private const int HeadBytes = 20;
    private const int BlockBytes = 256 * 1024;

    private readonly string _prefix;
    private readonly int _runBytes;
    private readonly List<Entry> _entries = [];
    private readonly List<string> _files = [];

    // Items one after the other, each whole in one block. A block is used again once its items are on disk; one array for all would be copied as it grows.
    private readonly List<byte[]> _blocks = [];
    private int _block = -1;
    private int _room;
    private long _used;
    private long _added;

    /// <summary>Makes an empty sorter.</summary>
    /// <param name="prefix">Path that the names of run files begin with; a number and <c>.tmp</c> follow.</param>
    /// <param name="runBytes">How many bytes of items are kept in memory, about; at least 1.</param>
    public DiskSorter(string prefix, int runBytes = DefaultRunBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(runBytes, 1);
        _prefix = prefix;
        _runBytes = runBytes;
    }

    private readonly record struct Entry(long Key, long Number, int Block, int Start, int Length);

    /// <summary>How many items were added.</summary>
    public long Count => _added;

    /// <summary>Adds an item, which is copied.</summary>
    /// <exception cref="IOException">A run can't be written.</exception>
    public void Add(long key, ReadOnlySpan<byte> item)
    {
        // An entry costs memory as well, however short its item.
        if (_used + item.Length + (_entries.Count * HeadBytes) > _runBytes && _entries.Count > 0)
        {
            Spill();
        }

        if (_room < item.Length || _block < 0)
        {
            NextBlock(item.Length);
        }

        byte[] block = _blocks[_block];
        int start = block.Length - _room;
        item.CopyTo(block.AsSpan(start));
        _entries.Add(new Entry(key, _added++, _block, start, item.Length));
        _room -= item.Length;
        _used += item.Length;
    }

    /// <summary>The items in order; each is valid until the next one is asked for. To be enumerated after all were added; more than once is allowed.</summary>
    /// <exception cref="IOException">A run can't be read.</exception>
    public IEnumerable<(long Key, ReadOnlyMemory<byte> Item)> Sorted()
    {
        SortEntries();
        var heads = new PriorityQueue<Run, (long, long)>();
        List<Run> open = [];
        try
        {
            foreach (string file in _files)
            {
                var run = new FileRun(file);
                open.Add(run);
                Push(run);
            }

            Push(new MemoryRun(this));
            while (heads.TryDequeue(out Run? head, out (long Key, long) at))
            {
                yield return (at.Key, head.Item);
                Push(head);
            }
        }
        finally
        {
            foreach (Run run in open)
            {
                run.Dispose();
            }
        }

        void Push(Run run)
        {
            if (run.MoveNext())
            {
                heads.Enqueue(run, (run.Key, run.Number));
            }
        }
    }

    /// <summary>Deletes the run files.</summary>
    public void Dispose()
    {
        foreach (string file in _files)
        {
            File.Delete(file);
        }

        _files.Clear();
    }

    private void NextBlock(int length)
    {
        // What no item fits into any more is memory all the same.
        _used += _room;
        if (++_block == _blocks.Count)
        {
            _blocks.Add(new byte[Math.Max(length, Math.Min(BlockBytes, _runBytes))]);
        }
        else if (_blocks[_block].Length < length)
        {
            _blocks[_block] = new byte[length];
        }

        _room = _blocks[_block].Length;
    }

    private void SortEntries() =>
        _entries.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Number.CompareTo(b.Number));

    private void Spill()
    {
        SortEntries();
        string file = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_prefix}.{_files.Count}.tmp");
        _files.Add(file);
        using var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        Span<byte> head = stackalloc byte[HeadBytes];
        foreach (Entry entry in _entries)
        {
            BinaryPrimitives.WriteInt64LittleEndian(head, entry.Key);
            BinaryPrimitives.WriteInt64LittleEndian(head[8..], entry.Number);
            BinaryPrimitives.WriteInt32LittleEndian(head[16..], entry.Length);
            output.Write(head);
            output.Write(_blocks[entry.Block], entry.Start, entry.Length);
        }

        _entries.Clear();
        _blocks.RemoveAll(static b => b.Length > BlockBytes);
        (_block, _room, _used) = (-1, 0, 0);
    }

    private abstract class Run : IDisposable
    {
        public long Key { get; protected set; }

        public long Number { get; protected set; }

        public ReadOnlyMemory<byte> Item { get; protected set; }

        public abstract bool MoveNext();

        public virtual void Dispose() { }
    }

    private sealed class MemoryRun(DiskSorter sorter) : Run
    {
        private int _next;

        public override bool MoveNext()
        {
            if (_next == sorter._entries.Count)
            {
                return false;
            }

            Entry entry = sorter._entries[_next++];
            (Key, Number) = (entry.Key, entry.Number);
            Item = sorter._blocks[entry.Block].AsMemory(entry.Start, entry.Length);
            return true;
        }
    }

    private sealed class FileRun(string path) : Run
    {
        private readonly FileStream _input = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        private byte[] _buffer = new byte[256];

        public override bool MoveNext()
        {
            Span<byte> head = stackalloc byte[HeadBytes];
            if (_input.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes)
            {
                return false;
            }

            Key = BinaryPrimitives.ReadInt64LittleEndian(head);
            Number = BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
            int length = BinaryPrimitives.ReadInt32LittleEndian(head[16..]);
            if (_buffer.Length < length)
            {
                _buffer = new byte[length];
            }

            _input.ReadExactly(_buffer, 0, length);
            Item = _buffer.AsMemory(0, length);
            return true;
        }

        public override void Dispose()
        {
            _input.Dispose();
            base.Dispose();
        }
    }
}

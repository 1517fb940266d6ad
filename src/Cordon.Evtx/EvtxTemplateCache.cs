using System.Collections.Concurrent;
using Cordon.Evtx.BinXml;

namespace Cordon.Evtx;

/// <summary>
/// Compiled templates, shared by content: the same definition in other chunks and files is compiled into the same program.
/// Safe for concurrent use and bounded; what finds no more room is compiled per chunk.
/// </summary>
public sealed class EvtxTemplateCache
{
    private readonly ConcurrentDictionary<ulong, BinXmlProgram> _programs = new();
    private readonly int _capacity;
    private long _bytesLeft;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">How many templates it keeps at most.</param>
    /// <param name="maxBytes">How many bytes they take at most, their names included. Default: 64 MiB.</param>
    public EvtxTemplateCache(int capacity = 8_192, int maxBytes = 64 * 1024 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        _capacity = capacity;
        _bytesLeft = maxBytes / 2;
        Names = new NameTable(maxBytes / 2);
    }

    /// <summary>The cache that readers share unless they are given another one.</summary>
    public static EvtxTemplateCache Shared { get; } = new();

    /// <summary>How many templates the cache holds.</summary>
    public int Count => _programs.Count;

    internal NameTable Names { get; }

    internal BinXmlProgram Share(ProgramBuffer compiled, ReadOnlySpan<byte> literals)
    {
        ulong hash = compiled.ContentHash(literals);
        if (_programs.TryGetValue(hash, out BinXmlProgram? known) && compiled.HasContentOf(known, literals))
        {
            return known;
        }

        BinXmlProgram made = compiled.Freeze(literals);
        if (_programs.Count < _capacity && Interlocked.Add(ref _bytesLeft, -made.Size) >= 0)
        {
            _programs.TryAdd(hash, made);
        }

        return made;
    }
}

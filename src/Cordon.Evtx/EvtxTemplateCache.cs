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

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">How many templates it keeps at most.</param>
    public EvtxTemplateCache(int capacity = 8_192)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        Names = new NameTable(capacity * 8);
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
        if (_programs.Count < _capacity)
        {
            _programs.TryAdd(hash, made);
        }

        return made;
    }
}

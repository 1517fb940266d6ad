using System.Collections.Concurrent;

namespace Cordon.Evtx.BinXml;

/// <summary>Names, one object per text as long as there is room; beyond that every use makes its own.</summary>
internal sealed class NameTable
{
    private readonly ConcurrentDictionary<string, EvtxName> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EvtxName>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private long _bytesLeft;

    public NameTable(long maxBytes)
    {
        _bytesLeft = maxBytes;
        _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public EvtxName Intern(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out EvtxName? known))
        {
            return known;
        }

        var made = new EvtxName(text.ToString());
        if (Interlocked.Add(ref _bytesLeft, -made.Size) >= 0)
        {
            return _names.GetOrAdd(made.Text, made);
        }

        return made;
    }
}

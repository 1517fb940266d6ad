using System.Runtime.InteropServices;

namespace Cordon.Evtx.Values;

/// <summary>Walks the items of an array value. An array without bytes has one empty item; items of fixed size that are cut short are left out.</summary>
internal ref struct ArrayItems
{
    private readonly int _size;
    private ReadOnlySpan<byte> _rest;
    private bool _isDone;

    public ArrayItems(EvtxValueType type, ReadOnlySpan<byte> raw)
    {
        Type = type & ~EvtxValueType.Array;
        _rest = raw;
        _size = ValueSizes.Of(Type);
    }

    public EvtxValueType Type { get; }

    public ReadOnlySpan<byte> Current { get; private set; }

    public bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        int length = Type switch
        {
            EvtxValueType.String => TextLength(),
            EvtxValueType.AnsiString => AnsiLength(),
            EvtxValueType.Sid => _rest.Length >= 2 ? 8 + (4 * _rest[1]) : _rest.Length,
            _ => _size > 0 ? _size : _rest.Length,
        };
        if (length > _rest.Length)
        {
            // A type of fixed size ends here; all else shows what is left.
            if (_size > 0 && Current.Length > 0)
            {
                _isDone = true;
                return false;
            }

            length = _rest.Length;
        }

        Current = Type switch
        {
            EvtxValueType.String => Trim(_rest[..length], 2),
            EvtxValueType.AnsiString => Trim(_rest[..length], 1),
            _ => _rest[..length],
        };
        _rest = _rest[length..];
        _isDone = _rest.IsEmpty;
        return true;
    }

    private readonly int TextLength()
    {
        int nul = MemoryMarshal.Cast<byte, char>(_rest).IndexOf('\0');
        return nul < 0 ? _rest.Length : (nul + 1) * 2;
    }

    private readonly int AnsiLength()
    {
        int nul = _rest.IndexOf((byte)0);
        return nul < 0 ? _rest.Length : nul + 1;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> item, int nul) =>
        item.Length >= nul && !item[^nul..].ContainsAnyExcept((byte)0) ? item[..^nul] : item;
}

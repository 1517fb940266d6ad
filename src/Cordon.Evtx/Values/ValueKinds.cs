namespace Cordon.Evtx.Values;

/// <summary>What kinds of values there are among many, at the cost of a few instructions for each.</summary>
internal struct ValueKinds
{
    private const ulong TextTypes = 1UL << (int)EvtxValueType.String;

    // Text in other encodings, and what no writer should have written.
    private const ulong UnclearTypes = ~(
        (1UL << ((int)EvtxValueType.HexInt64 + 1)) - 1 - (1UL << (int)EvtxValueType.AnsiString)
        | (1UL << (int)EvtxValueType.EvtHandle)
        | (1UL << (int)EvtxValueType.BinXml)
    );

    private ulong _even;
    private ulong _odd;
    private bool _hasUnclearArray;

    /// <summary>Whether some value may be text that is not UTF-16, or is of a type that is not known.</summary>
    public readonly bool HasUnclear => _hasUnclearArray || ((_even | _odd) & UnclearTypes) != 0;

    /// <summary>Whether some value is nested binary XML.</summary>
    public readonly bool HasBinXml => ((_even | _odd) & (1UL << (int)EvtxValueType.BinXml)) != 0;

    /// <summary>Whether some UTF-16 text begins at an even (0) or odd (1) offset.</summary>
    public readonly bool HasTextAt(int parity) => ((parity == 0 ? _even : _odd) & TextTypes) != 0;

    /// <summary>Adds a value of at least one byte.</summary>
    public void Add(int type, int offset)
    {
        if (type >= 64)
        {
            // An array of texts is shown as one; other arrays are rare.
            _hasUnclearArray |= type != (int)(EvtxValueType.Array | EvtxValueType.String);
            type = (int)EvtxValueType.String;
        }

        ulong bit = 1UL << type;
        if ((offset & 1) == 0)
        {
            _even |= bit;
        }
        else
        {
            _odd |= bit;
        }
    }
}

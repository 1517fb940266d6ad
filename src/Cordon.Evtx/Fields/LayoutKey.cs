using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Fields;

/// <summary>The shape of a record for one set of fields: its template, the template nested in it and where, and the set.</summary>
internal readonly struct LayoutKey(BinXmlProgram root, int slot, BinXmlProgram? nested, EvtxFieldSet fields)
    : IEquatable<LayoutKey>
{
    private readonly BinXmlProgram _root = root;
    private readonly BinXmlProgram? _nested = nested;
    private readonly EvtxFieldSet _fields = fields;
    private readonly int _slot = slot;

    public bool Equals(LayoutKey other) =>
        ReferenceEquals(_root, other._root)
        && ReferenceEquals(_nested, other._nested)
        && ReferenceEquals(_fields, other._fields)
        && _slot == other._slot;

    public override bool Equals(object? obj) => obj is LayoutKey other && Equals(other);

    public override int GetHashCode() => (_root.Number * 31) ^ ((_nested?.Number ?? 0) * 0x9E37) ^ _slot;
}

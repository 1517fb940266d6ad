using System.Buffers.Binary;
using Cordon.Evtx.BinXml;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.Fields;

/// <summary>
/// Finds the values of fields. For records that are a template with at most one template nested in it, which is nearly all of
/// them, the places are worked out once per shape; for all others once per record.
/// </summary>
internal sealed class FieldResolver(RecordDocument document)
{
    // Shapes are few; a log made to have many only costs the work again.
    private const int MaxLayouts = 4_096;

    // The layouts used last, each at the place that its shape hashes to.
    private const int Recent = 64;

    private readonly Dictionary<LayoutKey, FieldLayout> _layouts = [];
    private readonly (LayoutKey Shape, FieldLayout? Layout)[] _recent = new (LayoutKey, FieldLayout?)[Recent];
    private readonly FieldWalker _walker = new(document);
    private readonly FieldLayout _scratch = new();
    private FieldLayout? _current;
    private EvtxFieldSet? _currentFields;

    /// <summary>The document has gone to another record.</summary>
    public void Reset() => _currentFields = null;

    public int Count(EvtxFieldSet fields, int field)
    {
        FieldLayout? layout = LayoutFor(fields, field);
        int count = 0;
        for (int entry = layout?.First(field) ?? -1; entry >= 0; )
        {
            count += CountOf(layout!.Source(entry, out entry));
        }

        return count;
    }

    public EvtxValue Value(EvtxFieldSet fields, int field, int nth)
    {
        FieldLayout? layout = LayoutFor(fields, field);
        for (int entry = layout?.First(field) ?? -1; entry >= 0; )
        {
            FieldSource source = layout!.Source(entry, out entry);
            int count = CountOf(source);
            if (nth < count)
            {
                return ValueOf(source, nth);
            }

            nth -= count;
        }

        return default;
    }

    /// <summary>How many values a field has, and the first.</summary>
    public int Read(EvtxFieldSet fields, int field, out EvtxValue first)
    {
        FieldLayout? layout = LayoutFor(fields, field);
        if (TryQuick(layout, field, out ValueSlot slot, out bool isAttribute))
        {
            first = document.ValueOf(slot);
            return isAttribute && first.IsNull ? 0 : 1;
        }

        if (layout is null || layout.First(field) < 0)
        {
            first = default;
            return 0;
        }

        first = Value(fields, field, 0);
        return Count(fields, field);
    }

    /// <summary>
    /// Writes, for each field, whether it is there, its value's type and length, and its bytes; -1 where a field has more to it than
    /// that or there is not enough room.
    /// </summary>
    public int WriteKey(EvtxFieldSet fields, ReadOnlySpan<int> indexes, Span<byte> key)
    {
        int used = 0;
        foreach (int field in indexes)
        {
            int written = TryQuick(LayoutFor(fields, field), field, out ValueSlot slot, out bool isAttribute)
                ? WriteKey(slot, isAttribute, key[used..])
                : WriteKey(Read(fields, field, out EvtxValue value), value.Type, value.Raw, key[used..]);
            if (written < 0)
            {
                return -1;
            }

            used += written;
        }

        return used;
    }

    private int WriteKey(in ValueSlot slot, bool isAttribute, Span<byte> key)
    {
        EvtxValueType type = EvtxValue.TypeOf(slot.Type, slot.Length);
        int count = isAttribute && type == EvtxValueType.Null ? 0 : 1;
        return WriteKey(count, type, document.Chunk.AsSpan(slot.Offset, slot.Length), key);
    }

    private static int WriteKey(int count, EvtxValueType type, ReadOnlySpan<byte> raw, Span<byte> key)
    {
        const int Header = sizeof(long);
        if (count > 1 || type is EvtxValueType.AnsiString || key.Length < Header + raw.Length)
        {
            return -1;
        }

        BinaryPrimitives.WriteInt64LittleEndian(key, ((long)raw.Length << 32) | ((long)count << 8) | (byte)type);
        raw.CopyTo(key[Header..]);
        return Header + raw.Length;
    }

    // The substitution that is all there is of a field; none where its value has to be asked how many it is.
    private bool TryQuick(FieldLayout? layout, int field, out ValueSlot slot, out bool isAttribute)
    {
        slot = default;
        isAttribute = false;
        if (layout is null || layout.Quick(field) is not { IsThere: true } quick)
        {
            return false;
        }

        FragmentInstance instance = document[quick.Instance];
        if (quick.Slot >= instance.SlotCount)
        {
            return false;
        }

        slot = instance.Slots[quick.Slot];
        isAttribute = quick.IsAttribute;
        return !slot.Type.IsArray() && slot.Type != EvtxValueType.BinXml;
    }

    /// <summary>Whether EventID, Channel and Provider_Name are there once each, and what System says.</summary>
    public bool HasPlainSystem(EvtxFieldSet fields) =>
        fields.Count > 0 && LayoutFor(fields, 0) is { } layout && layout.System.Holds(document);

    public void Visit(EvtxFieldVisitor visitor, bool withSystem)
    {
        if (document.EnsureTree())
        {
            var sink = new VisitorSink(this, visitor);
            _walker.Walk(ref sink, withSystem);
            ReportLimit();
        }
    }

    private FieldLayout? LayoutFor(EvtxFieldSet fields, int field)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)field, (uint)fields.Count, nameof(field));
        if (!ReferenceEquals(_currentFields, fields))
        {
            _currentFields = fields;
            _current = document.EnsureTree() ? FindLayout(fields) : null;
        }

        return _current;
    }

    private FieldLayout FindLayout(EvtxFieldSet fields)
    {
        bool hasShape = TryGetShape(fields, out LayoutKey shape);
        if (hasShape)
        {
            ref (LayoutKey Shape, FieldLayout? Layout) recent = ref _recent[shape.GetHashCode() & (Recent - 1)];
            if (recent.Layout is not null && recent.Shape.Equals(shape))
            {
                return recent.Layout;
            }

            if (_layouts.TryGetValue(shape, out FieldLayout? known))
            {
                recent = (shape, known);
                return known;
            }
        }

        _scratch.Clear(fields.Count);
        var sink = new LayoutSink(_scratch, fields);
        _walker.Walk(ref sink);
        ReportLimit();
        if (!hasShape || _scratch.IsForOneRecord || _walker.LimitReached)
        {
            return _scratch;
        }

        if (_layouts.Count >= MaxLayouts)
        {
            _layouts.Clear();
        }

        FieldLayout made = _scratch.Freeze(fields, document);
        _layouts.Add(shape, made);
        return made;
    }

    private bool TryGetShape(EvtxFieldSet fields, out LayoutKey shape)
    {
        shape = default;
        FragmentInstance root = document[0];
        if (root.Program is null || root.Next >= 0 || document.Count > 2)
        {
            return false;
        }

        if (document.Count == 1)
        {
            shape = new LayoutKey(root.Program, -1, null, fields);
            return true;
        }

        FragmentInstance nested = document[1];
        if (nested.Program is null || nested.HasChildren)
        {
            return false;
        }

        int slot = root.FirstChildSlot;
        if (slot < 0 || root.Slots[slot].Child != 1)
        {
            return false;
        }

        shape = new LayoutKey(root.Program, slot, nested.Program, fields);
        return true;
    }

    private int CountOf(FieldSource source)
    {
        if (source.End - source.First != 1)
        {
            return source.IsAttribute && source.End == source.First ? 0 : 1;
        }

        FragmentInstance instance = document[source.Instance];
        ref readonly ProgramNode node = ref instance.Nodes[source.First];
        if (node.Kind != NodeKind.Substitution)
        {
            return 1;
        }

        if (node.Slot >= instance.SlotCount)
        {
            return source.IsAttribute ? 0 : 1;
        }

        EvtxValue value = document.ValueOf(instance, node);
        if (source.IsAttribute)
        {
            return value.IsNull ? 0 : 1;
        }

        if (!value.Type.IsArray())
        {
            return 1;
        }

        int count = 0;
        for (var items = new ArrayItems(value.Type, value.Raw); items.MoveNext(); count++) { }

        return count;
    }

    private EvtxValue ValueOf(FieldSource source, int nth)
    {
        FragmentInstance instance = document[source.Instance];
        EvtxValue value = document.ValueOf(instance, source.First, source.End);
        if (source.IsAttribute || !value.Type.IsArray())
        {
            return value;
        }

        var items = new ArrayItems(value.Type, value.Raw);
        while (items.MoveNext() && nth-- > 0) { }

        return new EvtxValue(items.Type, items.Current, document.Options.AnsiEncoding);
    }

    private void ReportLimit()
    {
        if (_walker.LimitReached)
        {
            document.Report(
                EvtxDamageKind.Limit,
                document.Start,
                "the record has more fields or levels than the limits allow; the rest is not shown."
            );
        }
    }

    private readonly ref struct LayoutSink(FieldLayout layout, EvtxFieldSet fields) : IFieldSink
    {
        public bool Leaf(ReadOnlySpan<char> name, bool isDynamic, FieldSource source)
        {
            layout.IsForOneRecord |= isDynamic;
            int field = fields.IndexOf(name);
            if (field >= 0)
            {
                layout.Add(field, source);
            }

            return true;
        }
    }

    private readonly ref struct VisitorSink(FieldResolver resolver, EvtxFieldVisitor visitor) : IFieldSink
    {
        public bool Leaf(ReadOnlySpan<char> name, bool isDynamic, FieldSource source)
        {
            int count = resolver.CountOf(source);
            if (count == 1)
            {
                return visitor(name, resolver.ValueOf(source, 0));
            }

            if (count == 0)
            {
                return true;
            }

            RecordDocument document = resolver.Document;
            EvtxValue value = document.ValueOf(document[source.Instance], source.First, source.End);
            var items = new ArrayItems(value.Type, value.Raw);
            while (items.MoveNext())
            {
                if (!visitor(name, new EvtxValue(items.Type, items.Current, document.Options.AnsiEncoding)))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private RecordDocument Document => document;
}

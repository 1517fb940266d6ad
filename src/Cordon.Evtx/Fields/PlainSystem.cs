using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Fields;

/// <summary>
/// For records of one shape: whether the fields <c>EventID</c>, <c>Channel</c> and <c>Provider_Name</c> can only be what System says,
/// and where that is to be checked in the record.
/// </summary>
internal readonly struct PlainSystem
{
    private readonly int _eventId;
    private readonly int _channel;
    private readonly int _provider;
    private readonly bool _isPossible;

    // The slot of a substitution; -1 for a text that is part of the template.
    private PlainSystem(int eventId, int channel, int provider)
    {
        (_eventId, _channel, _provider) = (eventId, channel, provider);
        _isPossible = true;
    }

    public static PlainSystem Of(FieldLayout layout, EvtxFieldSet fields, RecordDocument document)
    {
        FragmentInstance root = document[0];
        SystemMap map = root.System;
        return
            map.HasSystem
            && TryPlace(layout, fields.IndexOf("EventID"), map.EventId, root, out int eventId)
            && eventId >= 0
            && TryPlace(layout, fields.IndexOf("Channel"), map.Channel, root, out int channel)
            && TryPlace(layout, fields.IndexOf("Provider_Name"), map.ProviderName, root, out int provider)
            ? new PlainSystem(eventId, channel, provider)
            : default;
    }

    /// <summary>Whether it is so for the document's record.</summary>
    public bool Holds(RecordDocument document)
    {
        if (!_isPossible)
        {
            return false;
        }

        Span<ValueSlot> slots = document[0].Slots;
        return (uint)_eventId < (uint)slots.Length
            && slots[_eventId] is { Type: EvtxValueType.UInt16, Length: 2 }
            && IsText(slots, _channel)
            && IsText(slots, _provider);
    }

    private static bool IsText(Span<ValueSlot> slots, int slot) =>
        slot < 0 || (slot < slots.Length && slots[slot] is { Type: EvtxValueType.String, Length: > 0 });

    private static bool TryPlace(FieldLayout layout, int field, NodeRange range, FragmentInstance root, out int slot)
    {
        slot = -1;
        if (range.End - range.First != 1 || field < 0 || layout.First(field) is var entry && entry < 0)
        {
            return false;
        }

        FieldSource source = layout.Source(entry, out int next);
        if (next >= 0 || source.Instance != 0 || source.First != range.First || source.End != range.End)
        {
            return false;
        }

        ref readonly ProgramNode node = ref root.Nodes[range.First];
        slot = node.Kind == NodeKind.Substitution ? node.Slot : -1;
        return slot >= 0 || node is { Kind: NodeKind.Literal, Type: EvtxValueType.String, Length: > 0 };
    }
}

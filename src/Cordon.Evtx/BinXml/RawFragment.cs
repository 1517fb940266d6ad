namespace Cordon.Evtx.BinXml;

/// <summary>Stands in for a template that is lost: an event whose EventData holds the values in order, without names.</summary>
internal static class RawFragment
{
    private static readonly EvtxName Event = new("Event");
    private static readonly EvtxName EventData = new("EventData");
    private static readonly EvtxName Data = new("Data");

    public static void Build(FragmentInstance instance)
    {
        ProgramBuffer own = instance.Own;
        own.Clear();
        if (instance.Depth == 0)
        {
            own.Add(NodeKind.Element).Name = Event;
        }

        int eventData = own.Count;
        own.Add(NodeKind.Element).Name = EventData;
        for (int slot = 0; slot < instance.SlotCount && slot <= ushort.MaxValue; slot++)
        {
            if (instance.Slots[slot].Type == EvtxValueType.Null)
            {
                continue;
            }

            int data = own.Count;
            own.Add(NodeKind.Element).Name = Data;
            ref ProgramNode value = ref own.Add(NodeKind.Substitution);
            value.Slot = (ushort)slot;
            value.Type = instance.Slots[slot].Type;
            Close(own, data);
        }

        Close(own, eventData);
        if (instance.Depth == 0)
        {
            Close(own, 0);
        }
    }

    private static void Close(ProgramBuffer own, int element)
    {
        own.Add(NodeKind.Close);
        own.Nodes[element].End = own.Count;
    }
}

using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Fields;

/// <summary>Where a range of value nodes lies in a program; empty where there is none.</summary>
internal readonly record struct NodeRange
{
    private readonly int _slotPlusOne;

    private NodeRange(int first, int end, int slot) => (First, End, _slotPlusOne) = (first, end, slot + 1);

    /// <summary>The first node.</summary>
    public int First { get; }

    /// <summary>The one after the last.</summary>
    public int End { get; }

    /// <summary>Of a range that is one substitution and nothing else, as nearly all are, its slot; else -1.</summary>
    public int Slot => _slotPlusOne - 1;

    public bool IsEmpty => End <= First;

    public static NodeRange Of(ReadOnlySpan<ProgramNode> nodes, int first, int end) =>
        new(first, end, end - first == 1 && nodes[first].Kind == NodeKind.Substitution ? nodes[first].Slot : -1);
}

/// <summary>Where a program holds the fields of System that every record is asked for.</summary>
internal sealed class SystemMap
{
    /// <summary>The program has a System element of its own; if not, the fields lie in a nested fragment or nowhere.</summary>
    public bool HasSystem { get; private set; }

    public NodeRange EventId { get; private set; }

    public NodeRange Channel { get; private set; }

    public NodeRange Computer { get; private set; }

    public NodeRange ProviderName { get; private set; }

    public NodeRange EventSourceName { get; private set; }

    public NodeRange SystemTime { get; private set; }

    public NodeRange EventRecordId { get; private set; }

    public static SystemMap Of(ReadOnlySpan<ProgramNode> nodes)
    {
        var map = new SystemMap();
        map.Fill(nodes);
        return map;
    }

    public void Fill(ReadOnlySpan<ProgramNode> nodes)
    {
        HasSystem = false;
        EventId = Channel = Computer = ProviderName = EventSourceName = SystemTime = EventRecordId = default;
        int root = FirstElement(nodes, 0, nodes.Length);
        if (root < 0)
        {
            return;
        }

        int last = nodes[root].End - 1;
        for (
            int child = FirstElement(nodes, Content(nodes, root), last);
            child >= 0;
            child = FirstElement(nodes, nodes[child].End, last)
        )
        {
            if (nodes[child].Name?.Local == "System")
            {
                HasSystem = true;
                FillSystem(nodes, child);
                return;
            }
        }
    }

    private void FillSystem(ReadOnlySpan<ProgramNode> nodes, int system)
    {
        int last = nodes[system].End - 1;
        for (
            int child = FirstElement(nodes, Content(nodes, system), last);
            child >= 0;
            child = FirstElement(nodes, nodes[child].End, last)
        )
        {
            int content = Content(nodes, child);
            var text = NodeRange.Of(nodes, content, nodes[child].End - 1);
            switch (nodes[child].Name?.Local)
            {
                case "EventID" when EventId.IsEmpty:
                    EventId = text;
                    break;
                case "EventRecordID" when EventRecordId.IsEmpty:
                    EventRecordId = text;
                    break;
                case "Channel" when Channel.IsEmpty:
                    Channel = text;
                    break;
                case "Computer" when Computer.IsEmpty:
                    Computer = text;
                    break;
                case "Provider" when ProviderName.IsEmpty && EventSourceName.IsEmpty:
                    ProviderName = Attribute(nodes, child, "Name");
                    EventSourceName = Attribute(nodes, child, "EventSourceName");
                    break;
                case "TimeCreated" when SystemTime.IsEmpty:
                    SystemTime = Attribute(nodes, child, "SystemTime");
                    break;
            }
        }
    }

    private static NodeRange Attribute(ReadOnlySpan<ProgramNode> nodes, int element, string name)
    {
        for (int i = element + 1; i < nodes.Length && nodes[i].Kind == NodeKind.Attribute; i = nodes[i].End)
        {
            if (nodes[i].Name?.Local == name)
            {
                return NodeRange.Of(nodes, i + 1, nodes[i].End);
            }
        }

        return default;
    }

    private static int Content(ReadOnlySpan<ProgramNode> nodes, int element)
    {
        int i = element + 1;
        while (i < nodes.Length && nodes[i].Kind == NodeKind.Attribute)
        {
            i = nodes[i].End;
        }

        return i;
    }

    private static int FirstElement(ReadOnlySpan<ProgramNode> nodes, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (nodes[i].Kind == NodeKind.Element)
            {
                return i;
            }
        }

        return -1;
    }
}

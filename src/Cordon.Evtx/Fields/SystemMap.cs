using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Fields;

/// <summary>Where a range of value nodes lies in a program; empty where there is none.</summary>
internal readonly record struct NodeRange(int First, int End)
{
    public bool IsEmpty => End <= First;
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

    public static SystemMap Of(ReadOnlySpan<ProgramNode> nodes)
    {
        var map = new SystemMap();
        map.Fill(nodes);
        return map;
    }

    public void Fill(ReadOnlySpan<ProgramNode> nodes)
    {
        HasSystem = false;
        EventId = Channel = Computer = ProviderName = EventSourceName = SystemTime = default;
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
            var text = new NodeRange(content, nodes[child].End - 1);
            switch (nodes[child].Name?.Local)
            {
                case "EventID" when EventId.IsEmpty:
                    EventId = text;
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
                return new NodeRange(i + 1, nodes[i].End);
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

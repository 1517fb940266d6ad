using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Fields;

/// <summary>Walks an event and names its leaves after Sigma's taxonomy; <c>docs/formats/evtx.md</c> has the rules.</summary>
internal sealed class FieldWalker(RecordDocument document)
{
    private readonly int _maxDepth = Math.Clamp(document.Options.MaxDepth, 1, 256);
    private readonly int _maxNodes = Math.Max(16, document.Options.MaxNodes);
    private char[] _name = new char[256];
    private int _depth;
    private int _nodes;
    private bool _stopped;
    private bool _inSystem;

    private enum Place
    {
        Document,
        Event,
        System,
        EventData,
        Rendering,
        Tree,
    }

    /// <summary>The last walk reached a limit and left something out.</summary>
    public bool LimitReached { get; private set; }

    /// <summary>Shows every leaf to the sink: those of System first, unless they are not wanted, then the others in document order.</summary>
    public void Walk<TSink>(ref TSink sink, bool withSystem = true)
        where TSink : struct, IFieldSink, allows ref struct
    {
        _depth = 0;
        _nodes = 0;
        _stopped = false;
        LimitReached = false;
        if (withSystem)
        {
            _inSystem = true;
            WalkFragments(0, Place.Document, ref sink);
        }

        _inSystem = false;
        WalkFragments(0, Place.Document, ref sink);
    }

    private void WalkFragments<TSink>(int first, Place place, ref TSink sink)
        where TSink : struct, IFieldSink, allows ref struct
    {
        for (int i = first; i >= 0 && !_stopped; i = document[i].Next)
        {
            WalkNodes(i, 0, document[i].Nodes.Length, place, ref sink);
        }
    }

    private void WalkNodes<TSink>(int instance, int from, int to, Place place, ref TSink sink)
        where TSink : struct, IFieldSink, allows ref struct
    {
        if (_depth > 2 * _maxDepth)
        {
            LimitReached = true;
            return;
        }

        _depth++;
        FragmentInstance fragment = document[instance];
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        for (int i = from; i < to && !_stopped; i++)
        {
            if (++_nodes > _maxNodes)
            {
                LimitReached = true;
                break;
            }

            if (nodes[i].Kind == NodeKind.Element)
            {
                WalkElement(instance, i, place, ref sink);
                i = nodes[i].End - 1;
                continue;
            }

            int child = RecordDocument.ChildOf(fragment, nodes[i]);
            if (child >= 0)
            {
                WalkFragments(child, place, ref sink);
            }
        }

        _depth--;
    }

    private void WalkElement<TSink>(int instance, int index, Place place, ref TSink sink)
        where TSink : struct, IFieldSink, allows ref struct
    {
        ReadOnlySpan<ProgramNode> nodes = document[instance].Nodes;
        string local = nodes[index].Name?.Local ?? "";
        int content = ContentOf(nodes, index);
        int end = nodes[index].End - 1;
        switch (place)
        {
            case Place.Document when local == "Event":
                WalkNodes(instance, content, end, Place.Event, ref sink);
                return;
            case Place.Document or Place.Event:
                WalkSection(instance, index, content, end, local, ref sink);
                return;
            case Place.Rendering:
                bool isMessage = local == "Message";
                Attributes(instance, index, isMessage ? "Message" : "RenderingInfo", isMessage ? "" : local, ref sink);
                Leaf(instance, index, content, end, isMessage ? "" : "RenderingInfo", local, ref sink);
                break;
            case Place.EventData
            or Place.Tree
                when TryNameData(instance, index, local, place, out ReadOnlySpan<char> name, out bool isDynamic):
                Leaf(instance, index, content, end, name, isDynamic, ref sink);
                break;
            default:
                Attributes(instance, index, local, "", ref sink);
                Leaf(instance, index, content, end, "", local, ref sink);
                break;
        }

        WalkNodes(instance, content, end, place == Place.EventData ? Place.Tree : place, ref sink);
    }

    // The children of Event. Of System everything is shown in the first walk, of all others in the second.
    private void WalkSection<TSink>(int instance, int index, int content, int end, string local, ref TSink sink)
        where TSink : struct, IFieldSink, allows ref struct
    {
        if (local == "System" != _inSystem)
        {
            return;
        }

        Place inside = local switch
        {
            "System" => Place.System,
            "EventData" => Place.EventData,
            "RenderingInfo" => Place.Rendering,
            _ => Place.Tree,
        };
        Attributes(instance, index, local, "", ref sink);
        if (HasText(instance, content, end, out int first, out int last))
        {
            Emit(local, false, new FieldSource(instance, first, last, false), ref sink);
        }

        WalkNodes(instance, content, end, inside, ref sink);
    }

    private void Attributes<TSink>(int instance, int element, string prefix, string middle, ref TSink sink)
        where TSink : struct, IFieldSink, allows ref struct
    {
        ReadOnlySpan<ProgramNode> nodes = document[instance].Nodes;
        for (
            int i = element + 1;
            i < nodes.Length && nodes[i].Kind == NodeKind.Attribute && !_stopped;
            i = nodes[i].End
        )
        {
            if (nodes[i].Name is { IsNamespace: false } name)
            {
                ReadOnlySpan<char> composed = Compose(prefix, middle, name.Local);
                Emit(composed, false, new FieldSource(instance, i + 1, nodes[i].End, true), ref sink);
            }
        }
    }

    private void Leaf<TSink>(int instance, int index, int content, int end, string prefix, string local, ref TSink sink)
        where TSink : struct, IFieldSink, allows ref struct =>
        Leaf(instance, index, content, end, prefix.Length == 0 ? local : Compose(prefix, "", local), false, ref sink);

    private void Leaf<TSink>(
        int instance,
        int index,
        int content,
        int end,
        ReadOnlySpan<char> name,
        bool isDynamic,
        ref TSink sink
    )
        where TSink : struct, IFieldSink, allows ref struct
    {
        if (HasText(instance, content, end, out int first, out int last))
        {
            Emit(name, isDynamic, new FieldSource(instance, first, last, false), ref sink);
            return;
        }

        // An empty element is a null value, unless its attributes or children are what it says.
        ReadOnlySpan<ProgramNode> nodes = document[instance].Nodes;
        bool isData = nodes[index].Name?.Local == "Data";
        bool isEmpty = (content == index + 1 || isData) && !HasChildren(instance, content, end);
        if (isEmpty)
        {
            Emit(name, isDynamic, new FieldSource(instance, content, content, false), ref sink);
        }
    }

    private void Emit<TSink>(ReadOnlySpan<char> name, bool isDynamic, FieldSource source, ref TSink sink)
        where TSink : struct, IFieldSink, allows ref struct => _stopped |= !sink.Leaf(name, isDynamic, source);

    // Data, ComplexData and their like: named by their Name, spaces stripped; without one a Data is "Data".
    private bool TryNameData(
        int instance,
        int element,
        string local,
        Place place,
        out ReadOnlySpan<char> name,
        out bool isDynamic
    )
    {
        name = default;
        isDynamic = false;
        if (local != "Data" && (local != "ComplexData" || place != Place.EventData))
        {
            return false;
        }

        FragmentInstance fragment = document[instance];
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        for (int i = element + 1; i < nodes.Length && nodes[i].Kind == NodeKind.Attribute; i = nodes[i].End)
        {
            if (nodes[i].Name?.Local != "Name")
            {
                continue;
            }

            isDynamic = nodes[i].End - i != 2 || nodes[i + 1].Kind != NodeKind.Literal;
            ReadOnlySpan<char> text = document.TextOf(document.ValueOf(fragment, i + 1, nodes[i].End));
            name = WithoutSpaces(text);
        }

        if (name.IsEmpty)
        {
            name = local;
        }

        return true;
    }

    private ReadOnlySpan<char> WithoutSpaces(ReadOnlySpan<char> text)
    {
        if (!text.Contains(' '))
        {
            return text;
        }

        Span<char> room = Room(text.Length);
        int length = 0;
        foreach (char c in text)
        {
            if (c != ' ')
            {
                room[length++] = c;
            }
        }

        return room[..length];
    }

    private ReadOnlySpan<char> Compose(string prefix, string middle, string local)
    {
        Span<char> room = Room(prefix.Length + middle.Length + local.Length + 2);
        int length = 0;
        Append(room, ref length, prefix);
        Append(room, ref length, middle);
        Append(room, ref length, local);
        return room[..length];
    }

    private static void Append(Span<char> room, ref int length, string part)
    {
        if (part.Length == 0)
        {
            return;
        }

        if (length > 0)
        {
            room[length++] = '_';
        }

        part.CopyTo(room[length..]);
        length += part.Length;
    }

    private Span<char> Room(int length)
    {
        if (_name.Length < length)
        {
            _name = new char[length * 2];
        }

        return _name;
    }

    private bool HasChildren(int instance, int content, int end)
    {
        FragmentInstance fragment = document[instance];
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        for (int i = content; i < end; i = nodes[i].End)
        {
            if (nodes[i].Kind == NodeKind.Element || RecordDocument.ChildOf(fragment, nodes[i]) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Text that is only white space between elements says nothing.
    private bool HasText(int instance, int content, int end, out int first, out int last)
    {
        FragmentInstance fragment = document[instance];
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        first = -1;
        last = -1;
        bool hasElements = false;
        bool isBlank = true;
        for (int i = content; i < end; i = nodes[i].End)
        {
            ref readonly ProgramNode node = ref nodes[i];
            hasElements |= node.Kind == NodeKind.Element;
            bool isText =
                node.Kind is not (NodeKind.Element or NodeKind.ProcessingInstruction)
                && !(node.Kind == NodeKind.Substitution && node.Type == EvtxValueType.BinXml)
                && RecordDocument.ChildOf(fragment, node) < 0;
            if (isText)
            {
                first = first < 0 ? i : first;
                last = i + 1;
                isBlank &= node.Kind == NodeKind.Literal && document.ValueOf(fragment, node).Chars.IsWhiteSpace();
            }
        }

        return first >= 0 && !(hasElements && isBlank);
    }

    private static int ContentOf(ReadOnlySpan<ProgramNode> nodes, int element)
    {
        int i = element + 1;
        while (i < nodes.Length && nodes[i].Kind == NodeKind.Attribute)
        {
            i = nodes[i].End;
        }

        return i;
    }
}

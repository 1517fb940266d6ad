using Cordon.Evtx.BinXml;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.Rendering;

/// <summary>Renders a record as XML: well-formed whatever the record holds.</summary>
internal sealed class XmlRenderer(RecordDocument document, Utf8Output output)
{
    // Beyond this an element's attributes are an attack on whoever has to compare their names.
    private const int MaxAttributes = 256;

    private RenderBudget _budget;

    /// <summary>Renders into the output; answers whether all of the record is there.</summary>
    public bool Render()
    {
        output.Clear();
        _budget = new RenderBudget(document.Options);
        if (document.EnsureTree())
        {
            Fragments(0);
        }

        if (output.Length == 0)
        {
            output.Write("<Event/>"u8);
        }

        return !_budget.IsSpent;
    }

    private void Fragments(int first)
    {
        for (int i = first; i >= 0; i = document[i].Next)
        {
            Nodes(document[i], 0, document[i].Nodes.Length);
        }
    }

    private void Nodes(FragmentInstance fragment, int from, int to)
    {
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        for (int i = from; i < to && _budget.TakeNode(output.Length); i = nodes[i].End)
        {
            ref readonly ProgramNode node = ref nodes[i];
            switch (node.Kind)
            {
                case NodeKind.Element:
                    Element(fragment, i);
                    break;
                case NodeKind.ProcessingInstruction:
                    ProcessingInstruction(fragment, node);
                    break;
                default:
                    int child = RecordDocument.ChildOf(fragment, node);
                    if (child < 0)
                    {
                        Value(fragment, node, false);
                    }
                    else if (_budget.Enter())
                    {
                        Fragments(child);
                        _budget.Leave();
                    }

                    break;
            }
        }
    }

    private void Element(FragmentInstance fragment, int index)
    {
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        int content = index + 1;
        while (nodes[content].Kind == NodeKind.Attribute)
        {
            content = nodes[content].End;
        }

        int end = nodes[index].End - 1;
        if (!_budget.Enter())
        {
            return;
        }

        // An array as the whole content repeats the element, an item each.
        EvtxValue only = end - content == 1 ? document.ValueOf(fragment, nodes[content]) : default;
        if (only.Type.IsArray())
        {
            for (var items = new ArrayItems(only.Type, only.Raw); items.MoveNext() && _budget.TakeNode(output.Length); )
            {
                Start(fragment, index, content);
                output.Write((byte)'>');
                Value(new EvtxValue(items.Type, items.Current, document.Options.AnsiEncoding), false);
                End(nodes[index].Name);
            }
        }
        else
        {
            Start(fragment, index, content);
            if (content == end)
            {
                output.Write("/>"u8);
            }
            else
            {
                output.Write((byte)'>');
                Nodes(fragment, content, end);
                End(nodes[index].Name);
            }
        }

        _budget.Leave();
    }

    private void Start(FragmentInstance fragment, int index, int content)
    {
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        output.Write((byte)'<');
        output.Write(nodes[index].Name?.Xml);
        int count = 0;
        for (int i = index + 1; i < content; i = nodes[i].End)
        {
            if (++count > MaxAttributes || !_budget.TakeNode(output.Length) || IsRepeated(nodes, index + 1, i))
            {
                continue;
            }

            bool isOptional =
                nodes[i].End - i == 2 && nodes[i + 1].Kind == NodeKind.Substitution && nodes[i + 1].Optional;
            if (isOptional && document.ValueOf(fragment, nodes[i + 1]).IsNull)
            {
                continue;
            }

            output.Write((byte)' ');
            output.Write(nodes[i].Name?.Xml);
            output.Write("=\""u8);
            for (int value = i + 1; value < nodes[i].End; value++)
            {
                Value(fragment, nodes[value], true);
            }

            output.Write((byte)'"');
        }
    }

    private static bool IsRepeated(ReadOnlySpan<ProgramNode> nodes, int first, int attribute)
    {
        for (int i = first; i < attribute; i = nodes[i].End)
        {
            if (nodes[i].Name?.Xml.AsSpan().SequenceEqual(nodes[attribute].Name?.Xml) == true)
            {
                return true;
            }
        }

        return false;
    }

    private void End(EvtxName? name)
    {
        output.Write("</"u8);
        output.Write(name?.Xml);
        output.Write((byte)'>');
    }

    private void Value(FragmentInstance fragment, in ProgramNode node, bool inAttribute)
    {
        if (node.Kind == NodeKind.EntityReference && XmlEntities.CharacterOf(node.Name?.Text ?? "") == '\0')
        {
            // An entity that nobody declares would make the document unreadable.
            XmlText.Write(output, $"&{node.Name?.Text};", inAttribute);
            return;
        }

        Value(document.ValueOf(fragment, node), inAttribute);
    }

    private void Value(EvtxValue value, bool inAttribute)
    {
        if (value.IsNull || !_budget.HasRoomFor(output.Length, value.Raw.Length))
        {
            return;
        }

        if (value.IsChars)
        {
            XmlText.Write(output, value.Chars, inAttribute);
            return;
        }

        ValueWriter.Write(output, value, inAttribute ? TextForm.XmlAttribute : TextForm.Xml);
    }

    private void ProcessingInstruction(FragmentInstance fragment, in ProgramNode node)
    {
        ReadOnlySpan<byte> target = node.Name?.Xml;
        if (target.IsEmpty || target.SequenceEqual("xml"u8) || target.Contains((byte)':'))
        {
            return;
        }

        output.Write("<?"u8);
        output.Write(target);
        output.Write((byte)' ');
        ReadOnlySpan<char> data = new EvtxValue(
            EvtxValueType.String,
            fragment.Literals.AsSpan(node.Offset, node.Length),
            document.Options.AnsiEncoding
        ).Chars;

        // The data must not end the instruction, and may hold no forbidden character.
        string safe = data.ToString().Replace("?>", "? >", StringComparison.Ordinal);
        foreach (char c in safe)
        {
            bool isAllowed = c is '\t' or '\n' or (>= ' ' and < '\uD800') or (>= '\uE000' and < '\uFFFE');
            output.WriteText([isAllowed ? c : '\uFFFD']);
        }

        output.Write("?>"u8);
    }
}

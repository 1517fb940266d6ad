using Cordon.Evtx.BinXml;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.Rendering;

/// <summary>
/// Renders a record as JSON in the shape of <c>evtx_dump</c>: elements are members, attributes lie under <c>#attributes</c>, text
/// beside them under <c>#text</c>, Data is named by its Name, a name that repeats gets <c>_1</c>, <c>_2</c>, ….
/// </summary>
internal sealed class JsonRenderer
{
    private readonly RecordDocument _document;
    private readonly Utf8Output _output;
    private readonly JsonKeys _keys;
    private RenderBudget _budget;

    public JsonRenderer(RecordDocument document, Utf8Output output)
    {
        _document = document;
        _output = output;
        _keys = new JsonKeys(output);
    }

    /// <summary>Renders into the output; answers whether all of the record is there.</summary>
    public bool Render()
    {
        _output.Clear();
        _keys.Clear();
        _budget = new RenderBudget(_document.Options);
        _output.Write((byte)'{');
        if (_document.EnsureTree())
        {
            var members = new Members { IsFirst = true };
            Fragments(0, ref members);
        }

        _output.Write((byte)'}');
        return !_budget.IsSpent;
    }

    private void Fragments(int first, ref Members members)
    {
        for (int i = first; i >= 0; i = _document[i].Next)
        {
            MembersOf(_document[i], 0, _document[i].Nodes.Length, ref members);
        }
    }

    // The members that the child elements of a range of nodes make.
    private void MembersOf(FragmentInstance fragment, int from, int to, ref Members members)
    {
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        for (int i = from; i < to && _budget.TakeNode(_output.Length); i = nodes[i].End)
        {
            if (nodes[i].Kind == NodeKind.Element)
            {
                Member(fragment, i, ref members);
                continue;
            }

            int child = RecordDocument.ChildOf(fragment, nodes[i]);
            if (child >= 0 && _budget.Enter())
            {
                Fragments(child, ref members);
                _budget.Leave();
            }
        }
    }

    private void Member(FragmentInstance fragment, int index, ref Members members)
    {
        EvtxName? name = fragment.Nodes[index].Name;
        bool isData = members.NamesData && name?.Local == "Data";
        ReadOnlySpan<char> dataName = isData ? NameOf(fragment, index) : default;
        if (isData && dataName.IsEmpty)
        {
            members.Unnamed++;
            return;
        }

        var element = new ElementView(fragment, index, isData);
        EvtxValue only = element.IsSingleNode ? _document.ValueOf(fragment, fragment.Nodes[element.Content]) : default;
        if (!only.Type.IsArray())
        {
            Key(name, dataName, ref members);
            Element(element, default, false);
            return;
        }

        var items = new ArrayItems(only.Type, only.Raw);
        while (items.MoveNext() && _budget.TakeNode(_output.Length))
        {
            Key(name, dataName, ref members);
            Element(element, new EvtxValue(items.Type, items.Current, _document.Options.AnsiEncoding), true);
        }
    }

    private void Key(EvtxName? name, ReadOnlySpan<char> dataName, ref Members members)
    {
        Comma(ref members.IsFirst);
        _keys.Write(members.FirstKey, dataName.IsEmpty ? name?.Json : default, dataName);
    }

    // An element's value; an item of an array stands for the element's content.
    private void Element(ElementView element, EvtxValue item, bool isItem)
    {
        bool hasAttributes = !element.IsData && HasAttributes(element);
        bool hasElements = !isItem && HasElements(element);
        if (!hasAttributes && !hasElements)
        {
            if (isItem)
            {
                Value(item);
            }
            else
            {
                Text(element);
            }

            return;
        }

        if (!_budget.Enter())
        {
            _output.Write("null"u8);
            return;
        }

        _output.Write((byte)'{');
        var members = new Members
        {
            IsFirst = true,
            FirstKey = _keys.Count,
            NamesData = element.Name is "EventData" or "UserData",
        };
        if (hasAttributes)
        {
            Attributes(element, ref members);
        }

        bool hasText = isItem ? item.Raw.Length > 0 : HasText(element, hasElements);
        if (hasText)
        {
            Comma(ref members.IsFirst);
            _keys.Write(members.FirstKey, "\"#text\""u8, default);
            if (isItem)
            {
                Value(item);
            }
            else
            {
                Text(element);
            }
        }

        if (hasElements)
        {
            MembersOf(element.Fragment, element.Content, element.End, ref members);
            if (members.Unnamed > 0)
            {
                UnnamedData(element, ref members);
            }
        }

        _keys.Release(members.FirstKey);
        _output.Write((byte)'}');
        _budget.Leave();
    }

    private void Attributes(ElementView element, ref Members members)
    {
        ReadOnlySpan<ProgramNode> nodes = element.Fragment.Nodes;
        Comma(ref members.IsFirst);
        _keys.Write(members.FirstKey, "\"#attributes\""u8, default);
        _output.Write((byte)'{');
        int firstKey = _keys.Count;
        bool isFirst = true;
        for (int i = element.Index + 1; i < element.Content; i = nodes[i].End)
        {
            var value = new ElementView(element.Fragment, i + 1, nodes[i].End);
            if (!HasText(value, false) || !_budget.TakeNode(_output.Length))
            {
                continue;
            }

            Comma(ref isFirst);
            _keys.Write(firstKey, nodes[i].Name?.Json, default);
            Text(value);
        }

        _keys.Release(firstKey);
        _output.Write((byte)'}');
    }

    // All Data without a Name, under one key: the value of a single one, the values of several as a list.
    private void UnnamedData(ElementView container, ref Members members)
    {
        Comma(ref members.IsFirst);
        _keys.Write(members.FirstKey, "\"Data\""u8, default);
        _output.Write("{\"#text\":"u8);
        int start = _output.Length;
        int count = 0;
        UnnamedData(container.Fragment, container.Content, container.End, ref count);
        if (count == 0)
        {
            _output.Write("null"u8);
        }
        else if (count > 1)
        {
            _output.Insert(start, (byte)'[');
            _output.Write((byte)']');
        }

        _output.Write((byte)'}');
    }

    private void UnnamedData(FragmentInstance fragment, int from, int to, ref int count)
    {
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        for (int i = from; i < to && _budget.TakeNode(_output.Length); i = nodes[i].End)
        {
            if (nodes[i].Kind == NodeKind.Element)
            {
                if (nodes[i].Name?.Local == "Data" && NameOf(fragment, i).IsEmpty)
                {
                    UnnamedItem(new ElementView(fragment, i, true), ref count);
                }

                continue;
            }

            int child = RecordDocument.ChildOf(fragment, nodes[i]);
            if (child >= 0 && _budget.Enter())
            {
                for (int next = child; next >= 0; next = _document[next].Next)
                {
                    UnnamedData(_document[next], 0, _document[next].Nodes.Length, ref count);
                }

                _budget.Leave();
            }
        }
    }

    private void UnnamedItem(ElementView element, ref int count)
    {
        EvtxValue only = element.IsSingleNode
            ? _document.ValueOf(element.Fragment, element.Fragment.Nodes[element.Content])
            : default;
        if (!only.Type.IsArray())
        {
            CommaAfter(count++);
            Element(element, default, false);
            return;
        }

        var items = new ArrayItems(only.Type, only.Raw);
        while (items.MoveNext() && _budget.TakeNode(_output.Length))
        {
            CommaAfter(count++);
            Value(new EvtxValue(items.Type, items.Current, _document.Options.AnsiEncoding));
        }
    }

    private ReadOnlySpan<char> NameOf(FragmentInstance fragment, int element)
    {
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        for (int i = element + 1; nodes[i].Kind == NodeKind.Attribute; i = nodes[i].End)
        {
            if (nodes[i].Name?.Local == "Name")
            {
                return _document.TextOf(_document.ValueOf(fragment, i + 1, nodes[i].End));
            }
        }

        return default;
    }

    private bool HasAttributes(ElementView element)
    {
        ReadOnlySpan<ProgramNode> nodes = element.Fragment.Nodes;
        for (int i = element.Index + 1; i < element.Content; i = nodes[i].End)
        {
            if (HasText(new ElementView(element.Fragment, i + 1, nodes[i].End), false))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasElements(ElementView element)
    {
        ReadOnlySpan<ProgramNode> nodes = element.Fragment.Nodes;
        for (int i = element.Content; i < element.End; i = nodes[i].End)
        {
            if (nodes[i].Kind == NodeKind.Element || RecordDocument.ChildOf(element.Fragment, nodes[i]) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Blanks between elements are no text.
    private bool HasText(ElementView element, bool blanksDoNotCount)
    {
        ReadOnlySpan<ProgramNode> nodes = element.Fragment.Nodes;
        for (int i = element.Content; i < element.End; i = nodes[i].End)
        {
            switch (nodes[i].Kind)
            {
                case NodeKind.CharacterReference or NodeKind.EntityReference:
                    return true;
                case NodeKind.Literal or NodeKind.Substitution or NodeKind.CData:
                    EvtxValue value = _document.ValueOf(element.Fragment, nodes[i]);
                    bool isText = value.IsChars
                        ? !(blanksDoNotCount ? value.Chars.IsWhiteSpace() : value.Chars.IsEmpty)
                        : !value.Raw.IsEmpty && !value.IsNull;
                    if (isText)
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    // The text of an element or attribute: a single value as its type has it, several as one string.
    private void Text(ElementView element)
    {
        ReadOnlySpan<ProgramNode> nodes = element.Fragment.Nodes;
        int count = 0;
        int single = -1;
        for (int i = element.Content; i < element.End; i = nodes[i].End)
        {
            if (nodes[i].Kind is not (NodeKind.Element or NodeKind.ProcessingInstruction))
            {
                count++;
                single = i;
            }
        }

        bool isOneValue =
            count == 1 && nodes[single].Kind is (NodeKind.Literal or NodeKind.Substitution or NodeKind.CData);
        if (count == 0 || isOneValue)
        {
            Value(count == 0 ? default : _document.ValueOf(element.Fragment, nodes[single]));
            return;
        }

        _output.Write((byte)'"');
        for (int i = element.Content; i < element.End; i = nodes[i].End)
        {
            if (nodes[i].Kind is not (NodeKind.Element or NodeKind.ProcessingInstruction))
            {
                Inside(_document.ValueOf(element.Fragment, nodes[i]));
            }
        }

        _output.Write((byte)'"');
    }

    private void Value(EvtxValue value)
    {
        if (value.IsNull)
        {
            _output.Write("null"u8);
        }
        else if (ValueWriter.IsBareInJson(value))
        {
            ValueWriter.Write(_output, value, TextForm.Json);
        }
        else
        {
            _output.Write((byte)'"');
            Inside(value);
            _output.Write((byte)'"');
        }
    }

    private void Inside(EvtxValue value)
    {
        if (!_budget.HasRoomFor(_output.Length, value.Raw.Length))
        {
            return;
        }

        if (value.IsChars)
        {
            _output.WriteJsonText(value.Chars);
        }
        else
        {
            ValueWriter.Write(_output, value, TextForm.Json);
        }
    }

    private void Comma(ref bool isFirst)
    {
        if (!isFirst)
        {
            _output.Write((byte)',');
        }

        isFirst = false;
    }

    private void CommaAfter(int count)
    {
        if (count > 0)
        {
            _output.Write((byte)',');
        }
    }

    private struct Members
    {
        public bool IsFirst;
        public int FirstKey;
        public bool NamesData;
        public int Unnamed;
    }
}

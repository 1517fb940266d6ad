using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.BinXml;

/// <summary>
/// The fragments of one record, found when they are asked for: first the record's own, which holds System, then those nested in
/// its values. Fragments are numbered in the order in which they are found, 0 being the first.
/// </summary>
/// <remarks>Longer than most files here: finding fragments and giving their values share the record's offsets and its text buffer.</remarks>
internal sealed class RecordDocument(EvtxOptions options, TemplateResolver templates)
{
    private readonly int _maxDepth = Math.Clamp(options.MaxDepth, 1, 256);
    private readonly FragmentCompiler _compiler = templates.Compiler;
    private FragmentInstance[] _instances = new FragmentInstance[4];

    // Records are padded to 8 bytes; what is shorter than a template instance with its header is padding.
    private const int SmallestFragment = 18;

    // Texts put together from several nodes, so that asking again costs no memory.
    private const int MaxJoined = 64;
    private readonly List<JoinedText> _joined = [];
    private char[] _text = new char[1_024];
    private int _textLength;
    private int _expanded;
    private bool _hasRoot;

    /// <summary>Is told what is wrong with the record.</summary>
    public Action<EvtxDamageKind, int, string>? Faulty { get; set; }

    public byte[] Chunk { get; private set; } = [];

    public int ChunkLength { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    public int Count { get; private set; }

    public FragmentInstance this[int index] => _instances[index];

    public EvtxOptions Options => options;

    /// <summary>Goes to the record whose binary XML lies at these offsets of the chunk.</summary>
    public void Begin(byte[] chunk, int chunkLength, int start, int end)
    {
        Chunk = chunk;
        ChunkLength = chunkLength;
        Start = start;
        End = end;
        Count = 0;
        _expanded = 0;
        _hasRoot = false;
        _textLength = 0;
        _joined.Clear();
        if (_text.Length > 256 * 1024)
        {
            _text = new char[1_024];
        }
    }

    /// <summary>Finds the record's own fragments. False where it has none that can be read.</summary>
    public bool EnsureRoot()
    {
        if (!_hasRoot)
        {
            _hasRoot = true;
            ParseFragments(Start, End, 0);
            if (Count == 0)
            {
                Report(EvtxDamageKind.BinXml, Start, "the record holds no binary XML that can be read.");
            }
        }

        return Count > 0;
    }

    /// <summary>Finds all nested fragments too.</summary>
    public bool EnsureTree()
    {
        if (!EnsureRoot())
        {
            return false;
        }

        for (; _expanded < Count; _expanded++)
        {
            FragmentInstance instance = _instances[_expanded];
            if (!instance.Kinds.HasBinXml)
            {
                continue;
            }

            for (int slot = 0; slot < instance.SlotCount; slot++)
            {
                ValueSlot value = instance.Slots[slot];
                if (value.Type != EvtxValueType.BinXml || value.Length == 0)
                {
                    continue;
                }

                if (instance.Depth + 1 >= _maxDepth)
                {
                    Report(
                        EvtxDamageKind.Limit,
                        value.Offset,
                        $"binary XML is nested deeper than {_maxDepth} levels; the rest is not shown."
                    );
                    instance.HasUnreadChildren = true;
                    break;
                }

                int child = ParseFragments(value.Offset, value.Offset + value.Length, instance.Depth + 1);
                instance.Slots[slot].Child = child;
                instance.HasUnreadChildren |= child < 0;
                if (child >= 0 && !instance.HasChildren)
                {
                    instance.FirstChildSlot = slot;
                }
            }
        }

        return true;
    }

    /// <summary>The nested fragment that a substitution node stands for, or -1.</summary>
    public static int ChildOf(FragmentInstance instance, in ProgramNode node) =>
        node.Kind == NodeKind.Substitution && instance.HasChildren && node.Slot < instance.SlotCount
            ? instance.Slots[node.Slot].Child
            : -1;

    /// <summary>The value of one substitution; of nested binary XML there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EvtxValue ValueOf(scoped in ValueSlot slot) =>
        slot.Type == EvtxValueType.BinXml
            ? default
            : new EvtxValue(slot.Type, Chunk.AsSpan(slot.Offset, slot.Length), options.AnsiEncoding);

    /// <summary>The value of one node.</summary>
    public EvtxValue ValueOf(FragmentInstance instance, in ProgramNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Literal or NodeKind.CData:
                return new EvtxValue(
                    node.Type,
                    instance.Literals.AsSpan(node.Offset, node.Length),
                    options.AnsiEncoding
                );
            case NodeKind.Substitution when node.Slot < instance.SlotCount:
                return ValueOf(instance.Slots[node.Slot]);
            case NodeKind.CharacterReference or NodeKind.EntityReference:
                int start = _textLength;
                AppendReference(node);
                return TextAt(start, _textLength - start);
            default:
                return default;
        }
    }

    /// <summary>The value of a range of nodes: of a single one as it is, of several as one text. Elements in between are passed over.</summary>
    public EvtxValue ValueOf(FragmentInstance instance, int first, int end)
    {
        ReadOnlySpan<ProgramNode> nodes = instance.Nodes;
        if (end - first == 1 && nodes[first].Kind is (NodeKind.Literal or NodeKind.Substitution or NodeKind.CData))
        {
            return ValueOf(instance, nodes[first]);
        }

        if (end <= first)
        {
            return default;
        }

        foreach (ref readonly JoinedText known in CollectionsMarshal.AsSpan(_joined))
        {
            if (known.First == first && ReferenceEquals(known.Instance, instance))
            {
                return TextAt(known.Start, known.Length);
            }
        }

        int start = _textLength;
        for (int i = first; i < end; i++)
        {
            ref readonly ProgramNode node = ref nodes[i];
            switch (node.Kind)
            {
                case NodeKind.Element:
                    i = node.End - 1;
                    break;
                case NodeKind.CharacterReference or NodeKind.EntityReference:
                    AppendReference(node);
                    break;
                default:
                    AppendText(ValueOf(instance, node));
                    break;
            }
        }

        if (_joined.Count < MaxJoined)
        {
            _joined.Add(new JoinedText(instance, first, start, _textLength - start));
        }

        return TextAt(start, _textLength - start);
    }

    /// <summary>The written form of a value: in place where it is UTF-16, else in a buffer that lasts as long as the record.</summary>
    public ReadOnlySpan<char> TextOf(EvtxValue value)
    {
        if (value.IsChars)
        {
            return value.Chars;
        }

        int start = _textLength;
        AppendText(value);
        return _text.AsSpan(start, _textLength - start);
    }

    public void Report(EvtxDamageKind kind, int offset, string message) => Faulty?.Invoke(kind, offset, message);

    private EvtxValue TextAt(int start, int length) =>
        new(EvtxValueType.String, MemoryMarshal.AsBytes(_text.AsSpan(start, length)), options.AnsiEncoding);

    private void AppendText(EvtxValue value)
    {
        Span<char> room = Room(value.MaxTextLength);
        if (value.TryFormat(room, out int written))
        {
            _textLength += written;
        }
    }

    private void AppendReference(in ProgramNode node)
    {
        if (node.Kind == NodeKind.CharacterReference)
        {
            Room(1)[0] = (char)node.Slot;
            _textLength++;
            return;
        }

        string name = node.Name?.Text ?? "";
        char known = Rendering.XmlEntities.CharacterOf(name);
        Span<char> room = Room(name.Length + 2);
        if (known != '\0')
        {
            room[0] = known;
            _textLength++;
            return;
        }

        room[0] = '&';
        name.CopyTo(room[1..]);
        room[name.Length + 1] = ';';
        _textLength += name.Length + 2;
    }

    // Spans handed out before keep the array that they point into.
    private Span<char> Room(int count)
    {
        if (_text.Length - _textLength < count)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + count));
        }

        return _text.AsSpan(_textLength);
    }

    private int ParseFragments(int start, int end, int depth)
    {
        end = Math.Min(end, ChunkLength);
        int first = -1;
        int previous = -1;
        int at = start;
        while (at < end)
        {
            byte token = Token.Of(Chunk[at]);
            if (token == Token.FragmentHeader)
            {
                at += 4;
                continue;
            }

            if (token == Token.EndOfFragment)
            {
                break;
            }

            int index = NextInstance(depth);
            bool goesOn =
                token == Token.TemplateInstance
                    ? ParseTemplateInstance(ref at, end, _instances[index])
                    : ParseElements(ref at, end, _instances[index]);
            if (_instances[index].Nodes.IsEmpty)
            {
                Count--;
            }
            else
            {
                first = first < 0 ? index : first;
                if (previous >= 0)
                {
                    _instances[previous].Next = index;
                }

                previous = index;
            }

            if (!goesOn || !TryNextFragment(ref at, end))
            {
                break;
            }
        }

        return first;
    }

    // Several fragments may follow each other. What follows the last one is padding, left over from older records.
    private bool TryNextFragment(ref int at, int end)
    {
        if (at < end && Chunk[at] == Token.EndOfFragment)
        {
            at++;
        }

        return end - at >= SmallestFragment && Chunk.AsSpan(at).StartsWith(FragmentStart);
    }

    private static ReadOnlySpan<byte> FragmentStart => [Token.FragmentHeader, 1, 1, 0];

    private FragmentInstance Instance(int index) => _instances[index] ??= new FragmentInstance();

    private int NextInstance(int depth)
    {
        if (Count == _instances.Length)
        {
            Array.Resize(ref _instances, _instances.Length * 2);
        }

        Instance(Count).Reset(depth);
        return Count++;
    }

    private bool ParseElements(ref int at, int end, FragmentInstance instance)
    {
        int start = at;
        instance.UseOwn(Chunk);
        CompileResult result = _compiler.Compile(Chunk, ChunkLength, at, end, instance.Own);
        at = result.End;
        if (result.Fault is not null)
        {
            Report(
                result.LimitReached ? EvtxDamageKind.Limit : EvtxDamageKind.BinXml,
                at,
                $"{result.Fault}; what stands before it is shown."
            );
            return false;
        }

        return at > start;
    }

    // Token, a byte that is always 1, template id, offset of the definition; the definition itself where it is the first use in
    // the chunk; then the count of values, their sizes and types, and the values.
    private bool ParseTemplateInstance(ref int at, int end, FragmentInstance instance)
    {
        instance.UseOwn(Chunk);
        instance.Own.Clear();
        if (end - at < 14)
        {
            Report(EvtxDamageKind.BinXml, at, "a template instance is cut short.");
            return false;
        }

        uint id = BinaryPrimitives.ReadUInt32LittleEndian(Chunk.AsSpan(at + 2));
        uint definition = BinaryPrimitives.ReadUInt32LittleEndian(Chunk.AsSpan(at + 6));
        int values = at + 10;
        if (definition == (uint)values)
        {
            if (end - values < TemplateResolver.DefinitionHeaderSize + 4)
            {
                Report(EvtxDamageKind.BinXml, at, "a template definition is cut short.");
                return false;
            }

            uint size = BinaryPrimitives.ReadUInt32LittleEndian(Chunk.AsSpan(values + 20));
            if (size > end - values - TemplateResolver.DefinitionHeaderSize - 4)
            {
                Report(EvtxDamageKind.Template, at, "a template definition states more bytes than its record has.");
                return false;
            }

            values += TemplateResolver.DefinitionHeaderSize + (int)size;
        }

        BinXmlProgram? program = templates.At(Chunk, ChunkLength, definition, id, out string? fault);
        if (fault is not null)
        {
            Report(EvtxDamageKind.Template, at, fault);
        }

        bool isWhole = ParseValues(ref values, end, instance);
        at = values;
        if (program is null)
        {
            RawFragment.Build(instance);
        }
        else
        {
            instance.Use(program);
        }

        return isWhole;
    }

    private bool ParseValues(ref int at, int end, FragmentInstance instance)
    {
        uint stated = BinaryPrimitives.ReadUInt32LittleEndian(Chunk.AsSpan(at));
        int descriptors = at + 4;
        int count = (int)Math.Min(stated, (uint)(end - descriptors) / 4);
        instance.SetSlotCount(count);
        Span<ValueSlot> slots = instance.Slots;
        // A length in 16 bits, a type in 8 and a byte that means nothing.
        ReadOnlySpan<uint> described = MemoryMarshal.Cast<byte, uint>(Chunk.AsSpan(descriptors, count * 4));
        int value = descriptors + (count * 4);
        bool isWhole = count == stated;
        var kinds = new ValueKinds();
        for (int i = 0; i < slots.Length && i < described.Length; i++)
        {
            uint descriptor = described[i];
            int length = (int)(descriptor & 0xFFFF);
            int type = (int)(descriptor >> 16) & 0xFF;
            if (length > end - value)
            {
                length = end - value;
                isWhole = false;
            }

            slots[i] = new ValueSlot
            {
                Offset = value,
                Length = length,
                Type = (EvtxValueType)type,
                Child = -1,
            };
            if (length > 0)
            {
                kinds.Add(type, value);
            }

            value += length;
        }

        instance.Kinds = kinds;
        at = value;
        if (!isWhole)
        {
            Report(
                EvtxDamageKind.BinXml,
                descriptors,
                "the values of a template instance run past the end of the record; they are shown as far as they go."
            );
        }

        return isWhole;
    }

    private readonly record struct JoinedText(FragmentInstance Instance, int First, int Start, int Length);
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cordon.Evtx.BinXml;

/// <summary>
/// Compiles the elements of binary XML into nodes: one pass, no recursion. Every token moves the position on, so that the bytes at
/// hand bound the work; sizes that elements state about themselves are not needed and not believed.
/// </summary>
internal sealed class FragmentCompiler(NameTable names, EvtxOptions options)
{
    private readonly int _maxDepth = Math.Clamp(options.MaxDepth, 1, 256);
    private readonly int _maxNodes = Math.Max(16, options.MaxNodes);
    private readonly int[] _open = new int[Math.Clamp(options.MaxDepth, 1, 256)];

    private readonly List<KnownTemplates.Reference> _references = [];
    private byte[] _chunk = [];
    private int _start;
    private int _length;
    private int _at;
    private int _end;
    private string? _fault;
    private bool _limit;

    /// <summary>The names that what was compiled refers to, in its order, with places counted from its start.</summary>
    public List<KnownTemplates.Reference> References => _references;

    /// <summary>Whether all elements have the usual head, so that nothing but names decides how it is read.</summary>
    public bool IsUsual { get; private set; }

    /// <summary>Compiles what lies from <paramref name="start"/> on: fragment headers and elements, until the end, an end token or a template instance.</summary>
    public CompileResult Compile(byte[] chunk, int length, int start, int end, ProgramBuffer into)
    {
        _chunk = chunk;
        _length = length;
        _start = start;
        _at = start;
        _end = Math.Min(end, length);
        _references.Clear();
        IsUsual = true;
        _fault = null;
        _limit = false;
        into.Clear();
        int depth = 0;
        while (_at < _end && _fault is null)
        {
            if (into.Count >= _maxNodes)
            {
                FailAtLimit("more nodes than the limit allows");
                break;
            }

            byte token = Token.Of(_chunk[_at]);
            if (depth == 0 && token is (Token.EndOfFragment or Token.TemplateInstance))
            {
                break;
            }

            if (depth == 0 && into.Count > 0 && (token != Token.OpenStartElement || !TryGetElementHead(out _)))
            {
                // What follows a whole element and is no other one is padding, or a fragment of its own.
                break;
            }

            switch (token)
            {
                case Token.FragmentHeader:
                    _at += 4;
                    break;
                case Token.EndOfFragment:
                    Fail("the fragment ends inside an element");
                    break;
                case Token.OpenStartElement when depth == _maxDepth:
                    FailAtLimit("elements lie in each other deeper than the limit allows");
                    break;
                case Token.OpenStartElement:
                    if (StartElement(into, out int index, out bool isEmpty))
                    {
                        if (isEmpty)
                        {
                            CloseElement(into, index);
                        }
                        else
                        {
                            _open[depth++] = index;
                        }
                    }

                    break;
                case Token.EndElement when depth > 0:
                    _at++;
                    CloseElement(into, _open[--depth]);
                    break;
                default:
                    if (!Content(token, into))
                    {
                        Fail($"token 0x{_chunk[_at]:x2} is out of place");
                    }

                    break;
            }
        }

        if (depth > 0)
        {
            _fault ??= "the fragment ends inside an element";
        }

        while (depth > 0)
        {
            CloseElement(into, _open[--depth]);
        }

        return new CompileResult(Math.Min(_at, _end), _fault, _limit);
    }

    private bool StartElement(ProgramBuffer into, out int index, out bool isEmpty)
    {
        index = into.Count;
        isEmpty = true;
        bool hasAttributes = (_chunk[_at] & Token.More) != 0;
        if (!TryGetElementHead(out int head))
        {
            Fail("the start of an element is cut short or names nothing");
            return false;
        }

        _at += head;
        if (!TryReadName(out EvtxName? name))
        {
            Fail("the name of an element lies outside the chunk");
            return false;
        }

        into.Add(NodeKind.Element).Name = name;
        if (hasAttributes)
        {
            _at += 4;
        }

        while (_at < _end && Token.Of(_chunk[_at]) == Token.Attribute && _fault is null)
        {
            Attribute(into);
        }

        if (_fault is not null || _at >= _end)
        {
            _fault ??= "an element is cut short";
            return true;
        }

        switch (Token.Of(_chunk[_at]))
        {
            case Token.CloseStartElement:
                _at++;
                isEmpty = false;
                return true;
            case Token.CloseEmptyElement:
                _at++;
                return true;
            default:
                Fail($"token 0x{_chunk[_at]:x2} is out of place in the start of an element");
                return true;
        }
    }

    // Elements of event templates carry a dependency id before their size; those of other writers and of provider
    // manifests do not. The name tells which: it must lie in the chunk and end with a NUL.
    private bool TryGetElementHead(out int head)
    {
        head = NameLiesAt(_at + 7) ? 7 : 5;
        IsUsual &= head == 7;
        return head == 7 || NameLiesAt(_at + 5);
    }

    private bool NameLiesAt(int reference)
    {
        if (reference + 4 > _end)
        {
            return false;
        }

        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(_chunk.AsSpan(reference));
        if (offset > _length - 8 || offset == 0)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(_chunk.AsSpan((int)offset + 6));
        long end = offset + 8L + (length * 2L);
        return length > 0
            && length <= options.MaxNameLength
            && end + 2 <= _length
            && _chunk[end] == 0
            && _chunk[end + 1] == 0;
    }

    private void Attribute(ProgramBuffer into)
    {
        _at++;
        if (!TryReadName(out EvtxName? name))
        {
            Fail("the name of an attribute lies outside the chunk");
            return;
        }

        int index = into.Count;
        into.Add(NodeKind.Attribute).Name = name;
        while (_at < _end && _fault is null)
        {
            byte token = Token.Of(_chunk[_at]);
            bool isValue =
                token
                is Token.Value
                    or Token.NormalSubstitution
                    or Token.OptionalSubstitution
                    or Token.CharacterReference
                    or Token.EntityReference;
            if (!isValue)
            {
                break;
            }

            Content(token, into);
            if (into.Count >= _maxNodes)
            {
                FailAtLimit("more nodes than the limit allows");
            }
        }

        into.Nodes[index].End = into.Count;
    }

    private bool Content(byte token, ProgramBuffer into)
    {
        switch (token)
        {
            case Token.Value:
                Literal(into);
                return true;
            case Token.CData:
                CountedText(into, NodeKind.CData);
                return true;
            case Token.CharacterReference:
                if (Need(3))
                {
                    into.Add(NodeKind.CharacterReference).Slot = ReadUInt16(_at + 1);
                    _at += 3;
                }

                return true;
            case Token.EntityReference:
                _at++;
                if (TryReadName(out EvtxName? entity))
                {
                    into.Add(NodeKind.EntityReference).Name = entity;
                }
                else
                {
                    Fail("the name of an entity lies outside the chunk");
                }

                return true;
            case Token.ProcessingTarget:
                ProcessingInstruction(into);
                return true;
            case Token.NormalSubstitution or Token.OptionalSubstitution:
                if (Need(4))
                {
                    ref ProgramNode node = ref into.Add(NodeKind.Substitution);
                    node.Slot = ReadUInt16(_at + 1);
                    node.Type = (EvtxValueType)_chunk[_at + 3];
                    node.Optional = token == Token.OptionalSubstitution;
                    _at += 4;
                }

                return true;
            default:
                return false;
        }
    }

    private void Literal(ProgramBuffer into)
    {
        if (!Need(2))
        {
            return;
        }

        var type = (EvtxValueType)_chunk[_at + 1];
        int size = LiteralSize(type, out int prefix);
        if (size < 0 || !Need(2 + prefix + size))
        {
            Fail($"a value of type 0x{(byte)type:x2} is cut short or unknown");
            return;
        }

        ref ProgramNode node = ref into.Add(NodeKind.Literal);
        node.Type = type;
        node.Offset = _at + 2 + prefix;
        node.Length = size;
        _at += 2 + prefix + size;
    }

    private int LiteralSize(EvtxValueType type, out int prefix)
    {
        prefix = 0;
        switch (type)
        {
            case EvtxValueType.Null:
                return 0;
            case EvtxValueType.String or EvtxValueType.EvtXml or EvtxValueType.AnsiString or EvtxValueType.Binary:
                prefix = 2;
                return _at + 4 > _end
                    ? -1
                    : ReadUInt16(_at + 2) * (type is EvtxValueType.String or EvtxValueType.EvtXml ? 2 : 1);
            case EvtxValueType.Sid:
                return _at + 4 > _end ? -1 : 8 + (4 * _chunk[_at + 3]);
            default:
                return Values.ValueSizes.Of(type);
        }
    }

    private void CountedText(ProgramBuffer into, NodeKind kind)
    {
        if (!Need(3) || !Need(3 + (ReadUInt16(_at + 1) * 2)))
        {
            return;
        }

        ref ProgramNode node = ref into.Add(kind);
        node.Type = EvtxValueType.String;
        node.Offset = _at + 3;
        node.Length = ReadUInt16(_at + 1) * 2;
        _at += 3 + node.Length;
    }

    private void ProcessingInstruction(ProgramBuffer into)
    {
        _at++;
        if (!TryReadName(out EvtxName? target))
        {
            Fail("the target of a processing instruction lies outside the chunk");
            return;
        }

        int index = into.Count;
        if (_at < _end && Token.Of(_chunk[_at]) == Token.ProcessingData)
        {
            CountedText(into, NodeKind.ProcessingInstruction);
        }
        else
        {
            into.Add(NodeKind.ProcessingInstruction);
        }

        if (index < into.Count)
        {
            into.Nodes[index].Name = target;
        }
    }

    private bool TryReadName(out EvtxName? name)
    {
        name = null;
        if (!NameLiesAt(_at))
        {
            return false;
        }

        int offset = (int)BinaryPrimitives.ReadUInt32LittleEndian(_chunk.AsSpan(_at));
        int bytes = ReadUInt16(offset + 6) * 2;
        name = names.Intern(MemoryMarshal.Cast<byte, char>(_chunk.AsSpan(offset + 8, bytes)));
        _references.Add(new KnownTemplates.Reference(_at - _start, name, offset == _at + 4));
        _at += 4;
        if (offset == _at)
        {
            // The name stands here, for the first time in its chunk.
            _at += 8 + bytes + 2;
        }

        return true;
    }

    private static void CloseElement(ProgramBuffer into, int element)
    {
        into.Add(NodeKind.Close);
        into.Nodes[element].End = into.Count;
    }

    private bool Need(int bytes)
    {
        if (bytes <= _end - _at)
        {
            return true;
        }

        Fail("a token is cut short");
        return false;
    }

    private ushort ReadUInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_chunk.AsSpan(offset));

    private void Fail(string fault) => _fault ??= fault;

    private void FailAtLimit(string fault)
    {
        _limit |= _fault is null;
        _fault ??= fault;
    }
}

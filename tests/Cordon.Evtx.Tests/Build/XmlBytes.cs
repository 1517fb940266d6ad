using System.Buffers.Binary;
using System.Text;
using Cordon.Evtx;

namespace Cordon.Evtx.Tests.Build;

/// <summary>
/// Binary XML put together token by token, at the place in the chunk where it will lie: names are written inline at every use,
/// which any reader has to take. Small on purpose, and independent of the library's own writer.
/// </summary>
internal sealed class XmlBytes(int origin)
{
    private readonly List<byte> _bytes = [];

    /// <summary>Whether elements carry a dependency id.</summary>
    public bool HasDependencyIds { get; set; } = true;

    public int Here => origin + _bytes.Count;

    public byte[] ToArray() => [.. _bytes];

    public XmlBytes Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public XmlBytes U16(int value) => Raw((byte)value, (byte)(value >> 8));

    public XmlBytes U32(uint value) => U16((int)(value & 0xFFFF)).U16((int)(value >> 16));

    public XmlBytes Header() => Raw(0x0F, 1, 1, 0);

    public XmlBytes Eof() => Raw(0);

    /// <summary>An element with attributes and content.</summary>
    public XmlBytes Element(
        string name,
        Action<XmlBytes>? content = null,
        params (string Name, Action<XmlBytes> Value)[] attributes
    )
    {
        Raw(attributes.Length > 0 ? (byte)0x41 : (byte)0x01);
        if (HasDependencyIds)
        {
            U16(0xFFFF);
        }

        U32(0).Name(name);
        if (attributes.Length > 0)
        {
            U32(0);
            for (int i = 0; i < attributes.Length; i++)
            {
                Raw(i + 1 < attributes.Length ? (byte)0x46 : (byte)0x06).Name(attributes[i].Name);
                attributes[i].Value(this);
            }
        }

        if (content is null)
        {
            return Raw(0x03);
        }

        Raw(0x02);
        content(this);
        return Raw(0x04);
    }

    public XmlBytes Text(string text) => Raw(0x05, 1).U16(text.Length).Raw(Encoding.Unicode.GetBytes(text));

    public XmlBytes Substitution(int slot, EvtxValueType type, bool optional = true) =>
        Raw(optional ? (byte)0x0E : (byte)0x0D).U16(slot).Raw((byte)type);

    public XmlBytes CData(string text) => Raw(0x07).U16(text.Length).Raw(Encoding.Unicode.GetBytes(text));

    public XmlBytes CharacterReference(char c) => Raw(0x08).U16(c);

    public XmlBytes EntityReference(string name) => Raw(0x09).Name(name);

    public XmlBytes ProcessingInstruction(string target, string data) =>
        Raw(0x0A).Name(target).Raw(0x0B).U16(data.Length).Raw(Encoding.Unicode.GetBytes(data));

    /// <summary>An instance whose template is defined right here.</summary>
    public XmlBytes Template(uint id, Action<XmlBytes> definition, params TestValue[] values)
    {
        Raw(0x0C, 1).U32(id).U32((uint)Here + 4);
        Definition(id, definition);
        return Values(values);
    }

    /// <summary>An instance of a template that is defined somewhere else.</summary>
    public XmlBytes TemplateAt(uint id, int offset, params TestValue[] values) =>
        Raw(0x0C, 1).U32(id).U32((uint)offset).Values(values);

    /// <summary>A definition alone.</summary>
    public XmlBytes Definition(uint id, Action<XmlBytes> definition)
    {
        U32(0).U32(id).Raw(new byte[12]);
        int size = _bytes.Count;
        U32(0);
        definition(this);
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, _bytes.Count - size - 4);
        for (int i = 0; i < length.Length; i++)
        {
            _bytes[size + i] = length[i];
        }

        return this;
    }

    public XmlBytes Name(string name)
    {
        U32((uint)Here + 4);
        return U32(0).U16(HashOf(name)).U16(name.Length).Raw(Encoding.Unicode.GetBytes(name)).U16(0);
    }

    private XmlBytes Values(TestValue[] values)
    {
        U32((uint)values.Length);

        // Nested binary XML knows its own place only when all that lies before it is known.
        int at = Here + (values.Length * 4);
        var made = new List<byte[]>();
        foreach (TestValue value in values)
        {
            byte[] bytes = value.BytesAt(at);
            made.Add(bytes);
            at += bytes.Length;
            U16(bytes.Length).Raw((byte)value.Type, 0);
        }

        made.ForEach(bytes => Raw(bytes));
        return this;
    }

    private static int HashOf(string name)
    {
        uint hash = 0;
        foreach (char c in name)
        {
            hash = (hash * 65_599) + c;
        }

        return (int)(hash & 0xFFFF);
    }
}

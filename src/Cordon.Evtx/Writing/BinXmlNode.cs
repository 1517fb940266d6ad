namespace Cordon.Evtx.Writing;

/// <summary>What the content of an element or attribute is made of.</summary>
public abstract class BinXmlNode
{
    private protected BinXmlNode() { }

    /// <summary>Nodes on the longest way down, this one included.</summary>
    internal virtual int Depth => 1;

    /// <summary>The number of values that the substitutions below this node need.</summary>
    internal virtual int ValueCount => 0;

    /// <summary>The same node with every substitution's index raised by <paramref name="by"/>.</summary>
    internal virtual BinXmlNode Shift(int by) => this;

    /// <summary>Names are counted in 16 bits.</summary>
    private protected static string CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Length > ushort.MaxValue
            ? throw new ArgumentException("A name has at most 65,535 characters.", nameof(name))
            : name;
    }

    /// <summary>Texts are counted in 16 bits.</summary>
    private protected static string CheckText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > ushort.MaxValue
            ? throw new ArgumentException("A text has at most 65,535 characters.", nameof(text))
            : text;
    }
}

/// <summary>Text that is part of the template itself (token 0x05). Empty text writes nothing.</summary>
public sealed class BinXmlText(string text) : BinXmlNode
{
    /// <summary>The text, at most 65,535 characters.</summary>
    public string Text { get; } = CheckText(text);
}

/// <summary>The place of a value (tokens 0x0D and 0x0E).</summary>
/// <param name="index">Which value, counted from 0.</param>
/// <param name="type">The type that the template declares; the value's own type may differ.</param>
/// <param name="isOptional">Whether Null drops the attribute or element that holds nothing but this.</param>
public sealed class BinXmlSubstitution(int index, EvtxValueType type, bool isOptional = false) : BinXmlNode
{
    /// <summary>Which value, 0 to 65,534.</summary>
    public int Index { get; } =
        index is < 0 or >= BinXmlCodes.NoDependency
            ? throw new ArgumentOutOfRangeException(nameof(index), index, "An index is between 0 and 65,534.")
            : index;

    /// <summary>The declared type.</summary>
    public EvtxValueType Type { get; } = type;

    /// <summary>Whether Null drops the attribute or element that holds nothing but this.</summary>
    public bool IsOptional { get; } = isOptional;

    internal override int ValueCount => Index + 1;

    internal override BinXmlNode Shift(int by) => new BinXmlSubstitution(Index + by, Type, IsOptional);
}

/// <summary>A CDATA section (token 0x07).</summary>
public sealed class BinXmlCData(string text) : BinXmlNode
{
    /// <summary>The text, at most 65,535 characters.</summary>
    public string Text { get; } = CheckText(text);
}

/// <summary>A character reference such as <c>&amp;#65;</c> (token 0x08).</summary>
public sealed class BinXmlCharacterReference(char character) : BinXmlNode
{
    /// <summary>The UTF-16 unit.</summary>
    public char Character { get; } = character;
}

/// <summary>An entity reference such as <c>&amp;amp;</c> (token 0x09).</summary>
public sealed class BinXmlEntityReference(string name) : BinXmlNode
{
    /// <summary>The entity's name, without <c>&amp;</c> and <c>;</c>.</summary>
    public string Name { get; } = CheckName(name);
}

/// <summary>A processing instruction (tokens 0x0A and 0x0B).</summary>
public sealed class BinXmlProcessingInstruction(string target, string data) : BinXmlNode
{
    /// <summary>The target.</summary>
    public string Target { get; } = CheckName(target);

    /// <summary>The data, at most 65,535 characters.</summary>
    public string Data { get; } = CheckText(data);
}

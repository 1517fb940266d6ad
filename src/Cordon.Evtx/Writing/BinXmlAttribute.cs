namespace Cordon.Evtx.Writing;

/// <summary>An attribute (token 0x06).</summary>
public sealed class BinXmlAttribute
{
    /// <summary>Makes an attribute.</summary>
    /// <param name="name">Its name, 1 to 65,535 characters.</param>
    /// <param name="content">What its value is made of: anything but elements and processing instructions.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the content is not for an attribute.</exception>
    public BinXmlAttribute(string name, params IReadOnlyList<BinXmlNode> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(content);
        if (name.Length > ushort.MaxValue)
        {
            throw new ArgumentException("A name has at most 65,535 characters.", nameof(name));
        }

        foreach (var node in content)
        {
            if (node is BinXmlElement or BinXmlProcessingInstruction)
            {
                throw new ArgumentException("An attribute holds text, references and values only.", nameof(content));
            }

            ValueCount = Math.Max(ValueCount, node.ValueCount);
        }

        Name = name;
        Content = content;
    }

    /// <summary>Makes an attribute with a fixed text.</summary>
    /// <inheritdoc cref="BinXmlAttribute(string, IReadOnlyList{BinXmlNode})"/>
    public BinXmlAttribute(string name, string text)
        : this(name, new BinXmlText(text)) { }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What the value is made of.</summary>
    public IReadOnlyList<BinXmlNode> Content { get; }

    internal int ValueCount { get; }

    internal BinXmlSubstitution? SoleSubstitution => Content is [BinXmlSubstitution substitution] ? substitution : null;

    internal BinXmlAttribute Shift(int by) =>
        ValueCount == 0 ? this : new BinXmlAttribute(Name, [.. Content.Select(node => node.Shift(by))]);
}

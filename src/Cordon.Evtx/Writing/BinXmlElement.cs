namespace Cordon.Evtx.Writing;

/// <summary>An element (token 0x01).</summary>
public sealed class BinXmlElement : BinXmlNode
{
    /// <summary>Deeper trees are refused: no log has them, and writing walks them by recursion.</summary>
    internal const int MaxDepth = 2_000;

    /// <summary>Makes an element.</summary>
    /// <param name="name">Its name as it is to be shown, with a prefix where it has one; 1 to 65,535 characters.</param>
    /// <param name="attributes">Its attributes, in order; null for none.</param>
    /// <param name="content">What is between its tags, in order.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the tree is deeper than 2,000.</exception>
    public BinXmlElement(
        string name,
        IReadOnlyList<BinXmlAttribute>? attributes,
        params IReadOnlyList<BinXmlNode> content
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        Name = CheckName(name);
        Attributes = attributes ?? [];
        Content = content;
        foreach (var attribute in Attributes)
        {
            ValueCount = Math.Max(ValueCount, attribute.ValueCount);
        }

        foreach (var node in content)
        {
            ValueCount = Math.Max(ValueCount, node.ValueCount);
            Depth = Math.Max(Depth, node.Depth + 1);
        }

        if (Depth > MaxDepth)
        {
            throw new ArgumentException($"Elements are nested deeper than {MaxDepth}.", nameof(content));
        }
    }

    /// <summary>Makes an element without attributes.</summary>
    /// <inheritdoc cref="BinXmlElement(string, IReadOnlyList{BinXmlAttribute}?, IReadOnlyList{BinXmlNode})"/>
    public BinXmlElement(string name, params IReadOnlyList<BinXmlNode> content)
        : this(name, null, content) { }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The attributes, in order.</summary>
    public IReadOnlyList<BinXmlAttribute> Attributes { get; }

    /// <summary>What is between the tags, in order.</summary>
    public IReadOnlyList<BinXmlNode> Content { get; }

    internal override int Depth { get; } = 1;

    internal override int ValueCount { get; }

    /// <summary>The substitution that is all the content there is; null where there is more or less.</summary>
    internal BinXmlSubstitution? SoleSubstitution => Content is [BinXmlSubstitution substitution] ? substitution : null;

    internal override BinXmlElement Shift(int by) =>
        ValueCount == 0
            ? this
            : new BinXmlElement(
                Name,
                [.. Attributes.Select(attribute => attribute.Shift(by))],
                [.. Content.Select(node => node.Shift(by))]
            );
}

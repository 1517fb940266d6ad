namespace Cordon.Evtx.BinXml;

/// <summary>What a node of a compiled fragment is.</summary>
internal enum NodeKind : byte
{
    /// <summary>Start of an element; its attributes follow, then its content, then <see cref="Close"/>.</summary>
    Element,

    /// <summary>An attribute; the nodes of its value follow.</summary>
    Attribute,

    /// <summary>End of an element.</summary>
    Close,

    /// <summary>A value that stands in the fragment itself.</summary>
    Literal,

    /// <summary>A value that each instance supplies.</summary>
    Substitution,

    /// <summary>A character by number.</summary>
    CharacterReference,

    /// <summary>An entity by name.</summary>
    EntityReference,

    /// <summary>A CDATA section.</summary>
    CData,

    /// <summary>A processing instruction: its target; the data is its text.</summary>
    ProcessingInstruction,
}

/// <summary>One node of a compiled fragment.</summary>
internal struct ProgramNode
{
    /// <summary>Of elements, attributes, entities and processing instructions; else null.</summary>
    public EvtxName? Name;

    /// <summary>Where the bytes of a literal begin in the program's literals.</summary>
    public int Offset;

    /// <summary>How many bytes the literal has.</summary>
    public int Length;

    /// <summary>Index after the last node that belongs to this one: after the Close of an element, after the value of an attribute.</summary>
    public int End;

    /// <summary>Index of the substitution, or the number of a character reference.</summary>
    public ushort Slot;

    /// <summary>What the node is.</summary>
    public NodeKind Kind;

    /// <summary>Type of a literal, or the type that the template states for a substitution.</summary>
    public EvtxValueType Type;

    /// <summary>A substitution that drops its attribute or element where it is null.</summary>
    public bool Optional;
}

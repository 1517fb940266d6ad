using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Rendering;

/// <summary>Where the parts of an element or attribute lie among the nodes of its fragment.</summary>
internal readonly ref struct ElementView
{
    /// <summary>The element at an index.</summary>
    public ElementView(FragmentInstance fragment, int index, bool isData)
    {
        ReadOnlySpan<ProgramNode> nodes = fragment.Nodes;
        Fragment = fragment;
        Index = index;
        IsData = isData;
        Content = index + 1;
        while (nodes[Content].Kind == NodeKind.Attribute)
        {
            Content = nodes[Content].End;
        }

        End = nodes[index].End - 1;
    }

    /// <summary>The value of an attribute.</summary>
    public ElementView(FragmentInstance fragment, int first, int end)
    {
        Fragment = fragment;
        Index = first - 1;
        Content = first;
        End = end;
    }

    public FragmentInstance Fragment { get; }

    public int Index { get; }

    /// <summary>The first node of the content.</summary>
    public int Content { get; }

    /// <summary>Index after the last node of the content.</summary>
    public int End { get; }

    /// <summary>A Data that goes by its Name.</summary>
    public bool IsData { get; }

    public bool IsSingleNode => End - Content == 1;

    public string Name => Fragment.Nodes[Index].Name?.Local ?? "";
}

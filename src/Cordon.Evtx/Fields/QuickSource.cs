using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Fields;

/// <summary>Where the value of a field lies that is one substitution and nothing else, as nearly all are.</summary>
internal readonly struct QuickSource
{
    private QuickSource(int instance, int slot, bool isAttribute)
    {
        Instance = (ushort)instance;
        Slot = (ushort)slot;
        IsAttribute = isAttribute;
        IsThere = true;
    }

    /// <summary>Number of the fragment in its document.</summary>
    public ushort Instance { get; }

    /// <summary>Index of the substitution.</summary>
    public ushort Slot { get; }

    /// <summary>An attribute: where its value is null it is not there at all.</summary>
    public bool IsAttribute { get; }

    /// <summary>Whether there is such a way.</summary>
    public bool IsThere { get; }

    public static QuickSource Of(FieldSource source, RecordDocument document)
    {
        if (source.End - source.First != 1 || source.Instance > ushort.MaxValue)
        {
            return default;
        }

        ref readonly ProgramNode node = ref document[source.Instance].Nodes[source.First];
        return node.Kind == NodeKind.Substitution
            ? new QuickSource(source.Instance, node.Slot, source.IsAttribute)
            : default;
    }
}

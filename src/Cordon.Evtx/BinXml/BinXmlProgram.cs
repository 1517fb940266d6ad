using System.Runtime.CompilerServices;
using Cordon.Evtx.Fields;

namespace Cordon.Evtx.BinXml;

/// <summary>A fragment of binary XML compiled into a flat list of nodes. Immutable; shared between chunks, files and threads.</summary>
internal sealed class BinXmlProgram(ProgramNode[] nodes, byte[] literals)
{
    private static int _made;

    private SystemMap? _system;
    private bool? _hasWholeValues;

    /// <summary>A number of its own in this process, never 0.</summary>
    public int Number { get; } = Interlocked.Increment(ref _made);

    public ReadOnlySpan<ProgramNode> Nodes => nodes;

    public byte[] Literals => literals;

    /// <summary>Bytes that the program takes, about.</summary>
    public int Size => (nodes.Length * Unsafe.SizeOf<ProgramNode>()) + literals.Length + 128;

    /// <summary>Where the fields lie that every record is asked for.</summary>
    public SystemMap System => _system ??= SystemMap.Of(nodes);

    /// <summary>Whether every element and attribute has at most one piece of text, so that no value is put together from several.</summary>
    public bool HasWholeValues => _hasWholeValues ??= FindWholeValues();

    private bool FindWholeValues()
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            ref readonly ProgramNode node = ref nodes[i];
            bool isPlain = node.Kind switch
            {
                NodeKind.Literal => (node.Offset & 1) == 0,
                NodeKind.Element or NodeKind.Attribute => CountPieces(i) <= 1,
                NodeKind.Close or NodeKind.Substitution => true,
                _ => false,
            };
            if (!isPlain)
            {
                return false;
            }
        }

        return true;
    }

    private int CountPieces(int parent)
    {
        int pieces = 0;
        for (int i = parent + 1; i < nodes[parent].End; i = Math.Max(nodes[i].End, i + 1))
        {
            pieces += nodes[i].Kind is NodeKind.Literal or NodeKind.Substitution ? 1 : 0;
        }

        return pieces;
    }
}

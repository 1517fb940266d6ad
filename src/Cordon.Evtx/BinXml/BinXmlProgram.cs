using System.Runtime.CompilerServices;
using Cordon.Evtx.Fields;

namespace Cordon.Evtx.BinXml;

/// <summary>A fragment of binary XML compiled into a flat list of nodes. Immutable; shared between chunks, files and threads.</summary>
internal sealed class BinXmlProgram(ProgramNode[] nodes, byte[] literals)
{
    private SystemMap? _system;

    public ReadOnlySpan<ProgramNode> Nodes => nodes;

    public byte[] Literals => literals;

    /// <summary>Bytes that the program takes, about.</summary>
    public int Size => (nodes.Length * Unsafe.SizeOf<ProgramNode>()) + literals.Length + 128;

    /// <summary>Where the fields lie that every record is asked for.</summary>
    public SystemMap System => _system ??= SystemMap.Of(nodes);
}

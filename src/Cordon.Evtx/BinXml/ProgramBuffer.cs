using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace Cordon.Evtx.BinXml;

/// <summary>Nodes under construction; the array is used again and again. Literals lie in the buffer that was compiled.</summary>
internal sealed class ProgramBuffer
{
    private ProgramNode[] _nodes = [];

    public int Count { get; private set; }

    public Span<ProgramNode> Nodes => _nodes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public ref ProgramNode Add(NodeKind kind)
    {
        if (Count == _nodes.Length)
        {
            Array.Resize(ref _nodes, Math.Max(64, _nodes.Length * 2));
        }

        ref ProgramNode node = ref _nodes[Count++];
        node = default;
        node.Kind = kind;
        node.End = Count;
        return ref node;
    }

    /// <summary>A hash over all that makes the program what it is; places in the file are no part of it.</summary>
    public ulong ContentHash(ReadOnlySpan<byte> literals)
    {
        ulong hash = (ulong)Count;
        foreach (ref readonly ProgramNode node in Nodes)
        {
            ulong shape =
                (uint)node.Length
                | ((ulong)node.Slot << 32)
                | ((ulong)node.Kind << 48)
                | ((ulong)node.Type << 52)
                | (node.Optional ? 1ul << 60 : 0);
            ulong name = node.Name is null ? 0 : (uint)RuntimeHelpers.GetHashCode(node.Name);
            hash = Mix(hash ^ shape) + Mix(name ^ ((ulong)node.End << 32));
            if (node.Length > 0)
            {
                hash ^= XxHash3.HashToUInt64(literals.Slice(node.Offset, node.Length), (long)hash);
            }
        }

        return hash;
    }

    public bool HasContentOf(BinXmlProgram other, ReadOnlySpan<byte> literals)
    {
        ReadOnlySpan<ProgramNode> theirs = other.Nodes;
        if (theirs.Length != Count)
        {
            return false;
        }

        for (int i = 0; i < theirs.Length; i++)
        {
            ref readonly ProgramNode a = ref _nodes[i];
            ref readonly ProgramNode b = ref theirs[i];
            bool same =
                a.Kind == b.Kind
                && a.Type == b.Type
                && a.Slot == b.Slot
                && a.Optional == b.Optional
                && a.End == b.End
                && a.Length == b.Length
                && ReferenceEquals(a.Name, b.Name)
                && literals.Slice(a.Offset, a.Length).SequenceEqual(other.Literals.AsSpan(b.Offset, b.Length));
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A program of its own, with its literals copied out of the buffer.</summary>
    public BinXmlProgram Freeze(ReadOnlySpan<byte> literals)
    {
        ProgramNode[] nodes = Nodes.ToArray();
        int total = 0;
        foreach (ref readonly ProgramNode node in nodes.AsSpan())
        {
            total += node.Length;
        }

        byte[] own = new byte[total];
        int at = 0;
        foreach (ref ProgramNode node in nodes.AsSpan())
        {
            literals.Slice(node.Offset, node.Length).CopyTo(own.AsSpan(at));
            node.Offset = at;
            at += node.Length;
        }

        return new BinXmlProgram(nodes, own);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0x9E37_79B9_7F4A_7C15;
        return value ^ (value >> 32);
    }
}

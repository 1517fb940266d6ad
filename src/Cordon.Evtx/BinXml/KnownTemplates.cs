using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cordon.Evtx.BinXml;

/// <summary>
/// Templates as they lay in chunks read before. A log has the same definitions in every chunk, and they differ in nothing but the offsets
/// of their names: comparing one costs a fraction of compiling it again.
/// </summary>
/// <remarks>
/// What is found is exactly what compiling would give: all bytes but those offsets are compared, and the names that these lead to. For
/// one thread.
/// </remarks>
internal sealed class KnownTemplates
{
    private const int Capacity = 512;
    private const int MaxBytes = 4 * 1024 * 1024;
    private const int OffsetSize = sizeof(uint);
    private const int NameHeaderSize = 8;
    private const int NameLengthAt = 6;

    // By size as well: where its names stand, in it or before it, depends on what else its chunk holds.
    private readonly Dictionary<(Guid Id, int Size), Known> _known = [];
    private long _bytes;

    /// <summary>A name that a template refers to.</summary>
    /// <param name="At">Where the offset of the name stands.</param>
    /// <param name="Name">The name.</param>
    /// <param name="IsHere">Whether the name itself follows, because no element before has it.</param>
    public readonly record struct Reference(int At, EvtxName Name, bool IsHere);

    private sealed record Known(byte[] Data, Reference[] References, BinXmlProgram Program);

    /// <summary>The program of a definition that is known; null where it has to be compiled.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="length">How much of it is there.</param>
    /// <param name="id">The definition's GUID.</param>
    /// <param name="start">Where its data begins.</param>
    /// <param name="size">How many bytes that has; they lie within the chunk.</param>
    public BinXmlProgram? Find(byte[] chunk, int length, Guid id, int start, int size)
    {
        if (!_known.TryGetValue((id, size), out Known? known))
        {
            return null;
        }

        ReadOnlySpan<byte> data = chunk.AsSpan(start, size);
        int from = 0;
        foreach (ref readonly Reference reference in known.References.AsSpan())
        {
            if (!Same(data, known.Data, from, reference.At) || !LeadsTo(chunk, length, start, reference))
            {
                return null;
            }

            // Of a name that stands here the link to the next name of its bucket differs as well.
            from = reference.At + (reference.IsHere ? 2 * OffsetSize : OffsetSize);
        }

        return Same(data, known.Data, from, size) ? known.Program : null;
    }

    /// <summary>Remembers a definition that was compiled without fault.</summary>
    public void Add(Guid id, ReadOnlySpan<byte> data, List<Reference> references, BinXmlProgram program)
    {
        foreach (Reference reference in references)
        {
            // A name that reaches beyond the definition would not be compared whole.
            int name = reference.IsHere ? NameHeaderSize + ((reference.Name.Text.Length + 1) * sizeof(char)) : 0;
            if (reference.At + OffsetSize + name > data.Length)
            {
                return;
            }
        }

        if (_known.TryGetValue((id, data.Length), out Known? old))
        {
            _bytes -= old.Data.Length;
        }
        else if (_known.Count >= Capacity)
        {
            return;
        }

        if (_bytes + data.Length <= MaxBytes)
        {
            _bytes += data.Length;
            _known[(id, data.Length)] = new Known(data.ToArray(), [.. references], program);
        }
        else if (old is not null)
        {
            _known.Remove((id, data.Length));
        }
    }

    private static bool Same(ReadOnlySpan<byte> data, byte[] known, int from, int to) =>
        data[from..to].SequenceEqual(known.AsSpan(from, to - from));

    private static bool LeadsTo(byte[] chunk, int length, int start, in Reference reference)
    {
        int at = start + reference.At;
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(at));
        if (reference.IsHere)
        {
            // The name's bytes are compared with the rest of the definition.
            return offset == at + OffsetSize;
        }

        string name = reference.Name.Text;
        int bytes = name.Length * sizeof(char);
        // A NUL follows the name.
        if (offset == 0 || offset == at + OffsetSize || offset > length - NameHeaderSize - bytes - sizeof(char))
        {
            return false;
        }

        ReadOnlySpan<byte> there = chunk.AsSpan((int)offset, NameHeaderSize + bytes + sizeof(char));
        return BinaryPrimitives.ReadUInt16LittleEndian(there[NameLengthAt..]) == name.Length
            && there[^1] == 0
            && there[^2] == 0
            && MemoryMarshal.Cast<byte, char>(there.Slice(NameHeaderSize, bytes)).SequenceEqual(name);
    }
}

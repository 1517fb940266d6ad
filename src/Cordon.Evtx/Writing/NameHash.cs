using System.Buffers.Binary;

namespace Cordon.Evtx.Writing;

/// <summary>The hash by which a chunk's tables find names and templates: multiply by 65,599, add, keep 16 bits.</summary>
internal static class NameHash
{
    public static ushort Of(ReadOnlySpan<char> name)
    {
        var hash = 0u;
        foreach (var character in name)
        {
            hash = unchecked((hash * 65_599) + character);
        }

        return (ushort)hash;
    }

    /// <summary>A template is hashed by its identifier, taken as eight characters.</summary>
    public static ushort Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = 0u;
        for (var i = 0; i < bytes.Length; i += sizeof(ushort))
        {
            hash = unchecked((hash * 65_599) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[i..]));
        }

        return (ushort)hash;
    }
}

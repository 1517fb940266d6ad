using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cordon.Reporting.Stix;

/// <summary>
/// Identifiers of STIX 2.1 objects that are the same for the same content: UUID version 5 (RFC 9562, section 5.5) in the namespace of the
/// specification (2.9) for cyber observables, and in a namespace of Cordon's own for everything else, as the specification asks.
/// </summary>
internal static class StixId
{
    private static readonly Guid Observables = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    private static readonly Guid Own = new("6f2a4d0e-58b1-5c3e-9a77-2d1f0c9b8e64");

    /// <summary>The identifier of a cyber observable.</summary>
    /// <param name="type">Its type, such as <c>ipv4-addr</c>.</param>
    /// <param name="contributing">Its contributing properties in canonical JSON, RFC 8785.</param>
    public static string OfObservable(string type, string contributing) =>
        $"{type}--{Version5(Observables, contributing)}";

    /// <summary>The identifier of another object.</summary>
    /// <param name="type">Its type, such as <c>incident</c>.</param>
    /// <param name="parts">What it is about; together they are unique within the type.</param>
    public static string OfOwn(string type, params ReadOnlySpan<string> parts)
    {
        var name = new StringBuilder(type);
        foreach (string part in parts)
        {
            // The length first, so that no two lists of parts give the same name.
            name.Append('\n').Append(part.Length).Append(':').Append(part);
        }

        return $"{type}--{Version5(Own, name.ToString())}";
    }

    private static Guid Version5(Guid space, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte[] input = new byte[16 + text.Length];
        space.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input, 16);
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm is part of UUID version 5; nothing is protected by it.
        SHA1.HashData(input, digest);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(
            digest[6..],
            (ushort)((BinaryPrimitives.ReadUInt16BigEndian(digest[6..]) & 0x0FFF) | 0x5000)
        );
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }
}

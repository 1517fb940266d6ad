using System.IO.Compression;
using SharpCompress.Compressors.BZip2;

namespace Cordon.Telemetry.Containers;

/// <summary>Unpacks what is one stream.</summary>
internal static class Decoders
{
    /// <summary>The stream that is packed in another one, counted; closes that one with it.</summary>
    /// <exception cref="IOException">It does not begin as it should.</exception>
    public static Stream Open(ContainerKind kind, Stream packed, UnpackBudget budget)
    {
        try
        {
            Stream decoder = kind switch
            {
                ContainerKind.Gzip => new GZipStream(packed, CompressionMode.Decompress),
                ContainerKind.Zstandard => new ZstdSharp.DecompressionStream(packed),
                _ => BZip2Stream.Create(
                    packed,
                    SharpCompress.Compressors.CompressionMode.Decompress,
                    decompressConcatenated: true
                ),
            };
            return new UnpackedStream(decoder, budget, packed);
        }
        catch (Exception fault) when (fault is not (IOException or OutOfMemoryException))
        {
            packed.Dispose();
            throw new IOException($"what is packed in it is damaged: {fault.Message}", fault);
        }
    }
}

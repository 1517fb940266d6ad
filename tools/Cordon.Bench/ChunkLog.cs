using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using Cordon.Evtx;
using Cordon.Evtx.Writing;

namespace Cordon.Bench;

/// <summary>Makes one log of the chunks with records that other logs hold, again and again.</summary>
/// <remarks>Damaged chunks are left out, as other programs end where they meet one.</remarks>
internal static class ChunkLog
{
    private const int ChunkSize = 0x10000;
    private const int HeaderSize = 0x1000;

    /// <summary>Writes one log of at least so many bytes, of whole rounds.</summary>
    public static void Write(string path, string folder, long bytes)
    {
        byte[][] chunks =
        [
            .. Directory
                .EnumerateFiles(folder, "*.evtx", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(ChunksOf),
        ];
        Write(path, chunks, bytes, inRounds: true);
    }

    /// <summary>Writes one log of the chunks of others, cut or repeated to a size; answers the size.</summary>
    public static long Repeat(string path, IEnumerable<string> logs, long bytes)
    {
        Write(path, [.. logs.SelectMany(ChunksOf)], bytes, inRounds: false);
        return new FileInfo(path).Length;
    }

    private static void Write(string path, byte[][] chunks, long bytes, bool inRounds)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        using (new EvtxWriter(stream, leaveOpen: true)) { }

        stream.SetLength(HeaderSize);
        stream.Position = HeaderSize;
        long count = 0;
        while (stream.Position < bytes)
        {
            foreach (byte[] chunk in chunks.TakeWhile(_ => inRounds || stream.Position < bytes))
            {
                stream.Write(chunk);
                count++;
            }
        }

        WriteHeader(stream, count);
        // A scan of a file that the system was still writing to disk took up to twice as long.
        stream.Flush(flushToDisk: true);
    }

    private static IEnumerable<byte[]> ChunksOf(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        EvtxFile file;
        try
        {
            file = EvtxFile.Open(path);
        }
        catch (EvtxException)
        {
            yield break;
        }

        using (file)
        {
            bool isWhole = true;
            var output = new ArrayBufferWriter<byte>();
            var reader = new EvtxReader { Damaged = _ => isWhole = false };
            for (int i = 0; i < file.ChunkCount && file.OffsetOf(i) + ChunkSize <= bytes.Length; i++)
            {
                (isWhole, bool isEmpty) = (true, true);
                for (bool isOpen = reader.Open(file, i); isOpen && reader.Read(); isEmpty = false)
                {
                    output.ResetWrittenCount();
                    reader.Current.WriteJson(output);
                }

                if (isWhole && !isEmpty)
                {
                    yield return bytes.AsSpan((int)file.OffsetOf(i), ChunkSize).ToArray();
                }
            }
        }
    }

    // [MS-EVEN6] does not describe the file; offsets as in docs/formats/evtx.md.
    private static void WriteHeader(FileStream stream, long chunks)
    {
        byte[] header = new byte[HeaderSize];
        stream.Position = 0;
        stream.ReadExactly(header);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), chunks - 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(42), (ushort)Math.Min(chunks, ushort.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(124), Crc32.HashToUInt32(header.AsSpan(0, 120)));
        stream.Position = 0;
        stream.Write(header);
    }
}

using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Writers.SevenZip;

namespace Cordon.Telemetry.Tests.Containers;

/// <summary>Packs bytes in every way that is unpacked.</summary>
internal static class Packed
{
    /// <summary>Three lines, each an event.</summary>
    public const string Log =
        "Jan  2 10:00:00 web-1 sshd[7]: one\nJan  2 10:00:01 web-1 sshd[7]: two\nJan  2 10:00:02 web-1 sshd[7]: three\n";

    public static byte[] LogBytes => Encoding.UTF8.GetBytes(Log);

    public static byte[] Gzip(byte[] bytes) => Through(bytes, s => new GZipStream(s, CompressionLevel.Fastest, true));

    public static byte[] Zstandard(byte[] bytes) =>
        Through(bytes, static s => new ZstdSharp.CompressionStream(s, leaveOpen: true));

    public static byte[] Bzip2(byte[] bytes) =>
        Through(
            bytes,
            static s =>
                BZip2Stream.Create(
                    s,
                    SharpCompress.Compressors.CompressionMode.Compress,
                    decompressConcatenated: false,
                    leaveOpen: true
                )
        );

    public static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Bytes)[] members)
    {
        using var packed = new MemoryStream();
        using (var writer = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, name)
                    {
                        DataStream = new MemoryStream(bytes),
                        ModificationTime = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
                    }
                );
            }
        }

        return packed.ToArray();
    }

    public static byte[] SevenZip(params (string Name, byte[] Bytes)[] members)
    {
        using var packed = new MemoryStream();
        using (var writer = new SevenZipWriter(packed, new SevenZipWriterOptions()))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                using var source = new MemoryStream(bytes);
                writer.Write(name, source, new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
            }
        }

        return packed.ToArray();
    }

    private static byte[] Through(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (Stream stream = packer(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}

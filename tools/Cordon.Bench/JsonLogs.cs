using System.Buffers;
using System.IO.Compression;
using Cordon.Evtx;

namespace Cordon.Bench;

/// <summary>Makes logs of Windows events as JSON lines: public attack logs where they are at hand, else what Cordon writes of event logs.</summary>
internal static class JsonLogs
{
    // No log may be most of what is measured.
    private const long MostOfOne = 16 << 20;

    /// <summary>Writes the logs of the archives in a folder, each cut to whole lines, until there are enough bytes.</summary>
    public static void Extract(string archives, string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        foreach (
            string path in Directory
                .EnumerateFiles(archives, "*.zip", SearchOption.AllDirectories)
                .OrderByDescending(static p => new FileInfo(p).Length)
                .ThenBy(static p => p, StringComparer.Ordinal)
        )
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            foreach (
                ZipArchiveEntry entry in archive.Entries.Where(static e =>
                    e.Name.EndsWith(".json", StringComparison.Ordinal)
                )
            )
            {
                if (bytes <= 0)
                {
                    return;
                }

                using Stream from = entry.Open();
                using FileStream to = File.Create(Path.Combine(folder, entry.Name));
                bytes -= CopyLines(from, to, Math.Min(MostOfOne, bytes));
            }
        }
    }

    /// <summary>Writes the records of event logs as Cordon's own JSON, until there are enough bytes.</summary>
    public static void Write(Inputs logs, string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        using FileStream to = File.Create(Path.Combine(folder, "events.jsonl"));
        var line = new ArrayBufferWriter<byte>(1 << 20);
        var reader = new EvtxReader();
        foreach (string path in logs.Paths)
        {
            using var file = EvtxFile.Open(path);
            for (long chunk = 0; chunk < file.ChunkCount && to.Length < bytes; chunk++)
            {
                if (!reader.Open(file, chunk))
                {
                    continue;
                }

                while (reader.Read())
                {
                    line.ResetWrittenCount();
                    reader.Current.WriteJson(line);
                    to.Write(line.WrittenSpan);
                    to.WriteByte((byte)'\n');
                }
            }
        }
    }

    private static long CopyLines(Stream from, FileStream to, long most)
    {
        using var reader = new StreamReader(from);
        using var writer = new StreamWriter(to);
        while (reader.ReadLine() is { } line && writer.BaseStream.Position < most)
        {
            writer.Write(line);
            writer.Write('\n');
        }

        writer.Flush();
        return to.Length;
    }
}

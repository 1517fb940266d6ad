using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Cordon.Cli.Tests.Updating;

/// <summary>Makes releases of rules.</summary>
internal static class Archives
{
    private static readonly DateTimeOffset Time = new(2021, 2, 16, 8, 0, 0, TimeSpan.Zero);

    public static string Rule(string id, string word = "x") =>
        $"""
            title: Rule {id}
            id: 00000000-0000-4000-8000-{id.PadLeft(12, '0')}
            level: low
            logsource:
              product: windows
              category: process_creation
            detection:
              selection:
                CommandLine|contains: {word}
              condition: selection
            """;

    public static byte[] Zip(params IEnumerable<(string Name, string Text)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name);
                entry.LastWriteTime = Time;
                using Stream content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] ZipOfRules(int count, string word = "x") =>
        Zip(Enumerable.Range(1, count).Select(i => ($"rules/r{i}.yml", Rule($"{i}", word))));

    public static byte[] Tar(params IEnumerable<(TarEntryType Type, string Name, string Text)> entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach ((TarEntryType type, string name, string text) in entries)
            {
                var entry = new PaxTarEntry(type, name) { ModificationTime = Time };
                if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                {
                    entry.LinkName = text;
                }
                else if (type == TarEntryType.RegularFile)
                {
                    entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                }

                tar.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }
}

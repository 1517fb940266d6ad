using System.Formats.Tar;
using System.IO.Compression;
using SharpCompress.Archives;
using SharpCompress.Archives.SevenZip;
using SharpCompress.Readers;

namespace Cordon.Telemetry.Containers;

/// <summary>The members of archives, one after the other, in the archive's order.</summary>
internal static class ArchiveMembers
{
    private const string Encrypted =
        "it is encrypted; unpack the archive with its password and name the folder it was unpacked to";

    /// <summary>The members of an archive. The stream has to be seekable for all but tar, and stays open.</summary>
    /// <remarks>Enumerating throws what the readers throw for bad content; members given before stay good.</remarks>
    public static IEnumerable<ArchiveMember> Of(ContainerKind kind, Stream stream) =>
        kind switch
        {
            ContainerKind.Zip => OfZip(stream),
            ContainerKind.Tar => OfTar(stream),
            _ => OfSevenZip(stream),
        };

    private static IEnumerable<ArchiveMember> OfZip(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
            {
                continue;
            }

            yield return new ArchiveMember(
                entry.FullName,
                entry.LastWriteTime.UtcDateTime,
                entry.IsEncrypted ? Encrypted : null,
                entry.Open
            );
        }
    }

    private static IEnumerable<ArchiveMember> OfTar(Stream stream)
    {
        using var reader = new TarReader(stream, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            if (
                entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile
            )
            {
                yield return new ArchiveMember(
                    entry.Name,
                    entry.ModificationTime.UtcDateTime,
                    null,
                    () => entry.DataStream ?? Stream.Null
                );
            }
        }
    }

    private static IEnumerable<ArchiveMember> OfSevenZip(Stream stream)
    {
        using IArchive archive = SevenZipArchive.OpenArchive(stream, new ReaderOptions { LeaveStreamOpen = true });
        foreach (IArchiveEntry entry in archive.Entries)
        {
            if (entry.IsEncrypted)
            {
                yield return new ArchiveMember(entry.Key ?? "", null, Encrypted, static () => Stream.Null);
                yield break;
            }
        }

        // Read in one go: to open the members of a solid archive one by one unpacks what is before each anew.
        using IReader reader = archive.ExtractAllEntries();
        while (reader.MoveToNextEntry())
        {
            if (!reader.Entry.IsDirectory)
            {
                yield return new ArchiveMember(
                    reader.Entry.Key ?? "",
                    reader.Entry.LastModifiedTime?.ToUniversalTime(),
                    null,
                    reader.OpenEntryStream
                );
            }
        }
    }
}

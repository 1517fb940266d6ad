using System.Buffers;
using System.Formats.Tar;
using System.IO.Compression;

namespace Cordon.Cli.Rules.Updating;

/// <summary>
/// Takes rules and licence texts out of a zip, tar or tar.gz. Whoever made it may want to write elsewhere, or to fill the disk:
/// names lead nowhere but below the folder, links and devices are refused, and every size is counted as it unpacks.
/// </summary>
internal sealed class ReleaseArchive
{
    private const int MaxName = 200;
    private const int MaxDepth = 20;
    private const int TarBlock = 512;
    private const long FreeOfRatio = 1 << 20;

    private static readonly SearchValues<char> Odd = SearchValues.Create("<>\"|?*");

    private readonly string _folder;
    private readonly UpdateLimits _limits;
    private readonly long _packed;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _buffer = new byte[1 << 16];
    private long _unpacked;
    private int _entries;

    private ReleaseArchive(string folder, long packed, UpdateLimits limits) =>
        (_folder, _packed, _limits) = (folder, packed, limits);

    /// <summary>Unpacks; gives the number of rule files.</summary>
    /// <param name="archive">The archive, which can seek.</param>
    /// <param name="folder">A folder that is there and empty.</param>
    /// <param name="limits">How much is taken.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="UpdateException">It is no archive, is damaged, or wants what it must not.</exception>
    public static int Unpack(Stream archive, string folder, UpdateLimits limits, CancellationToken cancel)
    {
        if (archive.Length > limits.MaxDownload)
        {
            throw new UpdateException(
                $"the archive is larger than {limits.MaxDownload} bytes; that is no release of rules"
            );
        }

        var taken = new ReleaseArchive(folder, archive.Length, limits);
        try
        {
            byte[] head = new byte[4];
            int read = archive.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            archive.Position = 0;
            return head.AsSpan(0, read) switch
            {
                [(byte)'P', (byte)'K', ..] => taken.Zip(archive, cancel),
                [0x1F, 0x8B, ..] => taken.Gzip(archive, cancel),
                _ => taken.Tar(archive, cancel),
            };
        }
        catch (Exception fault)
            when (fault is InvalidDataException or FormatException or ArgumentException or EndOfStreamException)
        {
            throw new UpdateException(
                $"this is no sound zip, tar or tar.gz ({fault.Message}); download it again",
                fault
            );
        }
    }

    private int Zip(Stream archive, CancellationToken cancel)
    {
        int rules = 0;
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            Count(entry.FullName);
            // The upper half are the attributes that Unix gives a file; 0xA000 is a link.
            int kind = (entry.ExternalAttributes >> 16) & 0xF000;
            if (kind is not (0 or 0x8000 or 0x4000))
            {
                throw Refused(entry.FullName, "is a link or a device");
            }

            bool isFolder = kind == 0x4000 || entry.FullName is [.., '/' or '\\'];
            string? path = isFolder ? null : PathOf(entry.FullName);
            if (path is not null)
            {
                using Stream content = entry.Open();
                Keep(content, path, entry.FullName);
                rules += IsRule(path) ? 1 : 0;
            }
        }

        return rules;
    }

    private int Gzip(Stream archive, CancellationToken cancel)
    {
        using var unpacked = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        return Tar(unpacked, cancel);
    }

    private int Tar(Stream archive, CancellationToken cancel)
    {
        int rules = 0;
        using var counted = new CountedStream(archive, Took);
        using var tar = new TarReader(counted, leaveOpen: true);
        while (tar.GetNextEntry() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            Count(entry.Name);
            switch (entry.EntryType)
            {
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    if (PathOf(entry.Name) is { } path)
                    {
                        Keep(entry.DataStream ?? Stream.Null, path, entry.Name, isCounted: true);
                        rules += IsRule(path) ? 1 : 0;
                    }

                    break;
                case TarEntryType.Directory:
                case TarEntryType.GlobalExtendedAttributes:
                case TarEntryType.ExtendedAttributes:
                    break;
                default:
                    throw Refused(entry.Name, "is a link or a device");
            }
        }

        while (counted.Read(_buffer) > 0)
        {
            cancel.ThrowIfCancellationRequested();
        }

        // A tar ends with blocks of zeros; one that was cut between two files would be read as a smaller one.
        return _entries == 0 ? throw new InvalidDataException("it holds nothing")
            : counted.ZerosAtEnd < TarBlock ? throw new InvalidDataException("its end is missing")
            : rules;
    }

    private void Count(string name)
    {
        if (++_entries > _limits.MaxEntries)
        {
            throw new UpdateException(
                $"the archive has more than {_limits.MaxEntries} entries; that is no release of rules"
            );
        }

        CheckName(name);
    }

    private void Took(long bytes)
    {
        _unpacked += bytes;
        if (_unpacked > _limits.MaxTotal)
        {
            throw new UpdateException(
                $"the archive unpacks to more than {_limits.MaxTotal} bytes; that is no release of rules"
            );
        }

        if (_unpacked > FreeOfRatio && _unpacked / _limits.MaxRatio > _packed)
        {
            throw new UpdateException(
                $"the archive unpacks to more than {_limits.MaxRatio} times its size; that is no release of rules"
            );
        }
    }

    private void Keep(Stream content, string path, string name, bool isCounted = false)
    {
        if (!_names.Add(path))
        {
            throw Refused(name, "is there twice");
        }

        string target = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        long size = 0;
        int read;
        while ((read = content.Read(_buffer)) > 0)
        {
            size += read;
            if (size > _limits.MaxFile)
            {
                throw Refused(name, $"is larger than {_limits.MaxFile} bytes");
            }

            if (!isCounted)
            {
                Took(read);
            }

            file.Write(_buffer, 0, read);
        }
    }

    // The whole archive is refused, not only the entry: whoever wrote such a name meant no good, or sent the wrong file.
    private static void CheckName(string name)
    {
        string[] parts = name.Split('/', '\\');
        if (
            name.Length == 0
            || name[0] is '/' or '\\'
            || name.Contains(':', StringComparison.Ordinal)
            || parts.Contains("..", StringComparer.Ordinal)
        )
        {
            throw Refused(name, "leads out of its folder");
        }

        if (
            name.AsSpan().ContainsAnyInRange('\0', '\x1F')
            || parts.Length > MaxDepth
            || parts.Any(p => p.Length > MaxName)
        )
        {
            throw Refused(name, "has an odd name");
        }
    }

    /// <summary>Where a file goes, from the folder; null for one that is not kept.</summary>
    private static string? PathOf(string name)
    {
        string[] parts = [.. name.Split('/', '\\').Where(static p => p.Length > 0 && p != ".")];
        if (parts.Length == 0 || !(IsRule(parts[^1]) || IsLicence(parts[^1])) || Array.Exists(parts, IsHidden))
        {
            return null;
        }

        return Array.Exists(parts, IsOdd) ? throw Refused(name, "has an odd name") : Path.Combine(parts);
    }

    private static bool IsHidden(string part) => part[0] == '.' || part == "__MACOSX";

    // Windows gives such names another meaning, or another spelling.
    private static bool IsOdd(string part) =>
        part[^1] is '.' or ' '
        || part.AsSpan().ContainsAny(Odd)
        || Path.GetFileNameWithoutExtension(part).ToUpperInvariant()
            is "CON"
                or "PRN"
                or "AUX"
                or "NUL"
                or ['C', 'O', 'M', >= '0' and <= '9']
                or ['L', 'P', 'T', >= '0' and <= '9'];

    private static bool IsRule(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static bool IsLicence(string name) =>
        name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("LICENCE", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("COPYING", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("NOTICE", StringComparison.OrdinalIgnoreCase);

    private static UpdateException Refused(string name, string reason) =>
        new($"the archive is refused: its entry '{(name.Length > 200 ? name[..200] + "…" : name)}' {reason}");
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Cordon.Evtx;

/// <summary>An event log, open for reading. Several readers, one per thread, may share it.</summary>
/// <remarks>
/// The file is read chunk by chunk and not mapped into memory: a mapped file that its writer cuts short ends the process.
/// Chunks are found by the file's length, never by the counts in its header.
/// </remarks>
public sealed class EvtxFile : IDisposable
{
    /// <summary>Bytes of one chunk.</summary>
    public const int ChunkSize = 65_536;

    /// <summary>Bytes before the first chunk.</summary>
    public const int HeaderSize = 4_096;

    // A chunk cut short is worth reading from where its first record may begin.
    private const int ChunkHeaderSize = 512;

    private readonly SafeFileHandle? _handle;
    private readonly ReadOnlyMemory<byte> _memory;
    private readonly long _firstChunk;
    private readonly List<EvtxDamage> _damage = [];

    private EvtxFile(string name, SafeFileHandle? handle, ReadOnlyMemory<byte> memory, EvtxOptions options)
    {
        Name = name;
        Options = options;
        _handle = handle;
        _memory = memory;
        Length = handle is null ? memory.Length : RandomAccess.GetLength(handle);
        Header = ReadHeader(out _firstChunk);
        long bytes = Math.Max(0, Length - _firstChunk);
        ChunkCount = (bytes / ChunkSize) + (bytes % ChunkSize >= ChunkHeaderSize ? 1 : 0);
        if (!Header.IsPresent && !HasChunk())
        {
            ThrowNotAnEventLog(name);
        }
    }

    /// <summary>The file, as it was named to the library.</summary>
    public string Name { get; }

    /// <summary>Bytes of the file when it was opened.</summary>
    public long Length { get; }

    /// <summary>What the file header says.</summary>
    public EvtxFileHeader Header { get; }

    /// <summary>How many chunks the file has room for, a last one that is cut short included. By length; the header is not asked.</summary>
    public long ChunkCount { get; }

    /// <summary>What is wrong with the file header; empty where all is well.</summary>
    public IReadOnlyList<EvtxDamage> Damage => _damage;

    /// <summary>The options that the file was opened with.</summary>
    public EvtxOptions Options { get; }

    /// <summary>Opens a log.</summary>
    /// <exception cref="EvtxException">The file cannot be read, or is not an event log.</exception>
    public static EvtxFile Open(string path, EvtxOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafeFileHandle? handle = null;
        try
        {
            ThrowIfNoFile(path);

            // Live logs stay open in the event log service, hence the widest sharing.
            handle = File.OpenHandle(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                FileOptions.None
            );
            var file = new EvtxFile(path, handle, default, options ?? EvtxOptions.Default);
            handle = null;
            return file;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new EvtxException(EvtxError.Inaccessible, path, $"{path}: cannot be read: {e.Message}", e);
        }
        finally
        {
            handle?.Dispose();
        }
    }

    /// <summary>Opens a log that lies in memory, such as a member of an archive.</summary>
    /// <exception cref="EvtxException">The bytes are not an event log.</exception>
    public static EvtxFile FromBytes(ReadOnlyMemory<byte> bytes, string name, EvtxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new EvtxFile(name, null, bytes, options ?? EvtxOptions.Default);
    }

    /// <inheritdoc/>
    public void Dispose() => _handle?.Dispose();

    /// <summary>Byte offset of a chunk.</summary>
    public long OffsetOf(long chunk) => _firstChunk + (chunk * ChunkSize);

    /// <summary>Reads as many bytes as there are, at most the length of <paramref name="destination"/>.</summary>
    /// <exception cref="IOException">The file cannot be read any more.</exception>
    internal int Read(long offset, Span<byte> destination)
    {
        if (_handle is null)
        {
            if (offset >= _memory.Length)
            {
                return 0;
            }

            ReadOnlySpan<byte> rest = _memory.Span[(int)offset..];
            int count = Math.Min(rest.Length, destination.Length);
            rest[..count].CopyTo(destination);
            return count;
        }

        int total = 0;
        while (total < destination.Length)
        {
            int read = RandomAccess.Read(_handle, destination[total..], offset + total);
            if (read <= 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    private EvtxFileHeader ReadHeader(out long firstChunk)
    {
        Span<byte> bytes = stackalloc byte[128];
        bytes.Clear();
        int read = Read(0, bytes);
        firstChunk = HeaderSize;
        if (read == 0)
        {
            throw new EvtxException(EvtxError.Empty, Name, $"{Name}: the file is empty.");
        }

        if (bytes.StartsWith("ElfFile\0"u8) && read == bytes.Length)
        {
            bool holds = Crc32.HashToUInt32(bytes[..120]) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[124..]);
            var header = new EvtxFileHeader(
                true,
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[38..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[36..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[42..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[120..]),
                holds
            );
            if (!holds && (header.Flags & 4) == 0)
            {
                AddDamage("the checksum of the file header does not hold; its values are not to be trusted.");
            }

            if (header.MajorVersion != 3)
            {
                AddDamage(
                    $"the file states version {header.MajorVersion}.{header.MinorVersion}; it is read as version 3."
                );
            }

            return header;
        }

        if (bytes[4..].StartsWith("LfLe"u8))
        {
            throw new EvtxException(
                EvtxError.LegacyFormat,
                Name,
                $"{Name}: an event log of Windows before Vista (.evt), which is another format. Convert it on Windows with 'wevtutil epl OLD.evt NEW.evtx /lf:true'."
            );
        }

        if (bytes.StartsWith(ChunkSignature))
        {
            firstChunk = 0;
        }

        return default;
    }

    private static ReadOnlySpan<byte> ChunkSignature => "ElfChnk\0"u8;

    // Without a file header, sound chunks at the places where chunks lie still make it an event log.
    private bool HasChunk()
    {
        Span<byte> signature = stackalloc byte[8];
        for (long chunk = 0; chunk < ChunkCount; chunk++)
        {
            if (Read(OffsetOf(chunk), signature) == signature.Length && signature.SequenceEqual(ChunkSignature))
            {
                AddDamage("the file header is missing or destroyed; its chunks are read all the same.");
                return true;
            }
        }

        return false;
    }

    private void AddDamage(string message) =>
        _damage.Add(new EvtxDamage(Name, EvtxDamageKind.FileHeader, -1, 0, null, message));

    // To open a pipe would wait for its writer, for ever if there is none; pipes and devices have no length.
    private static void ThrowIfNoFile(string path)
    {
        var info = new FileInfo(path);
        if (info.Exists && info.Length == 0)
        {
            throw new EvtxException(EvtxError.Empty, path, $"{path}: the file is empty, or is a pipe or a device.");
        }

        if (Directory.Exists(path))
        {
            throw new EvtxException(EvtxError.Inaccessible, path, $"{path}: is a folder; name the logs in it.");
        }
    }

    [DoesNotReturn]
    private static void ThrowNotAnEventLog(string name) =>
        throw new EvtxException(
            EvtxError.NotAnEventLog,
            name,
            $"{name}: not an event log: neither the signature 'ElfFile' nor any chunk was found."
        );
}

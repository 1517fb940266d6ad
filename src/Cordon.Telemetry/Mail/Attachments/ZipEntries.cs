using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Cordon.Telemetry.Mail.Attachments;

/// <summary>
/// Names in a ZIP archive and whether they are encrypted, from its central directory, or, where that is missing, from the entries themselves
/// (APPNOTE 4.3). Content is unpacked only where it is asked for, and only as far as is asked for.
/// </summary>
internal sealed class ZipEntries
{
    private const int LocalSize = 30;
    private const int CentralSize = 46;

    private ZipEntries(List<Entry> entries) => Entries = entries;

    /// <summary>An entry.</summary>
    /// <param name="Name">Its name, folders with it.</param>
    /// <param name="IsEncrypted">Whether its content needs a password.</param>
    /// <param name="Method">0 stored, 8 deflate; others are not unpacked.</param>
    /// <param name="Offset">Where its local header begins.</param>
    /// <param name="Size">How long its packed content is, as the archive says.</param>
    internal readonly record struct Entry(string Name, bool IsEncrypted, int Method, long Offset, long Size);

    /// <summary>The entries, as far as the limit.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Reads the names.</summary>
    public static ZipEntries Of(ReadOnlySpan<byte> bytes, int limit)
    {
        List<Entry> entries = [];
        // The archive's end may be cut off or wrong: signatures are looked for, not offsets believed.
        Scan(bytes, "PK\u0001\u0002"u8, isCentral: true, limit, entries);
        if (entries.Count == 0)
        {
            Scan(bytes, "PK\u0003\u0004"u8, isCentral: false, limit, entries);
        }

        return new ZipEntries(entries);
    }

    /// <summary>The first bytes of an entry's content; empty where it can't be unpacked.</summary>
    public static byte[] Unpack(byte[] archive, int length, Entry entry, int limit)
    {
        if (
            entry.IsEncrypted
            || entry.Method is not (0 or 8)
            || entry.Offset < 0
            || entry.Offset + LocalSize > length
            || !archive.AsSpan((int)entry.Offset).StartsWith("PK\u0003\u0004"u8)
        )
        {
            return [];
        }

        ReadOnlySpan<byte> local = archive.AsSpan((int)entry.Offset, LocalSize);
        long begin =
            entry.Offset
            + LocalSize
            + BinaryPrimitives.ReadUInt16LittleEndian(local[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        if (begin >= length)
        {
            return [];
        }

        int size = (int)Math.Min(length - begin, entry.Size > 0 ? entry.Size : length - begin);
        using var packed = new MemoryStream(archive, (int)begin, size);
        using Stream content = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        byte[] unpacked = new byte[limit];
        try
        {
            return unpacked[..content.ReadAtLeast(unpacked, limit, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static void Scan(
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<byte> signature,
        bool isCentral,
        int limit,
        List<Entry> entries
    )
    {
        int size = isCentral ? CentralSize : LocalSize;
        int at = 0;
        while (entries.Count < limit && bytes[at..].IndexOf(signature) is >= 0 and var next)
        {
            at += next;
            if (at + size > bytes.Length)
            {
                return;
            }

            ReadOnlySpan<byte> header = bytes.Slice(at, size);
            int flags = BinaryPrimitives.ReadUInt16LittleEndian(header[(isCentral ? 8 : 6)..]);
            int method = BinaryPrimitives.ReadUInt16LittleEndian(header[(isCentral ? 10 : 8)..]);
            long packed = BinaryPrimitives.ReadUInt32LittleEndian(header[(isCentral ? 20 : 18)..]);
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[(isCentral ? 28 : 26)..]);
            long offset = isCentral ? BinaryPrimitives.ReadUInt32LittleEndian(header[42..]) : at;
            if (at + size + nameLength <= bytes.Length && nameLength > 0)
            {
                string name = Encoding.UTF8.GetString(bytes.Slice(at + size, Math.Min(nameLength, 512)));
                // 99 is WinZip's AES.
                entries.Add(new Entry(name, (flags & 1) != 0 || method == 99, method, offset, packed));
            }

            at += 4;
        }
    }
}

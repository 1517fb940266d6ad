using System.Text;
using Cordon.Events;

namespace Cordon.Telemetry.Json;

/// <summary>Says of a file whether it is JSON, and how its records lie.</summary>
internal static class JsonSniffer
{
    private const int HeadSize = 64 * 1_024;
    private const int Looked = 8;

    /// <summary>Whether a file that begins so may be a log in JSON: an object, or an array of objects.</summary>
    public static bool IsJson(ReadOnlySpan<byte> head)
    {
        (Encoding? encoding, int preamble) = EncodingOf(head);
        ReadOnlySpan<byte> rest = encoding is null
            ? head[preamble..]
            : Encoding.UTF8.GetBytes(encoding.GetString(head[preamble..]));
        rest = rest.TrimStart(Blanks);
        if (rest.StartsWith("["u8))
        {
            rest = rest[1..].TrimStart(Blanks);
        }

        return rest.StartsWith("{"u8)
            && rest[1..].TrimStart(Blanks) is { } member
            && (member.Length == 0 || member[0] is (byte)'"' or (byte)'}');
    }

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>Whether one of the first records of a file that begins so is an event of Windows, and whether any of them can be read.</summary>
    public static (bool IsOfWindows, bool IsReadable) Look(ReadOnlySpan<byte> head)
    {
        (Encoding? encoding, int preamble) = EncodingOf(head);
        using var stream = new MemoryStream(
            encoding is null ? head[preamble..].ToArray() : Encoding.UTF8.GetBytes(encoding.GetString(head[preamble..]))
        );
        var buffer = new RecordBuffer((int)stream.Length + 1);
        buffer.Begin(stream, 0);
        var record = new JsonLogEvent(new FieldTable());
        int read = 0;
        for (int i = 0; i < Looked && ObjectSplitter.Next(buffer, out int length, out _); i++)
        {
            if (length < 0 || record.Show(buffer.Bytes, buffer.Start - length, length, 0) is not null)
            {
                continue;
            }

            read++;
            if (record.IsWindows)
            {
                return (true, true);
            }
        }

        return (false, read > 0);
    }

    /// <summary>How the records of a file lie.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static JsonLayout LayoutOf(string path) => LayoutOf(ReadHead(path));

    /// <summary>How the records of a file that begins so lie.</summary>
    public static JsonLayout LayoutOf(ReadOnlySpan<byte> read)
    {
        (Encoding? encoding, int preamble) = EncodingOf(read);
        if (encoding is not null)
        {
            read = Encoding.UTF8.GetBytes(encoding.GetString(read[preamble..]));
        }

        return new JsonLayout(IsLines(encoding is null ? read[preamble..] : read), encoding, preamble);
    }

    // A first line that is an object by itself. One that is longer than what was read is one too: nobody breaks lines so late.
    private static bool IsLines(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart(Blanks);
        if (!head.StartsWith("{"u8))
        {
            return false;
        }

        int end = head.IndexOf((byte)'\n');
        byte[] line = (end < 0 ? head : head[..end]).ToArray();
        var buffer = new RecordBuffer(line.Length + 1);
        buffer.Begin(new MemoryStream(line), 0);
        ObjectSplitter.Next(buffer, out int length, out _);
        if (length > 0)
        {
            // Another object on the same line: they follow one another.
            return buffer.Rest.Trim(" \t\r,"u8).IsEmpty;
        }

        // The line may be broken, or the object go on: one that goes on breaks after a bracket or a comma.
        return end < 0
            || line.AsSpan().TrimEnd(" \t\r"u8)[^1] is not ((byte)'{' or (byte)'[' or (byte)',' or (byte)':');
    }

    private static byte[] ReadHead(string path)
    {
        byte[] head = new byte[HeadSize];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        int length = file.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        return head[..length];
    }

    private static (Encoding? Encoding, int Preamble) EncodingOf(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.UTF8.Preamble) ? (null, 3)
        : head.StartsWith(Encoding.Unicode.Preamble) ? (Encoding.Unicode, 2)
        : head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? (Encoding.BigEndianUnicode, 2)
        : (null, 0);
}

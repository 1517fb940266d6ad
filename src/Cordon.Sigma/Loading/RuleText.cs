using System.Text;
using System.Text.Unicode;

namespace Cordon.Sigma.Loading;

/// <summary>Turns the bytes of a rule file into text: UTF-8, by the specification; UTF-16 with a warning; nothing else.</summary>
internal static class RuleText
{
    /// <summary>Decodes a file; null with an error where it is no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string path, List<SigmaProblem> problems)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }
        else if (FindUtf16(bytes) is { } encoding)
        {
            problems.Add(
                new SigmaProblem(
                    ProblemSeverity.Warning,
                    ProblemCodes.Encoding,
                    path,
                    1,
                    1,
                    "The file is in UTF-16. Sigma files are in UTF-8; other tools will not read it."
                )
            );
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }

        char[] buffer = new char[bytes.Length];
        System.Buffers.OperationStatus status = Utf8.ToUtf16(
            bytes,
            buffer,
            out int read,
            out int written,
            replaceInvalidSequences: false
        );
        if (status == System.Buffers.OperationStatus.Done)
        {
            return new string(buffer, 0, written);
        }

        int line = 1 + bytes[..read].Count((byte)'\n');
        int column = read - bytes[..read].LastIndexOf((byte)'\n');
        problems.Add(
            new SigmaProblem(
                ProblemSeverity.Error,
                ProblemCodes.Encoding,
                path,
                line,
                column,
                $"The byte 0x{bytes[read]:X2} here is not UTF-8. Save the file as UTF-8."
            )
        );
        return null;
    }

    // Without a byte order mark, the zero half of a first ASCII character gives UTF-16 away.
    private static UnicodeEncoding? FindUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2)
        {
            return null;
        }

        return (bytes[0], bytes[1]) switch
        {
            (0xFF, 0xFE) or (not 0, 0) => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            (0xFE, 0xFF) or (0, not 0) => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => null,
        };
    }
}

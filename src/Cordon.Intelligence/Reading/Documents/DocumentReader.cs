using System.Text;

namespace Cordon.Intelligence.Reading.Documents;

/// <summary>Tells what a document is by its content, and takes its text out of it.</summary>
internal static class DocumentReader
{
    private const int Sniffed = 4096;

    /// <summary>The document's text.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="name">Its file's name, which tells mail and Markdown from plain text.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="DocumentRefusedException">It can't be read, or goes past a limit.</exception>
    public static ReportText Read(byte[] bytes, string name, ReadingLimits limits, CancellationToken cancel)
    {
        if (bytes.LongLength > limits.MaxBytes)
        {
            throw new DocumentRefusedException($"it has {bytes.LongLength} bytes; at most {limits.MaxBytes} are read");
        }

        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
        {
            return ReportPdf.Read(bytes, limits, cancel);
        }

        string ending = Path.GetExtension(name).ToLowerInvariant();
        if (ending == ".eml")
        {
            return ReportMail.Read(bytes, limits, cancel);
        }

        string text = Decode(bytes);
        if (ending is ".html" or ".htm" or ".xhtml" || LooksLikeHtml(text))
        {
            return ReportHtml.Read(text, limits, cancel);
        }

        if (LooksLikeMail(text))
        {
            return ReportMail.Read(bytes, limits, cancel);
        }

        if (text.AsSpan(0, Math.Min(text.Length, Sniffed)).Count('\0') > 0)
        {
            throw new DocumentRefusedException("it is neither text, HTML, mail nor PDF");
        }

        return PlainText.Read(text, limits);
    }

    // Byte order marks first; what is not UTF-8 is taken as Windows' western letters, which never fails.
    private static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        try
        {
            int mark = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            return new UTF8Encoding(false, true).GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static bool LooksLikeHtml(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart()[..Math.Min(Sniffed, text.AsSpan().TrimStart().Length)];
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (
                start.StartsWith("<", StringComparison.Ordinal)
                && start.Contains("<body", StringComparison.OrdinalIgnoreCase)
            );
    }

    private static bool LooksLikeMail(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan(0, Math.Min(text.Length, Sniffed));
        int end = start.IndexOf("\n\n");
        end = end < 0 ? start.IndexOf("\r\n\r\n") : end;
        ReadOnlySpan<char> head = end < 0 ? default : start[..end];
        return head.Contains("\nFrom: ", StringComparison.OrdinalIgnoreCase)
                && (
                    head.Contains("\nMIME-Version:", StringComparison.OrdinalIgnoreCase)
                    || head.Contains("\nMessage-ID:", StringComparison.OrdinalIgnoreCase)
                )
            || head.StartsWith("Received: ", StringComparison.OrdinalIgnoreCase);
    }
}

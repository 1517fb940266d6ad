using System.Text;
using MimeKit;

namespace Cordon.Telemetry.Mail;

/// <summary>Content of parts as bytes and text, within limits, whatever charset they claim.</summary>
internal static class MailText
{
    private static readonly Encoding Fallback = Encoding.Latin1;

    /// <summary>A part's text, as far as <paramref name="maxChars"/>; empty where it has no content.</summary>
    public static string Of(MimePart part, int maxChars, out bool isCut)
    {
        isCut = false;
        if (part.Content is null)
        {
            return "";
        }

        // Four bytes for a letter is the most that charsets in mails take.
        byte[] bytes = new byte[Math.Min((long)maxChars * 4, Math.Max(256, part.Content.Stream?.Length ?? 0))];
        int length;
        using (Stream stream = part.Content.Open())
        {
            length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            isCut = length == bytes.Length && stream.ReadByte() >= 0;
        }

        string text = Decode(bytes.AsSpan(0, length), part.ContentType.Charset);
        isCut |= text.Length > maxChars;
        return text.Length > maxChars ? text[..maxChars] : text;
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        Encoding? named = Named(charset);
        if (named is null || named.CodePage == Encoding.UTF8.CodePage || named.CodePage == Encoding.ASCII.CodePage)
        {
            // Many claim ASCII or nothing and write UTF-8, and some claim UTF-8 and write Latin-1.
            return System.Text.Unicode.Utf8.IsValid(bytes)
                ? Encoding.UTF8.GetString(bytes)
                : (named?.CodePage == Encoding.UTF8.CodePage ? Encoding.UTF8 : Fallback).GetString(bytes);
        }

        return named.GetString(bytes);
    }

    private static Encoding? Named(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset) || charset.Length > 40)
        {
            return null;
        }

        try
        {
            // MimeKit registers the code pages; a name that they do not know is an error of the mail's.
            return CodePagesEncodingProvider.Instance.GetEncoding(charset.Trim())
                ?? Encoding.GetEncoding(charset.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

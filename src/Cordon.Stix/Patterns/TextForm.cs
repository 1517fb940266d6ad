using System.Text;

namespace Cordon.Stix.Patterns;

/// <summary>Forms of texts and bytes in which they can be compared.</summary>
internal static class TextForm
{
    private const int Shown = 60;

    /// <summary>The normal form C of Unicode (UAX 15), in which LIKE and MATCHES compare texts (STIX 2.1, section 9.5.1).</summary>
    public static string Normal(string text) => Unicode.CanonicalForm.Compose(text);

    /// <summary>Whether every character stands for a byte.</summary>
    public static bool IsBytes(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');

    /// <summary>Bytes written in Base64; null where the text is none.</summary>
    public static string? OfBase64(string text)
    {
        byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out int length)
            ? Encoding.Latin1.GetString(bytes, 0, length)
            : null;
    }

    /// <summary>Bytes written in hexadecimal; null where the text is none.</summary>
    public static string? OfHex(string text)
    {
        byte[] bytes = new byte[text.Length / 2];
        return
            text.Length % 2 == 0
            && Convert.FromHexString(text, bytes, out _, out int length) == System.Buffers.OperationStatus.Done
            ? Encoding.Latin1.GetString(bytes, 0, length)
            : null;
    }

    /// <summary>The text for a message.</summary>
    public static string Shorten(string text) =>
        string.Concat(text.Take(Shown).Select(static c => char.IsControl(c) ? '·' : c))
        + (text.Length > Shown ? "…" : "");
}

namespace Cordon.Telemetry.Mail.Attachments;

/// <summary>Says what a file is by its first bytes; where content can't tell (scripts are text), by its name.</summary>
internal static class FileKind
{
    private const int IsoVolume = 0x8001;

    /// <summary>The kind; empty where not known.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, string name, string declaredType)
    {
        string kind = ByMagic(bytes);
        return kind.Length > 0 ? kind : ByText(bytes, Extension(name), declaredType);
    }

    /// <summary>What follows the last dot of a name, lower case; empty where there is none.</summary>
    public static string Extension(string name)
    {
        string clean = name.Trim().TrimEnd('.', ' ');
        int dot = clean.LastIndexOf('.');
        return dot < 0 || clean.Length - dot > 12 ? "" : clean[(dot + 1)..].ToLowerInvariant();
    }

    private static string ByMagic(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0x50, 0x4B, 3, 4, ..] or [0x50, 0x4B, 5, 6, ..] => "zip",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => "ole",
            [0x4C, 0, 0, 0, 1, 0x14, 2, 0, ..] => "lnk",
            [0xE4, 0x52, 0x5C, 0x7B, 0x8C, 0xD8, 0xA7, 0x4D, ..] => "one",
            [0x89, 0x50, 0x4E, 0x47, ..] => "png",
            [0xFF, 0xD8, 0xFF, ..] => "jpg",
            [0x1F, 0x8B, ..] => "gzip",
            [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..] => "7z",
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, ..] => "xz",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd",
            [0x7F, 0x45, 0x4C, 0x46, ..] => "elf",
            [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] => "macho",
            [0x78, 0x9F, 0x3E, 0x22, ..] => "tnef",
            _ when bytes.StartsWith("Rar!\u001a\u0007"u8) => "rar",
            _ when bytes.StartsWith("MSCF"u8) => "cab",
            _ when bytes.StartsWith("ITSF"u8) => "chm",
            _ when bytes.StartsWith("GIF8"u8) => "gif",
            _ when bytes.StartsWith("BZh"u8) => "bzip2",
            _ when bytes.StartsWith("vhdxfile"u8) => "vhd",
            _ when bytes.StartsWith("conectix"u8) => "vhd",
            _ when bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) => "webp",
            _ when bytes.Length > 262 && bytes[257..].StartsWith("ustar"u8) => "tar",
            _ when bytes.Length > IsoVolume + 5
                    && (
                        bytes[IsoVolume..].StartsWith("CD001"u8)
                        || bytes[IsoVolume..].StartsWith("BEA01"u8)
                        || bytes[IsoVolume..].StartsWith("NSR0"u8)
                    ) => "iso",
            _ when IsProgram(bytes) => "exe",
            // Readers of PDF take the mark within the first kilobyte.
            _ when bytes[..Math.Min(1_024, bytes.Length)].IndexOf("%PDF-"u8) >= 0 => "pdf",
            _ when bytes.TrimStart(" \t\r\n"u8).StartsWith(@"{\rt"u8) => "rtf",
            _ => "",
        };

    private static bool IsProgram(ReadOnlySpan<byte> bytes)
    {
        // Two letters alone would make programs of texts that begin with them.
        if (!bytes.StartsWith("MZ"u8) || bytes.Length < 64)
        {
            return false;
        }

        int header = BitConverter.ToInt32(bytes[0x3C..]);
        return header > 0 && header < bytes.Length - 4
            ? bytes[header..].StartsWith("PE"u8)
            : bytes[2..64].Contains((byte)0);
    }

    private static string ByText(ReadOnlySpan<byte> bytes, string extension, string declaredType)
    {
        ReadOnlySpan<byte> begin = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        begin = begin.TrimStart(" \t\r\n\0"u8);
        ReadOnlySpan<byte> head = begin[..Math.Min(begin.Length, 2_048)];
        if (extension is "js" or "jse" or "vbs" or "vbe" or "wsf" or "wsh" or "ps1" or "bat" or "cmd" or "sh" or "py")
        {
            return "script";
        }

        if (extension is "url" or "website" or "rdp" or "hta" or "reg" or "iqy" or "slk" or "settingcontent-ms")
        {
            return extension is "website" ? "url" : extension;
        }

        if (Has(head, "BEGIN:VCALENDAR"u8))
        {
            return "ics";
        }

        if (Has(head, "BEGIN:VCARD"u8))
        {
            return "vcf";
        }

        bool isMarkup = head.StartsWith("<"u8);
        if ((isMarkup && Has(head, "<svg"u8)) || extension == "svg")
        {
            return "svg";
        }

        if (
            extension is "htm" or "html" or "shtml" or "xhtml" or "mht" or "mhtml"
            || declaredType is "text/html" or "application/xhtml+xml"
            || (isMarkup && (Has(head, "<html"u8) || Has(head, "<!doctype html"u8) || Has(head, "<script"u8)))
        )
        {
            return extension is "mht" or "mhtml" ? "mht" : "html";
        }

        return Has(head[..Math.Min(head.Length, 6)], "<?xml"u8) ? "xml" : "";
    }

    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerOrUpper)
    {
        for (int i = 0; i + lowerOrUpper.Length <= text.Length; i++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(text.Slice(i, lowerOrUpper.Length), lowerOrUpper))
            {
                return true;
            }
        }

        return false;
    }
}

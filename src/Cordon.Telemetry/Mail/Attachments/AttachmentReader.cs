using System.Text;
using Cordon.Telemetry.Mail.Html;

namespace Cordon.Telemetry.Mail.Attachments;

/// <summary>Says of an attachment's bytes what they are and what in them matters. Nothing is run, and of archives only names and small parts are read.</summary>
internal sealed class AttachmentReader(MailLimits limits)
{
    private const int MaxNames = 20;
    private const int MaxRelations = 16;
    private const int MaxRelationBytes = 64 * 1024;

    /// <summary>Endings of names that run something when they are opened on a usual desktop.</summary>
    private static readonly HashSet<string> Running = new(StringComparer.Ordinal)
    {
        "exe",
        "scr",
        "com",
        "pif",
        "cpl",
        "msi",
        "msix",
        "dll",
        "js",
        "jse",
        "vbs",
        "vbe",
        "wsf",
        "wsh",
        "hta",
        "ps1",
        "bat",
        "cmd",
        "lnk",
        "url",
        "chm",
        "jar",
        "iso",
        "img",
        "vhd",
        "vhdx",
        "xll",
        "one",
        "rdp",
        "appref-ms",
        "library-ms",
        "search-ms",
        "settingcontent-ms",
    };

    /// <summary>Reads an attachment.</summary>
    /// <param name="bytes">Its first bytes.</param>
    /// <param name="length">How many of them there are.</param>
    /// <param name="name">Its name, as the mail gives it.</param>
    /// <param name="declaredType">Its media type, as the mail gives it, lower case.</param>
    public AttachmentFacts Read(byte[] bytes, int length, string name, string declaredType)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan(0, length);
        var facts = new AttachmentFacts { Kind = FileKind.Of(content, name, declaredType) };
        switch (facts.Kind)
        {
            case "zip":
                ReadZip(bytes, length, facts);
                break;
            case "ole":
                ReadOle(content, FileKind.Extension(name), facts);
                break;
            case "pdf":
                Mark(facts, "link", content, "/URI"u8);
                Mark(facts, "script", content, "/JavaScript"u8);
                Mark(facts, "encrypted", content, "/Encrypt"u8);
                Mark(facts, "executable-inside", content, "/Launch"u8);
                break;
            case "rtf":
                Mark(facts, "object-inside", content, @"\objdata"u8);
                Mark(facts, "external-template", content, @"\*\template http"u8);
                break;
            case "html" or "hta" or "mht" or "svg":
                ReadHtml(content, facts);
                break;
            case "ics":
                ReadCalendar(content, facts);
                break;
            case "rar":
                // RAR 5: header type 4 encrypts all names; RAR 4: a flag of the archive header.
                if (content.Length > 13 && (content[6] == 1 ? content[12] == 4 : (content[10] & 0x80) != 0))
                {
                    facts.Add("encrypted");
                }

                break;
            case "7z":
                // The coder's identifier for AES; only where the header is not packed too.
                if (content.IndexOf((ReadOnlySpan<byte>)[0x06, 0xF1, 0x07, 0x01]) >= 0)
                {
                    facts.Add("encrypted");
                }

                break;
        }

        return facts;
    }

    private void ReadZip(byte[] bytes, int length, AttachmentFacts facts)
    {
        var zip = ZipEntries.Of(bytes.AsSpan(0, length), limits.MaxArchiveNames);
        string[] names = [.. zip.Entries.Select(e => e.Name.Replace('\\', '/'))];
        bool Has(string beginning) => names.Any(n => n.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
        bool isOffice = Has("[Content_Types].xml");
        facts.Inside.AddRange(names.Take(MaxNames));
        bool hasMacros = names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        if (isOffice || Has("word/") || Has("xl/") || Has("ppt/"))
        {
            facts.Kind =
                Has("word/") ? "docx"
                : Has("xl/") ? "xlsx"
                : Has("ppt/") ? "pptx"
                : "zip";
            ReadRelations(bytes, length, zip, facts);
        }
        else if (Has("META-INF/MANIFEST.MF"))
        {
            facts.Kind = "jar";
        }

        if (hasMacros)
        {
            facts.Add("macros");
        }

        if (zip.Entries.Any(e => e.IsEncrypted))
        {
            facts.Kind = "encrypted-zip";
            facts.Add("encrypted");
        }

        foreach (string inner in names)
        {
            string extension = FileKind.Extension(inner);
            if (facts.Kind is "zip" or "encrypted-zip" && Running.Contains(extension))
            {
                facts.Add("executable-inside");
            }
            else if (facts.Kind is "zip" or "encrypted-zip" && extension is "htm" or "html" or "svg")
            {
                facts.Add("html-inside");
            }
            else if (extension is "zip" or "rar" or "7z")
            {
                facts.Add("archive-inside");
            }
        }
    }

    // A document that loads its template, a frame or an object from elsewhere says so in its relations (ECMA-376, part 2, 9.3).
    private static void ReadRelations(byte[] bytes, int length, ZipEntries zip, AttachmentFacts facts)
    {
        foreach (
            ZipEntries.Entry entry in zip
                .Entries.Where(e => e.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                .Take(MaxRelations)
        )
        {
            string text = Encoding.UTF8.GetString(ZipEntries.Unpack(bytes, length, entry, MaxRelationBytes));
            foreach (
                string relation in text.Split('<').Where(r => r.StartsWith("Relationship ", StringComparison.Ordinal))
            )
            {
                if (!relation.Contains("\"External\"", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (
                    relation.Contains("/attachedTemplate\"", StringComparison.Ordinal)
                    || relation.Contains("/oleObject\"", StringComparison.Ordinal)
                    || relation.Contains("/frame\"", StringComparison.Ordinal)
                    || relation.Contains("/subDocument\"", StringComparison.Ordinal)
                )
                {
                    facts.Add("external-template");
                    AddLink(facts, Between(relation, "Target=\"", "\""));
                }
                else if (relation.Contains("/hyperlink\"", StringComparison.Ordinal))
                {
                    facts.Add("link");
                    AddLink(facts, Between(relation, "Target=\"", "\""));
                }
            }
        }
    }

    private static void ReadOle(ReadOnlySpan<byte> content, string extension, AttachmentFacts facts)
    {
        bool Has(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
        if (Has(content, "EncryptedPackage"))
        {
            facts.Add("encrypted");
        }

        if (Has(content, "_VBA_PROJECT"))
        {
            facts.Add("macros");
        }

        facts.Kind =
            Has(content, "WordDocument") ? "doc"
            : Has(content, "Workbook") ? "xls"
            : Has(content, "PowerPoint Document") ? "ppt"
            : Has(content, "__properties_version1.0") ? "msg"
            : extension == "msi" ? "msi"
            : "ole";
    }

    private void ReadHtml(ReadOnlySpan<byte> content, AttachmentFacts facts)
    {
        string text = Encoding.UTF8.GetString(content[..Math.Min(content.Length, limits.MaxHtmlChars)]);
        HtmlFacts html = HtmlReader.Read(text, limits);
        if (html.HasPasswordField)
        {
            facts.Add("password-form");
        }

        if (html.FormTargets.Count > 0)
        {
            facts.Add("form");
        }

        if (html.HasScript)
        {
            facts.Add("script");
        }

        if (html.HasRedirect)
        {
            facts.Add("redirect");
        }

        foreach (string target in html.Links.Select(l => l.Target).Concat(html.FormTargets))
        {
            AddLink(facts, target);
        }

        if (facts.Links.Count > 0)
        {
            facts.Add("link");
        }
    }

    private static void ReadCalendar(ReadOnlySpan<byte> content, AttachmentFacts facts)
    {
        // RFC 5545, 3.1: a long line goes on behind a line break and a blank.
        string text = Encoding
            .UTF8.GetString(content[..Math.Min(content.Length, MaxRelationBytes)])
            .Replace("\r\n ", "", StringComparison.Ordinal)
            .Replace("\n ", "", StringComparison.Ordinal);
        List<string> links = [];
        LinkTargets.Find(text.Replace("\\n", "\n", StringComparison.Ordinal), links, MaxNames);
        foreach (string link in links)
        {
            AddLink(facts, link);
        }

        if (links.Count > 0)
        {
            facts.Add("link");
        }
    }

    private static void Mark(AttachmentFacts facts, string trait, ReadOnlySpan<byte> content, ReadOnlySpan<byte> sign)
    {
        if (content.IndexOf(sign) >= 0)
        {
            facts.Add(trait);
        }
    }

    private static void AddLink(AttachmentFacts facts, string target)
    {
        if (
            facts.Links.Count < MaxNames
            && target.Length is > 8 and < 2_048
            && target.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        )
        {
            facts.Links.Add(LinkTargets.Unwrap(target));
        }
    }

    private static string Between(string text, string begin, string end)
    {
        int from = text.IndexOf(begin, StringComparison.Ordinal);
        if (from < 0)
        {
            return "";
        }

        from += begin.Length;
        int to = text.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? "" : text[from..to];
    }
}

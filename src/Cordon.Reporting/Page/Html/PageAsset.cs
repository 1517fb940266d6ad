using System.Security.Cryptography;
using System.Text;

namespace Cordon.Reporting.Page.Html;

/// <summary>The page's style or script, which lies in the program as a file of its own and is written into the page.</summary>
internal sealed class PageAsset
{
    private PageAsset(string element, string file)
    {
        using Stream stream =
            typeof(PageAsset).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Element = element;
        Content = reader.ReadToEnd().ReplaceLineEndings("\n");
        Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Content)))}'";
    }

    /// <summary>The style sheet.</summary>
    public static PageAsset Style { get; } = new("style", "report.css");

    /// <summary>The script.</summary>
    public static PageAsset Script { get; } = new("script", "report.js");

    /// <summary>The element that it is the content of.</summary>
    public string Element { get; }

    /// <summary>Its text.</summary>
    public string Content { get; }

    /// <summary>How a Content-Security-Policy names it.</summary>
    public string Hash { get; }
}

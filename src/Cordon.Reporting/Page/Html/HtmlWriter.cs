using System.Text;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Page.Html;

/// <summary>
/// Writes HTML whose only way in for text is escaped. Elements and attributes come from fixed lists, so that no handler, style, source or
/// address can be written; a link leads to a place in the page and nowhere else. Text is made safe first: controls and characters that turn
/// the reading direction are shown as their codes.
/// </summary>
internal sealed class HtmlWriter : IDisposable
{
    private readonly StreamWriter _output;
    private readonly Stack<string> _open = new();

    /// <summary>Writes UTF-8 without a byte order mark to <paramref name="output"/>, which stays open.</summary>
    public HtmlWriter(Stream output) =>
        _output = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>How many characters were written so far.</summary>
    public long Length { get; private set; }

    /// <summary>The line that makes browsers keep to the standards.</summary>
    public void Doctype() => Put("<!doctype html>\n");

    /// <summary>Opens an element; attributes whose value is null are left out.</summary>
    /// <exception cref="ArgumentException">The element or an attribute is not on the list, or a link leads out of the page.</exception>
    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (!HtmlNames.Elements.Contains(element))
        {
            throw new ArgumentException($"'{element}' is not an element that a report may hold", nameof(element));
        }

        Put("<");
        Put(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            if (!HtmlNames.Attributes.Contains(name) && !name.StartsWith("data-", StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{name}' is not an attribute that a report may hold", nameof(attributes));
            }

            if (name == "href" && !HtmlNames.IsPlace(value))
            {
                throw new ArgumentException($"'{value}' is no place in the page", nameof(attributes));
            }

            Put(" ");
            Put(name);
            Put("=\"");
            Escape(SafeText.OneLine(value));
            Put("\"");
        }

        Put(">");
        if (!HtmlNames.Empty.Contains(element))
        {
            _open.Push(element);
        }

        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlWriter Close()
    {
        string element = _open.Pop();
        Put("</");
        Put(element);
        Put(HtmlNames.Blocks.Contains(element) ? ">\n" : ">");
        return this;
    }

    /// <summary>Text, made safe and cut to <paramref name="limit"/> characters.</summary>
    public HtmlWriter Text(string text, int limit = int.MaxValue)
    {
        Escape(SafeText.OneLine(text, limit));
        return this;
    }

    /// <summary>Text that keeps its lines, for an element that shows them; cut to <paramref name="limit"/> characters.</summary>
    public HtmlWriter Lines(string text, int limit)
    {
        ReadOnlySpan<char> shown = text.AsSpan(0, Math.Min(text.Length, limit));
        bool first = true;
        foreach (ReadOnlySpan<char> line in shown.EnumerateLines())
        {
            if (!first)
            {
                Put("\n");
            }

            Escape(SafeText.OneLine(line));
            first = false;
        }

        if (text.Length > limit)
        {
            Put("…");
        }

        return this;
    }

    /// <summary>An element with text in it.</summary>
    public HtmlWriter Element(
        string element,
        string text,
        params ReadOnlySpan<(string Name, string? Value)> attributes
    ) => Open(element, attributes).Text(text).Close();

    /// <summary>The page's own style or script.</summary>
    public HtmlWriter Asset(PageAsset asset)
    {
        Put($"<{asset.Element}>");
        Put(asset.Content);
        Put($"</{asset.Element}>\n");
        return this;
    }

    /// <summary>Hands on what is still held back.</summary>
    /// <exception cref="IOException">The output can't be written.</exception>
    public void Flush() => _output.Flush();

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    private void Escape(string text)
    {
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            string? entity = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                _ => null,
            };
            if (entity is not null)
            {
                Put(text.AsSpan(from, i - from));
                Put(entity);
                from = i + 1;
            }
        }

        Put(text.AsSpan(from));
    }

    private void Put(ReadOnlySpan<char> written)
    {
        _output.Write(written);
        Length += written.Length;
    }
}

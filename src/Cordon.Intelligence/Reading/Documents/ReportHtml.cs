using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Cordon.Intelligence.Reading.Documents;

/// <summary>
/// Takes the text out of HTML, token by token: no tree is built, as the repairs that building one asks for let a short page grow without bound. Nothing
/// is run and nothing is fetched.
/// </summary>
internal sealed class ReportHtml
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        "address article aside blockquote br div dl dt dd figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul title".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Unseen = FrozenSet.ToFrozenSet(
        "script style template object applet audio video svg noscript nav footer iframe select button form".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Wanted = FrozenSet.ToFrozenSet(
        ["content", "name", "property", "datetime", "hidden", "itemprop"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _title = new();
    private readonly ReadingLimits _limits;
    private string _hiddenBy = "";
    private int _hiddenDepth;
    private bool _inTitle;
    private bool _inHead;
    private bool _isBlank = true;
    private string? _published;
    private string? _publisher;
    private string? _shownTitle;

    private ReportHtml(ReadingLimits limits) => _limits = limits;

    /// <summary>Reads a page.</summary>
    public static ReportText Read(string html, ReadingLimits limits, CancellationToken cancel)
    {
        var reader = new ReportHtml(limits);
        reader.Run(html, cancel);
        string title = (reader._shownTitle ?? reader._title.ToString()).Trim();
        return new ReportText(
            reader._text.ToString().Trim(),
            title.Length > 0 ? title : null,
            DateOf(reader._published),
            reader._publisher,
            reader._text.Length >= limits.MaxText
                ? [$"the text is longer than {limits.MaxText} characters; the rest was left out"]
                : []
        );
    }

    /// <summary>The day of a time stamp as pages write it; null where it is none.</summary>
    public static DateOnly? DateOf(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(
            text.AsSpan(0, 10),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
            ? day
            : null;

    private void Run(string html, CancellationToken cancel)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            ShouldEmitAttribute = static (ref _, name) => Wanted.Contains(name.ToString()),
        };
        for (HtmlToken token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            cancel.ThrowIfCancellationRequested();
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    Show(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    Open((HtmlTagToken)token);
                    tokenizer.State = token.Name switch
                    {
                        "script" => HtmlParseMode.Script,
                        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
                        "title" or "textarea" => HtmlParseMode.RCData,
                        "plaintext" => HtmlParseMode.Plaintext,
                        _ => HtmlParseMode.PCData,
                    };
                    break;
                case HtmlTokenType.EndTag:
                    Close(token.Name);
                    break;
            }
        }
    }

    private void Open(HtmlTagToken tag)
    {
        string name = tag.Name;
        if (name == "meta")
        {
            Meta(tag);
        }
        else if (name == "time" && _published is null)
        {
            _published = tag.GetAttribute("datetime");
        }

        _inTitle |= name == "title";
        _inHead = (_inHead || name == "head") && name != "body";
        if (_hiddenDepth > 0)
        {
            _hiddenDepth += name == _hiddenBy && !tag.IsSelfClosing ? 1 : 0;
        }
        else if (
            !tag.IsSelfClosing
            && (Unseen.Contains(name) || tag.Attributes.Any(static a => a.Name == "hidden"))
            && name is not ("body" or "html" or "br")
        )
        {
            (_hiddenBy, _hiddenDepth) = (name, 1);
        }
        else if (Blocks.Contains(name))
        {
            Break('\n');
        }
        else if (name is "td" or "th" or "option")
        {
            Break(' ');
        }
    }

    private void Close(string name)
    {
        _inTitle &= name != "title";
        _inHead &= name != "head";
        if (_hiddenDepth > 0)
        {
            _hiddenDepth -= name == _hiddenBy ? 1 : 0;
            _hiddenDepth = name is "body" or "html" ? 0 : _hiddenDepth;
        }
        else if (Blocks.Contains(name))
        {
            Break('\n');
        }
    }

    private void Meta(HtmlTagToken tag)
    {
        string name = tag.GetAttribute("property");
        name = name.Length > 0 ? name : tag.GetAttribute("name");
        name = name.Length > 0 ? name : tag.GetAttribute("itemprop");
        string content = tag.GetAttribute("content");
        content = content.Length > 300 ? content[..300] : content;
        switch (name.ToLowerInvariant())
        {
            case "article:published_time" or "datepublished" or "date" or "dc.date" or "pubdate" or "publish-date":
                _published = content;
                break;
            case "og:site_name":
                _publisher = content;
                break;
            case "og:title":
                _shownTitle = content;
                break;
        }
    }

    private void Show(string text)
    {
        if (_inTitle)
        {
            if (_title.Length < 500)
            {
                _title.Append(text);
            }

            return;
        }

        if (_hiddenDepth > 0 || _inHead)
        {
            return;
        }

        foreach (char letter in text)
        {
            if (_text.Length >= _limits.MaxText)
            {
                return;
            }

            if (char.IsWhiteSpace(letter))
            {
                Break(' ');
            }
            else
            {
                _text.Append(letter);
                _isBlank = false;
            }
        }
    }

    private void Break(char separator)
    {
        if (!_isBlank)
        {
            _text.Append(separator);
        }
        else if (separator == '\n' && _text.Length > 0 && _text[^1] == ' ')
        {
            _text[^1] = '\n';
        }

        _isBlank = true;
    }
}

using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Cordon.Telemetry.Mail.Html;

/// <summary>
/// Reads HTML token by token, and says what it shows. No tree is built: the repairs that building one asks for (formatting that is opened anew
/// in every paragraph) let a short text grow to gigabytes, and a mail would decide about that.
/// </summary>
internal sealed class HtmlReader
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        [
            "address",
            "article",
            "blockquote",
            "br",
            "center",
            "div",
            "dl",
            "dt",
            "dd",
            "fieldset",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
        StringComparer.Ordinal
    );

    // Elements whose content is never shown; the tokenizer is told of those that hold no markup.
    private static readonly FrozenSet<string> Unseen = FrozenSet.ToFrozenSet(
        ["head", "script", "style", "template", "title", "object", "applet", "audio", "video"],
        StringComparer.Ordinal
    );

    // Elements that end where the next of their kind begins.
    private static readonly FrozenSet<string> Unclosed = FrozenSet.ToFrozenSet(
        ["p", "li", "td", "th", "tr", "dt", "dd", "option"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Wanted = FrozenSet.ToFrozenSet(
        [
            "href",
            "style",
            "hidden",
            "alt",
            "type",
            "action",
            "content",
            "http-equiv",
            "onload",
            "onerror",
            "onclick",
            "name",
            "xlink:href",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly MailLimits _limits;
    private readonly HtmlFacts _facts = new();
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _linkText = new();
    private string? _link;
    private string _hiddenBy = "";
    private int _hiddenDepth;
    private bool _isBlank = true;

    private HtmlReader(MailLimits limits) => _limits = limits;

    /// <summary>Reads HTML, as far as the limits.</summary>
    public static HtmlFacts Read(string html, MailLimits limits)
    {
        var reader = new HtmlReader(limits);
        reader._facts.IsCut = html.Length > limits.MaxHtmlChars;
        reader.Run(reader._facts.IsCut ? html[..limits.MaxHtmlChars] : html);
        return reader._facts;
    }

    private void Run(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            ShouldEmitAttribute = static (ref _, name) => Wanted.Contains(name.ToString()),
        };
        for (HtmlToken token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
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

        EndLink();
        _facts.Text = _text.ToString().Trim();
    }

    private void Open(HtmlTagToken tag)
    {
        string name = tag.Name;
        _facts.HasScript |=
            name == "script"
            || tag.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            || tag.GetAttribute("href").StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
        TakeLink(name, tag);
        if (_hiddenDepth > 0)
        {
            if (name == _hiddenBy && Unclosed.Contains(name))
            {
                _hiddenDepth = 0;
            }
            else
            {
                _hiddenDepth += name == _hiddenBy && !tag.IsSelfClosing ? 1 : 0;
                return;
            }
        }

        if (Blocks.Contains(name))
        {
            Break('\n');
        }
        else if (name is "td" or "th" or "option")
        {
            Break(' ');
        }

        // The body is shown even where the head was never closed.
        if (!Void.Contains(name) && !tag.IsSelfClosing && name is not ("body" or "html") && IsHidden(name, tag))
        {
            (_hiddenBy, _hiddenDepth) = (name, 1);
        }
    }

    private void Close(string name)
    {
        if (name == "a")
        {
            EndLink();
        }

        if (_hiddenDepth > 0 && name == _hiddenBy)
        {
            _hiddenDepth--;
        }
        else if (_hiddenDepth > 0 && (name is "body" or "html" || (name == "table" && Unclosed.Contains(_hiddenBy))))
        {
            _hiddenDepth = 0;
        }

        if (_hiddenDepth == 0 && Blocks.Contains(name))
        {
            Break('\n');
        }
    }

    private void TakeLink(string name, HtmlTagToken tag)
    {
        switch (name)
        {
            case "a" or "area":
                EndLink();
                string target = tag.GetAttribute("href");
                _link = target.Length > 0 ? target : tag.GetAttribute("xlink:href");
                if (name == "area")
                {
                    Show(tag.GetAttribute("alt"));
                    EndLink();
                }

                break;
            case "img" when _link is not null && _linkText.Length == 0:
                Append(_linkText, tag.GetAttribute("alt"), _limits.MaxLinkChars);
                break;
            case "form":
                string action = tag.GetAttribute("action");
                if (_facts.FormTargets.Count < _limits.MaxLinks)
                {
                    _facts.FormTargets.Add(Cut(action));
                }

                break;
            case "input":
                _facts.HasPasswordField |= tag.GetAttribute("type")
                    .Equals("password", StringComparison.OrdinalIgnoreCase);
                break;
            case "meta" when tag.GetAttribute("http-equiv").Equals("refresh", StringComparison.OrdinalIgnoreCase):
                string content = tag.GetAttribute("content");
                int at = content.IndexOf("url", StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    _facts.HasRedirect = true;
                    AddLink(content[(at + 3)..].Trim(' ', '=', '\'', '"'), "");
                }

                break;
        }
    }

    private void EndLink()
    {
        if (_link is { Length: > 0 } target)
        {
            AddLink(target, _linkText.ToString().Trim());
        }

        _link = null;
        _linkText.Clear();
    }

    private void AddLink(string target, string text)
    {
        target = target.Trim();
        if (target.Length > 0 && target[0] != '#' && _facts.Links.Count < _limits.MaxLinks)
        {
            _facts.Links.Add((Cut(target), Cut(text)));
        }
    }

    private static bool IsHidden(string name, HtmlTagToken tag)
    {
        if (Unseen.Contains(name) || tag.Attributes.Any(a => a.Name.Equals("hidden", StringComparison.Ordinal)))
        {
            return true;
        }

        string style = tag.GetAttribute("style");
        return style.Length > 0 && HiddenStyle.Hides(style);
    }

    private void Show(string text)
    {
        if (_hiddenDepth > 0)
        {
            _facts.HiddenChars += Unseen.Contains(_hiddenBy) ? 0 : text.Length;
            return;
        }

        if (_link is not null)
        {
            Append(_linkText, text, _limits.MaxLinkChars);
        }

        foreach (char letter in text)
        {
            if (_text.Length >= _limits.MaxTextChars)
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
        if (_text.Length >= _limits.MaxTextChars)
        {
            return;
        }

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

    private string Cut(string text) => text.Length > _limits.MaxLinkChars ? text[.._limits.MaxLinkChars] : text;

    private static void Append(StringBuilder to, string text, int limit)
    {
        foreach (char letter in text)
        {
            if (to.Length >= limit)
            {
                return;
            }

            bool isBlank = char.IsWhiteSpace(letter);
            if (!isBlank || (to.Length > 0 && to[^1] != ' '))
            {
                to.Append(isBlank ? ' ' : letter);
            }
        }
    }
}

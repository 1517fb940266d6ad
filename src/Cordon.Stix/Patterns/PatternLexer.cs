using System.Text;

namespace Cordon.Stix.Patterns;

/// <summary>Cuts a pattern into tokens (STIX 2.1, section 9.2 and the pattern grammar).</summary>
internal static class PatternLexer
{
    public static List<PatternToken> Read(string text)
    {
        List<PatternToken> tokens = [];
        int at = 0;
        while (true)
        {
            at = SkipBlank(text, at);
            if (at == text.Length)
            {
                tokens.Add(new PatternToken(TokenKind.End, at, ""));
                return tokens;
            }

            PatternToken token = Next(text, at, out int end);
            tokens.Add(token);
            at = end;
        }
    }

    private static int SkipBlank(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("//"))
            {
                int end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (text.AsSpan(at).StartsWith("/*"))
            {
                int end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw new StixPatternException(at, "a comment that begins with /* is not closed");
                }

                at = end + 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static PatternToken Next(string text, int at, out int end)
    {
        char first = text[at];
        end = at + 1;
        switch (first)
        {
            case '[':
                return new PatternToken(TokenKind.OpenBracket, at, "[");
            case ']':
                return new PatternToken(TokenKind.CloseBracket, at, "]");
            case '(':
                return new PatternToken(TokenKind.OpenParenthesis, at, "(");
            case ')':
                return new PatternToken(TokenKind.CloseParenthesis, at, ")");
            case ',':
                return new PatternToken(TokenKind.Comma, at, ",");
            case ':':
                return new PatternToken(TokenKind.Colon, at, ":");
            case '.':
                return new PatternToken(TokenKind.Dot, at, ".");
            case '*':
                return new PatternToken(TokenKind.Asterisk, at, "*");
            case '\'':
                return Quoted(text, at, at, TokenKind.Text, out end);
            case '=' or '!' or '<' or '>':
                return Operator(text, at, out end);
        }

        if (
            char.IsAsciiDigit(first) || (first is '-' or '+' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        )
        {
            return Number(text, at, out end);
        }

        if (first is 't' or 'b' or 'h' && at + 1 < text.Length && text[at + 1] == '\'')
        {
            TokenKind kind = first switch
            {
                't' => TokenKind.Timestamp,
                'b' => TokenKind.Binary,
                _ => TokenKind.Hex,
            };
            return Quoted(text, at, at + 1, kind, out end);
        }

        if (char.IsAsciiLetter(first) || first == '_')
        {
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            {
                end++;
            }

            return new PatternToken(TokenKind.Word, at, text[at..end]);
        }

        throw new StixPatternException(at, $"'{first}' has no meaning here");
    }

    private static PatternToken Operator(string text, int at, out int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        foreach (string symbol in (ReadOnlySpan<string>)["==", "!=", "<>", "<=", ">=", "=", "<", ">"])
        {
            if (rest.StartsWith(symbol))
            {
                end = at + symbol.Length;
                string meaning = symbol switch
                {
                    "==" => "=",
                    "<>" => "!=",
                    _ => symbol,
                };
                return new PatternToken(TokenKind.Operator, at, meaning);
            }
        }

        throw new StixPatternException(at, "'!' stands only in '!='");
    }

    private static PatternToken Number(string text, int at, out int end)
    {
        end = at + 1;
        bool isFloat = false;
        while (end < text.Length)
        {
            if (text[end] == '.' && !isFloat && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                isFloat = true;
            }
            else if (!char.IsAsciiDigit(text[end]))
            {
                break;
            }

            end++;
        }

        return new PatternToken(isFloat ? TokenKind.Float : TokenKind.Integer, at, text[at..end]);
    }

    private static PatternToken Quoted(string text, int start, int quote, TokenKind kind, out int end)
    {
        var value = new StringBuilder();
        for (int i = quote + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\'':
                    end = i + 1;
                    return new PatternToken(kind, start, value.ToString());
                case '\\' when kind == TokenKind.Text:
                    if (i + 1 == text.Length || text[i + 1] is not ('\\' or '\''))
                    {
                        throw new StixPatternException(
                            i,
                            @"a backslash stands only before another one or a quote: \\ or \'"
                        );
                    }

                    value.Append(text[++i]);
                    break;
                default:
                    value.Append(text[i]);
                    break;
            }
        }

        throw new StixPatternException(quote, "the quote that begins here is not closed");
    }
}

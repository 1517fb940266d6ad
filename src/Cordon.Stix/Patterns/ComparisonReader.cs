using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Cordon.Stix.Patterns;

/// <summary>Reads what follows a path: an operator and its literals (STIX 2.1, section 9.5).</summary>
internal sealed class ComparisonReader(PatternParser parser)
{
    private const int MaxExpression = 4_096;

    public ComparisonTest Read(ObjectPath path)
    {
        PatternToken token = parser.Peek;
        if (token.Kind == TokenKind.Operator)
        {
            parser.TakeAny("", TokenKind.Operator);
            PatternLiteral literal = Literal(token.Value is "=" or "!=");
            CheckDigest(path, literal);
            return new ComparisonTest.Order(token.Value, literal);
        }

        if (parser.TakeWord("IN"))
        {
            return new ComparisonTest.In(Set(path));
        }

        if (parser.TakeWord("LIKE"))
        {
            return new ComparisonTest.Match(Like(Text("LIKE")));
        }

        if (parser.TakeWord("MATCHES"))
        {
            return new ComparisonTest.Match(Matches(Text("MATCHES")));
        }

        if (parser.TakeWord("ISSUBSET"))
        {
            return new ComparisonTest.Network(Network(Text("ISSUBSET")), IsSubset: true);
        }

        if (parser.TakeWord("ISSUPERSET"))
        {
            return new ComparisonTest.Network(Network(Text("ISSUPERSET")), IsSubset: false);
        }

        parser.Refuse(
            "an operator was expected: =, !=, <, <=, >, >=, IN, LIKE, MATCHES, ISSUBSET or ISSUPERSET, before them NOT"
        );
        return null;
    }

    private PatternToken Text(string keyword) => parser.TakeAny($"a text behind {keyword}", TokenKind.Text);

    private PatternLiteral Literal(bool allowsBoolean)
    {
        PatternToken token = parser.Peek;
        if (token is { Kind: TokenKind.Word, Value: "true" or "false" })
        {
            if (!allowsBoolean)
            {
                parser.Refuse("true and false have no order; compare them by = or !=");
            }

            parser.TakeWord(token.Value);
            return new PatternLiteral.OfBoolean(token.Value == "true");
        }

        token = parser.TakeAny(
            "a value: a quoted text, a number, true or false, t'…', b'…' or h'…'",
            TokenKind.Text,
            TokenKind.Integer,
            TokenKind.Float,
            TokenKind.Timestamp,
            TokenKind.Binary,
            TokenKind.Hex
        );
        return token.Kind switch
        {
            TokenKind.Text => new PatternLiteral.OfText(token.Value),
            TokenKind.Timestamp => new PatternLiteral.OfTime(PatternParser.TimeOf(token)),
            TokenKind.Binary => new PatternLiteral.OfBytes(
                TextForm.OfBase64(token.Value) is { } bytes && (bytes.Length > 0 || token.Value.Length == 0)
                    ? bytes
                    : throw new StixPatternException(token.Start, "what stands in b'…' is not Base64")
            ),
            TokenKind.Hex => new PatternLiteral.OfBytes(
                TextForm.OfHex(token.Value)
                    ?? throw new StixPatternException(
                        token.Start,
                        "what stands in h'…' are not pairs of hexadecimal digits"
                    )
            ),
            _ => new PatternLiteral.OfNumber(
                double.Parse(token.Value, CultureInfo.InvariantCulture),
                token.Kind == TokenKind.Integer
            ),
        };
    }

    private List<PatternLiteral> Set(ObjectPath path)
    {
        parser.Take(TokenKind.OpenParenthesis, "IN takes values in parentheses");
        List<PatternLiteral> literals = [];
        while (parser.Peek.Kind != TokenKind.CloseParenthesis)
        {
            if (literals.Count > 0)
            {
                parser.Take(TokenKind.Comma, "',' was expected between two values, or ')' behind the last");
            }

            int at = parser.Peek.Start;
            PatternLiteral literal = Literal(allowsBoolean: true);
            if (literals.Count > 0 && literals[0].GetType() != literal.GetType())
            {
                throw new StixPatternException(at, "the values of a set are of one type");
            }

            CheckDigest(path, literal);
            literals.Add(literal);
        }

        parser.Take(TokenKind.CloseParenthesis, "')' is missing");
        return literals;
    }

    private static IPNetwork Network(PatternToken token) =>
        NetworkText.TryParse(token.Value, out IPNetwork network)
            ? network
            : throw new StixPatternException(
                token.Start,
                $"'{TextForm.Shorten(token.Value)}' is neither an address nor a network such as 198.51.100.0/24"
            );

    // % stands for any text, _ for any one character; the whole value has to fit.
    private static Regex Like(PatternToken token)
    {
        var expression = new StringBuilder("^");
        foreach (char c in TextForm.Normal(token.Value))
        {
            expression.Append(
                c switch
                {
                    '%' => ".*",
                    '_' => ".",
                    _ => Regex.Escape(c.ToString()),
                }
            );
        }

        return Expression(token, expression.Append("\\z").ToString());
    }

    private static Regex Matches(PatternToken token) => Expression(token, TextForm.Normal(token.Value));

    // Without backtracking the cost is linear in the text, whatever the expression's author had in mind.
    private static Regex Expression(PatternToken token, string expression)
    {
        if (expression.Length > MaxExpression)
        {
            throw new StixPatternException(token.Start, $"the expression is longer than {MaxExpression} characters");
        }

        try
        {
            return new Regex(
                expression,
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline
            );
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new StixPatternException(
                token.Start,
                $"the expression can't be used: {fault.Message} (look-around and back-references are not supported)"
            );
        }
    }

    private void CheckDigest(ObjectPath path, PatternLiteral literal)
    {
        if (
            path.Steps is not [.., { Name: "hashes" }, { Name: { } algorithm }]
            || literal is not PatternLiteral.OfText { Value: var digest }
        )
        {
            return;
        }

        int length = algorithm.ToUpperInvariant() switch
        {
            "MD5" => 32,
            "SHA-1" => 40,
            "SHA-224" => 56,
            "SHA-256" or "SHA3-256" => 64,
            "SHA-384" => 96,
            "SHA-512" or "SHA3-512" => 128,
            _ => 0,
        };
        if (length > 0 && (digest.Length != length || digest.AsSpan().ContainsAnyExcept(HexDigits)))
        {
            parser.Report(
                path.Position,
                $"a digest of {algorithm} has {length} hexadecimal digits; this one is another text"
            );
        }
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create(
        "0123456789abcdefABCDEF"
    );
}

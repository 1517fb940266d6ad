using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Cordon.Stix.Patterns;

/// <summary>
/// Reads a pattern by the grammar of STIX 2.1, section 9: of observation expressions FOLLOWEDBY binds loosest, then OR, then AND; of comparisons OR is looser than AND.
/// Qualifiers belong to what stands directly before them.
/// </summary>
internal sealed class PatternParser
{
    private const int MaxDepth = 200;
    private static readonly string[] Qualifiers = ["WITHIN", "REPEATS", "START"];
    private readonly List<PatternToken> _tokens;
    private readonly List<StixPatternException> _problems = [];
    private int _next;
    private int _depth;

    private PatternParser(string text) => _tokens = PatternLexer.Read(text);

    private PatternToken Current => _tokens[_next];

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="problems">What STIX forbids though it can be understood: a qualifier that stands twice, a digest of the wrong length.</param>
    /// <exception cref="StixPatternException">It can't be understood.</exception>
    public static Observation Read(string text, out IReadOnlyList<StixPatternException> problems)
    {
        var parser = new PatternParser(text);
        Observation root = parser.Followed();
        if (parser.Current.Kind != TokenKind.End)
        {
            parser.Refuse("the pattern ends here; join expressions by AND, OR or FOLLOWEDBY");
        }

        problems = parser._problems;
        return root;
    }

    private Observation Followed()
    {
        Observation left = Either();
        while (TakeWord("FOLLOWEDBY"))
        {
            left = new Observation.Followed(left, Either());
        }

        return left;
    }

    private Observation Either()
    {
        Observation left = Both();
        while (TakeWord("OR"))
        {
            left = new Observation.Either(left, Both());
        }

        return left;
    }

    private Observation Both()
    {
        Observation left = Qualified();
        while (TakeWord("AND"))
        {
            left = new Observation.Both(left, Qualified());
        }

        return left;
    }

    private Observation Qualified()
    {
        Observation inner;
        bool isSimple = Current.Kind == TokenKind.OpenBracket;
        if (Current.Kind == TokenKind.OpenBracket)
        {
            _next++;
            Comparison comparison = Any();
            Take(
                TokenKind.CloseBracket,
                "']' is missing: what stands between brackets is one comparison, or several joined by AND and OR"
            );
            inner = new Observation.One(comparison);
        }
        else if (Current.Kind == TokenKind.OpenParenthesis)
        {
            Enter();
            inner = Followed();
            Take(TokenKind.CloseParenthesis, "')' is missing");
            _depth--;
        }
        else
        {
            Refuse("'[' was expected: what was observed stands between brackets");
            return null;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        while (Current is { Kind: TokenKind.Word } word && Qualifiers.Contains(word.Value, StringComparer.Ordinal))
        {
            // The grammar's own checker takes a qualifier twice behind parentheses, and so does this.
            if (!seen.Add(word.Value) && isSimple)
            {
                _problems.Add(
                    new StixPatternException(word.Start, $"{word.Value} stands twice; a qualifier may stand once")
                );
            }

            inner = Qualifier(inner);
        }

        return inner;
    }

    private Observation Qualifier(Observation inner)
    {
        if (TakeWord("WITHIN"))
        {
            PatternToken number = TakeAny("a number of seconds above 0", TokenKind.Integer, TokenKind.Float);
            double seconds = double.Parse(number.Value, CultureInfo.InvariantCulture);
            if (!(seconds > 0) || !double.IsFinite(seconds))
            {
                throw new StixPatternException(number.Start, "WITHIN takes a number of seconds above 0");
            }

            TakeWord("SECONDS", "WITHIN is counted in SECONDS");
            return new Observation.Within(inner, seconds);
        }

        if (TakeWord("REPEATS"))
        {
            PatternToken number = TakeAny("a whole number above 0", TokenKind.Integer);
            if (!int.TryParse(number.Value, CultureInfo.InvariantCulture, out int times) || times < 1)
            {
                throw new StixPatternException(number.Start, "REPEATS takes a whole number above 0");
            }

            TakeWord("TIMES", "REPEATS is counted in TIMES");
            return new Observation.Repeated(inner, times);
        }

        TakeWord("START", "a qualifier was expected");
        StixTimestamp start = Time();
        TakeWord("STOP", "START goes with STOP");
        StixTimestamp stop = Time();
        return new Observation.Between(inner, start, stop);
    }

    // STIX 2.0 writes times of qualifiers as texts.
    private StixTimestamp Time()
    {
        PatternToken token = TakeAny(
            "a timestamp such as t'2021-01-12T00:00:00Z'",
            TokenKind.Timestamp,
            TokenKind.Text
        );
        return ReadTime(token);
    }

    private static StixTimestamp ReadTime(PatternToken token) =>
        StixTimestamp.TryParse(token.Value, out StixTimestamp time)
            ? time
            : throw new StixPatternException(
                token.Start,
                $"'{TextForm.Shorten(token.Value)}' is no timestamp; write it as 2021-01-12T00:00:00Z, with a 'T' and a 'Z'"
            );

    private Comparison Any()
    {
        Comparison left = All();
        while (TakeWord("OR"))
        {
            left = new Comparison.Any(left, All());
        }

        return left;
    }

    private Comparison All()
    {
        Comparison left = Single();
        while (TakeWord("AND"))
        {
            left = new Comparison.All(left, Single());
        }

        return left;
    }

    private Comparison Single()
    {
        if (Current.Kind == TokenKind.OpenParenthesis)
        {
            Enter();
            Comparison inner = Any();
            Take(TokenKind.CloseParenthesis, "')' is missing");
            _depth--;
            return inner;
        }

        bool isNegated = false;
        if (Current is { Kind: TokenKind.Word, Value: "EXISTS" } && _tokens[_next + 1].Kind != TokenKind.Colon)
        {
            _next++;
            ObjectPath there = Path();
            return new Comparison.Test(there, new ComparisonTest.Exists(), IsNegated: false);
        }

        ObjectPath path = Path();
        isNegated = TakeWord("NOT");
        return new Comparison.Test(path, new ComparisonReader(this).Read(path), isNegated);
    }

    private ObjectPath Path()
    {
        PatternToken type = TakeAny("an object path such as file:name", TokenKind.Word, TokenKind.Text);
        Take(TokenKind.Colon, "':' is missing: a path is the type of an object, ':', and a property");
        List<PathStep> steps = [new(TakeAny("a property's name", TokenKind.Word, TokenKind.Text).Value, null)];
        while (true)
        {
            if (Current.Kind == TokenKind.Dot)
            {
                _next++;
                steps.Add(new PathStep(TakeAny("a property's name", TokenKind.Word, TokenKind.Text).Value, null));
            }
            else if (Current.Kind == TokenKind.OpenBracket)
            {
                _next++;
                PatternToken index = TakeAny("a list's index or *", TokenKind.Integer, TokenKind.Asterisk);
                int? number = null;
                if (index.Kind == TokenKind.Integer)
                {
                    if (
                        !int.TryParse(
                            index.Value,
                            NumberStyles.AllowLeadingSign,
                            CultureInfo.InvariantCulture,
                            out int at
                        )
                        || at < 0
                    )
                    {
                        throw new StixPatternException(index.Start, "an index counts from 0");
                    }

                    number = at;
                }

                steps.Add(new PathStep(null, number));
                Take(TokenKind.CloseBracket, "']' is missing behind the index");
            }
            else
            {
                return new ObjectPath(type.Value, steps, type.Start);
            }
        }
    }

    internal void Report(int position, string reason) => _problems.Add(new StixPatternException(position, reason));

    internal PatternToken Peek => Current;

    internal PatternToken TakeAny(string wanted, params ReadOnlySpan<TokenKind> kinds)
    {
        PatternToken token = Current;
        if (!kinds.Contains(token.Kind))
        {
            Refuse($"{wanted} was expected");
        }

        _next++;
        return token;
    }

    internal void Take(TokenKind kind, string otherwise)
    {
        if (Current.Kind != kind)
        {
            Refuse(otherwise);
        }

        _next++;
    }

    internal bool TakeWord(string word)
    {
        if (Current.Kind != TokenKind.Word || Current.Value != word)
        {
            return false;
        }

        _next++;
        return true;
    }

    [DoesNotReturn]
    internal void Refuse(string reason) => throw new StixPatternException(Current.Start, reason);

    internal static StixTimestamp TimeOf(PatternToken token) => ReadTime(token);

    private void TakeWord(string word, string otherwise)
    {
        if (!TakeWord(word))
        {
            Refuse(otherwise);
        }
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            Refuse($"parentheses are nested deeper than {MaxDepth}");
        }

        _next++;
    }
}

namespace Cordon.Stix.Patterns;

/// <summary>What a token of a pattern is.</summary>
internal enum TokenKind
{
    End = 0,
    OpenBracket,
    CloseBracket,
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    Colon,
    Dot,
    Asterisk,

    /// <summary><c>=</c>, <c>!=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
    Operator,
    Integer,
    Float,
    Text,
    Binary,
    Hex,
    Timestamp,

    /// <summary>A keyword, or a name in a path.</summary>
    Word,
}

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Value">Its text; of a literal what stands between the quotes, escapes undone.</param>
internal readonly record struct PatternToken(TokenKind Kind, int Start, string Value);

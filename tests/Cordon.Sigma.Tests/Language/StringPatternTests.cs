using Cordon.Sigma.Expressions;
using CsCheck;

namespace Cordon.Sigma.Tests.Language;

public sealed class StringPatternTests
{
    private static readonly Gen<string> Texts = Gen.Char["abA\\*?-/é"]
        .Array[0, 9]
        .Select(characters => new string(characters));

    private static readonly Gen<StringPattern> Patterns = Gen.Int[0, 3]
        .SelectMany(kind =>
            kind switch
            {
                0 => Gen.Const(PatternSegment.AnySequence),
                1 => Gen.Const(PatternSegment.AnyCharacter),
                _ => Texts
                    .Where(text => text.Length > 0)
                    .Select(text => new PatternSegment(PatternSegmentKind.Literal, text)),
            }
        )
        .Array[0, 6]
        .Select(segments =>
        {
            var builder = new PatternBuilder();
            foreach (PatternSegment segment in segments)
            {
                builder.Append(segment);
            }

            return builder.ToPattern();
        });

    [Theory]
    [InlineData(@"a\b", @"a\b")] // a backslash before another character is itself
    [InlineData(@"a\\b", @"a\b")] // two are one
    [InlineData(@"a\\\b", @"a\\b")] // three are two
    [InlineData(@"a\\\\b", @"a\\b")] // four are two
    [InlineData(@"a\*b", "a*b")] // an escaped wildcard is a character
    [InlineData(@"a\?b", "a?b")]
    [InlineData(@"a\\\*b", @"a\*b")] // both escaped
    [InlineData(@"a\", @"a\")] // at the end there is nothing to escape
    [InlineData(@"a\\", @"a\")]
    [InlineData(@"a\\\", @"a\\")]
    [InlineData("", "")]
    public void Takes_escapes_as_the_specification_does(string written, string meant)
    {
        StringPattern pattern = StringPattern.Parse(written);
        Assert.True(pattern.IsLiteral);
        Assert.Equal(StringPattern.Literal(meant), pattern);
        Assert.True(pattern.IsMatch(meant, StringComparison.Ordinal));
    }

    [Fact]
    public void Takes_an_escaped_backslash_before_a_wildcard_as_both()
    {
        StringPattern pattern = StringPattern.Parse(@"C:\\*");
        Assert.Equal(
            [new(PatternSegmentKind.Literal, @"C:\"), new(PatternSegmentKind.AnySequence, "")],
            pattern.Segments
        );
    }

    [Theory]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a?c", "abbc", false)]
    [InlineData("a?c", "xabc", false)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbbcd", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("*ab*ab*", "abab", true)]
    [InlineData("*ab*ab*", "aba", false)]
    [InlineData("aba*ba", "aba", false)] // the ends must not overlap
    [InlineData("*a?b*", "aaxb", true)]
    public void Fits_the_whole_value(string pattern, string value, bool fits) =>
        Assert.Equal(fits, StringPattern.Parse(pattern).IsMatch(value, StringComparison.Ordinal));

    [Fact]
    public void Ignores_case_ordinally_and_beyond_ascii()
    {
        StringPattern pattern = StringPattern.Parse("*Ärger*İ");
        Assert.True(pattern.IsMatch("xäRGERyİ", StringComparison.OrdinalIgnoreCase));
        Assert.False(pattern.IsMatch("xäRGERyi", StringComparison.OrdinalIgnoreCase));
        Assert.False(pattern.IsMatch("xäRGERyİ", StringComparison.Ordinal));
    }

    [Fact]
    public void Matches_as_a_naive_recursion_does() =>
        Gen.Select(Patterns, Texts, Gen.Bool)
            .Sample(
                (pattern, value, ignoreCase) =>
                {
                    StringComparison comparison = ignoreCase
                        ? StringComparison.OrdinalIgnoreCase
                        : StringComparison.Ordinal;
                    return pattern.IsMatch(value, comparison) == Naive(pattern.Segments.AsSpan(), value, comparison);
                },
                iter: 50_000,
                seed: "0000KOaJYqT2"
            );

    [Fact]
    public void Gives_back_what_it_printed() =>
        Patterns.Sample(
            pattern => StringPattern.Parse(pattern.ToString()).Equals(pattern),
            iter: 20_000,
            seed: "0000KOaJYqT2"
        );

    [Fact]
    public void Prints_a_written_form_that_is_stable() =>
        Texts.Sample(
            text =>
            {
                StringPattern pattern = StringPattern.Parse(text);
                return StringPattern.Parse(pattern.ToString()).Equals(pattern);
            },
            iter: 20_000,
            seed: "0000KOaJYqT2"
        );

    private static bool Naive(
        ReadOnlySpan<PatternSegment> pattern,
        ReadOnlySpan<char> value,
        StringComparison comparison
    )
    {
        if (pattern.IsEmpty)
        {
            return value.IsEmpty;
        }

        PatternSegment first = pattern[0];
        switch (first.Kind)
        {
            case PatternSegmentKind.AnySequence:
                return Naive(pattern[1..], value, comparison)
                    || (!value.IsEmpty && Naive(pattern, value[1..], comparison));
            case PatternSegmentKind.Literal:
                return value.StartsWith(first.Text, comparison)
                    && Naive(pattern[1..], value[first.Text.Length..], comparison);
            default:
                return !value.IsEmpty
                    && (
                        first.Kind == PatternSegmentKind.AnyCharacter
                        || PatternSegment.Dashes.Contains(value[0], StringComparison.Ordinal)
                    )
                    && Naive(pattern[1..], value[1..], comparison);
        }
    }
}

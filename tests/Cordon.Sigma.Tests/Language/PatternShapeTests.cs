using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Tests.Language;

/// <summary>What a pattern knows of itself, and values that fail it late.</summary>
public sealed class PatternShapeTests
{
    [Theory]
    [InlineData("", 0, true, false)]
    [InlineData("abc", 3, true, false)]
    [InlineData("?", 1, false, false)]
    [InlineData("a?c", 3, false, false)]
    [InlineData("*", 0, false, true)]
    [InlineData("*abc", 3, false, true)]
    [InlineData("ab*c?d", 5, false, true)]
    public void Knows_the_shortest_value_and_whether_longer_ones_can_fit(
        string written,
        int minLength,
        bool isLiteral,
        bool hasAnySequence
    )
    {
        StringPattern pattern = StringPattern.Parse(written);
        Assert.Equal(
            (minLength, isLiteral, hasAnySequence),
            (pattern.MinLength, pattern.IsLiteral, pattern.HasAnySequence)
        );
        Assert.Equal(written, pattern.ToString());
    }

    [Fact]
    public void Is_the_same_as_one_of_equal_segments_alone()
    {
        string[] written = ["a", "A", "a*", "*a", "a?", "?a", "*", "?", ""];
        foreach (string left in written)
        {
            StringPattern pattern = StringPattern.Parse(left);
            Assert.True(pattern.Equals(pattern));
            Assert.False(pattern.Equals(null));
            Assert.False(pattern.Equals((object)left));
            foreach (string right in written)
            {
                Assert.Equal(left == right, pattern.Equals(StringPattern.Parse(right)));
                Assert.Equal(left == right, pattern.Equals((object)StringPattern.Parse(right)));
            }

            Assert.Equal(pattern.GetHashCode(), StringPattern.Parse(left).GetHashCode());
        }

        Assert.Equal(written.Length, written.Select(w => StringPattern.Parse(w).GetHashCode()).Distinct().Count());
    }

    [Theory]
    [InlineData("*abc?d*", "abcabcxd", true)] // the first place of the lead is not yet a fit
    [InlineData("*abc?d*", "abcabcxe", false)]
    [InlineData("*abc?*", "xabc", false)] // found where there is no room for the rest
    [InlineData("*abc?*", "xabcd", true)]
    [InlineData("*?abc*", "abcxabc", true)]
    [InlineData("*?abc*", "abc", false)]
    [InlineData("*?abc*", "xabc", true)]
    [InlineData("*?abc*", "xxxxxxxxxxx", false)]
    [InlineData("*a*b*c*", "cba", false)]
    [InlineData("*a*b*c*", "xaxbxcx", true)]
    [InlineData("*a*b*c", "abcab", false)]
    [InlineData("a*b*c", "abbc", true)]
    [InlineData("a*bb*c", "abc", false)]
    [InlineData("a*bb*c", "abbc", true)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("*é*x*", "aÉbX", true)]
    [InlineData("*é*x*", "aEbX", false)]
    [InlineData("*éa?c*", "éaÉAbC", true)]
    [InlineData("*a*a*a*", "aa", false)]
    [InlineData("*a*a*a*", "aaa", true)]
    public void Fits_wherever_its_runs_stand_in_order(string written, string value, bool fits)
    {
        StringPattern pattern = StringPattern.Parse(written);
        Assert.Equal(fits, pattern.IsMatch(value, StringComparison.OrdinalIgnoreCase));
        // What was learned for the first value serves the next, in another case too.
        Assert.Equal(fits, pattern.IsMatch(value.ToUpperInvariant(), StringComparison.OrdinalIgnoreCase));
        string upper = written.ToUpperInvariant();
        Assert.Equal(fits, StringPattern.Parse(upper).IsMatch(value.ToUpperInvariant(), StringComparison.Ordinal));
        Assert.False(
            fits
                && upper != written
                && StringPattern.Parse(upper).IsMatch(value.ToLowerInvariant(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_pattern_with_a_dash_class_is_written_with_a_dash_and_fits_each_of_them()
    {
        var builder = new PatternBuilder();
        builder.AppendAnySequence();
        builder.Append(PatternSegment.Dash);
        builder.AppendLiteral("enc");
        builder.AppendAnySequence();
        StringPattern pattern = builder.ToPattern();
        Assert.Equal("*-enc*", pattern.ToString());
        foreach (char dash in PatternSegment.Dashes)
        {
            Assert.True(pattern.IsMatch($"x {dash}ENC y", StringComparison.OrdinalIgnoreCase));
            Assert.True(pattern.IsMatch($"{dash}{dash}enc", StringComparison.Ordinal));
        }

        Assert.False(pattern.IsMatch("x enc y", StringComparison.OrdinalIgnoreCase));
        Assert.False(pattern.IsMatch("x -en", StringComparison.OrdinalIgnoreCase));
    }
}

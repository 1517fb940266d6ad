using System.Net;
using System.Text.RegularExpressions;
using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Language;

/// <summary>Tests of one value: how they print, which are the same, and what they say at the borders.</summary>
public sealed class MatcherTests
{
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static TheoryData<string, ValueMatcher> All =>
        new()
        {
            { "fits 'a*b'", new StringMatcher(StringPattern.Parse("a*b"), false) },
            { "fits 'a*b' (cased)", new StringMatcher(StringPattern.Parse("a*b"), true) },
            { @"fits '\*?\\-'", new StringMatcher(StringPattern.Parse(@"\*?\\-"), false) },
            { "fits 'ab'", new StringMatcher(StringPattern.Literal("ab"), false) },
            { "fits ''", new StringMatcher(StringPattern.Literal(""), false) },
            { "matches /a/", new RegexMatcher("a", Plain) },
            { "matches /A/", new RegexMatcher("A", Plain) },
            { "matches /a/i", new RegexMatcher("a", Plain | RegexOptions.IgnoreCase) },
            { "matches /a/m", new RegexMatcher("a", Plain | RegexOptions.Multiline) },
            { "matches /a/s", new RegexMatcher("a", Plain | RegexOptions.Singleline) },
            {
                "matches /a/ims",
                new RegexMatcher(
                    "a",
                    Plain | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline
                )
            },
            { "is in 10.0.0.0/8", new CidrMatcher(IPNetwork.Parse("10.0.0.0/8")) },
            { "is in 10.0.0.0/9", new CidrMatcher(IPNetwork.Parse("10.0.0.0/9")) },
            { "is in fe80::/10", new CidrMatcher(IPNetwork.Parse("fe80::/10")) },
            { "= 5", new NumberMatcher(NumberComparison.Equal, new SigmaNumber(5)) },
            { "< 5", new NumberMatcher(NumberComparison.Less, new SigmaNumber(5)) },
            { "<= 5", new NumberMatcher(NumberComparison.LessOrEqual, new SigmaNumber(5)) },
            { "> 5", new NumberMatcher(NumberComparison.Greater, new SigmaNumber(5)) },
            { ">= 5", new NumberMatcher(NumberComparison.GreaterOrEqual, new SigmaNumber(5)) },
            { "= -6", new NumberMatcher(NumberComparison.Equal, new SigmaNumber(-6)) },
            { "= 5.5", new NumberMatcher(NumberComparison.Equal, new SigmaNumber(5.5)) },
            { "Hour = 5", new TimePartMatcher(TimePart.Hour, NumberComparison.Equal, new SigmaNumber(5)) },
            { "Hour < 5", new TimePartMatcher(TimePart.Hour, NumberComparison.Less, new SigmaNumber(5)) },
            { "Week = 5", new TimePartMatcher(TimePart.Week, NumberComparison.Equal, new SigmaNumber(5)) },
            { "Hour = 6", new TimePartMatcher(TimePart.Hour, NumberComparison.Equal, new SigmaNumber(6)) },
            { "is null", NullMatcher.Instance },
        };

    [Fact]
    public void Each_prints_what_it_tests_and_is_the_same_as_itself_alone()
    {
        List<ValueMatcher> once = [.. All.Select(static row => row.Data.Item2)];
        List<ValueMatcher> again = [.. All.Select(static row => row.Data.Item2)];
        string[] printed = [.. All.Select(static row => row.Data.Item1)];
        Assert.Equal(printed, once.Select(static m => m.ToString()));
        for (int i = 0; i < once.Count; i++)
        {
            Assert.False(once[i].Equals(null));
            Assert.False(once[i].Equals((object)"text"));
            for (int j = 0; j < again.Count; j++)
            {
                Assert.Equal(i == j, once[i].Equals(again[j]));
                Assert.Equal(i == j, once[i].Equals((object)again[j]));
            }

            Assert.Equal(once[i].GetHashCode(), again[i].GetHashCode());
        }

        Assert.Equal(once.Count, once.Select(static m => m.GetHashCode()).Distinct().Count());
    }

    [Theory]
    [InlineData(NumberComparison.Equal, false, true, false)]
    [InlineData(NumberComparison.Less, true, false, false)]
    [InlineData(NumberComparison.LessOrEqual, true, true, false)]
    [InlineData(NumberComparison.Greater, false, false, true)]
    [InlineData(NumberComparison.GreaterOrEqual, false, true, true)]
    public void Numbers_compare_as_their_signs_say(NumberComparison comparison, bool below, bool same, bool above)
    {
        var matcher = new NumberMatcher(comparison, new SigmaNumber(5));
        Assert.Equal(
            [below, same, above],
            new[] { 4L, 5L, 6L }.Select(n => matcher.Matches(FieldValue.FromInteger(n, $"{n}")))
        );
        Assert.Equal(
            [below, same, above],
            new[] { 4.5, 5.0, 5.5 }.Select(n => matcher.Matches(FieldValue.FromReal(n, $"{n}")))
        );
        Assert.False(matcher.Matches(FieldValue.FromText("five")));
        Assert.False(matcher.Matches(FieldValue.Missing));
        var hour = new TimePartMatcher(TimePart.Hour, comparison, new SigmaNumber(5));
        Assert.Equal(
            [below, same, above],
            new[] { 4, 5, 6 }.Select(h =>
                hour.Matches(
                    FieldValue.FromTime(new DateTime(2026, 1, 1, h, 0, 0, DateTimeKind.Utc).Ticks, "2026-01-01")
                )
            )
        );
        Assert.False(hour.Matches(FieldValue.FromText("five")));
    }

    [Theory]
    [InlineData(long.MaxValue, "9223372036854775806", false)]
    [InlineData(long.MaxValue, "9223372036854775807", true)]
    [InlineData(long.MinValue, "-9223372036854775808", true)]
    [InlineData(long.MinValue, "-9223372036854775807", false)]
    [InlineData(9_007_199_254_740_993, "9007199254740992", false)]
    [InlineData(0, "-0", true)]
    [InlineData(255, "0xFF", true)]
    [InlineData(-1, "0xFFFFFFFFFFFFFFFF", true)]
    [InlineData(5, "+5", true)]
    [InlineData(5, "5.0", true)]
    [InlineData(5, "5e0", true)]
    [InlineData(5, "", false)]
    public void Whole_numbers_are_compared_in_all_their_digits(long number, string text, bool isEqual) =>
        Assert.Equal(
            isEqual,
            new NumberMatcher(NumberComparison.Equal, new SigmaNumber(number)).Matches(FieldValue.FromText(text))
        );

    [Fact]
    public void A_number_with_a_fraction_is_compared_as_one()
    {
        var number = new SigmaNumber(2.5);
        Assert.False(number.IsInteger);
        Assert.Equal((0, 2.5), (number.Integer, number.Real));
        var whole = new SigmaNumber(7);
        Assert.True(whole.IsInteger);
        Assert.Equal((7, 7.0), (whole.Integer, whole.Real));
        var above = new NumberMatcher(NumberComparison.Greater, number);
        Assert.True(above.Matches(FieldValue.FromInteger(3, "3")));
        Assert.False(above.Matches(FieldValue.FromInteger(2, "2")));
    }

    [Fact]
    public void Missing_and_null_values_fulfil_only_what_asks_for_null()
    {
        foreach (ValueMatcher matcher in All.Select(static row => row.Data.Item2))
        {
            Assert.False(matcher.Matches(FieldValue.Missing), matcher.ToString());
            Assert.Equal(matcher is NullMatcher, matcher.Matches(FieldValue.Null));
        }

        Assert.False(new RegexMatcher("", Plain).Matches(FieldValue.Missing));
        Assert.False(new RegexMatcher("", Plain).Matches(FieldValue.Null));
        Assert.True(new RegexMatcher("", Plain).Matches(FieldValue.FromText("")));
        Assert.False(new StringMatcher(StringPattern.Parse("*"), false).Matches(FieldValue.Null));
        Assert.False(new StringMatcher(StringPattern.Parse("*"), false).Matches(FieldValue.Missing));
        Assert.False(NullMatcher.Instance.Matches(FieldValue.FromText("")));
    }

    [Fact]
    public void An_expression_is_made_ready_once()
    {
        var matcher = new RegexMatcher("a", Plain);
        Assert.Same(matcher.Regex, matcher.Regex);
        Assert.Equal(Plain, matcher.Regex.Options);
    }

    [Theory]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("10.1.2.3/32", "10.1.2.3", true)]
    [InlineData("10.1.2.3/32", "10.1.2.2", false)]
    [InlineData("10.1.2.2/31", "10.1.2.3", true)]
    [InlineData("10.1.2.2/31", "10.1.2.4", false)]
    [InlineData("128.0.0.0/1", "127.255.255.255", false)]
    [InlineData("128.0.0.0/1", "128.0.0.0", true)]
    [InlineData("::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true)]
    [InlineData("::/0", "1.2.3.4", false)]
    [InlineData("::1/128", "::1", true)]
    [InlineData("::1/128", "::2", false)]
    [InlineData("8000::/1", "7fff::", false)]
    [InlineData("8000::/1", "8000::", true)]
    [InlineData("2001:db8::/65", "2001:db8::7fff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8::/65", "2001:db8::8000:0:0:0", false)]
    [InlineData("::a00:0/104", "10.0.0.0", false)]
    public void Networks_end_where_their_length_says(string network, string address, bool isIn)
    {
        var matcher = new CidrMatcher(IPNetwork.Parse(network));
        Assert.Equal(isIn, matcher.Matches(FieldValue.FromText(address)));
        Assert.False(matcher.Matches(FieldValue.FromInteger(1, address)));
    }

    [Fact]
    public void Interpreter_and_patterns_want_what_they_are_about()
    {
        var interpreter = new SigmaInterpreter();
        SigmaRule rule = Sample.Load(Sample.Rule("selection:\n    A: 1\ncondition: selection"));
        EventSnapshot one = Sample.Event(new FieldTable());
        Assert.Throws<ArgumentNullException>(() => interpreter.Matches(null!, one));
        Assert.Throws<ArgumentNullException>(() => interpreter.Evaluate(null!, one));
        Assert.Throws<ArgumentNullException>(() => interpreter.Evaluate(rule.Condition, null!));
        Assert.Throws<ArgumentNullException>(() => interpreter.Explain(null!, one));
        Assert.Throws<ArgumentNullException>(() => interpreter.Explain(rule.Condition, null!));
        Assert.Throws<ArgumentNullException>(() => StringPattern.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => StringPattern.Literal(null!));
    }
}

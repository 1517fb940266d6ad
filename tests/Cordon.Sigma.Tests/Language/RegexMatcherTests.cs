using System.Text.RegularExpressions;
using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Tests.Language;

public sealed class RegexMatcherTests
{
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [Theory]
    [InlineData("ab?c", RegexOptions.None, "ac")]
    [InlineData("^(ab|a)(c|bcd)$", RegexOptions.IgnoreCase, "ABCD")]
    [InlineData(@"\bcmd(\.exe)?\b\s+/c\s+.{0,8}&&", RegexOptions.IgnoreCase, "CMD.exe /c dir &&")]
    [InlineData(@"(?i)[a-f0-9]{4,6}-\w+\d$", RegexOptions.None, "00FF-x1")]
    [InlineData(@"^a.*b$", RegexOptions.Multiline, "\nab")]
    [InlineData(@"a.b", RegexOptions.Singleline, "a\nb")]
    [InlineData(@"\Aé|İ|k\z", RegexOptions.IgnoreCase, "\u212A")]
    [InlineData(@"(a|b)*abb?(\s|$)", RegexOptions.None, "babb")]
    [InlineData(@"[^\s""']+=(""[^""]*""|'[^']*')", RegexOptions.None, "a='b'")]
    [InlineData("", RegexOptions.None, "x")]
    public void First_values_are_answered_as_the_automaton_answers_them(
        string pattern,
        RegexOptions options,
        string match
    )
    {
        string[] pieces =
        [
            .. pattern.Select(static c => c.ToString()),
            match,
            "cmd.exe",
            " /c ",
            "&&",
            "\n",
            "K",
            "\u212A",
            "i",
            "ı",
            "É",
            "9f-x1",
            "\u200d",
            "=",
        ];
        var random = new Random(pattern.Length + (int)options);
        var automaton = new Regex(pattern, Plain | options);
        var matcher = new RegexMatcher(pattern, Plain | options);
        Assert.True(matcher.Matches(FieldValue.FromText(match)));
        for (int i = 0; i < 400; i++)
        {
            string text = string.Concat(
                Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            Assert.True(automaton.IsMatch(text) == matcher.Matches(FieldValue.FromText(text)), text);
        }
    }

    [Fact]
    public void The_automaton_takes_over_after_some_hundred_values()
    {
        // One that the machine stops in the middle of a value may build it at once; not all are.
        Assert.Contains(
            Enumerable.Range(0, 50).Select(static _ => new RegexMatcher("a+b", Plain)),
            static one => one.Matches(FieldValue.FromText("aab")) && !one.HasAutomaton()
        );
        var matcher = new RegexMatcher("a+b", Plain);
        for (int i = 0; i < 2_000; i++)
        {
            Assert.True(matcher.Matches(FieldValue.FromText("aab")));
            Assert.False(matcher.Matches(FieldValue.FromText("aac")));
        }

        Assert.True(matcher.HasAutomaton());
    }

    [Fact]
    public void Long_values_are_left_to_the_automaton()
    {
        var matcher = new RegexMatcher("a+b", Plain);
        Assert.True(matcher.Matches(FieldValue.FromText(new string('a', 100_000) + "b")));
        Assert.True(matcher.HasAutomaton());
    }

    [Fact]
    public void A_value_made_for_backtracking_to_never_end_is_answered_and_the_last_of_its_kind()
    {
        var matcher = new RegexMatcher("^(a|aa)+$", Plain);
        string text = new string('a', 2_000) + "!";
        Assert.False(matcher.Matches(FieldValue.FromText(text)));
        Assert.True(matcher.HasAutomaton());
        Assert.False(matcher.Matches(FieldValue.FromText(text)));
        Assert.True(matcher.Matches(FieldValue.FromText(text.AsSpan(0, 2_000))));
    }
}

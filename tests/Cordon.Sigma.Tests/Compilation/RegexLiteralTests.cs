using System.Text;
using System.Text.RegularExpressions;
using Cordon.Sigma.Compilation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

public class RegexLiteralTests
{
    [Theory]
    [InlineData("abc", "ABC")]
    [InlineData("^abc.*xyzw$", "XYZW")]
    [InlineData("(?i)qqq+", "QQQ")]
    [InlineData("(?:qqq|zzz)x?", "QQQ|ZZZ")]
    [InlineData(@"\.qqq\s+ab", ".QQQ")]
    [InlineData("a?b*c{0,3}", null)]
    [InlineData("abc|d?", null)]
    [InlineData("(qqq)?ab", "AB")]
    [InlineData("(qqq)+ab", "QQQ")]
    [InlineData(@"\x41bcd", null)]
    [InlineData("a{2}qqq", "QQQ")]
    [InlineData("[qz-]ab", "AB")]
    [InlineData(@"\w+`\w", "`")]
    [InlineData("(?<name>qqq)", "QQQ")]
    [InlineData("(?<n>qqq)x|(?<m>zzz)", "QQQ|ZZZ")]
    [InlineData("(?i:qqq)ab", "QQQ")]
    [InlineData("(?s-i:qqq)ab", "QQQ")]
    [InlineData("ab(?i)qqq", "QQQ")]
    [InlineData("(qqq)*", null)]
    [InlineData("(qqq){0,2}ab", "AB")]
    [InlineData("(qqq){2}ab", "QQQ")]
    [InlineData("q+?zz", "ZZ")]
    [InlineData("qqz*?ab", "QQ")]
    [InlineData("qqz{2}?ab", "QQZ")]
    [InlineData("qqq|", null)]
    [InlineData("q", null)]
    [InlineData(@"\.", null)]
    [InlineData(@"\\", null)]
    [InlineData("-", null)]
    [InlineData("%", "%")]
    [InlineData("éqqqé", "QQQ")]
    [InlineData(@"\/qqq", "/QQQ")]
    [InlineData(@"\tqqq", "QQQ")]
    [InlineData(@"\bqqq\B", "QQQ")]
    [InlineData(@"\p{Lu}qqq", "QQQ")]
    [InlineData(@"\P{Lu}qqq", "QQQ")]
    [InlineData(@"\u0041qqq", null)]
    [InlineData("[^q]zzz", "ZZZ")]
    [InlineData("[]q]zzz", "ZZZ")]
    [InlineData(@"[q\]]zzz", "ZZZ")]
    [InlineData("[q-t]zzz", "ZZZ")]
    [InlineData("[qv]zzz", "QZZZ|VZZZ")]
    [InlineData("[qvjx]zzz", "QZZZ|VZZZ|JZZZ|XZZZ")]
    [InlineData("[qvjxk]zzz", "ZZZ")]
    [InlineData("[a-z-[aeiou]]qqq", null)]
    [InlineData("qqq{", "QQQ{")]
    [InlineData("qqq{x}", "QQQ{X}")]
    [InlineData("qqq{,3}", "QQQ{,3}")]
    [InlineData("qqq{2,}zz", "QQQ")]
    public void Takes_what_every_match_must_hold(string pattern, string? expected)
    {
        SigmaRule rule = Sample.Load(Sample.Rule($"selection:\n    F|re: '{pattern}'\ncondition: selection"));
        var matcher = (RegexMatcher)((FieldExpression)rule.Condition).Matcher;
        IReadOnlyList<Literal>? found = RegexLiteral.Of(matcher);
        Assert.Equal(
            expected,
            found is null ? null : string.Join('|', found.Select(l => Encoding.ASCII.GetString(l.Text)))
        );
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("^abc.*xyzw$", 7)]
    [InlineData("(?i)qqq+", 3)]
    [InlineData("qqq*", 2)]
    [InlineData("qqq?", 2)]
    [InlineData("qqq{3}", 5)]
    [InlineData("qqq{2,9}", 4)]
    [InlineData("q{0}zz", 2)]
    [InlineData("(qq|zzz)x?", 2)]
    [InlineData("zzz|qq|xxxx", 2)]
    [InlineData("(?:qqq|zzzz){2}", 6)]
    [InlineData("a?b*", 0)]
    [InlineData("", 0)]
    [InlineData(@"\d{3}qqq", 6)]
    [InlineData(@"\bqqq\B\A\z\Z", 3)]
    [InlineData(@"\p{Lu}qqq\w", 5)]
    [InlineData("[abc]{2}[^x]qqq", 6)]
    [InlineData("..é", 3)]
    [InlineData(@"\.\\", 2)]
    [InlineData("(q{1000}){1000}", 1_000_000)]
    [InlineData(@"\x41bcd", 0)] // is not read, so that nothing is known
    [InlineData("[a-z-[aeiou]]qqq", 0)]
    public void Tells_how_long_a_match_is_at_least(string pattern, int expected)
    {
        RegexLiteral.Of(new RegexMatcher(pattern, RegexOptions.None), out int least);
        Assert.Equal(expected, least);
    }

    [Theory]
    [InlineData("(?<=qqq)zzz")]
    [InlineData("(?<!qqq)zzz")]
    [InlineData("(?=qqq)zzz")]
    [InlineData("(?!qqq)zzz")]
    [InlineData("(?x:qqq)")]
    [InlineData("(?<n")]
    [InlineData("(?<>qqq)")]
    [InlineData("(?<n>qqq")]
    [InlineData("(?i:qqq")]
    [InlineData("(qqq")]
    [InlineData("(?")]
    [InlineData("(")]
    [InlineData("qqq)")]
    [InlineData("qqq)zzz")]
    [InlineData("[qz")]
    [InlineData("qqq[")]
    [InlineData("qqq[^")]
    [InlineData("qqq[]")]
    [InlineData(@"qqq[\")]
    [InlineData(@"qqq\")]
    [InlineData(@"qqq\p")]
    [InlineData(@"qqq\p{Lu")]
    [InlineData(@"qqq\1")]
    [InlineData(@"qqq\x41")]
    [InlineData(@"qqq\é")]
    [InlineData("*qqq")]
    [InlineData("?qqq")]
    [InlineData("+qqq")]
    [InlineData("qqq|*")]
    [InlineData("qqq**")]
    [InlineData("qqq{99999999999}")]
    public void Of_what_it_does_not_know_or_what_is_broken_it_takes_nothing(string pattern)
    {
        Assert.Null(RegexLiteral.Of(new RegexMatcher(pattern, RegexOptions.None), out int least));
        Assert.Equal(0, least);
    }

    [Theory]
    [InlineData("(?P<n>qqq)", "QQQ")]
    [InlineData("(?imsn-i:qqq)ab", "QQQ")]
    [InlineData("(?i)(?s)qqq", "QQQ")]
    [InlineData("zz(?i)qqqq", "QQQQ")]
    [InlineData("ab(?:)qqq", "QQQ")]
    [InlineData(@"\d\D\s\S\w\W\t\n\r\f\v\eqqq", "QQQ")]
    [InlineData("qqq{3}?zz", "QQQ")]
    [InlineData("qqq{3}+zz", "QQQ")]
    [InlineData("qqq++zz", "QQQ")]
    [InlineData("qqq{}zz", "QQQ{}ZZ")]
    public void Reads_what_else_stands_in_groups_and_behind_atoms(string pattern, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(Assert.Single(Literals(pattern)!).Text));

    [Fact]
    public void A_length_beyond_all_texts_is_the_largest_number()
    {
        RegexLiteral.Of(new RegexMatcher("((q{99999}){99999}){99999}", RegexOptions.None), out int least);
        Assert.Equal(int.MaxValue, least);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Groups_are_read_to_a_depth(int depth, bool isRead) =>
        Assert.Equal(isRead, Literals(new string('(', depth) + "qqq" + new string(')', depth)) is not null);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Alternatives_are_taken_up_to_a_number(int count, bool areTaken) =>
        Assert.Equal(
            areTaken ? count : null,
            Literals(string.Join('|', Enumerable.Range(0, count).Select(static i => $"qqq{i}")))?.Count
        );

    [Theory]
    [InlineData("[qz][qz][qz][qz]", 16)]
    [InlineData("[qz][qz][qz][qz][qz]", 16)]
    [InlineData("[qz][qz][qz][qz]%", 16)]
    public void Classes_are_multiplied_up_to_a_number(string pattern, int count) =>
        Assert.Equal(count, Literals(pattern)!.Count);

    private static IReadOnlyList<Literal>? Literals(string pattern) =>
        RegexLiteral.Of(new RegexMatcher(pattern, RegexOptions.None));
}

using System.Text;
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
}

using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Tests;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("prüfung 実験", "prüfung 実験")]
    [InlineData("red\u001b[31m", "red\\u001b[31m")]
    [InlineData("a\r\nb", "a\\u000d\\u000ab")]
    [InlineData("exe.\u202Etxt", "exe.\\u202etxt")]
    [InlineData("zero\u200Bwidth", "zero\\u200bwidth")]
    [InlineData("c1\u009B31m", "c1\\u009b31m")]
    [InlineData("line\u2028break", "line\\u2028break")]
    [InlineData("𝄞 is a pair", "𝄞 is a pair")]
    public void Shows_what_could_steer_a_terminal_as_its_code(string text, string shown) =>
        Assert.Equal(shown, SafeText.OneLine(text));

    [Fact]
    public void Shows_half_a_pair_as_its_code() => Assert.Equal("lone\\ud800!", SafeText.OneLine("lone\uD800!"));

    [Fact]
    public void Cuts_long_text_and_marks_the_cut()
    {
        Assert.Equal("abc…", SafeText.OneLine("abcdefgh", 4));
        Assert.Equal("abcd", SafeText.OneLine("abcd", 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => SafeText.OneLine("x", 0));
    }

    [Fact]
    public void Never_lets_a_control_or_format_character_through()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            string shown = SafeText.OneLine(((char)unit).ToString());
            Assert.DoesNotContain(
                shown,
                c =>
                    char.IsControl(c)
                    || char.IsSurrogate(c)
                    || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format
            );
        }
    }
}

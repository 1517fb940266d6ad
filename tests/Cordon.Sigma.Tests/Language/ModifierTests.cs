using System.Text;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;
using Cordon.Sigma.Tests.Support;
using CsCheck;

namespace Cordon.Sigma.Tests.Language;

public sealed class ModifierTests
{
    private static readonly DateTime Time = new(2026, 3, 1, 23, 45, 10, DateTimeKind.Utc);

    [Theory]
    [InlineData("A|contains: bc", "abcd", true)]
    [InlineData("A|contains: bd", "abcd", false)]
    [InlineData("A|startswith: AB", "abcd", true)]
    [InlineData("A|startswith: bc", "abcd", false)]
    [InlineData("A|endswith: CD", "abcd", true)]
    [InlineData("A|endswith: bc", "abcd", false)]
    [InlineData("A|contains: 'b*d'", "abcde", true)]
    [InlineData("A|contains|cased: BC", "abcd", false)]
    [InlineData("A|re: ^b", "abcd", false)]
    [InlineData("A|re|startswith: b|a", "abcd", true)]
    [InlineData("A|re|endswith: a|b", "abcd", false)]
    [InlineData("A|re|m: '^b'", "a\nb", true)]
    [InlineData("A|re: '^b'", "a\nb", false)]
    [InlineData("A|re|s: 'a.b'", "a\nb", true)]
    [InlineData("A|re: 'a.b'", "a\nb", false)]
    [InlineData("A|re|i|s: 'A.B'", "a\nb", true)]
    [InlineData("A|re|ignorecase: 'ABC'", "abcd", true)]
    [InlineData("A|re|dotall: 'a.b'", "a\nb", true)]
    [InlineData("A|re|multiline: '^b'", "a\nb", true)]
    public void Compares_text(string selection, string value, bool fires) =>
        Assert.Equal(fires, Sample.Fires(selection, ("A", value)));

    [Fact]
    public void All_links_the_values_with_and()
    {
        Assert.True(Sample.Fires("A|contains|all:\n    - one\n    - two", ("A", "two one")));
        Assert.False(Sample.Fires("A|contains|all:\n    - one\n    - two", ("A", "two")));
        Assert.True(Sample.Fires("A|contains:\n    - one\n    - two", ("A", "two")));
        Assert.True(Sample.Fires("A|all: [one, two]", ("A", "one"), ("A", "two")));
    }

    [Theory]
    [InlineData("A|lt: 5", 4, true)]
    [InlineData("A|lt: 5", 5, false)]
    [InlineData("A|lte: 5", 5, true)]
    [InlineData("A|gt: 5", 5, false)]
    [InlineData("A|gt: 4.5", 5, true)]
    [InlineData("A|gte: 5", 5, true)]
    [InlineData("A|gte: -5", -6, false)]
    [InlineData("A|lt|neq: 5", 5, true)]
    [InlineData("A: 5", 5, true)]
    [InlineData("A: 0x10", 16, true)]
    [InlineData("A: 5", 55, false)]
    [InlineData("A|contains: 5", 152, true)]
    public void Compares_numbers(string selection, int value, bool fires)
    {
        Assert.Equal(fires, Sample.Fires(selection, ("A", value)));
        Assert.Equal(fires, Sample.Fires(selection, ("A", $"{value}")));
    }

    [Fact]
    public void Tells_numbers_from_text()
    {
        Assert.True(Sample.Fires("A: 16", ("A", "0x10")));
        Assert.False(Sample.Fires("A: '16'", ("A", "0x10")));
        Assert.True(Sample.Fires("A: '16'", ("A", 16)));
        Assert.True(Sample.Fires("A: 007", ("A", "007")));
        Assert.False(Sample.Fires("A: 007", ("A", 7)));
        Assert.True(Sample.Fires("A: 1.50", ("A", 1.5)));
        Assert.False(Sample.Fires("A|gt: 5", ("A", "many")));
        Assert.False(Sample.Fires("A|gt: 5", ("A", null)));
        Assert.True(Sample.Fires("A: 18446744073709551615", ("A", "18446744073709551615")));
    }

    [Fact]
    public void Takes_booleans_as_their_words()
    {
        Assert.True(Sample.Fires("A: true", ("A", true)));
        Assert.True(Sample.Fires("A: true", ("A", "True")));
        Assert.False(Sample.Fires("A: false", ("A", true)));
        Assert.True(Sample.Fires("A: 'yes'", ("A", "YES")));
        Assert.True(Sample.Fires("A: yes", ("A", "yes")));
    }

    [Theory]
    [InlineData("T|minute: 45", true)]
    [InlineData("T|hour|gte: 22", true)]
    [InlineData("T|hour|lt: 6", false)]
    [InlineData("T|day: 1", true)]
    [InlineData("T|week: 9", true)]
    [InlineData("T|month: [2, 3]", true)]
    [InlineData("T|year|neq: 2026", false)]
    [InlineData("T|year|gt: 2025", true)]
    public void Takes_a_part_out_of_a_time(string selection, bool fires)
    {
        Assert.Equal(fires, Sample.Fires(selection, ("T", Time)));
        Assert.Equal(fires, Sample.Fires(selection, ("T", "2026-03-01T23:45:10Z")));
    }

    [Theory]
    [InlineData("A|cidr: 10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("A|cidr: 10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("A|cidr: 10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("A|cidr: 10.0.0.0/8", "10.1", false)]
    [InlineData("A|cidr: 10.0.0.0/8", "010.1.2.3", false)]
    [InlineData("A|cidr: 192.0.2.7", "192.0.2.7", true)]
    [InlineData("A|cidr: 0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("A|cidr: 0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("A|cidr: 2001:db8::/32", "2001:DB8:1::5", true)]
    [InlineData("A|cidr: 2001:db8::/32", "2001:db9::5", false)]
    [InlineData("A|cidr: fe80::/10", "fe80::1%12", true)]
    [InlineData("A|cidr: ['127.0.0.0/8', '::1/128']", "::1", true)]
    [InlineData("A|cidr: 10.0.0.0/8", "not an address", false)]
    public void Finds_addresses_in_networks(string selection, string value, bool fires) =>
        Assert.Equal(fires, Sample.Fires(selection, ("A", value)));

    [Fact]
    public void Compares_a_field_with_another()
    {
        Assert.True(Sample.Fires("A|fieldref: B", ("A", "Same"), ("B", "sAME")));
        Assert.False(Sample.Fires("A|fieldref|cased: B", ("A", "Same"), ("B", "sAME")));
        Assert.True(Sample.Fires("A|fieldref|contains: B", ("A", "in the middle"), ("B", "THE")));
        Assert.True(Sample.Fires("A|fieldref|startswith: B", ("A", "in the middle"), ("B", "in")));
        Assert.True(Sample.Fires("A|endswith|fieldref: B", ("A", "in the middle"), ("B", "middle")));
        Assert.False(Sample.Fires("A|fieldref: B", ("A", "x")));
        Assert.False(Sample.Fires("A|fieldref: B", ("A", null), ("B", null)));
        Assert.True(Sample.Fires("A|fieldref|neq: B", ("A", "x"), ("B", "y")));
        Assert.False(Sample.Fires("A|neq|fieldref: B", ("A", "x"), ("B", "X")));
        Assert.True(Sample.Fires("A|equalsfield: B", ("A", "x"), ("B", "X")));
        Assert.True(Sample.Fires("A|endswithfield: B", ("A", "ax"), ("B", "X")));
        Assert.True(Sample.Fires("A|fieldref: B", ("A", "x"), ("B", "y"), ("B", "x")));
    }

    [Theory]
    [InlineData("A|base64: hello", "aGVsbG8=")]
    [InlineData("A|wide|base64: ab", "YQBiAA==")]
    [InlineData("A|utf16le|base64: ab", "YQBiAA==")]
    [InlineData("A|utf16be|base64: ab", "AGEAYg==")]
    [InlineData("A|utf16|base64: ab", "//5hAGIA")]
    [InlineData("A|wide: ab", "a\0b\0")]
    [InlineData("A|utf16be|contains: ab", "x\0a\0bx")]
    [InlineData("A|base64|contains: 'größe'", "x Z3LDtsOfZQ== x")]
    public void Encodes_the_value(string selection, string value)
    {
        Assert.True(Sample.Fires(selection, ("A", value)));
        Assert.False(
            Sample.Fires(
                selection,
                ("A", value.Replace('b', 'c').Replace('Z', 'Y').Replace('a', 'q').Replace('/', 'q').Replace('A', 'Q'))
            )
        );
    }

    [Fact]
    public void Base64offset_finds_the_value_among_any_bytes() =>
        Gen.Select(Gen.Byte.Array[0, 20], Gen.Byte.Array[2, 12], Gen.Byte.Array[0, 20])
            .Sample(
                (before, value, after) =>
                {
                    string encoded = Convert.ToBase64String([.. before, .. value, .. after]);
                    return encoded.Contains(TextForms.EncodeAt(value, before.Length % 3), StringComparison.Ordinal);
                },
                iter: 20_000,
                seed: "0000KOaJYqT2"
            );

    [Fact]
    public void Base64offset_finds_wide_text_at_every_offset()
    {
        foreach (string before in new[] { "", "a", "ab", "abc" })
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(before), .. Encoding.Unicode.GetBytes("secret"), 7, 8];
            Assert.True(
                Sample.Fires("A|wide|base64offset|contains: secret", ("A", "-enc " + Convert.ToBase64String(bytes)))
            );
        }
    }

    [Fact]
    public void Windash_equals_the_enumeration_of_all_permutations() =>
        Gen.Select(Gen.Char["a-/\u2013\u2014\u2015"].Array[0, 4], Gen.Char["a-/\u2013\u2014\u2015+"].Array[0, 4])
            .Sample(
                (rule, value) =>
                {
                    StringPattern pattern = TextForms
                        .Apply(StringPattern.Literal(new string(rule)), [Transformation.Windash], out _)!
                        .Single();
                    bool enumerated = Permutations(new string(rule))
                        .Contains(new string(value), StringComparer.Ordinal);
                    return pattern.IsMatch(new string(value), StringComparison.Ordinal) == enumerated;
                },
                iter: 5_000,
                seed: "0000KOaJYqT2"
            );

    [Fact]
    public void Windash_before_an_encoding_lays_out_the_permutations()
    {
        string line = Convert.ToBase64String(Encoding.UTF8.GetBytes("x –enc y"));
        Assert.True(Sample.Fires("A|windash|base64offset|contains: '-enc'", ("A", line)));
        Sample.HasProblem(
            Sample.Rule("selection:\n    A|windash|base64: '------'\ncondition: selection"),
            ProblemSeverity.Error,
            ProblemCodes.ModifierValue,
            7,
            27
        );
    }

    [Fact]
    public void Expand_fills_placeholders_in_and_refuses_those_without_values()
    {
        string rule = Sample.Rule("selection:\n    Host|expand: 'x%Servers%y'\ncondition: selection");
        SigmaProblem problem = Sample.HasProblem(rule, ProblemSeverity.Error, ProblemCodes.Placeholder, 7, 22);
        Assert.Contains("%Servers%", problem.Message, StringComparison.Ordinal);

        var options = new SigmaOptions
        {
            Placeholders = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["Servers"] = ["srv*", "db1"],
                ["Nets"] = ["10.0.0.0/8", "fd00::/8"],
            },
        };
        Assert.True(Sample.Fires(rule, options, ("Host", "XSRV99Y")));
        Assert.True(Sample.Fires(rule, options, ("Host", "xdb1y")));
        Assert.False(Sample.Fires(rule, options, ("Host", "xdb2y")));
        string nets = Sample.Rule("selection:\n    Ip|cidr|expand: '%Nets%'\ncondition: selection");
        Assert.True(Sample.Fires(nets, options, ("Ip", "fd00::1")));
        string contains = Sample.Rule("selection:\n    Host|contains|expand: '%Servers%'\ncondition: selection");
        Assert.True(Sample.Fires(contains, options, ("Host", "my db1 host")));
    }

    [Fact]
    public void A_percent_sign_is_plain_without_expand_or_behind_a_backslash()
    {
        Assert.True(Sample.Fires("A: '%name%'", ("A", "%NAME%")));
        string escaped = Sample.Rule("selection:\n    A|expand: '\\%plain%x%'\ncondition: selection");
        var options = new SigmaOptions
        {
            Placeholders = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["x"] = ["1"] },
        };
        Assert.True(Sample.Fires(escaped, options, ("A", "%plain1")));
        Assert.True(Sample.Fires("A|expand: '100%'", ("A", "100%")));
    }

    private static IEnumerable<string> Permutations(string text)
    {
        IEnumerable<string> all = [""];
        foreach (char c in text)
        {
            string choices = PatternSegment.Dashes.Contains(c, StringComparison.Ordinal)
                ? PatternSegment.Dashes
                : $"{c}";
            all = all.SelectMany(start => choices.Select(choice => start + choice));
        }

        return all;
    }
}

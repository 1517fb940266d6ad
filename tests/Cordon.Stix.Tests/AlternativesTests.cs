using System.Text;

namespace Cordon.Stix.Tests;

/// <summary>Patterns that ask for values only can be put into an index; others say so.</summary>
public sealed class AlternativesTests
{
    [Theory]
    [InlineData("[domain-name:value = 'a.example']", "domain-name:value=a.example")]
    [InlineData("[a:b = 'x' AND a:c = 'y'] OR [d:e IN ('1', '2')]", "a:b=x & a:c=y | d:e=1 | d:e=2")]
    [InlineData("[ipv4-addr:value ISSUBSET '198.51.100.0/24']", "ipv4-addr:value~198.51.100.0/24")]
    [InlineData("[file:hashes.'SHA-256' = 'ab' OR file:size = 7]", "file:hashes.SHA-256=ab | file:size=7")]
    public void Sets_of_values_are_told(string pattern, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                " | ",
                StixPattern
                    .Parse(pattern)
                    .Alternatives()!
                    .Select(static s =>
                        string.Join(" & ", s.Select(static t => $"{t.Path}{(t.IsNetwork ? '~' : '=')}{t.Value}"))
                    )
            )
        );

    [Theory]
    [InlineData("[a:b = 'x'] FOLLOWEDBY [a:b = 'y']")]
    [InlineData("[a:b NOT = 'x']")]
    [InlineData("[a:b LIKE 'x%']")]
    [InlineData("[a:b = 'x'] REPEATS 3 TIMES")]
    [InlineData("[a:b > 'x']")]
    public void What_asks_for_more_is_none(string pattern) => Assert.Null(StixPattern.Parse(pattern).Alternatives());

    [Fact]
    public void An_object_whose_text_is_no_UTF_8_costs_itself()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(
            """[{"type":"tool","id":"tool--\u00ff"},{"type":"tool","id":"tool--1","name":"a"}]""".Replace(
                "\\u00ff",
                "\u00ff",
                StringComparison.Ordinal
            )
        );
        List<StixReadProblem> problems = [];
        StixObject one = Assert.Single(new StixReader(new MemoryStream(bytes), null, problems.Add).Objects());
        Assert.Equal("tool--1", one.Id);
        Assert.Single(problems);
    }
}

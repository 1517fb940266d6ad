using System.Text;
using Cordon.Testing;
using CsCheck;

namespace Cordon.Sigma.Tests.LogSources;

public class MapReadingTests
{
    private const string Whole = """
        version: 1
        shared-channels: [Shared]
        products: [acme]
        services:
          acme:
            one: { channels: [One, Shared], providers: [P] }
        categories:
          acme:
            made:
              - service: one
                codes: [7]
                when: { Kind: [good] }
                unless: { Kind: [bad] }
                absent: unknown
                fields:
                  A: B
                  C: { from: [D, E], as: decimal }
                  F: { value: fixed }
        not-served:
          - { category: other, logs: other logs }
        """;

    [Fact]
    public void Reads_a_map_of_ones_own()
    {
        LogSourceMap map = LogSourceMap.Load(Whole);

        LogSourceTarget made = Assert.Single(map.Resolve(new LogSource("acme", "made", null)).Targets);
        Assert.Equal("acme/made/one", made.Id);
        Assert.Equal("acme", made.Product);
        Assert.Equal(["One", "Shared"], made.Channels);
        Assert.Equal(["P"], made.Providers);
        Assert.Equal([7], made.Codes);
        Assert.Equal([false, true], made.Conditions.Select(condition => condition.IsExclusion));
        Assert.True(made.IsAbsentUnknown);
        Assert.False(made.AcceptsNoProvider);
        Assert.Equal("A C F", string.Join(' ', made.Fields.Select(field => field.Name)));
        Assert.Equal("acme acme/one acme/made/one", string.Join(' ', map.Targets));
        Assert.Equal(LogSourceResolutionKind.NotServed, map.Resolve(new LogSource(null, "other", null)).Kind);
        Assert.Equal(LogSourceResolutionKind.Unknown, map.Resolve(new LogSource("windows", null, null)).Kind);
    }

    [Fact]
    public void Reads_the_example_of_the_documentation()
    {
        string page = File.ReadAllText(Repository.At("docs", "log-sources.md")).ReplaceLineEndings("\n");
        string example = page.Split("```yaml\n")[1].Split("```")[0];

        LogSourceMap map = LogSourceMap.Load(example, "docs/log-sources.md");

        LogSourceTarget purge = Assert.Single(map.Resolve(new LogSource("windows", "file_delete", null)).Targets);
        Assert.True(purge.AcceptsHeader("windows", "Acme Backup/Debug 2", "Acme Backup", 42));
        Assert.Equal(4, purge.Fields.Count);
    }

    [Fact]
    public void Reads_the_same_from_a_stream()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Whole));

        Assert.Equal(3, LogSourceMap.Load(stream).Targets.Count);
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData("products: [acme]", "version: 1", 1, 1)]
    [InlineData("version: 2", "version: 1", 1, 10)]
    [InlineData("version: 1\nproduct: [acme]", "no section 'product'", 2, 1)]
    [InlineData("version: 1\nversion: 1", "second time", 2, 1)]
    [InlineData("version: 1\nproducts: []", "empty list", 2, 11)]
    [InlineData("version: 1\nproducts: [a, A]", "second time", 2, 11)]
    [InlineData("version: 1\nservices: [a]", "has to be a mapping", 2, 11)]
    [InlineData("version: 1\nservices: { a: { b: { providers: [p] } } }", "names no channels", 2, 21)]
    [InlineData("version: 1\nservices: { a: { b: { channels: [\"x*y\"] } } }", "one *", 2, 33)]
    [InlineData("version: 1\nservices: { a: { b: { canals: [x] } } }", "no 'canals'", 2, 23)]
    [InlineData("version: 1\ncategories: { a: { b: [{ service: c }] } }", "no service 'c'", 2, 24)]
    [InlineData("version: 1\ncategories: { a: { b: [{ name: n, codes: [1] }] } }", "at least providers", 2, 24)]
    [InlineData("version: 1\ncategories: { a: { b: [{ providers: [p] }] } }", "needs a name", 2, 24)]
    [InlineData("version: 1\ncategories: { a: { b: [{ name: n, codes: [x] }] } }", "no event code", 2, 43)]
    [InlineData("version: 1\ncategories: { a: { b: [{ name: n, codes: [1, 1] }] } }", "second time", 2, 46)]
    [InlineData("version: 1\ncategories: { a: { b: [{ absent: missing }] } }", "'unknown'", 2, 34)]
    [InlineData("version: 1\ncategories: { a: { b: [{ fields: { X: { as: decimal } } }] } }", "neither", 2, 39)]
    [InlineData(
        "version: 1\ncategories: { a: { b: [{ fields: { X: { from: Y, as: hex } } }] } }",
        "no conversion",
        2,
        54
    )]
    [InlineData("version: 1\ncategories: { a: { b: [{ fields: { X: { from: Y, as: account } } }] } }", "threes", 2, 47)]
    [InlineData(
        "version: 1\ncategories: { a: { b: [{ fields: { X: { from: [a,b,c,d], as: registry-path } } }] } }",
        "pair",
        2,
        47
    )]
    [InlineData(
        "version: 1\ncategories: { a: { b: [{ fields: { X: { from: Y, value: z } } }] } }",
        "fixed value",
        2,
        39
    )]
    [InlineData("version: 1\nnot-served: [{ logs: x }]", "at least one", 2, 14)]
    [InlineData("version: 1\nproducts: &a [x]", "anchors", 2, 11)]
    [InlineData("version: 1\nproducts: !!set [x]", "tags", 2, 11)]
    [InlineData("version: 1\nproducts: [x", "", 3, 1)]
    [InlineData("- version", "mapping of sections", 1, 1)]
    [InlineData("version: 1\n---\nversion: 1", "one document", 2, 1)]
    [InlineData("", "empty", 1, 1)]
    public void Says_what_is_wrong_and_where(string text, string reason, long line, long column)
    {
        LogSourceMapException fault = Assert.Throws<LogSourceMapException>(() => LogSourceMap.Load(text, "own.yml"));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.StartsWith($"own.yml:{line}:{column}: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_what_is_beyond_its_limits()
    {
        LogSourceMapLimits tight = new()
        {
            MaxCharacters = 2000,
            MaxNodes = 90,
            MaxDepth = 8,
        };
        Assert.Equal(3, LogSourceMap.Load(Whole, limits: tight).Targets.Count);

        Assert.Throws<LogSourceMapException>(() =>
            LogSourceMap.Load(Whole, limits: tight with { MaxCharacters = 100 })
        );
        Assert.Throws<LogSourceMapException>(() => LogSourceMap.Load(Whole, limits: tight with { MaxNodes = 30 }));
        Assert.Throws<LogSourceMapException>(() => LogSourceMap.Load(Whole, limits: tight with { MaxDepth = 7 }));
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Whole));
        Assert.Throws<LogSourceMapException>(() => LogSourceMap.Load(stream, limits: tight with { MaxCharacters = 9 }));
    }

    [Fact]
    public void Refuses_deep_nesting_at_once() =>
        Assert.Throws<LogSourceMapException>(() => LogSourceMap.Load("version: " + new string('[', 1_000_000)));

    [Fact]
    public void Either_reads_a_damaged_map_or_says_what_is_wrong()
    {
        Gen.Select(
                Gen.Int[0, Whole.Length - 1],
                Gen.Int[0, 12],
                Gen.String[Gen.Char["[]{}:-,*&!|>%@`'\"\n\t #ax1\u0000\ud800"], 0, 6]
            )
            .Array[1, 4]
            .Sample(
                damages =>
                {
                    StringBuilder text = new(Whole);
                    foreach ((int at, int removed, string added) in damages)
                    {
                        int from = Math.Min(at, text.Length);
                        text.Remove(from, Math.Min(removed, text.Length - from)).Insert(from, added);
                    }

                    try
                    {
                        LogSourceMap.Load(text.ToString());
                    }
                    catch (LogSourceMapException fault)
                    {
                        Assert.True(fault.Line > 0);
                    }
                },
                iter: 5_000,
                seed: "0000KDYHJvC3",
                threads: 1
            );
    }
}

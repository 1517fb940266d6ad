using Cordon.Events;
using Cordon.Sigma;
using Cordon.Testing;

namespace Cordon.SampleTests;

/// <summary>What the rules that come with Cordon hold themselves to.</summary>
public sealed class RulePackTests
{
    private static readonly RuleSet Pack = RuleSet.Load([Repository.At("rules")]);

    private static IEnumerable<SigmaDocument> Documents => Pack.Rules.Concat<SigmaDocument>(Pack.Correlations);

    [Fact]
    public void Every_rule_loads_without_a_word_of_complaint()
    {
        Assert.NotEmpty(Pack.Rules);
        Assert.Empty(Pack.Problems);
        Assert.Equal(Pack.FileCount, Documents.Count());
        Assert.Empty(CorrelationSet.Build(Pack.Rules, Pack.Correlations).Problems);
    }

    [Fact]
    public void Ids_and_titles_are_unique_and_every_rule_says_what_it_needs()
    {
        int count = Documents.Count();
        Assert.Equal(count, Documents.Select(r => r.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(count, Documents.Select(r => r.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Pack.Rules, rule => Assert.NotNull(rule.DeclaredLevel));
        Assert.All(Pack.Correlations, correlation => Assert.NotNull(correlation.DeclaredLevel));
        Assert.All(
            Documents,
            rule =>
            {
                Assert.True(Guid.TryParse(rule.Id, out _), rule.Path);
                Assert.NotEmpty(rule.Description!);
                Assert.NotEmpty(rule.Techniques);
                Assert.NotEmpty(rule.FalsePositives);
            }
        );
    }

    [Fact]
    public void Every_rule_is_served_by_events_that_Cordon_reads() =>
        Assert.All(Pack.Rules, rule => Assert.NotEmpty(LogSourceMap.Default.Resolve(rule.LogSource).Targets));

    [Fact]
    public void The_table_in_the_readme_is_true()
    {
        string[] told =
        [
            .. File.ReadLines(Repository.At("rules", "README.md"))
                .Where(l => l.Contains(".yml) |", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        string[] held =
        [
            .. Pack
                .Rules.Select(rule => Row(rule, rule.Level, SourceOf(rule.LogSource)))
                .Concat(Pack.Correlations.Select(c => Row(c, c.Level, "correlation")))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(held, told);
    }

    private static string Row(SigmaDocument rule, Level level, string source)
    {
        string path = Path.GetRelativePath(Repository.At("rules"), rule.Path).Replace(Path.DirectorySeparatorChar, '/');
        return $"| {level.ToString().ToLowerInvariant()} | [{rule.Title}]({path}) | {string.Join(", ", rule.Techniques)} | {source} |";
    }

    private static string SourceOf(LogSource source) =>
        string.Join('/', new[] { source.Product, source.Category, source.Service }.Where(p => p is not null));
}

using Cordon.Events;
using Cordon.Sigma.Caching;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;
using Cordon.Testing;

namespace Cordon.Sigma.Tests.Caching;

public sealed class RuleCacheTests : IDisposable
{
    private readonly RuleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_kept_gives_what_the_files_give()
    {
        string plain = _folder.Plain();
        Assert.Equal(plain, _folder.Cached());
        Assert.Equal(plain, _folder.Cached());
        RuleSet set = RuleSet.Load([_folder.Rules], _folder.Options);
        Assert.Equal(2, set.Rules.Count(static r => r.Title == "Everything"));
        Assert.True(set.Rules.Count > 60);
        Assert.NotEmpty(set.Correlations);
        Assert.NotEmpty(set.Filters);
        Assert.True(set.RefusedCount > 20);
    }

    [Theory]
    [InlineData("sigma", "rules")]
    [InlineData("sigma", "rules-emerging-threats")]
    [InlineData("sigma", "rules-threat-hunting")]
    [InlineData("sigma", "rules-placeholder")]
    [InlineData("sigma", "unsupported")]
    [InlineData("hayabusa-rules")]
    public void What_is_kept_of_public_rules_gives_what_their_files_give(params string[] parts)
    {
        string rules = Corpora.Require(parts);
        RuleSet.Load([rules], _folder.Options);
        Assert.Equal(Picture.Of(RuleSet.Load([rules])), Picture.Of(RuleSet.Load([rules], _folder.Options)));
    }

    [Fact]
    public void What_is_kept_of_the_projects_own_rules_gives_what_their_files_give()
    {
        string[] paths = [Repository.At("rules"), _folder.Rules];
        string plain = Picture.Of(RuleSet.Load(paths));
        Assert.Equal(plain, Picture.Of(RuleSet.Load(paths, _folder.Options)));
        Assert.Equal(plain, Picture.Of(RuleSet.Load(paths, _folder.Options)));
    }

    [Fact]
    public void Every_file_is_known_by_its_bytes_afterwards()
    {
        _folder.Cached();
        RuleCache cache = Open();
        string[] files = Directory.GetFiles(_folder.Rules);
        Assert.All(files, file => Assert.NotNull(cache.Find(ContentHash.Of(File.ReadAllBytes(file)), file)));
        Assert.Null(cache.Find(ContentHash.Of("title: other"u8), "other.yml"));
    }

    [Fact]
    public void A_condition_shares_its_searches_as_it_did()
    {
        _folder.Cached();
        SigmaRule rule = RuleSet
            .Load([_folder.Rules], _folder.Options)
            .Rules.First(static r => r.Title == "Everything");
        var first = Assert.IsType<Expressions.OrExpression>(rule.Condition).Items[0];
        Assert.Same(rule.Searches[0].Expression, Assert.IsType<Expressions.AndExpression>(first).Items[0]);
    }

    [Fact]
    public void Fields_of_kept_rules_are_known_before_anybody_asks_for_their_conditions()
    {
        _folder.Cached();
        RuleSet set = RuleSet.Load([_folder.Rules], _folder.Options);
        int before = set.Fields.Count;
        foreach (
            FieldExpression test in set.Rules.SelectMany(static r => r.Condition.Predicates()).OfType<FieldExpression>()
        )
        {
            Assert.True(test.FieldId.Value < before, test.Field);
        }
    }

    [Fact]
    public void Rules_that_were_kept_hold_for_the_same_events()
    {
        _folder.Cached();
        var table = new FieldTable();
        RuleSet plain = RuleSet.Load([_folder.Rules], SigmaOptions.Default with { Fields = table });
        RuleSet kept = RuleSet.Load([_folder.Rules], _folder.Options with { Fields = table });
        var interpreter = new SigmaInterpreter();
        var random = new Compilation.RandomRules(5);
        int held = 0;
        for (int i = 0; i < 200; i++)
        {
            EventSnapshot sample = random.Event(table);
            for (int rule = 0; rule < plain.Rules.Count; rule++)
            {
                Truth truth = interpreter.Evaluate(plain.Rules[rule].Condition, sample);
                Assert.Equal(truth, interpreter.Evaluate(kept.Rules[rule].Condition, sample));
                held += truth == Truth.True ? 1 : 0;
            }
        }

        Assert.True(held > 100);
    }

    [Fact]
    public void A_file_that_changed_is_read_again_and_kept_as_it_is_now()
    {
        _folder.Cached();
        byte[] before = File.ReadAllBytes(_folder.Pack);
        _folder.Write("random-3.yml", Sample.Rule("s:\n    A: changed\ncondition: s"));
        Assert.Equal(_folder.Plain(), _folder.Cached());
        Assert.NotEqual(before, File.ReadAllBytes(_folder.Pack));
        Assert.NotNull(Open().Find(ContentHash.Of(File.ReadAllBytes(_folder.At("random-3.yml"))), "x"));
    }

    [Fact]
    public void A_file_that_is_gone_leaves_the_pack()
    {
        _folder.Cached();
        byte[] bytes = File.ReadAllBytes(_folder.At("random-3.yml"));
        File.Delete(_folder.At("random-3.yml"));
        Assert.Equal(_folder.Plain(), _folder.Cached());
        Assert.Null(Open().Find(ContentHash.Of(bytes), "x"));
    }

    [Fact]
    public void A_file_with_another_name_and_the_same_bytes_is_called_by_its_name()
    {
        _folder.Cached();
        DateTime written = File.GetLastWriteTimeUtc(_folder.Pack);
        File.Move(_folder.At("everything.yml"), _folder.At("another.yml"));
        string plain = _folder.Plain();
        Assert.Equal(plain, _folder.Cached());
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.Pack));
    }

    [Fact]
    public void What_nothing_changed_in_is_not_written_again()
    {
        _folder.Cached();
        string pack = _folder.Pack;
        DateTime old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(pack, old);
        _folder.Cached();
        Assert.Equal(old, File.GetLastWriteTimeUtc(pack));
    }

    [Fact]
    public void Other_options_and_other_paths_have_packs_of_their_own()
    {
        SigmaOptions filled = SigmaOptions.Default with
        {
            Placeholders = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["x"] = ["1"] },
        };
        _folder.Cached();
        _folder.Write("placeholder.yml", Sample.Rule("s:\n    A|expand: '%x%'\ncondition: s"));
        Assert.Equal(_folder.Plain(), _folder.Cached());
        Assert.Equal(_folder.Plain(filled), _folder.Cached(filled));
        Assert.Equal(_folder.Plain(filled), _folder.Cached(filled));
        Assert.NotEqual(_folder.Plain(), _folder.Plain(filled));
        Assert.Equal(2, Directory.GetFiles(_folder.Kept).Length);
    }

    [Fact]
    public void Of_a_few_files_nothing_is_kept()
    {
        string[] few = [.. Directory.GetFiles(_folder.Rules, "random-*.yml").Take(RuleCache.MinFiles - 1)];
        RuleSet.Load(few, _folder.Options);
        Assert.False(Directory.Exists(_folder.Kept));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("nowhere/at/all")]
    public void What_is_no_path_is_a_problem_with_and_without(string path)
    {
        string[] paths = [_folder.Rules, path];
        Assert.Equal(Picture.Of(RuleSet.Load(paths)), Picture.Of(RuleSet.Load(paths, _folder.Options)));
    }

    [Fact]
    public void A_file_that_no_pack_has_a_form_for_is_parsed_each_time_and_costs_the_others_nothing()
    {
        SigmaOptions deep = SigmaOptions.Default with { MaxConditionDepth = 1_000 };
        string brackets = string.Concat(Enumerable.Repeat("not (s and ", 450)) + "s" + new string(')', 450);
        _folder.Write("deep.yml", Sample.Rule($"s:\n    A: 1\ncondition: {brackets}"));
        string plain = Titles(deep);
        Assert.Equal(plain, Titles(deep with { CacheFolder = _folder.Kept }));
        DateTime written = File.GetLastWriteTimeUtc(_folder.Pack);
        Assert.Equal(plain, Titles(deep with { CacheFolder = _folder.Kept }));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.Pack));

        string Titles(SigmaOptions options) =>
            string.Join('\n', RuleSet.Load([_folder.Rules], options).Rules.Select(static r => $"{r} {r.Condition}"));
    }

    private RuleCache Open() => RuleCache.Open(_folder.Kept, [_folder.Rules], SigmaOptions.Default, new FieldTable());
}

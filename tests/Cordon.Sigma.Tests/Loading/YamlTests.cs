using System.Diagnostics;
using System.Text;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Loading;

public sealed class YamlTests
{
    private static readonly string Good = Sample.Rule("selection:\n    A: 1\ncondition: selection");

    [Fact]
    public void A_key_that_repeats_is_refused_at_its_second_place()
    {
        string rule = Sample.Rule("selection:\n    A: 1\n    A: 2\ncondition: selection");
        SigmaProblem problem = Sample.HasProblem(rule, ProblemSeverity.Error, ProblemCodes.YamlDuplicateKey, 8, 9);
        Assert.Contains("'A'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tab_as_indentation_is_named()
    {
        const string Rule = "title: T\nlogsource:\n\tproduct: windows\n";
        Sample.HasProblem(Rule, ProblemSeverity.Error, ProblemCodes.YamlTab, 3, 1);
    }

    [Fact]
    public void A_broken_document_costs_only_itself()
    {
        string text = $"---\n{Good}\n---\ntitle: 'open\n---\n{Good}\n...\n---\n\n# nothing\n---\n{Good}";
        RuleSet set = RuleSet.Parse(text);
        Assert.Equal(3, set.Rules.Count);
        SigmaProblem problem = Assert.Single(set.Problems);
        Assert.Equal(ProblemCodes.YamlSyntax, problem.Code);
        Assert.InRange(problem.Line, 11, 12);
        Assert.Equal([1, 3, 4], set.Rules.Select(rule => rule.Document));
        Assert.Equal([2, 14, 28], set.Rules.Select(rule => rule.Line));
    }

    [Fact]
    public void Lines_count_the_same_with_either_line_end()
    {
        string rule = Sample.Rule("selection:\n    A|bad: 1\ncondition: selection");
        Sample.HasProblem(
            rule.Replace("\n", "\r\n", StringComparison.Ordinal),
            ProblemSeverity.Error,
            ProblemCodes.UnknownModifier,
            7,
            11
        );
        RuleSet set = RuleSet.Parse($"{Good}\n---\n{rule}".Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(17, Assert.Single(set.Problems).Line);
    }

    [Fact]
    public void Aliases_stand_for_what_their_anchor_holds()
    {
        const string Detection = "one: &x\n    A: &v 5\ntwo:\n    <<: *x\n    B: *v\ncondition: two and one";
        Assert.True(Sample.FiresDetection(Detection, ("A", 5), ("B", 5)));
        Assert.False(Sample.FiresDetection(Detection, ("A", 6), ("B", 5)));
    }

    [Fact]
    public void Aliases_that_never_end_or_lead_nowhere_are_refused()
    {
        Sample.HasProblem("a: &x\n  b: *x\n", ProblemSeverity.Error, ProblemCodes.YamlAlias, 2, 6);
        Sample.HasProblem("a: *y\n", ProblemSeverity.Error, ProblemCodes.YamlAlias, 1, 4);
    }

    [Fact]
    public void Aliases_that_multiply_are_counted_as_if_written_out()
    {
        var text = new StringBuilder("title: T\nx0: &x0 [a, b, c, d, e, f, g, h, i]\n");
        for (int i = 1; i < 30; i++)
        {
            text.Append($"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 9))}]\n");
        }

        var watch = Stopwatch.StartNew();
        SigmaProblem problem = Assert.Single(Sample.Problems(text.ToString()));
        Assert.Equal(ProblemCodes.YamlLimit, problem.Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Depth_size_and_keys_are_bounded()
    {
        Assert.Equal(ProblemCodes.YamlLimit, Only(string.Concat(Enumerable.Repeat("[", 100_000))));
        Assert.Equal(
            ProblemCodes.YamlLimit,
            Only(string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")))
        );
        Assert.Equal(ProblemCodes.YamlLimit, Only($"? {new string('k', 2000)}\n: 1\n"));
        Assert.Equal(ProblemCodes.YamlLimit, Only($"a: [{string.Join(',', Enumerable.Repeat("1", 300_000))}]"));
        RuleSet large = RuleSet.Load(new MemoryStream(new byte[1001]), "big", new SigmaOptions { MaxFileSize = 1000 });
        Assert.Equal(ProblemCodes.FileLimit, Assert.Single(large.Problems).Code);

        static string Only(string text) => Assert.Single(Sample.Problems(text)).Code;
    }

    [Fact]
    public void A_collection_as_key_is_refused() =>
        Sample.HasProblem("? [a]\n: b\n", ProblemSeverity.Error, ProblemCodes.YamlSyntax, 1, 3);

    [Fact]
    public void Utf8_with_and_without_a_mark_and_utf16_are_read()
    {
        Assert.Empty(FromBytes(new UTF8Encoding(true)).Problems);
        Assert.Empty(FromBytes(new UTF8Encoding(false)).Problems);
        foreach (bool mark in new[] { true, false })
        {
            foreach (bool bigEndian in new[] { true, false })
            {
                RuleSet set = FromBytes(new UnicodeEncoding(bigEndian, mark));
                Assert.Single(set.Rules);
                Assert.Equal(
                    (ProblemSeverity.Warning, ProblemCodes.Encoding),
                    (set.Problems[0].Severity, set.Problems[0].Code)
                );
            }
        }

        static RuleSet FromBytes(Encoding encoding) =>
            RuleSet.Load(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Good)]), "bytes");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_with_their_place()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("title: T\nauthor: J"), 0xF6, .. Encoding.UTF8.GetBytes("rg\n")];
        SigmaProblem problem = Assert.Single(RuleSet.Load(new MemoryStream(bytes), "latin1").Problems);
        Assert.Equal(
            (ProblemSeverity.Error, ProblemCodes.Encoding, 2, 10),
            (problem.Severity, problem.Code, problem.Line, problem.Column)
        );
    }

    [Fact]
    public void Nothing_at_all_is_no_problem()
    {
        foreach (string text in new[] { "", "\n", "# a comment\n", "---\n", "---\n...\n", "%YAML 1.2\n---\n" })
        {
            RuleSet set = RuleSet.Parse(text);
            Assert.Empty(set.Problems);
            Assert.Equal(0, set.DocumentCount);
        }
    }

    [Fact]
    public void Quotes_make_text_of_what_would_be_a_number()
    {
        Assert.False(Sample.Fires("A: '5.0'", ("A", 5)));
        Assert.True(Sample.Fires("A: 5.0", ("A", 5)));
        Assert.False(Sample.Fires("A: !!str 5.0", ("A", 5)));
        Assert.True(Sample.Fires("A: 'null'", ("A", "NULL")));
        Assert.True(Sample.Fires("A: |-\n    two\n    lines", ("A", "two\nlines")));
    }
}

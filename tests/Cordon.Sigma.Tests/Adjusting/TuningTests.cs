using Cordon.Events;

namespace Cordon.Sigma.Tests.Adjusting;

public sealed class TuningTests
{
    private const string Id = "0a6f6bf0-3a07-4e57-8a86-2f1a52b1f001";
    private static readonly string Rules =
        Adjusted.Rule("First rule", $"id: {Id}\n") + "---\n" + Adjusted.Rule("Second rule", "name: second\n");

    [Theory]
    [InlineData("id: 0A6F6BF0-3A07-4E57-8A86-2F1A52B1F001", "First rule")]
    [InlineData("title: first RULE", "First rule")]
    [InlineData("name: second", "Second rule")]
    [InlineData("title: Second rule", "Second rule")]
    public void An_entry_names_a_rule_by_id_name_or_title(string name, string title)
    {
        AdjustedRules adjusted = Adjusted.Adjust(Rules, $"rules:\n  - {name}\n    level: low\n");
        Assert.Empty(adjusted.Problems);
        Assert.Equal(1, adjusted.Relevelled);
        foreach (SigmaRule rule in adjusted.Set.Rules)
        {
            Assert.Equal(rule.Title == title ? Level.Low : Level.High, rule.Level);
            Assert.Equal(Level.High, rule.DeclaredLevel);
        }
    }

    [Fact]
    public void A_rule_is_switched_off_with_its_reason()
    {
        AdjustedRules adjusted = Adjusted.Adjust(
            Rules,
            "rules:\n  - name: second\n    disable: true\n    reason: our backup does this all day\n"
        );
        Assert.Equal(["First rule"], adjusted.Firing(("A", 1)));
        (SigmaDocument document, string? reason) = Assert.Single(adjusted.Disabled);
        Assert.Equal(("Second rule", "our backup does this all day"), (document.Title, reason));
        Assert.Equal(1, adjusted.Set.DocumentCount);
    }

    [Fact]
    public void Events_are_left_out_by_their_fields()
    {
        AdjustedRules adjusted = Adjusted.Adjust(
            Rules,
            """
            rules:
              - name: second
                exclude:
                  - Host|startswith: [build-, test-]
                    User: svc
                  - Path|re: '^C:\\Tools'
            """
        );
        Assert.Equal(1, adjusted.Excluded);
        Assert.Equal(["First rule"], adjusted.Firing(("A", 1), ("Host", "BUILD-1"), ("User", "svc")));
        Assert.Equal(["First rule"], adjusted.Firing(("A", 1), ("Path", @"C:\Tools\x")));
        Assert.Equal(["First rule", "Second rule"], adjusted.Firing(("A", 1), ("Host", "build-1"), ("User", "joe")));
        Assert.Equal(["First rule", "Second rule"], adjusted.Firing(("A", 1)));
        Assert.Empty(adjusted.Firing(("A", 2)));
    }

    [Fact]
    public void Entries_for_the_same_rule_add_up()
    {
        AdjustedRules adjusted = Adjusted.Adjust(
            Rules,
            "rules:\n- { name: second, level: low, exclude: { B: 1 } }\n- { name: second, level: critical, exclude: { B: 2 } }\n"
        );
        Assert.Equal(Level.Critical, adjusted.Set.Rules[1].Level);
        Assert.Equal(["First rule"], adjusted.Firing(("A", 1), ("B", 1)));
        Assert.Equal(["First rule"], adjusted.Firing(("A", 1), ("B", 2)));
        Assert.Equal(["First rule", "Second rule"], adjusted.Firing(("A", 1), ("B", 3)));
    }

    [Theory]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", true)]
    public void An_entry_is_in_force_up_to_its_last_day(string until, bool isInForce)
    {
        AdjustedRules adjusted = Adjusted.Adjust(
            Rules,
            $"rules:\n  - name: second\n    disable: true\n    until: {until}\n"
        );
        Assert.Equal(isInForce, adjusted.Disabled.Count == 1);
        Assert.Equal(isInForce ? 0 : 1, adjusted.Problems.Count);
        if (!isInForce)
        {
            Assert.Equal(
                (ProblemSeverity.Warning, ProblemCodes.Tuning, "tuning.yml", 2, 5),
                (
                    adjusted.Problems[0].Severity,
                    adjusted.Problems[0].Code,
                    adjusted.Problems[0].Path,
                    adjusted.Problems[0].Line,
                    adjusted.Problems[0].Column
                )
            );
            Assert.Contains("until", adjusted.Problems[0].Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("name: Second")]
    [InlineData("id: 0a6f6bf0-3a07-4e57-8a86-2f1a52b1f00f")]
    [InlineData("title: Second")]
    public void An_entry_for_a_rule_that_is_not_there_is_told(string name)
    {
        AdjustedRules adjusted = Adjusted.Adjust(Rules, $"rules:\n  - {name}\n    disable: true\n");
        Assert.Equal(2, adjusted.Set.Rules.Count);
        SigmaProblem problem = Assert.Single(adjusted.Problems);
        Assert.Equal((ProblemSeverity.Warning, ProblemCodes.Tuning), (problem.Severity, problem.Code));
    }

    [Fact]
    public void An_entry_for_a_rule_that_an_earlier_one_switched_off_is_no_mistake() =>
        Assert.Empty(
            Adjusted
                .Adjust(Rules, "rules:\n- { name: second, disable: true }\n- { name: second, level: low }\n")
                .Problems
        );

    [Fact]
    public void Correlations_get_levels_and_are_switched_off()
    {
        string rules =
            Rules
            + "---\ntitle: Many\nname: many\nlevel: low\ncorrelation:\n  type: event_count\n  rules: [second]\n  group-by: [H]\n  timespan: 1m\n  condition: { gte: 5 }\n";
        AdjustedRules higher = Adjusted.Adjust(rules, "rules:\n- { name: many, level: critical }\n");
        Assert.Equal(Level.Critical, Assert.Single(higher.Set.Correlations).Level);
        AdjustedRules off = Adjusted.Adjust(rules, "rules:\n- { name: many, disable: true, reason: no }\n");
        Assert.Empty(off.Set.Correlations);
        Assert.Equal(("Many", "no"), (off.Disabled[0].Document.Title, off.Disabled[0].Reason));
        AdjustedRules excluded = Adjusted.Adjust(rules, "rules:\n- { name: many, exclude: { A: 1 } }\n");
        Assert.Contains("exclude from the rules", Assert.Single(excluded.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Placeholders_get_their_values()
    {
        AdjustedRules adjusted = Adjusted.Adjust(
            "title: R\nlevel: low\nlogsource: { product: windows }\ndetection:\n  s: { Host|expand: '%Servers%', User|expand: 'svc-%Unit%' }\n  condition: s\n",
            "placeholders:\n  Servers: [srv-*, DC1]\n  '%Unit%': 7\n"
        );
        Assert.Equal(["R"], adjusted.Firing(("Host", "srv-77"), ("User", "svc-7")));
        Assert.Equal(["R"], adjusted.Firing(("Host", "dc1"), ("User", "svc-7")));
        Assert.Empty(adjusted.Firing(("Host", "dc2"), ("User", "svc-7")));
        Assert.Empty(adjusted.Firing(("Host", "dc1"), ("User", "svc-8")));
    }

    [Theory]
    [InlineData("text", 1, 1, "'rules'")]
    [InlineData("- a", 1, 1, "'rules'")]
    [InlineData("rules: x", 1, 8, "list of entries")]
    [InlineData("rules: []\nrule: []", 2, 1, "Did you mean 'rules'?")]
    [InlineData("rules:\n- text", 2, 3, "names a rule")]
    [InlineData("rules:\n- level: low", 2, 3, "names one rule")]
    [InlineData("rules:\n- { id: a, name: b, level: low }", 2, 3, "names one rule")]
    [InlineData("rules:\n- { id: '', level: low }", 2, 3, "names one rule")]
    [InlineData("rules:\n- { id: [a], level: low }", 2, 3, "names one rule")]
    [InlineData("rules:\n- id: a", 2, 3, "changes nothing")]
    [InlineData("rules:\n- { id: a, disable: false }", 2, 3, "changes nothing")]
    [InlineData("rules:\n- { id: a, levels: low, disable: true }", 2, 12, "Did you mean 'level'?")]
    [InlineData("rules:\n- { id: a, level: lowest }", 2, 19, "A level is")]
    [InlineData("rules:\n- { id: a, level: 3 }", 2, 19, "A level is")]
    [InlineData("rules:\n- { id: a, level: low, disable: maybe }", 2, 33, "true or false")]
    [InlineData("rules:\n- { id: a, level: low, until: 2026-3-1 }", 2, 31, "2026-12-31")]
    [InlineData("rules:\n- { id: a, level: low, until: [] }", 2, 31, "2026-12-31")]
    [InlineData("rules:\n- { id: a, exclude: text }", 2, 21, "map of fields")]
    [InlineData("rules:\n- { id: a, exclude: [text] }", 2, 21, "map of fields")]
    [InlineData("rules:\n- id: a\n  exclude: { A|contians: x }", 3, 16, "contains")]
    [InlineData("placeholders: x", 1, 15, "map from names")]
    [InlineData("placeholders: { A: [] }", 1, 20, "list of values")]
    [InlineData("placeholders: { A: [[x]] }", 1, 20, "list of values")]
    [InlineData("placeholders: { A: null }", 1, 20, "list of values")]
    [InlineData("placeholders: { A: x, '%A%': y }", 1, 23, "already")]
    [InlineData("rules: [", 2, 1, "")]
    public void What_is_wrong_with_a_file_is_told_with_its_place(string text, int line, int column, string part)
    {
        var tuning = RuleTuning.Parse(text, "my.yml", new SigmaOptions { Fields = new FieldTable() });
        Assert.True(tuning.HasErrors);
        SigmaProblem problem = tuning.Problems[0];
        Assert.Equal(
            (ProblemSeverity.Error, "my.yml", line, column),
            (problem.Severity, problem.Path, problem.Line, problem.Column)
        );
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    public void A_file_may_say_nothing(string text)
    {
        var tuning = RuleTuning.Parse(text, "my.yml", SigmaOptions.Default);
        Assert.Empty(tuning.Problems);
        Assert.Equal(0, tuning.Count);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_and_no_exception()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cordon-tuning-");
        try
        {
            string path = Path.Combine(folder.FullName, "t.yml");
            Assert.Equal(ProblemCodes.FileUnreadable, RuleTuning.Load(path, SigmaOptions.Default).Problems[0].Code);
            File.WriteAllText(path, "rules:\n- { id: a, disable: true }\n");
            Assert.Equal(1, RuleTuning.Load(path, SigmaOptions.Default).Count);
            Assert.Equal(
                ProblemCodes.FileLimit,
                RuleTuning.Load(path, SigmaOptions.Default with { MaxFileSize = 10 }).Problems[0].Code
            );
            File.WriteAllBytes(path, [0xff, 0x31, 0x80]);
            Assert.True(RuleTuning.Load(path, SigmaOptions.Default).HasErrors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

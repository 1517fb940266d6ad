using Cordon.Events;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Loading;

public sealed class RuleSetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-sigma-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Reads_everything_that_a_rule_says()
    {
        SigmaRule rule = Sample.Load(
            """
            title: Odd service
            id: 11111111-2222-4333-8444-555555555555
            name: odd_service
            related:
                - id: 11111111-2222-4333-8444-666666666666
                  type: derived
            status: experimental
            description: Finds odd services.
            license: CC0-1.0
            references:
                - https://example.org/a
            author: A. Nalyst
            date: 2026-01-31
            modified: 2026-02-01
            tags:
                - attack.t1543.003
                - attack.T1543.003
                - attack.t1021
                - attack.privilege_escalation
                - attack.credential-access
                - attack.g0016
                - attack.ds0019
                - cve.2026-0001
            logsource:
                product: Windows
                service: system
                definition: Needs nothing.
                vendor: example
            detection:
                selection:
                    EventID: 7045
                    ServiceName|contains: odd
                filter:
                    ImagePath|fieldref: ServiceFileName
                    StartType|exists: true
                condition: selection and not filter
            fields:
                - AccountName
            falsepositives:
                - Odd administrators
            level: high
            scope:
                - server
            x-team: blue
            """
        );
        Assert.Equal(("Odd service", "odd_service"), (rule.Title, rule.Name));
        Assert.Equal("11111111-2222-4333-8444-555555555555", rule.Id);
        Assert.Equal([new RelatedRule("11111111-2222-4333-8444-666666666666", "derived")], rule.Related);
        Assert.Equal((RuleStatus.Experimental, Level.High), (rule.Status, rule.Level));
        Assert.Equal(("Finds odd services.", "CC0-1.0", "A. Nalyst"), (rule.Description, rule.License, rule.Author));
        Assert.Equal((new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 1)), (rule.Date, rule.Modified));
        Assert.Equal(["T1543.003", "T1021"], rule.Techniques);
        Assert.Equal(["privilege-escalation", "credential-access"], rule.Tactics);
        Assert.Equal(8, rule.Tags.Count);
        Assert.Equal(new LogSource("windows", null, "system"), rule.LogSource);
        Assert.Equal("Needs nothing.", rule.LogSourceDefinition);
        Assert.Equal("example", rule.LogSourceExtras["vendor"]);
        Assert.Equal(["EventID", "ServiceName", "ImagePath", "ServiceFileName", "StartType"], rule.Fields);
        Assert.Equal(["AccountName"], rule.FieldsOfInterest);
        Assert.Equal(["Odd administrators"], rule.FalsePositives);
        Assert.Equal(["server"], rule.Scope);
        Assert.Equal(["x-team"], rule.CustomKeys);
        Assert.Equal(["selection", "filter"], rule.Searches.Select(search => search.Name));
        Assert.Equal(("sample.yml", 1, 1), (rule.Path, rule.Document, rule.Line));
        Assert.False(rule.HasKeywords);
    }

    [Fact]
    public void Equal_tests_of_different_rules_are_equal_and_hash_alike()
    {
        RuleSet set = RuleSet.Parse(
            Sample.Rule("s:\n    A|endswith: '\\x.exe'\n    B: 5\n    C|re: a+\n    D|cidr: 10.0.0.0/8\ncondition: s")
                + "\n---\n"
                + Sample.Rule("t:\n    A: '*\\x.exe'\n    B: 5\n    C|re: a+\n    D|cidr: 10.0.0.0/8\ncondition: t")
        );
        Assert.Equal(set.Rules[0].Condition, set.Rules[1].Condition);
        Assert.Equal(set.Rules[0].Condition.GetHashCode(), set.Rules[1].Condition.GetHashCode());
        Assert.NotEqual(
            set.Rules[0].Condition,
            Sample.Load(Sample.Rule("s:\n    A|endswith|cased: x\ncondition: s")).Condition
        );
    }

    [Fact]
    public void Walks_folders_in_ordinal_order_whatever_the_number_of_threads()
    {
        string good = Sample.Rule("s:\n    A: 1\ncondition: s");
        string bad = Sample.Rule("s:\n    A|bad: 1\ncondition: s");
        for (int i = 0; i < 40; i++)
        {
            string folder = Path.Combine(_folder.FullName, i % 2 == 0 ? "b" : "A", $"{i % 7}");
            Directory.CreateDirectory(folder);
            File.WriteAllText(
                Path.Combine(folder, $"r{i}.{(i % 3 == 0 ? "yaml" : "yml")}"),
                i % 5 == 0 ? bad : good.Replace("Sample", $"R{i}", StringComparison.Ordinal)
            );
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "readme.md"), "not a rule");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, ".git"));
        File.WriteAllText(Path.Combine(_folder.FullName, ".git", "x.yml"), bad);

        RuleSet one = RuleSet.Load([_folder.FullName], new SigmaOptions { Parallelism = 1 });
        RuleSet many = RuleSet.Load(
            [_folder.FullName, Path.Combine(_folder.FullName, "A")],
            new SigmaOptions { Parallelism = 8 }
        );
        Assert.Equal((40, 32, 8), (one.FileCount, one.Rules.Count, one.RefusedCount));
        Assert.Equal(one.Rules.Select(rule => rule.Path), many.Rules.Select(rule => rule.Path));
        Assert.Equal(one.Problems, many.Problems);
        Assert.Equal(
            one.Rules.Select(rule => rule.Path).Order(StringComparer.Ordinal),
            one.Rules.Select(rule => rule.Path)
        );
    }

    [Fact]
    public void A_path_that_is_not_there_is_a_problem_and_costs_nothing_else()
    {
        string file = Path.Combine(_folder.FullName, "rule.txt");
        File.WriteAllText(file, Sample.Rule("s:\n    A: 1\ncondition: s"));
        RuleSet set = RuleSet.Load([Path.Combine(_folder.FullName, "nowhere"), file]);
        Assert.Single(set.Rules);
        Assert.Equal(
            (ProblemSeverity.Error, ProblemCodes.PathNotFound),
            (set.Problems[0].Severity, set.Problems[0].Code)
        );
    }

    [Fact]
    public void Rules_with_the_same_id_or_name_are_both_kept_with_a_warning()
    {
        const string Extra = "id: 11111111-2222-4333-8444-555555555555\nname: twin";
        string rule = Sample.Rule("s:\n    A: 1\ncondition: s", Extra);
        RuleSet set = RuleSet.Parse($"{rule}\n---\n{rule}");
        Assert.Equal(2, set.Rules.Count);
        Assert.Equal(
            [ProblemCodes.DuplicateId, ProblemCodes.DuplicateId],
            set.Problems.Select(problem => problem.Code)
        );
        Assert.All(
            set.Problems,
            problem => Assert.Equal((ProblemSeverity.Warning, 12), (problem.Severity, problem.Line))
        );
    }

    [Fact]
    public void A_detection_of_more_predicates_than_allowed_is_refused()
    {
        string values = string.Join(", ", Enumerable.Range(0, 200));
        string rule = Sample.Rule($"s:\n    A: [{values}]\ncondition: s");
        SigmaProblem problem = Assert.Single(Sample.Problems(rule, new SigmaOptions { MaxPredicates = 100 }));
        Assert.Equal(ProblemCodes.DetectionLimit, problem.Code);
    }
}

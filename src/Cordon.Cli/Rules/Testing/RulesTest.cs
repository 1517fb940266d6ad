using Cordon.Cli.Terminal;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Regression;

namespace Cordon.Cli.Rules.Testing;

/// <summary>Runs the cases that belong to rules: logs in SigmaHQ's regression layout, and made-up events of <c>cases.jsonl</c>.</summary>
internal static class RulesTest
{
    /// <summary>Runs every case at and below <paramref name="paths"/> and those that rules there point to.</summary>
    /// <param name="paths">Rules, cases, or folders of them.</param>
    /// <param name="rulePaths">Rules; empty for those at and below <paramref name="paths"/>.</param>
    /// <param name="only">Only cases of the rule with this id; null for all.</param>
    /// <param name="format"><c>text</c> or <c>jsonl</c>.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancel">Ends the run.</param>
    public static int Run(
        IReadOnlyList<string> paths,
        IReadOnlyList<string> rulePaths,
        string? only,
        string format,
        TextWriter output,
        CancellationToken cancel
    )
    {
        foreach (string path in paths.Where(static p => !Path.Exists(p)))
        {
            ErrorText.Write($"{path}: there is no such file or folder");
            return ExitCode.Usage;
        }

        List<string> infos = CaseFiles.Find(paths, RegressionInfo.FileName, IsInfo);
        List<string> events = CaseFiles.Find(paths, CaseFiles.Events, IsJsonLines);
        var fields = new FieldTable();
        (LoadedRules rules, bool isNamed) = LoadRules(paths, rulePaths, infos, fields);
        var run = new TestRun(rules, only, fields, cancel);
        List<TestOutcome> outcomes = [];
        // Who names cases wants those; who names rules wants theirs.
        infos.AddRange(
            CaseFiles.PointedTo(
                isNamed ? rules.Set.Rules : [],
                (rule, path) => outcomes.AddRange(run.Missing(rule, path))
            )
        );
        outcomes.AddRange(run.Run([.. infos.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)], events));
        return TestReport.Write(outcomes, format, only, output);
    }

    private static (LoadedRules Rules, bool IsNamed) LoadRules(
        IReadOnlyList<string> paths,
        IReadOnlyList<string> rulePaths,
        List<string> infos,
        FieldTable fields
    )
    {
        if (rulePaths.Count > 0)
        {
            return (RuleSources.LoadAny(rulePaths, fields, CacheFolder.Find()), false);
        }

        string[] candidates = [.. paths.Where(static p => !IsInfo(p) && !IsJsonLines(p))];
        LoadedRules? own = candidates.Length > 0 ? RuleSources.LoadAny(candidates, fields, CacheFolder.Find()) : null;
        if (own is { Set.Rules.Count: > 0 })
        {
            return (own, true);
        }

        List<string> beside = CaseFiles.RulesBeside(infos);
        if (beside.Count == 0)
        {
            beside.AddRange(
                paths
                    .Where(IsJsonLines)
                    .Select(static p => Path.GetDirectoryName(Path.GetFullPath(p))!)
                    .Distinct(StringComparer.Ordinal)
            );
        }

        LoadedRules found =
            beside.Count > 0
                ? RuleSources.LoadAny(beside, fields, CacheFolder.Find())
                : own ?? new LoadedRules("nowhere", RuleSet.Parse([], SigmaOptions.Default with { Fields = fields }));
        return (found, false);
    }

    private static bool IsInfo(string path) =>
        Path.GetFileName(path).Equals(RegressionInfo.FileName, StringComparison.OrdinalIgnoreCase);

    private static bool IsJsonLines(string path) =>
        Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase) && File.Exists(path);
}

using Cordon.Events;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;
using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Tells every problem of a set of rules with its place, and the counts.</summary>
internal static class RulesCheck
{
    /// <summary>Writes problems, then counts, to <paramref name="output"/>.</summary>
    /// <returns><see cref="ExitCode.Failed"/> where a document can't be used, or, if <paramref name="strict"/>, has a warning.</returns>
    public static int Run(IReadOnlyList<string> paths, string? tuningPath, bool strict, TextWriter output)
    {
        // Nothing that was kept stands between the files and who wants to know what is in them.
        var fields = new FieldTable();
        RuleTuning? tuning = tuningPath is null
            ? null
            : RuleTuning.Load(tuningPath, SigmaOptions.Default with { Fields = fields });
        LoadedRules rules = RuleSources.LoadAny(paths, fields, cacheFolder: null, tuning);
        RuleSet set = rules.Set;
        var correlations = CorrelationSet.Build(set.Rules, set.Correlations);
        AdjustedRules adjusted = RuleAdjuster.Adjust(set, tuning, RuleSources.Today());
        // A reference that leads nowhere was told when loading.
        SigmaProblem[] problems =
        [
            .. tuning?.Problems ?? [],
            .. set.Problems,
            .. adjusted.Problems,
            .. correlations.Problems.Where(p =>
                !set.Problems.Any(q => q.Code == p.Code && q.Path == p.Path && q.Line == p.Line)
            ),
        ];
        int refused = set.RefusedCount + correlations.Problems.Count;
        bool isTuningBroken = tuning?.HasErrors == true;
        foreach (SigmaProblem problem in problems)
        {
            output.WriteLine(SafeText.OneLine(problem.ToString()));
        }

        int warnings = problems.Count(static p => p.Severity == ProblemSeverity.Warning);
        if (problems.Length > 0)
        {
            output.WriteLine();
        }

        output.WriteLine($"{Wording.Counted(set.Rules.Count, "rule")} can be used");
        if (set.Correlations.Count > 0)
        {
            output.WriteLine($"{Wording.Counted(correlations.Correlations.Count, "correlation")} can be used");
        }

        if (set.Filters.Count > 0)
        {
            output.WriteLine(
                $"{Wording.Counted(adjusted.Filters, "filter")} can be used, on {Wording.Counted(adjusted.Filtered, "rule")}"
            );
        }

        output.WriteLine($"{Wording.Count(refused)} refused");
        foreach (
            IGrouping<string, SigmaProblem> group in problems
                .Where(static p => p.Severity == ProblemSeverity.Error)
                .GroupBy(static p => p.Code, StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
        )
        {
            output.WriteLine(
                $"    {group.Key}: {Wording.Count(group.Select(static p => (p.Path, p.Title)).Distinct().Count())}"
            );
        }

        output.WriteLine(Wording.Counted(warnings, "warning"));
        bool nothing = set.Rules.Count + set.Correlations.Count + set.Filters.Count == 0;
        return nothing || isTuningBroken || refused > 0 || (strict && warnings > 0) ? ExitCode.Failed : ExitCode.Done;
    }
}

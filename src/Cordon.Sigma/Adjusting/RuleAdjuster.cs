using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma;

/// <summary>Puts filters into rules, and what a <see cref="RuleTuning"/> says.</summary>
/// <remarks>
/// A filter's condition and a rule's are linked by AND (the reading of pySigma; <c>docs/rules.md</c>). What a filter or an exclusion
/// takes away, it takes away where that is certain: where a log cannot say what a field holds, the rule stays as it is.
/// </remarks>
public static class RuleAdjuster
{
    /// <summary>Adjusts a set of rules; the set itself stays as it is.</summary>
    /// <param name="set">What was loaded.</param>
    /// <param name="tuning">What its user wants otherwise; null for nothing.</param>
    /// <param name="today">The day on which entries of the tuning must be in force (UTC).</param>
    public static AdjustedRules Adjust(RuleSet set, RuleTuning? tuning, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(set);
        List<SigmaProblem> problems = [];
        List<SigmaRule> rules = ApplyFilters(set, problems, out int filters, out int filtered);
        List<SigmaCorrelation> correlations = [.. set.Correlations];
        List<(SigmaDocument Document, string? Reason)> disabled = [];
        int relevelled = 0;
        int excluded = 0;
        foreach (TuningEntry entry in tuning?.Entries ?? [])
        {
            if (entry.Until < today)
            {
                problems.Add(entry.Warning("It is no longer in force ('until' has passed). Renew it, or take it out."));
                continue;
            }

            int met = disabled.Count(d => entry.IsFor(d.Document));
            for (int i = rules.Count - 1; i >= 0; i--)
            {
                SigmaRule rule = rules[i];
                if (!entry.IsFor(rule))
                {
                    continue;
                }

                met++;
                if (entry.IsDisabled)
                {
                    disabled.Add((rule, entry.Reason));
                    rules.RemoveAt(i);
                    continue;
                }

                if (entry.Level is { } level)
                {
                    relevelled++;
                    rule = rule.With(level);
                }

                if (entry.Exclusion is { } exclusion)
                {
                    excluded++;
                    rule = Without(rule, exclusion);
                }

                rules[i] = rule;
            }

            for (int i = correlations.Count - 1; i >= 0; i--)
            {
                SigmaCorrelation correlation = correlations[i];
                if (!entry.IsFor(correlation))
                {
                    continue;
                }

                met++;
                if (entry.Exclusion is not null)
                {
                    problems.Add(
                        entry.Warning(
                            "A correlation has no events of its own: exclude from the rules that it looks at."
                        )
                    );
                }

                if (entry.IsDisabled)
                {
                    disabled.Add((correlation, entry.Reason));
                    correlations.RemoveAt(i);
                }
                else if (entry.Level is { } level)
                {
                    relevelled++;
                    correlations[i] = correlation.With(level);
                }
            }

            if (met == 0)
            {
                problems.Add(
                    entry.Warning($"No rule that was loaded has the {entry.Key} '{NearName.Shorten(entry.Rule)}'.")
                );
            }
        }

        return new AdjustedRules
        {
            Set = set.With(rules, correlations),
            Problems = problems,
            Filters = filters,
            Filtered = filtered,
            Relevelled = relevelled,
            Excluded = excluded,
            Disabled = disabled,
        };
    }

    private static List<SigmaRule> ApplyFilters(
        RuleSet set,
        List<SigmaProblem> problems,
        out int filters,
        out int filtered
    )
    {
        List<SigmaRule> rules = [.. set.Rules];
        HashSet<int> touched = [];
        filters = 0;
        foreach (SigmaFilter filter in set.Filters)
        {
            int met = 0;
            for (int i = 0; i < rules.Count; i++)
            {
                if (IsFor(filter, rules[i]))
                {
                    met++;
                    touched.Add(i);
                    rules[i] = Without(rules[i], new NotExpression(filter.Condition));
                }
            }

            filters += met > 0 ? 1 : 0;
            if (met == 0)
            {
                problems.Add(
                    new SigmaProblem(
                        ProblemSeverity.Warning,
                        ProblemCodes.Filter,
                        filter.Path,
                        filter.Line,
                        1,
                        "No rule that was loaded is one that this filter names and of its log source, so it does nothing.",
                        filter.Title
                    )
                );
            }
        }

        filtered = touched.Count;
        return rules;
    }

    private static bool IsFor(SigmaFilter filter, SigmaRule rule) =>
        Fits(filter.LogSource.Product, rule.LogSource.Product)
        && Fits(filter.LogSource.Category, rule.LogSource.Category)
        && Fits(filter.LogSource.Service, rule.LogSource.Service)
        && (filter.IsForAnyRule || filter.Rules.Any(reference => IsCalled(rule, reference)));

    private static bool Fits(string? wanted, string? given) =>
        wanted is null || string.Equals(wanted, given, StringComparison.OrdinalIgnoreCase);

    private static bool IsCalled(SigmaDocument document, string reference) =>
        string.Equals(document.Id, reference, StringComparison.OrdinalIgnoreCase)
        || string.Equals(document.Name, reference, StringComparison.Ordinal);

    private static SigmaRule Without(SigmaRule rule, SigmaExpression excluded) =>
        rule.With(OperandList.And([rule.Condition, new NotExpression(new CertainExpression(excluded))]));
}

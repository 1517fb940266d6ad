using Cordon.Cli.Terminal;
using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Finds the rule that a word on the command line means: an id, a name, a file, or a title.</summary>
internal static class RuleChoice
{
    private const int Shown = 10;

    /// <summary>Finds it; null, with a message on standard error, where there is none or several.</summary>
    public static SigmaRule? Find(string word, LoadedRules rules)
    {
        // What tuning switched off may be what the question is about.
        IReadOnlyList<SigmaRule> all =
        [
            .. rules.Effective.Rules,
            .. rules.Adjusted?.Disabled.Select(static d => d.Document).OfType<SigmaRule>() ?? [],
        ];
        SigmaRule[] found = Matching(all, rule => Same(rule.Id, word) || Same(rule.Name, word));
        found = found.Length > 0 ? found : Matching(all, rule => IsFile(rule, word));
        found = found.Length > 0 ? found : Matching(all, rule => Same(rule.Title, word));
        found =
            found.Length > 0
                ? found
                : Matching(all, rule => rule.Title.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (found.Length == 1)
        {
            return found[0];
        }

        if (found.Length > 1)
        {
            ErrorText.Write($"'{word}' means {found.Length} rules; name one by its id:");
            foreach (SigmaRule rule in found.Take(Shown))
            {
                ErrorText.Write($"  {rule.Id ?? rule.Path}  {rule.Title}");
            }

            return null;
        }

        SigmaProblem? problem = rules.Set.Problems.FirstOrDefault(p =>
            p.Severity == ProblemSeverity.Error && (Same(p.Title, word) || Same(p.Path, word))
        );
        ErrorText.Write(
            problem is not null
                ? $"the rule can't be used: {problem}"
                : $"no rule of {rules.Origin} has the id, name, path or title '{word}'; name its file, or give --rules"
        );
        return null;
    }

    private static SigmaRule[] Matching(IReadOnlyList<SigmaRule> rules, Func<SigmaRule, bool> accepts) =>
        [.. rules.Where(accepts)];

    private static bool Same(string? left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool IsFile(SigmaRule rule, string word)
    {
        string path = rule.Path.Replace('\\', '/');
        string sought = word.Replace('\\', '/');
        return path.Equals(sought, StringComparison.Ordinal)
            || path.EndsWith("/" + sought, StringComparison.Ordinal)
            || Path.GetFileNameWithoutExtension(path).Equals(sought, StringComparison.Ordinal);
    }
}

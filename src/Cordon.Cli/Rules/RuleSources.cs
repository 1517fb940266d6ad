using Cordon.Cli.Terminal;
using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Gets rules from paths, or the built-in ones where no path is given.</summary>
internal static class RuleSources
{
    private const string Prefix = "rules/";

    /// <summary>Loads rules.</summary>
    /// <param name="paths">Files and folders; empty for the built-in rules.</param>
    /// <param name="fields">The table that the rules' field names go into.</param>
    /// <param name="cacheFolder">Where what files gave is kept between calls; null for nowhere.</param>
    /// <returns>The rules; null, with a message on standard error, where there is none to use.</returns>
    public static LoadedRules? Load(IReadOnlyList<string> paths, FieldTable fields, string? cacheFolder)
    {
        LoadedRules rules = LoadAny(paths, fields, cacheFolder);
        if (rules.Set.Rules.Count > 0)
        {
            return rules;
        }

        foreach (SigmaProblem problem in rules.Set.Problems.Take(10))
        {
            ErrorText.Write(problem.ToString());
        }

        ErrorText.Write($"no rule in {rules.Origin} can be used; 'cordon rules check' tells more");
        return null;
    }

    /// <summary>As <see cref="Load"/>, and without a word where nothing can be used.</summary>
    public static LoadedRules LoadAny(IReadOnlyList<string> paths, FieldTable fields, string? cacheFolder)
    {
        SigmaOptions options = SigmaOptions.Default with { Fields = fields, CacheFolder = cacheFolder };
        return paths.Count == 0
            ? new LoadedRules("built-in", RuleSet.Parse(BuiltIn(), options))
            : new LoadedRules(string.Join(", ", paths), RuleSet.Load(paths, options));
    }

    private static IEnumerable<KeyValuePair<string, string>> BuiltIn()
    {
        System.Reflection.Assembly assembly = typeof(RuleSources).Assembly;
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(static n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new KeyValuePair<string, string>(name.Replace('\\', '/'), reader.ReadToEnd());
        }
    }
}

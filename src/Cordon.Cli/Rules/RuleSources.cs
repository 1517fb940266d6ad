using Cordon.Cli.Rules.Updating;
using Cordon.Cli.Terminal;
using Cordon.Events;
using Cordon.Reporting;
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
    /// <param name="tuning">The user's tuning file; null for none.</param>
    /// <returns>The rules with their filters and tuned; null, with a message on standard error, where there is none to use.</returns>
    public static LoadedRules? Load(
        IReadOnlyList<string> paths,
        FieldTable fields,
        string? cacheFolder,
        string? tuning = null
    )
    {
        LoadedRules rules = LoadAny(paths, fields, cacheFolder);
        if (rules.Set.Rules.Count > 0)
        {
            return Adjust(rules, fields, tuning);
        }

        foreach (SigmaProblem problem in rules.Set.Problems.Take(10))
        {
            ErrorText.Write(problem.ToString());
        }

        ErrorText.Write($"no rule in {rules.Origin} can be used; 'cordon rules check' tells more");
        return null;
    }

    // A tuning that cannot be read whole is not used in part: what it would have silenced, or not, is its author's to say.
    private static LoadedRules? Adjust(LoadedRules rules, FieldTable fields, string? path)
    {
        RuleTuning? tuning = path is null ? null : RuleTuning.Load(path, SigmaOptions.Default with { Fields = fields });
        AdjustedRules adjusted = RuleAdjuster.Adjust(
            rules.Set,
            tuning,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        );
        foreach (SigmaProblem problem in (tuning?.Problems ?? []).Concat(adjusted.Problems.Where(p => p.Path == path)))
        {
            ErrorText.Write(problem.ToString());
        }

        if (tuning?.HasErrors == true)
        {
            ErrorText.Write("the tuning file is not used as long as it has errors; --no-tuning goes on without it");
            return null;
        }

        return rules with
        {
            Adjusted = adjusted,
        };
    }

    /// <summary>As <see cref="Load"/>, and without a word where nothing can be used.</summary>
    public static LoadedRules LoadAny(IReadOnlyList<string> paths, FieldTable fields, string? cacheFolder)
    {
        SigmaOptions options = SigmaOptions.Default with { Fields = fields, CacheFolder = cacheFolder };
        if (paths.Count > 0)
        {
            return new LoadedRules(string.Join(", ", paths), RuleSet.Load(paths, options));
        }

        RuleSet builtIn = RuleSet.Parse(BuiltIn(), options);
        try
        {
            return RuleStore.OfUser()?.Current() is { } release
                ? new LoadedRules($"built-in; {release}", RuleSet.Join(builtIn, Whole(release, options)))
                : new LoadedRules("built-in", builtIn);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A scan with fewer rules is worth more than none, if it says so.
            ErrorText.Write(fault.Message);
            return new LoadedRules("built-in; the updated rules can't be read", builtIn);
        }
    }

    // Rules that went missing unnoticed would be blindness unnoticed.
    private static RuleSet Whole(InstalledRelease release, SigmaOptions options)
    {
        RuleSet rules = RuleSet.Load([release.Folder], options);
        if (rules.FileCount < release.Files)
        {
            ErrorText.Write(
                $"{Wording.Counted(release.Files - rules.FileCount, "file")} of the updated rules in {release.Folder} gone; run 'cordon rules update' again"
            );
        }

        return rules;
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

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
        // A tuning that cannot be read whole is not used in part: what it would have silenced, or not, is its author's to say.
        RuleTuning? read = tuning is null
            ? null
            : RuleTuning.Load(tuning, SigmaOptions.Default with { Fields = fields });
        Tell(read?.Problems ?? []);
        if (read?.HasErrors == true)
        {
            ErrorText.Write("the tuning file is not used as long as it has errors; --no-tuning goes on without it");
            return null;
        }

        LoadedRules rules = LoadAny(paths, fields, cacheFolder, read);
        if (rules.Set.Rules.Count > 0)
        {
            AdjustedRules adjusted = RuleAdjuster.Adjust(rules.Set, read, Today());
            Tell(adjusted.Problems.Where(p => p.Path == tuning));
            return rules with { Adjusted = adjusted };
        }

        Tell(rules.Set.Problems.Take(10));
        ErrorText.Write($"no rule in {rules.Origin} can be used; 'cordon rules check' tells more");
        return null;
    }

    /// <summary>The day on which a tuning must be in force.</summary>
    public static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>As <see cref="Load"/>, and without a word where nothing can be used.</summary>
    public static LoadedRules LoadAny(
        IReadOnlyList<string> paths,
        FieldTable fields,
        string? cacheFolder,
        RuleTuning? tuning = null
    )
    {
        SigmaOptions options = SigmaOptions.Default with
        {
            Fields = fields,
            CacheFolder = cacheFolder,
            Placeholders = tuning?.Placeholders ?? SigmaOptions.Default.Placeholders,
        };
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

    private static void Tell(IEnumerable<SigmaProblem> problems)
    {
        foreach (SigmaProblem problem in problems)
        {
            ErrorText.Write(problem.ToString());
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

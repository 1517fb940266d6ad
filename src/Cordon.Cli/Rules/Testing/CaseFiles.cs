using Cordon.Sigma;
using Cordon.Sigma.Regression;

namespace Cordon.Cli.Rules.Testing;

/// <summary>Finds the files that describe cases, and the logs that they name.</summary>
internal static class CaseFiles
{
    /// <summary>The name of files with made-up events.</summary>
    public const string Events = "cases.jsonl";

    private const string RegressionFolder = "regression_data";

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 64,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    /// <summary>The files of a name at and below paths, in ordinal order, each once.</summary>
    public static List<string> Find(IEnumerable<string> paths, string name, Func<string, bool> isNamed)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path, name, Below).Order(StringComparer.Ordinal));
            }
            else if (isNamed(path))
            {
                files.Add(path);
            }
        }

        return [.. files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
    }

    /// <summary>The descriptions that rules point to with <c>regression_tests_path</c>; a path that is not there is given to <paramref name="missing"/>.</summary>
    public static IEnumerable<string> PointedTo(IEnumerable<SigmaRule> rules, Action<SigmaRule, string> missing)
    {
        foreach (SigmaRule rule in rules)
        {
            if (RegressionInfo.PathOf(rule) is not { } path)
            {
                continue;
            }

            if (Above(rule.Path, path) is { } file)
            {
                yield return file;
            }
            else
            {
                missing(rule, path);
            }
        }
    }

    /// <summary>
    /// A path that is written from the root of a collection: looked for from each folder above a file, the nearest first; null where
    /// there is none.
    /// </summary>
    public static string? Above(string file, string path)
    {
        // Shown as the file was named where that goes far enough up, else absolute.
        for (string? folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string there = Path.Combine(folder, path);
            if (File.Exists(there))
            {
                return there;
            }
        }

        return Path.IsPathRooted(file) ? null : Above(Path.GetFullPath(file), path);
    }

    /// <summary>Folders with rules that belong to regression data: those beside the folder of that name.</summary>
    public static List<string> RulesBeside(IEnumerable<string> infos)
    {
        HashSet<string> folders = new(StringComparer.Ordinal);
        foreach (string info in infos)
        {
            string full = Path.GetFullPath(info);
            int at = full.LastIndexOf(
                $"{Path.DirectorySeparatorChar}{RegressionFolder}{Path.DirectorySeparatorChar}",
                StringComparison.Ordinal
            );
            if (at > 0)
            {
                folders.UnionWith(Directory.EnumerateDirectories(full[..at], "rules*"));
            }
        }

        return [.. folders.Order(StringComparer.Ordinal)];
    }
}

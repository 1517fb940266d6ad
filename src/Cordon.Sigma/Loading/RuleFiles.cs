namespace Cordon.Sigma.Loading;

/// <summary>Finds the files that a load is about.</summary>
internal static class RuleFiles
{
    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 64,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        MatchType = MatchType.Simple,
        ReturnSpecialDirectories = false,
    };

    /// <summary>Lists the files of the paths, each once, folders in ordinal order; adds a problem for each path that is not there.</summary>
    public static List<string> Find(IEnumerable<string> paths, SigmaOptions options, List<SigmaProblem> problems)
    {
        List<string> files = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                foreach (string file in Below(path, problems))
                {
                    Add(file);
                }
            }
            else if (File.Exists(path))
            {
                Add(path);
            }
            else
            {
                problems.Add(
                    Problem(
                        ProblemCodes.PathNotFound,
                        path,
                        "There is no such file or folder. Check the spelling and from where the path is taken."
                    )
                );
            }
        }

        if (files.Count > options.MaxFiles)
        {
            problems.Add(
                Problem(
                    ProblemCodes.FileLimit,
                    files[options.MaxFiles],
                    $"There are more than {options.MaxFiles} files (MaxFiles); those from this one on are not read."
                )
            );
            files.RemoveRange(options.MaxFiles, files.Count - options.MaxFiles);
        }

        return files;

        void Add(string file)
        {
            if (seen.Add(Path.GetFullPath(file)))
            {
                files.Add(file);
            }
        }
    }

    /// <summary>A problem with a file as a whole.</summary>
    public static SigmaProblem Problem(string code, string path, string message) =>
        new(ProblemSeverity.Error, code, path, 0, 0, message);

    private static List<string> Below(string folder, List<SigmaProblem> problems)
    {
        List<string> files = [];
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", Walk))
            {
                if (
                    file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
                    || file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
                )
                {
                    files.Add(file);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(
                Problem(ProblemCodes.FileUnreadable, folder, $"The folder cannot be read to its end: {e.Message}")
            );
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }
}

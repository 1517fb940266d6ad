namespace Cordon.Sigma.Loading;

/// <summary>Finds the files that a load is about.</summary>
internal static class RuleFiles
{
    private const int MaxDepth = 64;

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
        Walk(new DirectoryInfo(folder), folder, 0, files, problems);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    // A folder that is not listed is told: rules that are not run unnoticed are worse than none.
    private static void Walk(
        DirectoryInfo folder,
        string path,
        int depth,
        List<string> files,
        List<SigmaProblem> problems
    )
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(Problem(ProblemCodes.FileUnreadable, path, $"The folder cannot be listed: {e.Message}"));
            return;
        }

        foreach (FileSystemInfo entry in entries)
        {
            string below = Path.Combine(path, entry.Name);
            if ((entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != FileAttributes.None)
            {
                continue;
            }

            if (entry is FileInfo file)
            {
                if (IsYaml(file.Name) && HasContent(file))
                {
                    files.Add(below);
                }
            }
            else if (entry.LinkTarget is null && depth < MaxDepth)
            {
                Walk((DirectoryInfo)entry, below, depth + 1, files, problems);
            }
            else if (depth >= MaxDepth)
            {
                problems.Add(
                    Problem(
                        ProblemCodes.FileLimit,
                        below,
                        $"Folders nest deeper than {MaxDepth} levels; this one is not read. Name it by itself."
                    )
                );
            }
        }
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    // Pipes have no length and opening one waits for a writer, perhaps for ever. A link to nothing is left to be reported.
    private static bool HasContent(FileInfo file)
    {
        try
        {
            return file.LinkTarget is null
                ? file.Length > 0
                : file.ResolveLinkTarget(returnFinalTarget: true) is not FileInfo { Exists: true } target
                    || target.Length > 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}

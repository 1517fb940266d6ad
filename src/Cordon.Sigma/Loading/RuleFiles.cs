using System.IO.Enumeration;

namespace Cordon.Sigma.Loading;

/// <summary>Finds the files that a load is about.</summary>
internal static class RuleFiles
{
    private const int MaxDepth = 64;

    private static readonly EnumerationOptions All = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
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
        Walk(folder, 0, files, problems);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    // A folder that is not listed is told: rules that are not run unnoticed are worse than none.
    private static void Walk(string path, int depth, List<string> files, List<SigmaProblem> problems)
    {
        Entry[] entries;
        try
        {
            entries =
            [
                .. new FileSystemEnumerable<Entry>(
                    path,
                    static (ref FileSystemEntry e) =>
                        new Entry(e.FileName.ToString(), e.Attributes, e.IsDirectory, e.IsDirectory ? 0 : e.Length),
                    All
                )
                {
                    ShouldIncludePredicate = static (ref FileSystemEntry e) => e.IsDirectory || IsYaml(e.FileName),
                },
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(Problem(ProblemCodes.FileUnreadable, path, $"The folder cannot be listed: {e.Message}"));
            return;
        }

        foreach (Entry entry in entries)
        {
            string below = Path.Combine(path, entry.Name);
            if ((entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != FileAttributes.None)
            {
                continue;
            }

            bool isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
            if (!entry.IsFolder)
            {
                if (isLink ? LeadsToContent(below) : entry.Length > 0)
                {
                    files.Add(below);
                }
            }
            else if (!isLink && depth < MaxDepth)
            {
                Walk(below, depth + 1, files, problems);
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

    private static bool IsYaml(ReadOnlySpan<char> name) =>
        name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    // Pipes have no length and opening one waits for a writer, perhaps for ever. A link to nothing is left to be reported.
    private static bool LeadsToContent(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true) is not FileInfo { Exists: true } target
                || target.Length > 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private readonly record struct Entry(string Name, FileAttributes Attributes, bool IsFolder, long Length);
}

namespace Cordon.Telemetry.Discovery;

/// <summary>
/// Walks files and folders and says of each file what it is, in a fixed order: paths as given, and below a folder by ordinal
/// order of names. Links below a folder are not followed.
/// </summary>
public static class LogFinder
{
    private const int MaxDepth = 64;

    /// <summary>Finds the logs at and below <paramref name="paths"/>; a file that is reached twice is given once.</summary>
    /// <returns>One entry for each file, those that can't be read among them, and one for each folder that can't be listed.</returns>
    public static IEnumerable<FoundLog> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            foreach (FoundLog found in Directory.Exists(path) ? Walk(path, 0) : [Look(path, asked: true)])
            {
                if (seen.Add(Path.GetFullPath(found.Path)))
                {
                    yield return found;
                }
            }
        }
    }

    private static IEnumerable<FoundLog> Walk(string folder, int depth)
    {
        FileSystemInfo[] entries = [];
        string? refusal =
            depth > MaxDepth ? $"folders are nested deeper than {MaxDepth}; name this one by itself" : null;
        if (refusal is null)
        {
            try
            {
                entries = new DirectoryInfo(folder).GetFileSystemInfos();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                refusal = $"the folder can't be listed: {fault.Message}";
            }
        }

        if (refusal is not null)
        {
            yield return new FoundLog(folder, 0, LogFormat.Unknown, refusal);
            yield break;
        }

        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (FileSystemInfo entry in entries)
        {
            string path = Path.Combine(folder, entry.Name);
            if (entry.LinkTarget is not null)
            {
                yield return new FoundLog(
                    path,
                    0,
                    LogFormat.Unknown,
                    "it is a link; name what it points to, if that is wanted"
                );
            }
            else if (entry is DirectoryInfo)
            {
                foreach (FoundLog found in Walk(path, depth + 1))
                {
                    yield return found;
                }
            }
            else
            {
                yield return Look(path, asked: false);
            }
        }
    }

    private static FoundLog Look(string path, bool asked)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return new FoundLog(path, 0, LogFormat.Unknown, "there is no such file or folder");
            }

            long length = file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target
                ? target.Length
                : file.Length;
            if (length == 0)
            {
                return new FoundLog(path, 0, LogFormat.Unknown, "the file is empty, or no regular file");
            }

            (LogFormat format, string? refusal) = LogSniffer.Recognise(path, asked);
            return new FoundLog(path, length, format, refusal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FoundLog(path, 0, LogFormat.Unknown, fault.Message);
        }
    }
}

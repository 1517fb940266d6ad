using Cordon.Telemetry.Rows;

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
    /// <param name="paths">Files and folders.</param>
    /// <param name="options">The options that the files will be read with; null for those that hold where none are given.</param>
    public static IEnumerable<FoundLog> Find(IEnumerable<string> paths, LogReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Find(paths, (options ?? LogReaderOptions.Default).Formats);
    }

    private static IEnumerable<FoundLog> Find(IEnumerable<string> paths, IReadOnlyList<ILogFormat> formats)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            foreach (
                FoundLog found in Directory.Exists(path) ? Walk(path, 0, formats) : [Look(path, formats, asked: true)]
            )
            {
                if (seen.Add(Path.GetFullPath(found.Path)))
                {
                    yield return found;
                }
            }
        }
    }

    private static IEnumerable<FoundLog> Walk(string folder, int depth, IReadOnlyList<ILogFormat> formats)
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
                foreach (FoundLog found in Walk(path, depth + 1, formats))
                {
                    yield return found;
                }
            }
            else
            {
                yield return Look(path, formats, asked: false);
            }
        }
    }

    private static FoundLog Look(string path, IReadOnlyList<ILogFormat> formats, bool asked)
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

            using var content = new FileContent(path);
            Recognition known = LogSniffer.Recognise(content.Sample(), formats, asked);
            return new FoundLog(path, length, known.Format, known.Refusal)
            {
                FormatName = known.Name,
                RowFormat = known.RowFormat,
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FoundLog(path, 0, LogFormat.Unknown, fault.Message);
        }
    }
}

using Cordon.Events.Organisations;
using Cordon.Settings;

namespace Cordon.Incidents.Organisations;

/// <summary>
/// Knows whose a log is. A folder that holds a <c>cordon.yaml</c> is an organisation: all logs below it are its own, save those below a
/// folder further down that holds another.
/// </summary>
public sealed class OrganisationFinder
{
    private const int MaxDepth = 32;
    private const int MaxOrganisations = 20_000;

    private readonly Dictionary<string, Organisation> _byFolder;
    private readonly Organisation _elsewhere;

    private OrganisationFinder(Dictionary<string, Organisation> byFolder, Organisation elsewhere)
    {
        _byFolder = byFolder;
        _elsewhere = elsewhere;
        Organisations = [.. byFolder.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value)];
        if (Organisations.Count == 0)
        {
            Organisations = [elsewhere];
        }
    }

    /// <summary>
    /// The organisations that were found, in the order of their folders; where there is none, the one that was given, or
    /// <see cref="Organisation.Unnamed"/>.
    /// </summary>
    public IReadOnlyList<Organisation> Organisations { get; }

    /// <summary>Looks into the folders that are to be scanned, their subfolders, and the folders of files that are given one by one.</summary>
    /// <param name="paths">Files and folders as they are given to the scan.</param>
    /// <param name="file">A file to use for all logs instead of those that lie beside them; null to look for them.</param>
    /// <exception cref="SettingsException">A file can't be used; the message says why, where, and what to do.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static OrganisationFinder Find(IEnumerable<string> paths, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Dictionary<string, Organisation> byFolder = new(StringComparer.Ordinal);
        if (file is not null)
        {
            return new OrganisationFinder(byFolder, OrganisationReader.Load(file) with { Folder = "" });
        }

        foreach (string path in paths)
        {
            foreach (string found in FilesOf(path))
            {
                string folder = Path.GetDirectoryName(Path.GetFullPath(found)) ?? "";
                if (byFolder.ContainsKey(folder))
                {
                    continue;
                }

                if (byFolder.Count == MaxOrganisations)
                {
                    throw new IOException(
                        $"There are more than {MaxOrganisations} files {OrganisationReader.FileName}; scan fewer folders at a time."
                    );
                }

                byFolder.Add(folder, OrganisationReader.Load(found));
            }
        }

        return new OrganisationFinder(byFolder, Organisation.Unnamed);
    }

    /// <summary>Whose a log is: that of the nearest folder above it.</summary>
    /// <param name="logPath">The log's path as the scan names it; what stands after a container's name does no harm.</param>
    public Organisation Of(string logPath)
    {
        ArgumentNullException.ThrowIfNull(logPath);
        if (_byFolder.Count == 0)
        {
            return _elsewhere;
        }

        string? folder = Path.GetDirectoryName(Path.GetFullPath(logPath));
        while (!string.IsNullOrEmpty(folder))
        {
            if (_byFolder.TryGetValue(folder, out Organisation? organisation))
            {
                return organisation;
            }

            folder = Path.GetDirectoryName(folder);
        }

        return _elsewhere;
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (Directory.Exists(path))
        {
            var options = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
                MaxRecursionDepth = MaxDepth,
                AttributesToSkip = FileAttributes.ReparsePoint,
                MatchCasing = MatchCasing.CaseSensitive,
            };
            return Directory.EnumerateFiles(path, OrganisationReader.FileName, options).Order(StringComparer.Ordinal);
        }

        string beside = Path.Combine(Path.GetDirectoryName(path) ?? "", OrganisationReader.FileName);
        return File.Exists(path) && File.Exists(beside) ? [beside] : [];
    }
}

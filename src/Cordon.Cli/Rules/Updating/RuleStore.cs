using System.Globalization;

namespace Cordon.Cli.Rules.Updating;

/// <summary>
/// The releases of rules in the user's data folder: each in a folder that is never changed again, and one small file, replaced
/// at once, that says which of them is used.
/// </summary>
internal sealed class RuleStore
{
    private const string Pointer = "current";
    private const string Facts = "release.txt";
    private const string Staging = "staging";

    private readonly string _root;

    /// <summary>The store at a folder, which need not be there.</summary>
    public RuleStore(string root) => _root = root;

    /// <summary>The store of this user; null where the system tells no data folder.</summary>
    public static RuleStore? OfUser()
    {
        string? data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data) || !Path.IsPathRooted(data))
        {
            // %LOCALAPPDATA% on Windows, ~/.local/share on Linux, ~/Library/Application Support on macOS.
            data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
        }

        return string.IsNullOrEmpty(data) ? null : new RuleStore(Path.Combine(data, "cordon", "rules"));
    }

    /// <summary>The store's folder.</summary>
    public string Root => _root;

    /// <summary>The release that is used; null where there is none.</summary>
    /// <exception cref="IOException">The store can't be read, or names a release that is not there.</exception>
    public InstalledRelease? Current() => At(0);

    /// <summary>The release that was used before; null where there is none.</summary>
    /// <exception cref="IOException">The store can't be read, or names a release that is not there.</exception>
    public InstalledRelease? Previous() => At(1);

    /// <summary>Keeps others from changing the store until what is returned is disposed of.</summary>
    /// <exception cref="UpdateException">Somebody else is changing it.</exception>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(_root);
        try
        {
            return new FileStream(
                Path.Combine(_root, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException fault)
        {
            throw new UpdateException("another 'cordon rules update' is running; wait for it", fault);
        }
    }

    /// <summary>An empty folder to put a release together in; what an interrupted update left is removed.</summary>
    public string Stage()
    {
        string folder = Path.Combine(_root, Staging);
        Discard(folder);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Removes what was staged.</summary>
    public void DiscardStage() => Discard(Path.Combine(_root, Staging));

    /// <summary>Makes the staged folder a release and uses it. Whoever looks sees either the release before or this one, whole.</summary>
    public void Install(string staged, InstalledRelease release)
    {
        WriteDurably(
            Path.Combine(staged, Facts),
            string.Create(
                CultureInfo.InvariantCulture,
                $"release {OneLine(release.Release)}\nsource {OneLine(release.Source)}\nfetched {release.Fetched:yyyy-MM-dd'T'HH:mm:ss'Z'}\nfiles {release.Files}\n"
            )
        );
        string? before = Names().FirstOrDefault();
        string folder = Path.Combine(_root, release.Name);
        Discard(folder);
        Directory.Move(staged, folder);
        Point(before is null || before == release.Name ? [release.Name] : [release.Name, before]);
        Prune();
    }

    /// <summary>Uses the release before again; the one used now becomes the one before.</summary>
    /// <returns>The release that is used now.</returns>
    /// <exception cref="UpdateException">There is none.</exception>
    public InstalledRelease RollBack()
    {
        string[] names = Names();
        if (names.Length < 2 || Previous() is not { } previous)
        {
            throw new UpdateException("there is no release before this one to go back to");
        }

        Point([names[1], names[0]]);
        return previous;
    }

    /// <summary>Where a release with a name is or would be.</summary>
    public string FolderOf(string name) => Path.Combine(_root, name);

    private InstalledRelease? At(int index)
    {
        string[] names = Names();
        if (names.Length <= index)
        {
            return null;
        }

        string folder = FolderOf(names[index]);
        try
        {
            Dictionary<string, string> facts = File.ReadLines(Path.Combine(folder, Facts))
                .Take(16)
                .Select(static line => line.Split(' ', 2))
                .Where(static parts => parts.Length == 2)
                .ToDictionary(static parts => parts[0], static parts => parts[1], StringComparer.Ordinal);
            return new InstalledRelease(
                names[index],
                folder,
                facts["release"],
                facts["source"],
                DateTime.Parse(
                    facts["fetched"],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
                ),
                int.Parse(facts["files"], CultureInfo.InvariantCulture)
            );
        }
        catch (Exception fault)
            when (fault is IOException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new IOException(
                $"the updated rules in {folder} are not whole; run 'cordon rules update' again, or remove {_root}",
                fault
            );
        }
    }

    private string[] Names()
    {
        string pointer = Path.Combine(_root, Pointer);
        return File.Exists(pointer)
            ?
            [
                .. File.ReadLines(pointer)
                    .Take(2)
                    .Where(static name => name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)),
            ]
            : [];
    }

    private void Point(string[] names)
    {
        string pointer = Path.Combine(_root, Pointer);
        WriteDurably(pointer + ".new", string.Join('\n', names) + "\n");
        File.Move(pointer + ".new", pointer, overwrite: true);
    }

    // A release that nobody points to is of no use. One that a scan is still reading is left where the system insists.
    private void Prune()
    {
        string[] used = Names();
        foreach (string folder in Directory.EnumerateDirectories(_root))
        {
            if (!used.Contains(Path.GetFileName(folder), StringComparer.Ordinal))
            {
                Discard(folder);
            }
        }
    }

    private static void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It is tried again with the next update; whoever needs the place itself will say so.
            }
        }
    }

    private static void WriteDurably(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static string OneLine(string text) => Reporting.Terminal.SafeText.OneLine(text, 1_000);
}

using System.Globalization;

namespace Cordon.Sigma.Caching;

/// <summary>The folder that packs are kept in: private to its user, shared by all processes, and of bounded size.</summary>
/// <remarks>Whatever goes wrong here only costs time: there is then no pack, and files are parsed.</remarks>
internal sealed class PackFolder(string path)
{
    /// <summary>The largest pack that is read or kept, in bytes.</summary>
    public const int MaxPackSize = 256 * 1024 * 1024;

    /// <summary>How many packs are kept: those that were written last.</summary>
    internal const int MaxPacks = 6;

    private const string Prefix = "rules-";
    private const string Extension = ".pack";
    private const string Unfinished = ".new";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);
    private static int _written;

    /// <summary>Reads a pack; null where there is none, or none that may be trusted.</summary>
    public byte[]? Read(ContentHash key)
    {
        try
        {
            if (!IsPrivate())
            {
                return null;
            }

            using var file = new FileStream(
                PathOf(key),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                0
            );
            if (file.Length > MaxPackSize)
            {
                return null;
            }

            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)file.Length);
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (IsExpected(e))
        {
            return null;
        }
    }

    /// <summary>Keeps a pack. It takes its name when it is whole, so that another process sees the old one or the new one.</summary>
    public void Write(ContentHash key, ReadOnlySpan<byte> pack)
    {
        string name = PathOf(key);
        string unfinished = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}.{Environment.ProcessId}-{Interlocked.Increment(ref _written)}{Unfinished}"
        );
        try
        {
            MakeFolder();
            if (!IsPrivate())
            {
                return;
            }

            try
            {
                using (FileStream file = new(unfinished, OptionsOf(pack.Length)))
                {
                    file.Write(pack);
                }

                File.Move(unfinished, name, overwrite: true);
            }
            catch (Exception e) when (IsExpected(e))
            {
                File.Delete(unfinished);
                return;
            }

            Prune(File.GetLastWriteTimeUtc(name));
        }
        catch (Exception e) when (IsExpected(e))
        {
            // A full disk or a folder that may not be written to: the next load parses again.
        }
    }

    private static bool IsExpected(Exception e) =>
        e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static FileStreamOptions OptionsOf(int length)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
            PreallocationSize = length,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    // Who can write a pack decides which rules run. A user's folder below LocalAppData is private by Windows' own means.
    private bool IsPrivate() =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & OthersWrite) == UnixFileMode.None;

    private string PathOf(ContentHash key) => Path.Combine(path, $"{Prefix}{key}{Extension}");

    // Another process may read what is removed here: it has the file open, and keeps it until it is done (Windows refuses instead).
    private void Prune(DateTime now)
    {
        var folder = new DirectoryInfo(path);
        foreach (FileInfo old in ByAge(folder, $"{Prefix}*{Extension}").Skip(MaxPacks))
        {
            Remove(old);
        }

        foreach (FileInfo left in ByAge(folder, $"{Prefix}*{Unfinished}"))
        {
            if (now - left.LastWriteTimeUtc > Abandoned)
            {
                Remove(left);
            }
        }
    }

    private static IEnumerable<FileInfo> ByAge(DirectoryInfo folder, string pattern) =>
        folder
            .EnumerateFiles(pattern)
            .OrderByDescending(static f => f.LastWriteTimeUtc)
            .ThenBy(static f => f.Name, StringComparer.Ordinal);

    private static void Remove(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception e) when (IsExpected(e))
        {
            // The next writer tries again.
        }
    }
}

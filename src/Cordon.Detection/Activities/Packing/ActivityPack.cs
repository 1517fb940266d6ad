using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Activities on disk, in a temporary file that is made when the first of them come and is gone when the process ends, however it ends.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class ActivityPack : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly string _folder;
    private readonly Func<string, Stream> _open;
    private Stream? _file;

    /// <summary>Makes a pack; the disk is not touched yet.</summary>
    public ActivityPack()
        : this(Path.GetTempPath(), OpenTemporary) { }

    internal ActivityPack(string folder, Func<string, Stream> open) => (_folder, _open) = (folder, open);

    /// <summary>Whether anything was written.</summary>
    public bool IsUsed => _file is not null;

    /// <summary>Writes activities, and says where they are.</summary>
    /// <exception cref="IOException">There is no room; the message names the folder.</exception>
    public PackedRange Write(IReadOnlyList<Activity> activities)
    {
        try
        {
            Stream file = _file ??= _open(_folder);
            long start = file.Seek(0, SeekOrigin.End);
            using (var writer = new PackedWriter(file))
            {
                foreach (Activity activity in activities)
                {
                    ActivityForm.Write(writer, activity);
                }
            }

            // A full disk is told now, and not when the file is read.
            file.Flush();
            return new PackedRange(start, activities.Count);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"what the logs say that people did is more than memory is for, and the folder for temporary files, {_folder}, did not take it: {fault.Message.TrimEnd('.')}."
                    + " Make room there, or name another folder with the variable TMPDIR (on Windows TMP), and scan again.",
                fault
            );
        }
    }

    /// <summary>Reads activities in the order in which they were written.</summary>
    /// <param name="range">Where they are.</param>
    /// <param name="texts">Texts of other ranges that the caller keeps at the same time: equal ones become one object.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public IEnumerable<Activity> Read(PackedRange range, HashSet<string> texts)
    {
        Stream file = _file ?? throw new InvalidOperationException("nothing was written");
        file.Seek(range.Start, SeekOrigin.Begin);
        using var reader = new PackedReader(file, texts);
        for (int i = 0; i < range.Count; i++)
        {
            yield return ActivityForm.Read(reader);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // The write that failed was told; what is still in the buffer fails the same way.
        }
    }

    /// <summary>Opens a file that nobody else finds: it has no name any more, or, on Windows, loses it with its last handle.</summary>
    internal static FileStream OpenTemporary(string folder)
    {
        string path = Path.Combine(folder, "cordon-" + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = BufferBytes,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}

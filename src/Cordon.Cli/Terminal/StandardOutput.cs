using Microsoft.Win32.SafeHandles;

namespace Cordon.Cli.Terminal;

/// <summary>Standard output as bytes, for output of any length.</summary>
internal static class StandardOutput
{
    private const int Buffer = 1 << 20;

    // EPIPE, the same on Linux and macOS.
    private const int BrokenPipe = 32;

    /// <summary>Opens it. Writing throws <see cref="IOException"/> where nobody reads any more, see <see cref="IsGone"/>.</summary>
    public static Stream Open() => new BufferedStream(Pipe() ?? Console.OpenStandardOutput(), Buffer);

    /// <summary>Whether the reader of the output has left, as <c>head</c> does when it has seen enough: no fault, but time to stop.</summary>
    public static bool IsGone(IOException fault) => !OperatingSystem.IsWindows() && fault.HResult == BrokenPipe;

    // The console's own stream swallows that a pipe has broken; the work would go on to its end for nobody. Files are left to it:
    // there a FileStream keeps an offset of its own and would write over what standard error put into the same file.
    private static FileStream? Pipe()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return null;
        }

        var handle = new SafeFileHandle(1, ownsHandle: false);
        try
        {
            var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? null : stream;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Standard output is closed or is something odd; the console's stream says so when it is written to.
            return null;
        }
    }
}

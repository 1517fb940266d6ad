using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cordon.Bench;

/// <summary>Lets the system forget what it holds of files in memory, as after the machine was started.</summary>
internal static partial class ColdFiles
{
    private const int DontNeed = 4;

    /// <summary>Whether this system can be asked to.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Forgets the files; what is still to be written, or in use, stays.</summary>
    public static void Forget(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            using SafeFileHandle file = File.OpenHandle(path);
            _ = Advise(file, 0, 0, DontNeed);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(SafeFileHandle file, long offset, long length, int advice);
}

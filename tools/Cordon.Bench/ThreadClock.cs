using System.Runtime.InteropServices;

namespace Cordon.Bench;

/// <summary>Processor time of the thread that asks, without that of others that compile or collect meanwhile.</summary>
internal static partial class ThreadClock
{
    private const int ThreadOnLinux = 3;

    /// <summary>Since the thread began. Where the system is not asked for it, that of the whole process.</summary>
    public static TimeSpan Now =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess && GetTime(ThreadOnLinux, out TimeSpec time) == 0
            ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : Environment.CpuUsage.TotalTime;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}

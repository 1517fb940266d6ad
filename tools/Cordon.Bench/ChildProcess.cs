using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cordon.Bench;

/// <summary>Runs another program to its end and tells what it took as a whole process.</summary>
internal static partial class ChildProcess
{
    private const int Children = -1;

    /// <summary>What a run took.</summary>
    /// <param name="Wall">Seconds by the clock, from start to end.</param>
    /// <param name="Cpu">Seconds of processor time, all threads.</param>
    /// <param name="Peak">The most memory it had, in bytes.</param>
    internal readonly record struct Cost(double Wall, double Cpu, long Peak);

    /// <summary>Runs it with its output thrown away.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static Cost Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        double before = CpuOfChildren();
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task drained = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        // The system forgets a process's peak when it ends; it never falls, so what was last seen is nearly it. What it tells
        // afterwards (ru_maxrss) begins with what this process had when it started the other.
        long peak = 0;
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        double wall = Stopwatch.GetElapsedTime(from).TotalSeconds;
        drained.Wait();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {LastLine(errors.Result)}");
        }

        double cpu = OperatingSystem.IsWindows() ? process.TotalProcessorTime.TotalSeconds : CpuOfChildren() - before;
        return new Cost(wall, cpu, peak);
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool IsThere(string program)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, "--version")
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    RedirectStandardInput = true,
                }
            );
            process!.StandardInput.Close();
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string LastLine(string text) => text.TrimEnd()[(text.TrimEnd().LastIndexOf('\n') + 1)..];

    private static long PeakOf(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                foreach (string line in File.ReadLines($"/proc/{process.Id}/status"))
                {
                    if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    {
                        return long.Parse(
                                line.AsSpan(6, line.Length - 8).Trim(),
                                System.Globalization.CultureInfo.InvariantCulture
                            ) * 1_024;
                    }
                }

                return 0;
            }

            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static double CpuOfChildren()
    {
        if (OperatingSystem.IsWindows())
        {
            return 0;
        }

        Span<long> usage = stackalloc long[32];
        return GetUsage(Children, ref usage[0]) == 0
            ? usage[0] + usage[2] + ((usage[1] & uint.MaxValue) + (usage[3] & uint.MaxValue)) / 1e6
            : 0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, ref long usage);
}

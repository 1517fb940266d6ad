using System.Diagnostics;

namespace Cordon.Bench;

/// <summary>What a piece of work took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Cpu">Processor time of the thread that ran it: the better measure where a machine is shared.</param>
/// <param name="Allocated">Bytes allocated by the thread that ran it.</param>
internal readonly record struct Timing(TimeSpan Wall, TimeSpan Cpu, long Allocated)
{
    /// <summary>One run.</summary>
    public static Timing Once(Action work)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan cpu = ThreadClock.Now;
        long start = Stopwatch.GetTimestamp();
        work();
        return new Timing(
            Stopwatch.GetElapsedTime(start),
            ThreadClock.Now - cpu,
            GC.GetAllocatedBytesForCurrentThread() - allocated
        );
    }

    /// <summary>The middle one of several figures.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

using System.Diagnostics;

namespace Cordon.Bench;

/// <summary>What a piece of work took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Cpu">Of this process, all threads: the better measure where a machine is shared.</param>
/// <param name="Allocated">Bytes allocated by the thread that ran it.</param>
internal readonly record struct Timing(TimeSpan Wall, TimeSpan Cpu, long Allocated)
{
    /// <summary>The best of several runs.</summary>
    public static Timing Best(int runs, Action work)
    {
        Timing best = new(TimeSpan.MaxValue, TimeSpan.MaxValue, long.MaxValue);
        for (int i = 0; i < runs; i++)
        {
            Timing one = Once(work);
            best = new Timing(
                one.Wall < best.Wall ? one.Wall : best.Wall,
                one.Cpu < best.Cpu ? one.Cpu : best.Cpu,
                Math.Min(one.Allocated, best.Allocated)
            );
        }

        return best;
    }

    /// <summary>One run.</summary>
    public static Timing Once(Action work)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        return new Timing(
            Stopwatch.GetElapsedTime(start),
            Environment.CpuUsage.TotalTime - cpu,
            GC.GetAllocatedBytesForCurrentThread() - allocated
        );
    }
}

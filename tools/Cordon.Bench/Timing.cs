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

    /// <summary>The processor time in seconds of each piece of work, median of all rounds; in each round all are run, one after the other.</summary>
    public static double[] InTurns(Action[] works, int rounds)
    {
        List<double>[] seconds = [.. works.Select(static _ => new List<double>())];
        // The first round is not counted: in it the code is compiled, and the files come into memory.
        for (int round = 0; round <= rounds; round++)
        {
            foreach ((int index, Action work) in works.Index())
            {
                Timing timing = Once(work);
                if (round > 0)
                {
                    seconds[index].Add(timing.Cpu.TotalSeconds);
                }
            }
        }

        return [.. seconds.Select(Median)];
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

using System.Runtime;

namespace Cordon.Cli.Scanning;

/// <summary>When memory is looked through for what is no longer used.</summary>
internal static class Collecting
{
    // Room for SigmaHQ's rules, and what is compiled of them for the logs of one machine.
    private const long Room = 128 * 1024 * 1024;
    private const int Plenty = 16;

    /// <summary>
    /// Lets the first rules and what is compiled of them be made without a collection in between: nearly all of it stays, so that
    /// going over it frees nothing, and it took a third of a short scan. It ends by itself when the room is used up. Does nothing where
    /// the machine, or the process's share of it, has little memory.
    /// </summary>
    public static void PutOff()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < Plenty * Room)
        {
            return;
        }

        try
        {
            GC.TryStartNoGCRegion(Room);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // The room is more than the runtime gives at once, or another scan of this process had it: memory is collected as always.
        }
    }

    /// <summary>
    /// Goes back to collecting as always: a long scan would only fill the room with what it no longer needs. The rules, which stay, are told apart from it
    /// once, so that they are not looked through and moved with the first of what the scan makes.
    /// </summary>
    public static void Resume()
    {
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            return;
        }

        try
        {
            GC.EndNoGCRegion();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
        catch (InvalidOperationException)
        {
            // The room was used up meanwhile.
        }
    }

    /// <summary>Gives the system what is no longer used. It takes about as long as reading some megabytes.</summary>
    public static void Return() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}

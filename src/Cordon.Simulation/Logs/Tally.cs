namespace Cordon.Simulation.Logs;

/// <summary>Counts what was written for one member.</summary>
internal sealed class Tally
{
    /// <summary>Events.</summary>
    public long Events { get; set; }

    /// <summary>Files.</summary>
    public long Files { get; private set; }

    /// <summary>Bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counts a file that is complete, and dates it by its last event, as the writer of a log would: some logs tell no year.</summary>
    public void File(string path, DateTime last)
    {
        Files++;
        Bytes += new FileInfo(path).Length;
        System.IO.File.SetLastWriteTimeUtc(path, last);
    }
}

using Cordon.Evtx;

namespace Cordon.Telemetry.Evtx;

/// <summary>A file that its parts share: closed when whoever cuts it and every part handed out are done with it.</summary>
internal sealed class SharedFile(EvtxFile file)
{
    private int _left = 1;

    /// <summary>The file, open while somebody has it.</summary>
    public EvtxFile File => file;

    /// <summary>One more has it.</summary>
    public void Retain() => Interlocked.Increment(ref _left);

    /// <summary>One is done with it.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            file.Dispose();
        }
    }
}

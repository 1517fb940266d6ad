using Cordon.Evtx;

namespace Cordon.Telemetry.Evtx;

/// <summary>A file that its parts share: closed when the last of them was read.</summary>
internal sealed class SharedFile(EvtxFile file, int parts)
{
    private int _left = parts;

    /// <summary>The file, open while parts are left.</summary>
    public EvtxFile File => file;

    /// <summary>One part is done.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            file.Dispose();
        }
    }
}

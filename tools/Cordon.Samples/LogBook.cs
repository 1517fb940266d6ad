using Cordon.Evtx.Writing;

namespace Cordon.Samples;

/// <summary>Takes events in any order and writes them as a log, in the order of time.</summary>
internal sealed class LogBook
{
    private readonly List<EvtxWriteEvent> _events = [];

    public void Add(params ReadOnlySpan<EvtxWriteEvent> events)
    {
        foreach (var item in events)
        {
            _events.Add(item);
        }
    }

    public void AddAll(IEnumerable<EvtxWriteEvent> events) => _events.AddRange(events);

    /// <summary>The events in the order of time; those of one time stay in the order in which they came.</summary>
    public IReadOnlyList<EvtxWriteEvent> InOrder() => [.. _events.OrderBy(item => item.Time)];

    public byte[] Write(ulong firstRecordId) => Write(InOrder(), firstRecordId);

    public static byte[] Write(IEnumerable<EvtxWriteEvent> events, ulong firstRecordId)
    {
        using var stream = new MemoryStream();
        using (
            var writer = new EvtxWriter(
                stream,
                new EvtxWriterOptions { Version = EvtxVersion.Version31, FirstRecordId = firstRecordId },
                leaveOpen: true
            )
        )
        {
            foreach (var item in events)
            {
                writer.Write(item);
            }
        }

        return stream.ToArray();
    }
}

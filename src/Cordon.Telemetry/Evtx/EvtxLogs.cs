using System.Collections.Concurrent;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Telemetry.Containers;
using Cordon.Telemetry.Discovery;

namespace Cordon.Telemetry.Evtx;

/// <summary>Opens Windows event logs and cuts them into parts: runs of chunks in the order of their record numbers.</summary>
/// <remarks>One instance serves a whole scan; readers and their buffers are used again from part to part.</remarks>
public sealed class EvtxLogs
{
    private const int ChunksPerPart = 16;
    private readonly FieldTable _fields;
    private readonly EvtxOptions _options;
    private readonly ConcurrentBag<EvtxPartReader> _idle = [];

    /// <summary>Makes an opener whose events answer to the field ids of <paramref name="fields"/>.</summary>
    public EvtxLogs(FieldTable fields, EvtxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = fields;
        _options = options ?? EvtxOptions.Default;
    }

    /// <summary>The parts of one log. The file is open from the first part taken until the last one was read.</summary>
    /// <returns>At least one part: of a file that can't be opened, one that says why and reads nothing.</returns>
    public IEnumerable<EventPart> Open(FoundLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        EvtxFile file;
        IReadOnlyList<long> chunks;
        try
        {
            file = EvtxFile.Open(log.Path, _options);
            chunks = EvtxChunkOrder.ByFirstRecord(file);
        }
        catch (EvtxException fault)
        {
            return [new RefusedPart(log, fault.Message)];
        }

        return Cut(new SourceReport(log.Path, "evtx", file.Length), file, chunks, file.Length);
    }

    /// <summary>The parts of a log that was unpacked.</summary>
    /// <param name="shown">The path that events and messages show.</param>
    /// <param name="content">Its bytes; given back at once.</param>
    /// <param name="bytes">What it counts for in progress.</param>
    /// <exception cref="IOException">It is no event log, or can't be read.</exception>
    internal IEnumerable<EventPart> Open(string shown, SpooledContent content, long bytes)
    {
        using (content)
        {
            try
            {
                EvtxFile file = content.File is { } path
                    ? EvtxFile.Open(path, _options)
                    : EvtxFile.FromBytes(content.Memory, shown, _options);
                IReadOnlyList<long> chunks = EvtxChunkOrder.ByFirstRecord(file);
                return Cut(new SourceReport(shown, "evtx", file.Length), file, chunks, bytes);
            }
            catch (EvtxException fault)
            {
                throw new IOException(
                    content.File is { } path
                        ? fault.Message.Replace(path, shown, StringComparison.Ordinal)
                        : fault.Message,
                    fault
                );
            }
        }
    }

    internal EvtxPartReader Rent() =>
        _idle.TryTake(out EvtxPartReader? reader) ? reader : new EvtxPartReader(_fields, _options);

    internal void Return(EvtxPartReader reader) => _idle.Add(reader);

    private IEnumerable<EventPart> Cut(SourceReport report, EvtxFile file, IReadOnlyList<long> chunks, long bytes)
    {
        int count = Math.Max(1, (chunks.Count + ChunksPerPart - 1) / ChunksPerPart);
        var shared = new SharedFile(file);
        try
        {
            for (int i = 0; i < count; i++)
            {
                long[] run = [.. chunks.Skip(i * ChunksPerPart).Take(ChunksPerPart)];
                long share = (bytes * (i + 1) / count) - (bytes * i / count);
                shared.Retain();
                yield return new EvtxPart(this, shared, report, run, share, isFirst: i == 0, isLast: i == count - 1);
            }
        }
        finally
        {
            // Also where a scan stops before all parts were taken.
            shared.Release();
        }
    }
}

using System.Globalization;
using Cordon.Events;
using Cordon.Evtx;

namespace Cordon.Telemetry.Evtx;

/// <summary>Reads chunks with a reader and an event of its own; used by one thread at a time.</summary>
internal sealed class EvtxPartReader
{
    private readonly EvtxReader _reader;
    private readonly EvtxLogEvent _event;
    private List<ReadProblem> _problems = [];
    private long _problemCount;

    public EvtxPartReader(FieldTable fields, EvtxOptions options)
    {
        _reader = new EvtxReader(options) { Damaged = Add };
        _event = new EvtxLogEvent(_reader, fields);
    }

    /// <summary>Reads the chunks in the order given.</summary>
    public PartReport Read(
        EvtxFile file,
        string source,
        ReadOnlySpan<long> chunks,
        IReadOnlyList<EvtxDamage> known,
        Action<LogEvent> onEvent
    )
    {
        _problems = [];
        _problemCount = 0;
        foreach (EvtxDamage damage in known)
        {
            Add(damage);
        }

        long records = 0;
        _event.Begin(source);
        foreach (long chunk in chunks)
        {
            if (!_reader.Open(file, chunk))
            {
                continue;
            }

            while (_reader.Read())
            {
                records++;
                _event.Advance();
                onEvent(_event);
            }
        }

        return new PartReport(records, _problems, _problemCount);
    }

    private static bool IsLoss(EvtxDamageKind kind) =>
        kind
            is EvtxDamageKind.TruncatedChunk
                or EvtxDamageKind.ChunkSignature
                or EvtxDamageKind.RecordHeader
                or EvtxDamageKind.BinXml
                or EvtxDamageKind.Template
                or EvtxDamageKind.Limit
                or EvtxDamageKind.Unreadable;

    private void Add(EvtxDamage damage)
    {
        _problemCount++;
        if (_problems.Count < SourceReport.ProblemLimit)
        {
            string place =
                damage.Chunk < 0 ? "file header"
                : damage.RecordId is { } id
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"chunk {damage.Chunk}, offset {damage.Offset}, record {id}"
                    )
                : string.Create(CultureInfo.InvariantCulture, $"chunk {damage.Chunk}, offset {damage.Offset}");
            _problems.Add(new ReadProblem(place, damage.Message, IsLoss(damage.Kind)));
        }
    }
}

namespace Cordon.Evtx;

/// <summary>What is wrong at a place of an event log.</summary>
public enum EvtxDamageKind
{
    /// <summary>The file header is missing, foreign or fails its checksum; chunks were read all the same.</summary>
    FileHeader,

    /// <summary>The file ends inside a chunk; what is there was read.</summary>
    TruncatedChunk,

    /// <summary>A chunk has neither its signature nor is it empty; it was skipped.</summary>
    ChunkSignature,

    /// <summary>The checksum of a chunk's header does not hold; the chunk was read all the same.</summary>
    ChunkHeaderChecksum,

    /// <summary>The checksum of a chunk's records does not hold; the chunk was read all the same.</summary>
    ChunkDataChecksum,

    /// <summary>Bytes where a record should begin are none; reading went on at the next sound record of the chunk.</summary>
    RecordHeader,

    /// <summary>The two copies of a record's size differ; the record was read all the same.</summary>
    RecordSizeCopy,

    /// <summary>The binary XML of a record is broken; what could be read of the record is shown.</summary>
    BinXml,

    /// <summary>A template is missing, overwritten or another one; the record's values are shown without names.</summary>
    Template,

    /// <summary>A limit of <see cref="EvtxOptions"/> was reached; the record is shown in part.</summary>
    Limit,

    /// <summary>The file could not be read at this place.</summary>
    Unreadable,
}

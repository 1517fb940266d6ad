namespace Cordon.Evtx;

/// <summary>What the header of a chunk (64 KiB) says, and whether it holds.</summary>
/// <param name="Index">Index of the chunk from the start of the file.</param>
/// <param name="Offset">Byte offset of the chunk in the file.</param>
/// <param name="FirstRecordNumber">Number of the first record in this log, as stated.</param>
/// <param name="LastRecordNumber">Number of the last record in this log, as stated.</param>
/// <param name="FirstRecordId">Id of the first record, as stated.</param>
/// <param name="LastRecordId">Id of the last record, as stated.</param>
/// <param name="LastRecordOffset">Offset of the last record in the chunk, as stated.</param>
/// <param name="FreeSpaceOffset">Offset in the chunk where live records end, as stated.</param>
/// <param name="Flags">As stated; 0x1 on nearly every chunk.</param>
/// <param name="DataChecksum">CRC-32 of the records, as stated.</param>
/// <param name="HeaderChecksum">CRC-32 of the header, as stated.</param>
/// <param name="DataChecksumHolds">Whether it holds; null where it was not checked.</param>
/// <param name="HeaderChecksumHolds">Whether it holds; null where it was not checked.</param>
/// <param name="Available">How many of the chunk's bytes the file holds: less than 65,536 where the file ends inside the chunk.</param>
public readonly record struct EvtxChunkInfo(
    long Index,
    long Offset,
    ulong FirstRecordNumber,
    ulong LastRecordNumber,
    ulong FirstRecordId,
    ulong LastRecordId,
    uint LastRecordOffset,
    uint FreeSpaceOffset,
    uint Flags,
    uint DataChecksum,
    uint HeaderChecksum,
    bool? DataChecksumHolds,
    bool? HeaderChecksumHolds,
    int Available
);

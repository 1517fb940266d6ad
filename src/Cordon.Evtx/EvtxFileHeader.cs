namespace Cordon.Evtx;

/// <summary>What the file header says ([MS-EVEN6] leaves it open; first 128 bytes, little-endian). Nothing of it is trusted for reading.</summary>
/// <param name="IsPresent">Whether the header's signature <c>ElfFile</c> is there; if not, all else is 0.</param>
/// <param name="MajorVersion">3 in all known logs.</param>
/// <param name="MinorVersion">1, or 2 from Windows 10 2004 on.</param>
/// <param name="FirstChunk">Number of the oldest chunk.</param>
/// <param name="LastChunk">Number of the chunk that is being written.</param>
/// <param name="NextRecordId">The id that the next record would get.</param>
/// <param name="ChunkCount">As stated; 16 bits, so it wraps in logs beyond 4 GiB. See <see cref="EvtxFile.ChunkCount"/>.</param>
/// <param name="Flags">0x1 dirty, 0x2 full, 0x4 without checksums; other values occur.</param>
/// <param name="ChecksumHolds">Whether the CRC-32 over the first 120 bytes is the stated one.</param>
public readonly record struct EvtxFileHeader(
    bool IsPresent,
    int MajorVersion,
    int MinorVersion,
    ulong FirstChunk,
    ulong LastChunk,
    ulong NextRecordId,
    int ChunkCount,
    uint Flags,
    bool ChecksumHolds
)
{
    /// <summary>The log was not closed cleanly, or is a copy of a live one.</summary>
    public bool IsDirty => (Flags & 1) != 0;

    /// <summary>The log is full and keeps its old records.</summary>
    public bool IsFull => (Flags & 2) != 0;
}

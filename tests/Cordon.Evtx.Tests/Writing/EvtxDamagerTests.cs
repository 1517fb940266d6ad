namespace Cordon.Evtx.Tests.Writing;

/// <summary>Damage that is not what it says would make the reader's tests say nothing.</summary>
public sealed class EvtxDamagerTests
{
    public static TheoryData<string, bool> Damages =>
        new()
        {
            { nameof(EvtxDamager.BreakFileChecksum), false },
            { nameof(EvtxDamager.BreakHeaderChecksum), false },
            { nameof(EvtxDamager.BreakDataChecksum), false },
            { nameof(EvtxDamager.MarkDirty), false },
            { nameof(EvtxDamager.ClearRecordSize), false },
            { nameof(EvtxDamager.CutIntoSlack), false },
            { nameof(EvtxDamager.Overwrite), false },
            { nameof(EvtxDamager.InsertEmptySlots), false },
            { nameof(EvtxDamager.Truncate), false },
            { nameof(EvtxDamager.Rotate), false },
            { nameof(EvtxDamager.ClearRecordTimes), true },
            { nameof(EvtxDamager.SetChunkCount), true },
        };

    /// <summary>A log with every kind of damage, by name.</summary>
    internal static byte[] Damaged(string damage)
    {
        var log = Logs.OfChunks(chunks: 3, perChunk: 6);
        switch (damage)
        {
            case nameof(EvtxDamager.BreakFileChecksum):
                EvtxDamager.BreakFileChecksum(log);
                break;
            case nameof(EvtxDamager.BreakHeaderChecksum):
                EvtxDamager.BreakHeaderChecksum(log, 1);
                break;
            case nameof(EvtxDamager.BreakDataChecksum):
                EvtxDamager.BreakDataChecksum(log, 1);
                break;
            case nameof(EvtxDamager.MarkDirty):
                EvtxDamager.MarkDirty(log);
                break;
            case nameof(EvtxDamager.ClearRecordSize):
                EvtxDamager.ClearRecordSize(log, 1, 3);
                break;
            case nameof(EvtxDamager.CutIntoSlack):
                EvtxDamager.CutIntoSlack(log, 1, keep: 2);
                break;
            case nameof(EvtxDamager.Overwrite):
                EvtxDamager.CutIntoSlack(log, 2, keep: 2);
                EvtxDamager.Overwrite(log, older: 0, newer: 2);
                break;
            case nameof(EvtxDamager.InsertEmptySlots):
                log = EvtxDamager.InsertEmptySlots(log, before: 1, count: 2);
                break;
            case nameof(EvtxDamager.Truncate):
                log = EvtxDamager.Truncate(log, 63_300);
                break;
            case nameof(EvtxDamager.Rotate):
                log = EvtxDamager.Rotate(log, 1);
                break;
            case nameof(EvtxDamager.ClearRecordTimes):
                EvtxDamager.ClearRecordTimes(log);
                break;
            case nameof(EvtxDamager.SetChunkCount):
                EvtxDamager.SetChunkCount(log, 9);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(damage), damage, "There is no such damage.");
        }

        return log;
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damages_the_log_and_breaks_no_checksum_but_the_one_it_names(string damage, bool isSound)
    {
        var log = Damaged(damage);

        var fault = Record.Exception(() => EvtxAudit.Of(log));

        Assert.Equal(isSound, fault is null);
        Assert.NotEqual(Logs.OfChunks(chunks: 3, perChunk: 6), log);
        var breaksChunk = damage is nameof(EvtxDamager.BreakHeaderChecksum) or nameof(EvtxDamager.BreakDataChecksum);
        Assert.Equal(!breaksChunk, Enumerable.Range(0, EvtxDamager.ChunkCount(log)).All(i => ChecksumsHold(log, i)));
    }

    [Fact]
    public void Leaves_older_records_in_the_slack_behind_newer_ones()
    {
        var log = Damaged(nameof(EvtxDamager.Overwrite));
        var chunk = EvtxDamager.Chunk(log, 0);

        // Records 13 and 14 live; of 1 to 6, those that they did not reach are there still.
        Assert.Equal([13ul, 14], EvtxDamager.RecordOffsets(chunk).ToArray().Select(Id(log, 0)));
        var free = (int)EvtxAudit.U32(chunk, 0x30);
        Assert.Contains(6ul, RecordIdsIn(chunk[free..]));
        Assert.DoesNotContain(1ul, RecordIdsIn(chunk[free..]));
    }

    private static bool ChecksumsHold(byte[] log, int chunk)
    {
        var repaired = EvtxDamager.Chunk(log, chunk).ToArray();
        if (repaired[0] == 0)
        {
            return true;
        }

        EvtxDamager.Repair(repaired);
        return EvtxDamager.Chunk(log, chunk).SequenceEqual(repaired);
    }

    private static Func<int, ulong> Id(byte[] log, int chunk) =>
        offset => EvtxAudit.U64(EvtxDamager.Chunk(log, chunk), offset + 8);

    private static List<ulong> RecordIdsIn(ReadOnlySpan<byte> bytes)
    {
        var ids = new List<ulong>();
        for (var at = 0; at + 16 <= bytes.Length; at++)
        {
            if (bytes[at..].StartsWith("**\0\0"u8))
            {
                ids.Add(EvtxAudit.U64(bytes, at + 8));
            }
        }

        return ids;
    }
}

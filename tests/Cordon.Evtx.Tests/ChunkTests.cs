using System.Buffers.Binary;
using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class ChunkTests
{
    private readonly List<EvtxDamage> _damage = [];

    [Fact]
    public void Shows_what_the_chunk_header_says_and_that_it_holds()
    {
        using EvtxFile file = TestLog.Open(TestLog.Of(Three().Seal()));
        var reader = new EvtxReader();
        Assert.True(reader.Open(file, 0));
        EvtxChunkInfo chunk = reader.Chunk;
        Assert.Equal((1ul, 3ul), (chunk.FirstRecordId, chunk.LastRecordId));
        Assert.Equal((true, true), (chunk.HeaderChecksumHolds, chunk.DataChecksumHolds));
        Assert.Equal(4_096, chunk.Offset);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Open(file, 1));
    }

    [Fact]
    public void Leaves_checksums_alone_when_told_to()
    {
        using EvtxFile file = TestLog.Open(TestLog.Of(Three().Seal()));
        var reader = new EvtxReader(new EvtxOptions { VerifyChecksums = false });
        Assert.True(reader.Open(file, 0));
        Assert.Null(reader.Chunk.DataChecksumHolds);
    }

    [Fact]
    public void Flags_checksums_that_do_not_hold_and_reads_all_the_same()
    {
        TestChunk chunk = Three().Seal();
        chunk.Bytes[52] ^= 1;
        Assert.Equal([1ul, 2ul, 3ul], TestLog.Ids(TestLog.Of(chunk), damage: _damage));
        Assert.Equal(
            [EvtxDamageKind.ChunkHeaderChecksum, EvtxDamageKind.ChunkDataChecksum],
            _damage.ConvertAll(static d => d.Kind)
        );
    }

    [Fact]
    public void Skips_a_chunk_with_a_foreign_signature_and_reports_it()
    {
        TestChunk bad = Three().Seal();
        bad.Bytes[0] = (byte)'X';
        var good = new TestChunk();
        good.Add(4, TestLog.Typical(1));
        Assert.Equal([4ul], TestLog.Ids(TestLog.Of(bad, good.Seal()), damage: _damage));
        Assert.Equal((EvtxDamageKind.ChunkSignature, 0L), (_damage[0].Kind, _damage[0].Chunk));
    }

    [Fact]
    public void Accepts_a_chunk_without_records() =>
        Assert.Empty(TestLog.Ids(TestLog.Of(new TestChunk().Seal()), damage: _damage));

    [Fact]
    public void Counts_records_itself_where_the_header_is_wrong()
    {
        TestChunk chunk = Three();
        chunk.Seal();
        chunk.Bytes.AsSpan(8, 32).Fill(0x77);
        Assert.Equal([1ul, 2ul, 3ul], TestLog.Ids(TestLog.Of(chunk)));
    }

    [Fact]
    public void Ends_at_zeros_where_the_free_space_offset_is_too_large()
    {
        TestChunk chunk = Three();
        chunk.Seal(65_536);
        Assert.Equal([1ul, 2ul, 3ul], TestLog.Ids(TestLog.Of(chunk), damage: _damage));
        Assert.Empty(_damage);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(511)]
    public void Reads_to_the_last_record_where_the_free_space_offset_is_nonsense(int offset)
    {
        TestChunk chunk = Three().Seal();
        BinaryPrimitives.WriteInt32LittleEndian(chunk.Bytes.AsSpan(48), offset);
        Assert.Equal([1ul, 2ul, 3ul], TestLog.Ids(TestLog.Of(chunk)));
    }

    [Fact]
    public void Reads_what_is_whole_of_a_file_that_is_cut_short()
    {
        TestChunk chunk = Three();
        int cut = chunk.Here - 20;
        byte[] log = TestLog.Of(chunk.Seal())[..(4_096 + cut)];
        Assert.Equal([1ul, 2ul], TestLog.Ids(log, damage: _damage));
        Assert.Contains(_damage, static d => d.Kind == EvtxDamageKind.TruncatedChunk);
        Assert.Empty(TestLog.Ids(log[..4_500]));
    }

    [Fact]
    public void Goes_on_when_the_file_has_become_shorter_while_open()
    {
        string path = Path.Combine(Path.GetTempPath(), $"cordon-{Environment.ProcessId}-short.evtx");
        File.WriteAllBytes(path, TestLog.Of(Three().Seal(), Three().Seal()));
        try
        {
            using EvtxFile file = EvtxFile.Open(path);
            using (FileStream writer = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                writer.SetLength(4_096);
            }

            var reader = new EvtxReader { Damaged = _damage.Add };
            Assert.False(reader.Open(file, 1));
            Assert.Equal(EvtxDamageKind.TruncatedChunk, Assert.Single(_damage).Kind);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static TestChunk Three()
    {
        var chunk = new TestChunk();
        chunk.Add(1, TestLog.Typical(1, ("A", TestValue.Text("one"))));
        chunk.Add(2, TestLog.Typical(2, ("A", TestValue.Text("two"))));
        chunk.Add(3, TestLog.Typical(3, ("A", TestValue.Text("three"))));
        return chunk;
    }
}

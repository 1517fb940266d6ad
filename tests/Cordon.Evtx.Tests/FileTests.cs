using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class FileTests
{
    private static readonly byte[] OneRecord = TestLog.Of(TestLog.Typical(1, ("A", TestValue.Text("x"))));

    [Fact]
    public void Reads_what_the_file_header_says()
    {
        using EvtxFile file = TestLog.Open(OneRecord);
        Assert.True(file.Header.IsPresent);
        Assert.Equal((3, 1), (file.Header.MajorVersion, file.Header.MinorVersion));
        Assert.True(file.Header.ChecksumHolds);
        Assert.Equal(1, file.ChunkCount);
        Assert.Empty(file.Damage);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Accepts_both_minor_versions_and_any_flags(byte minor)
    {
        byte[] log = [.. OneRecord];
        log[36] = minor;
        log[120] = 0x97;
        log[123] = 0x1b;
        Assert.Equal([1ul], TestLog.Ids(log));
    }

    [Fact]
    public void Reports_a_header_checksum_that_does_not_hold_and_reads_on()
    {
        byte[] log = [.. OneRecord];
        log[124] ^= 1;
        List<EvtxDamage> damage = [];
        Assert.Equal([1ul], TestLog.Ids(log, damage: damage));
        Assert.Equal(EvtxDamageKind.FileHeader, Assert.Single(damage).Kind);
    }

    [Fact]
    public void Finds_chunks_by_length_whatever_the_header_counts()
    {
        var first = new TestChunk();
        first.Add(1, TestLog.Typical(1));
        var third = new TestChunk();
        third.Add(2, TestLog.Typical(2));
        byte[] log = TestLog.Of(first.Seal(), null, third.Seal());
        log[42] = 0;
        List<EvtxDamage> damage = [];
        Assert.Equal([1ul, 2ul], TestLog.Ids(log, damage: damage));
        Assert.DoesNotContain(damage, static d => d.Chunk == 1);
    }

    [Fact]
    public void Reads_on_without_a_file_header_and_says_so()
    {
        byte[] log = [.. OneRecord];
        log.AsSpan(0, 4_096).Clear();
        List<EvtxDamage> damage = [];
        Assert.Equal([1ul], TestLog.Ids(log, damage: damage));
        Assert.Equal(EvtxDamageKind.FileHeader, Assert.Single(damage).Kind);
    }

    [Fact]
    public void Reads_a_chunk_that_stands_alone() => Assert.Equal([1ul], TestLog.Ids(OneRecord[4_096..]));

    [Theory]
    [InlineData("", EvtxError.Empty)]
    [InlineData("hello, I am a text", EvtxError.NotAnEventLog)]
    [InlineData("0\0\0\0LfLe and more", EvtxError.LegacyFormat)]
    public void Refuses_what_is_no_event_log_with_the_reason(string content, EvtxError reason)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(content);
        EvtxException refused = Assert.Throws<EvtxException>(() => TestLog.Open(bytes));
        Assert.Equal(reason, refused.Error);
        Assert.Contains("test.evtx", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_path_that_is_not_there_or_is_a_folder()
    {
        string folder = Path.GetTempPath();
        Assert.Equal(EvtxError.Inaccessible, Assert.Throws<EvtxException>(() => EvtxFile.Open(folder)).Error);
        string nothing = Path.Combine(folder, "cordon-no-such-log.evtx");
        Assert.Equal(EvtxError.Inaccessible, Assert.Throws<EvtxException>(() => EvtxFile.Open(nothing)).Error);
    }

    [Fact]
    public void Reads_the_same_from_disk_as_from_memory()
    {
        string path = Path.Combine(Path.GetTempPath(), $"cordon-{Environment.ProcessId}-disk.evtx");
        File.WriteAllBytes(path, OneRecord);
        try
        {
            using EvtxFile file = EvtxFile.Open(path);
            var reader = new EvtxReader();
            Assert.True(reader.Open(file, 0));
            Assert.True(reader.Read());
            Assert.Equal(TestLog.Json(OneRecord)[0], TestLog.JsonOf(reader.Current));
            Assert.False(reader.Read());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Gives_chunks_in_the_order_of_their_records()
    {
        var old = new TestChunk();
        old.Add(5, TestLog.Typical(1));
        var newest = new TestChunk();
        newest.Add(9, TestLog.Typical(1));
        var foreign = new TestChunk();
        foreign.Bytes.AsSpan().Fill(7);
        using EvtxFile file = TestLog.Open(TestLog.Of(newest.Seal(), foreign, null, old.Seal()));
        Assert.Equal([3L, 0L, 1L], EvtxChunkOrder.ByFirstRecord(file));
    }
}

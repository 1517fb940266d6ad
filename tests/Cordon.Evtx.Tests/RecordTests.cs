using System.Buffers.Binary;
using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class RecordTests
{
    private readonly List<EvtxDamage> _damage = [];
    private readonly TestChunk _chunk = new();
    private readonly int[] _starts;

    public RecordTests() =>
        _starts = [
            _chunk.Add(1, TestLog.Typical(1, ("A", TestValue.Text("one")))),
            _chunk.Add(2, TestLog.Typical(2, ("A", TestValue.Text("two")))),
            _chunk.Add(3, TestLog.Typical(3, ("A", TestValue.Text("three")))),
        ];

    [Theory]
    [InlineData(0u)]
    [InlineData(4u)]
    [InlineData(27u)]
    [InlineData(0x7FFF_FFFFu)]
    [InlineData(0xFFFF_FFF8u)]
    public void Takes_the_second_copy_where_the_size_of_a_record_lies(uint size)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_chunk.Bytes.AsSpan(_starts[1] + 4), size);
        Assert.Equal([1ul, 2ul, 3ul], Ids());
        Assert.Equal(2ul, Assert.Single(_damage, static d => d.Kind == EvtxDamageKind.RecordSizeCopy).RecordId);
    }

    [Fact]
    public void Takes_the_first_copy_where_the_second_is_wrong()
    {
        _chunk.Bytes[_starts[2] - 4] ^= 0x55;
        Assert.Equal([1ul, 2ul, 3ul], Ids());
        Assert.Equal(2ul, Assert.Single(_damage, static d => d.Kind == EvtxDamageKind.RecordSizeCopy).RecordId);
    }

    [Fact]
    public void Loses_only_the_record_whose_sizes_are_both_gone()
    {
        _chunk.Bytes.AsSpan(_starts[1] + 4, 4).Clear();
        _chunk.Bytes.AsSpan(_starts[2] - 4, 4).Clear();
        Assert.Equal([1ul, 3ul], Ids());
        EvtxDamage bad = Assert.Single(_damage, static d => d.Kind == EvtxDamageKind.RecordHeader);
        Assert.Equal(4_096 + _starts[1], bad.Offset);
        Assert.Equal(2ul, bad.RecordId);
        Assert.Contains("test.evtx", bad.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Loses_only_the_record_whose_signature_is_gone()
    {
        _chunk.Bytes[_starts[1]] = (byte)'X';
        Assert.Equal([1ul, 3ul], Ids());
        Assert.Single(_damage, static d => d.Kind == EvtxDamageKind.RecordHeader);
    }

    [Fact]
    public void Loses_only_the_record_that_is_zeroed()
    {
        _chunk.Bytes.AsSpan(_starts[1], _starts[2] - _starts[1]).Clear();
        Assert.Equal([1ul, 3ul], Ids());
    }

    [Fact]
    public void Does_not_take_old_records_behind_a_gap_for_live_ones()
    {
        int fourth = _chunk.Add(2_000_000, TestLog.Typical(4));
        _chunk.Add(2_000_001, TestLog.Typical(4));
        _chunk.Seal();
        BinaryPrimitives.WriteUInt64LittleEndian(_chunk.Bytes.AsSpan(32), 3);
        _chunk.Bytes[_starts[2]] = (byte)'X';
        _chunk.Bytes[fourth + 8] ^= 0;
        Assert.Equal([1ul, 2ul], TestLog.Ids(TestLog.Of(_chunk), damage: _damage));
        EvtxOptions recover = new() { RecoverDeleted = true };
        List<(ulong, bool)> all = TestLog.Read(TestLog.Of(_chunk), static r => (r.RecordId, r.IsRecovered), recover);
        Assert.Equal([(1, false), (2, false), (2_000_000, true), (2_000_001, true)], all);
    }

    [Fact]
    public void Shows_values_that_run_past_the_end_of_their_record_as_far_as_they_go()
    {
        byte[] log = TestLog.Of(xml =>
            xml.Header()
                .Template(
                    7,
                    t =>
                        t.Header()
                            .Element("Event", e => e.Element("A", v => v.Substitution(0, EvtxValueType.String)))
                            .Eof(),
                    TestValue.Text("long text that will be said to be longer")
                )
        );
        int size = log.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[80, 0, 1, 0]);
        log[size + 1] = 0x70;
        Assert.Contains("long text", Assert.Single(TestLog.Json(log, damage: _damage)), StringComparison.Ordinal);
        Assert.Contains(_damage, static d => d.Kind == EvtxDamageKind.BinXml);
    }

    [Fact]
    public void Takes_the_time_from_System_and_the_header_only_as_fallback()
    {
        var chunk = new TestChunk();
        DateTime header = TestLog.Noon.AddDays(1);
        chunk.Add(1, TestLog.Typical(1), header);
        chunk.Add(2, xml => xml.Header().Element("Event").Eof(), header);
        int zero = chunk.Add(3, xml => xml.Header().Element("Event").Eof());
        int wild = chunk.Add(4, xml => xml.Header().Element("Event").Eof());
        chunk.Bytes.AsSpan(zero + 16, 8).Clear();
        chunk.Bytes.AsSpan(wild + 16, 8).Fill(0xFF);
        List<(DateTime?, DateTime?)> times = TestLog.Read(TestLog.Of(chunk.Seal()), static r => (r.Time, r.HeaderTime));
        Assert.Equal((TestLog.Noon.AddTicks(1_234_567), header), times[0]);
        Assert.Equal([(header, header), (null, null), (null, null)], times[1..]);
    }

    [Fact]
    public void Gives_the_fields_that_every_record_is_asked_for()
    {
        string all = Assert.Single(
            TestLog.Read(
                TestLog.Of(TestLog.Typical(4_624)),
                static r =>
                    $"{r.EventId} {r.Channel} {r.Provider} {r.Computer} {r.ChunkIndex} {r.Offset} {r.Length % 8}"
            )
        );
        Assert.Equal("4624 Test/Operational Test-Provider host.example 0 4608 0", all);
    }

    private List<ulong> Ids() => TestLog.Ids(TestLog.Of(_chunk.Seal()), damage: _damage);
}

using System.Buffers;
using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

/// <summary>The hot path takes no memory per record once a reader has seen the templates of a log.</summary>
public sealed class AllocationTests
{
    private static readonly EvtxFieldSet Fields = EvtxFieldSet.Create("Image", "EventID", "Data", "Missing");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reading_fields_allocates_nothing(bool isRawRoot)
    {
        using EvtxFile file = TestLog.Open(TestLog.Of(Chunk(isRawRoot)));
        var reader = new EvtxReader(null, new EvtxTemplateCache());
        var json = new ArrayBufferWriter<byte>(1 << 20);
        long sum = Walk(file, reader, null) + Walk(file, reader, json) + Walk(file, reader, json);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Walk(file, reader, null);
        long hot = GC.GetAllocatedBytesForCurrentThread() - before;
        sum += Walk(file, reader, json);
        long rendering = GC.GetAllocatedBytesForCurrentThread() - before - hot;
        Assert.True(sum > 0);
        Assert.Equal((0, 0), (hot, rendering));
    }

    private static long Walk(EvtxFile file, EvtxReader reader, ArrayBufferWriter<byte>? json)
    {
        long sum = 0;
        Assert.True(reader.Open(file, 0));
        while (reader.Read())
        {
            EvtxRecord record = reader.Current;
            sum += (record.EventId ?? 0) + record.Channel.Length + record.Provider.Length + (record.Time?.Second ?? 0);
            for (int field = 0; field < Fields.Count; field++)
            {
                for (int i = 0; i < record.Count(Fields, field); i++)
                {
                    sum += record.Value(Fields, field, i).Raw.Length;
                }
            }

            if (json is not null)
            {
                json.ResetWrittenCount();
                record.WriteJson(json);
                record.WriteXml(json);
            }
        }

        return sum;
    }

    private static TestChunk Chunk(bool isRawRoot)
    {
        var chunk = new TestChunk();
        for (ulong id = 1; id <= 20; id++)
        {
            chunk.Add(
                id,
                isRawRoot
                    ? xml =>
                        xml.Header()
                            .Element(
                                "Event",
                                e =>
                                    e.Element(
                                            "System",
                                            s =>
                                                s.Element("EventID", v => v.Text("4"))
                                                    .Element("Channel", v => v.Text("C"))
                                        )
                                        .Element(
                                            "EventData",
                                            d => d.Element("Data", v => v.Text("a").EntityReference("amp"))
                                        )
                            )
                            .Eof()
                    : TestLog.Typical((int)id, ("Image", TestValue.Text("x")), ("", TestValue.U32(9)))
            );
        }

        return chunk.Seal();
    }
}

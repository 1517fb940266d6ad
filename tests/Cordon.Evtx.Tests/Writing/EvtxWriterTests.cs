using Cordon.Evtx.Writing;

namespace Cordon.Evtx.Tests.Writing;

/// <summary>What the writer writes, checked by <see cref="EvtxAudit"/> and not by the reader.</summary>
public sealed class EvtxWriterTests
{
    private static readonly BinXmlElement Odd = new(
        "Odd",
        [
            new BinXmlAttribute("mixed", new BinXmlText("a"), new BinXmlEntityReference("amp"), new BinXmlText("b")),
            new BinXmlAttribute("letter", new BinXmlCharacterReference('A')),
        ],
        new BinXmlCData("1 < 2"),
        new BinXmlElement("Empty"),
        new BinXmlText("tail"),
        new BinXmlCharacterReference('B'),
        new BinXmlEntityReference("lt"),
        new BinXmlProcessingInstruction("target", "data"),
        new BinXmlElement("Typed", new BinXmlSubstitution(0, EvtxValueType.UInt32, isOptional: true)),
        new BinXmlElement("List", new BinXmlSubstitution(1, EvtxValueType.String | EvtxValueType.Array))
    );

    [Fact]
    public void Writes_an_empty_log_as_a_header_alone()
    {
        var log = Logs.Of([]);

        Assert.Equal(4096, log.Length);
        Assert.Equal(0, EvtxAudit.Of(log).HeaderChunkCount);
    }

    [Theory]
    [InlineData(EvtxVersion.Version31, 1)]
    [InlineData(EvtxVersion.Version32, 2)]
    public void Writes_the_version_that_is_asked_for(EvtxVersion version, int minor)
    {
        var log = Logs.Of(
            writer => writer.Write(Logs.Numbered(1)),
            new EvtxWriterOptions { Version = version, FirstRecordId = 500 }
        );

        var audit = EvtxAudit.Of(log);
        Assert.Equal(minor, audit.MinorVersion);
        Assert.Equal([500ul], audit.Records.Select(record => record.Id));
    }

    [Theory]
    [InlineData(EvtxRecordForm.Nested)]
    [InlineData(EvtxRecordForm.Inline)]
    [InlineData(EvtxRecordForm.RawElements)]
    public void Writes_every_token_in_every_form_of_record(EvtxRecordForm form)
    {
        BinXmlValue[] values = [BinXmlValue.UInt32(7), BinXmlValue.StringArray("x", "", "y")];
        var log = Logs.Of(
            Logs.Full(form),
            Logs.Full(form, EvtxPayload.EventData(("a", BinXmlValue.Null), (null, BinXmlValue.UInt8(1)))),
            Logs.Full(form, EvtxPayload.UserData(Odd, values), EvtxPayload.ProcessingErrorData(15005, "Item", [1, 2])),
            Logs.Full(form, EvtxPayload.UserData(Odd, values))
        );

        var chunk = Assert.Single(EvtxAudit.Of(log).Chunks);
        Assert.Equal(4, chunk.Records.Count);
        Assert.Equal(form == EvtxRecordForm.RawElements, chunk.Templates == 0);
    }

    [Theory]
    [InlineData(BinXmlFragmentForm.HeaderAndTemplate, 3)]
    [InlineData(BinXmlFragmentForm.Template, 3)]
    [InlineData(BinXmlFragmentForm.HeaderAndElement, 1)]
    [InlineData(BinXmlFragmentForm.Element, 1)]
    public void Nests_fragments_in_each_form(BinXmlFragmentForm form, int templates)
    {
        BinXmlValue[] values = [BinXmlValue.Null, BinXmlValue.StringArray()];
        var inner = new BinXmlFragment(new BinXmlTemplate(Odd), values, form);
        var outer = new BinXmlElement("UserData", new BinXmlSubstitution(0, EvtxValueType.BinXml));
        var payload = new BinXmlFragment(new BinXmlTemplate(outer), [BinXmlValue.BinXml(inner)], form);

        var chunk = Assert.Single(EvtxAudit.Of(Logs.Of(Logs.Full(EvtxRecordForm.Nested, payload))).Chunks);

        Assert.Equal(templates, chunk.Templates);
    }

    [Fact]
    public void Writes_names_and_templates_once_per_chunk()
    {
        var audit = EvtxAudit.Of(Logs.OfChunks(chunks: 2, perChunk: 5));

        Assert.Equal(2, audit.HeaderChunkCount);
        Assert.All(
            audit.Chunks,
            chunk =>
            {
                Assert.Equal(2, chunk.Templates);
                Assert.True(chunk.Records[1].Size * 2 < chunk.Records[0].Size);
            }
        );
    }

    [Fact]
    public void Starts_a_chunk_when_the_one_before_is_full_and_loses_no_room()
    {
        var audit = EvtxAudit.Of(Logs.Of([.. Enumerable.Range(1, 2_000).Select(Logs.Numbered)]));

        Assert.Equal(Enumerable.Range(1, 2_000).Select(id => (ulong)id), audit.Records.Select(record => record.Id));
        Assert.InRange(audit.Chunks.Count, 3, 20);
        foreach (var (chunk, next) in audit.Chunks.Zip(audit.Chunks.Skip(1)))
        {
            // The next chunk's second record needs no names or templates, like the one that did not fit.
            var left = EvtxRecordTooLargeException.MaxSize - chunk.Records.Sum(record => record.Size);
            Assert.True(left < next.Records[1].Size, $"{left} bytes left");
        }
    }

    [Fact]
    public void Takes_a_record_that_fills_a_chunk_and_refuses_the_next_size()
    {
        static EvtxWriteEvent Sized(int bytes) =>
            Logs.Full(
                EvtxRecordForm.Nested,
                EvtxPayload.EventData(
                    ("a", BinXmlValue.Binary(new byte[30_000])),
                    ("b", BinXmlValue.Binary(new byte[bytes]))
                )
            );

        var small = EvtxAudit.Of(Logs.Of(Sized(8))).Records.Single().Size;
        var fits = EvtxRecordTooLargeException.MaxSize - small + 8;
        EvtxRecordTooLargeException? refused = null;
        var log = Logs.Of(writer =>
        {
            writer.Write(Logs.Numbered(1));
            refused = Assert.Throws<EvtxRecordTooLargeException>(() => writer.Write(Sized(fits + 8)));
            writer.Write(Sized(fits));
            writer.Write(Logs.Numbered(2));
        });

        Assert.Equal(EvtxRecordTooLargeException.MaxSize + 8, refused?.Size);
        Assert.Equal(65_024, refused?.Limit);
        Assert.Equal([1ul, 2, 3], EvtxAudit.Of(log).Records.Select(record => record.Id));
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(40_000_000)]
    public void Refuses_a_value_of_any_size_and_goes_on(int length)
    {
        var text = BinXmlValue.String(new string('x', length));
        EvtxRecordForm[] forms = [EvtxRecordForm.Nested, EvtxRecordForm.Inline, EvtxRecordForm.RawElements];
        var log = Logs.Of(writer =>
        {
            foreach (var form in forms)
            {
                var refused = Assert.Throws<EvtxRecordTooLargeException>(() =>
                    writer.Write(Logs.Full(form, EvtxPayload.EventData(("a", text))))
                );
                Assert.InRange(refused.Size, Math.Min(2 * length, 64 << 20), (2 * length) + 10_000);
                writer.Write(Logs.Numbered(1));
            }
        });

        Assert.Equal(3, EvtxAudit.Of(log).Records.Count());
    }

    [Fact]
    public void Writes_the_time_and_leaves_it_out_of_the_record_when_asked()
    {
        var time = new DateTime(2026, 3, 4, 12, 0, 0, DateTimeKind.Utc).AddTicks(7);
        var audit = EvtxAudit.Of(
            Logs.Of(new EvtxWriteEvent { Time = time }, new EvtxWriteEvent { Time = time, OmitRecordTime = true })
        );

        Assert.Equal([(ulong)time.ToFileTimeUtc(), 0ul], audit.Records.Select(record => record.FileTime));
    }

    [Fact]
    public void Gives_the_same_bytes_for_the_same_events()
    {
        byte[] Make() =>
            Logs.Of([
                .. Enumerable.Range(1, 300).Select(Logs.Numbered),
                Logs.Full(EvtxRecordForm.Inline, EvtxPayload.UserData(new BinXmlElement("U", new BinXmlText("v")))),
            ]);

        Assert.Equal(Make(), Make());
    }

    [Fact]
    public void Writes_a_sound_log_of_any_events() =>
        SampleEvent.CheckMany(
            count: 200,
            events =>
            {
                var log = Logs.Of(writer =>
                {
                    for (var i = 0; i < events.Length; i++)
                    {
                        writer.Write(events[i].Event);
                        if (i % 16 == 15)
                        {
                            writer.CompleteChunk();
                        }
                    }
                });

                Assert.Equal(events.Length, EvtxAudit.Of(log).Records.Count());
            }
        );

    [Fact]
    public void Refuses_what_no_log_can_hold()
    {
        var deep = new BinXmlElement("x");
        for (var i = 1; i < 2_000; i++)
        {
            deep = new BinXmlElement("x", deep);
        }

        Assert.Throws<ArgumentException>(() => new BinXmlElement("x", deep));
        Assert.Throws<ArgumentException>(() => new BinXmlElement(""));
        Assert.Throws<ArgumentException>(() => new BinXmlElement(new string('x', 65_536)));
        Assert.Throws<ArgumentException>(() => BinXmlValue.Array(EvtxValueType.Int8, BinXmlValue.UInt8(1)));
        Assert.Throws<ArgumentException>(() => BinXmlValue.StringArray("a\0b"));
        Assert.Throws<ArgumentException>(() => BinXmlValue.AnsiString("\u0100"));
        Assert.Throws<FormatException>(() => BinXmlValue.Sid("S-1"));
        Assert.Throws<ArgumentException>(() =>
            new BinXmlFragment(
                new BinXmlElement("x", new BinXmlSubstitution(1, EvtxValueType.String)),
                BinXmlValue.Null
            )
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Logs.Of(new EvtxWriteEvent { Time = new DateTime(1600, 1, 1) })
        );
    }

    [Fact]
    public void Keeps_the_records_before_a_refused_event()
    {
        var log = Logs.Of(writer =>
        {
            writer.Write(Logs.Numbered(1));
            Assert.Throws<FormatException>(() =>
                writer.Write(new EvtxWriteEvent { Time = Logs.Noon, UserSid = "nobody" })
            );
            writer.Write(Logs.Numbered(2));
        });

        Assert.Equal([1ul, 2], EvtxAudit.Of(log).Records.Select(record => record.Id));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 65_535)]
    public void Counts_more_chunks_than_the_header_can_say(bool saturate, int count)
    {
        using var stream = new HeaderOnlyStream();
        using (
            var writer = new EvtxWriter(
                stream,
                new EvtxWriterOptions { SaturateChunkCount = saturate },
                leaveOpen: true
            )
        )
        {
            for (var i = 0; i < 65_537; i++)
            {
                writer.Write(new EvtxWriteEvent { Time = Logs.Noon });
                writer.CompleteChunk();
            }

            Assert.Equal(65_537, writer.ChunkCount);
        }

        Assert.Equal(4096 + (65_537L * 65_536), stream.Length);
        Assert.Equal(65_536ul, EvtxAudit.U64(stream.Header, 0x10));
        Assert.Equal(65_538ul, EvtxAudit.U64(stream.Header, 0x18));
        Assert.Equal(count, EvtxAudit.U16(stream.Header, 0x2A));
    }
}

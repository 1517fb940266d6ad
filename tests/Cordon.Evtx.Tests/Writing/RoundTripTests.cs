using System.Buffers;
using System.Text;
using Cordon.Evtx.Writing;

namespace Cordon.Evtx.Tests.Writing;

/// <summary>What the writer writes, read back by the reader.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Reads_back_every_field_of_any_events() =>
        SampleEvent.CheckMany(
            count: 300,
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

                var read = Read(log);

                Assert.Equal(events.Length, read.Count);
                for (var i = 0; i < events.Length; i++)
                {
                    Assert.Equal(Expected(events[i], i + 1), read[i]);
                }
            }
        );

    [Theory]
    [InlineData(BinXmlFragmentForm.HeaderAndTemplate)]
    [InlineData(BinXmlFragmentForm.Template)]
    [InlineData(BinXmlFragmentForm.HeaderAndElement)]
    [InlineData(BinXmlFragmentForm.Element)]
    public void Shows_the_same_event_in_whichever_form_it_is_written(BinXmlFragmentForm nested)
    {
        var inner = new BinXmlElement(
            "Inner",
            [new BinXmlAttribute("a", new BinXmlText("1"), new BinXmlEntityReference("amp"), new BinXmlText("2"))],
            new BinXmlElement("Number", new BinXmlSubstitution(0, EvtxValueType.UInt32, isOptional: true)),
            new BinXmlElement("List", new BinXmlSubstitution(1, EvtxValueType.String | EvtxValueType.Array)),
            new BinXmlElement("Literal", new BinXmlCData("1 < 2"), new BinXmlCharacterReference('B'))
        );
        BinXmlValue[] values = [BinXmlValue.UInt32(7), BinXmlValue.StringArray("x", "y")];
        var outer = new BinXmlElement("UserData", new BinXmlSubstitution(0, EvtxValueType.BinXml));
        string Xml(BinXmlFragmentForm form, EvtxRecordForm record)
        {
            var fragment = new BinXmlFragment(new BinXmlTemplate(inner), values, form);
            var payload = new BinXmlFragment(new BinXmlTemplate(outer), [BinXmlValue.BinXml(fragment)], form);
            var log = Logs.Of(
                new EvtxWriteEvent
                {
                    EventId = 5,
                    Time = Logs.Noon,
                    Payload = [payload],
                    Form = record,
                }
            );
            var xml = Assert.Single(ReadXml(log));
            return xml[xml.IndexOf("<UserData", StringComparison.Ordinal)..];
        }

        const string Expected =
            "<UserData><Inner a=\"1&amp;2\"><Number>7</Number><List>x</List><List>y</List>"
            + "<Literal>1 &lt; 2B</Literal></Inner></UserData></Event>";
        Assert.Equal(Expected, Xml(nested, EvtxRecordForm.Nested));
        Assert.Equal(Expected, Xml(nested, EvtxRecordForm.Inline));
        Assert.Equal(Expected, Xml(nested, EvtxRecordForm.RawElements));
    }

    [Fact]
    public void Writes_values_of_raw_elements_as_the_text_that_Windows_shows()
    {
        var id = new Guid("0f3c1b4e-7a52-4c8e-9d11-2b6f7e8a9c01");
        (BinXmlValue Value, string Text)[] values =
        [
            (BinXmlValue.String("a<b"), "a&lt;b"),
            (BinXmlValue.AnsiString("ä"), "ä"),
            (BinXmlValue.Int8(-8), "-8"),
            (BinXmlValue.Int16(-16), "-16"),
            (BinXmlValue.Int32(-32), "-32"),
            (BinXmlValue.Int64(long.MinValue), "-9223372036854775808"),
            (BinXmlValue.UInt64(ulong.MaxValue), "18446744073709551615"),
            (BinXmlValue.Real32(1.5f), "1.5"),
            (BinXmlValue.Real64(-0.1), "-0.1"),
            (BinXmlValue.Boolean(true), "true"),
            (BinXmlValue.Binary([0xAB, 0x01]), "AB01"),
            (BinXmlValue.Guid(id), "{0F3C1B4E-7A52-4C8E-9D11-2B6F7E8A9C01}"),
            (BinXmlValue.SizeT32(0x1F), "0x1f"),
            (BinXmlValue.FileTime(Logs.Noon.AddTicks(12)), "2026-03-04T12:00:00.000001200Z"),
            (BinXmlValue.SystemTime(Logs.Noon), "2026-03-04T12:00:00.000Z"),
            (BinXmlValue.Sid("S-1-5-21-4294967295"), "S-1-5-21-4294967295"),
            (BinXmlValue.Sid("S-1-0x0100000000AB-7"), "S-1-0x0100000000AB-7"),
            (BinXmlValue.HexInt64(0xABC), "0xabc"),
        ];
        foreach (var (value, text) in values)
        {
            var log = Logs.Of(
                new EvtxWriteEvent
                {
                    Time = Logs.Noon,
                    Payload = [EvtxPayload.EventData(("x", value))],
                    Form = EvtxRecordForm.RawElements,
                }
            );

            Assert.Contains($"<Data Name=\"x\">{text}</Data>", Assert.Single(ReadXml(log)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(EvtxDamager.BreakFileChecksum), 18)]
    [InlineData(nameof(EvtxDamager.BreakHeaderChecksum), 18)]
    [InlineData(nameof(EvtxDamager.BreakDataChecksum), 18)]
    [InlineData(nameof(EvtxDamager.MarkDirty), 18)]
    [InlineData(nameof(EvtxDamager.SetChunkCount), 18)]
    [InlineData(nameof(EvtxDamager.InsertEmptySlots), 18)]
    [InlineData(nameof(EvtxDamager.Rotate), 18)]
    [InlineData(nameof(EvtxDamager.ClearRecordTimes), 18)]
    [InlineData(nameof(EvtxDamager.ClearRecordSize), 18)]
    [InlineData(nameof(EvtxDamager.CutIntoSlack), 14)]
    [InlineData(nameof(EvtxDamager.Overwrite), 10)]
    [InlineData(nameof(EvtxDamager.Truncate), 13)]
    public void Reads_all_that_damage_leaves(string damage, int records)
    {
        var log = EvtxDamagerTests.Damaged(damage);

        Assert.Equal(records, Read(log, mayBeDamaged: true).Count);
    }

    /// <summary>The fields of every record, System first, as lines.</summary>
    private static List<List<string>> Read(byte[] log, bool mayBeDamaged = false)
    {
        var records = new List<List<string>>();
        ForEach(
            log,
            mayBeDamaged,
            record =>
            {
                var fields = new List<string>();
                record.VisitFields(
                    (name, value) =>
                    {
                        fields.Add(Line(name.ToString(), value.Type, value.Raw));
                        return true;
                    }
                );
                records.Add(fields);
            }
        );
        return records;
    }

    private static List<string> ReadXml(byte[] log)
    {
        var records = new List<string>();
        ForEach(
            log,
            mayBeDamaged: false,
            record =>
            {
                var output = new ArrayBufferWriter<byte>();
                record.WriteXml(output);
                records.Add(Encoding.UTF8.GetString(output.WrittenSpan));
            }
        );
        return records;
    }

    private delegate void RecordAction(EvtxRecord record);

    private static void ForEach(byte[] log, bool mayBeDamaged, RecordAction action)
    {
        using var file = EvtxFile.FromBytes(log, "test.evtx");
        var reader = new EvtxReader(file.Options) { Damaged = damage => Assert.True(mayBeDamaged, damage.ToString()) };
        for (var chunk = 0L; chunk < file.ChunkCount; chunk++)
        {
            if (!reader.Open(file, chunk))
            {
                continue;
            }

            while (reader.Read())
            {
                action(reader.Current);
            }
        }
    }

    private static List<string> Expected(SampleEvent sample, int recordId)
    {
        var item = sample.Event;
        var lines = new List<string>();
        void Add(string name, EvtxValueType type, byte[]? bytes, bool isElement = false)
        {
            if (bytes is not null)
            {
                lines.Add(Line(name, type, bytes));
            }
            else if (isElement)
            {
                // An attribute without a value is not there; an element is, and is empty.
                lines.Add(Line(name, EvtxValueType.Null, []));
            }
        }

        Add("Provider_Name", EvtxValueType.String, Utf16(item.ProviderName));
        Add("Provider_Guid", EvtxValueType.Guid, item.ProviderGuid?.ToByteArray());
        Add("EventID_Qualifiers", EvtxValueType.UInt16, Bytes(item.Qualifiers, BitConverter.GetBytes));
        Add("EventID", EvtxValueType.UInt16, BitConverter.GetBytes(item.EventId));
        Add("Version", EvtxValueType.UInt8, Bytes(item.Version, n => [n]), isElement: true);
        Add("Level", EvtxValueType.UInt8, Bytes(item.Level, n => [n]), isElement: true);
        Add("Task", EvtxValueType.UInt16, Bytes(item.Task, BitConverter.GetBytes), isElement: true);
        Add("Opcode", EvtxValueType.UInt8, Bytes(item.Opcode, n => [n]), isElement: true);
        Add("Keywords", EvtxValueType.HexInt64, Bytes(item.Keywords, BitConverter.GetBytes), isElement: true);
        Add("TimeCreated_SystemTime", EvtxValueType.FileTime, BitConverter.GetBytes(item.Time.ToFileTimeUtc()));
        Add("EventRecordID", EvtxValueType.UInt64, BitConverter.GetBytes((ulong)recordId));
        Add("Correlation_ActivityID", EvtxValueType.Guid, item.ActivityId?.ToByteArray());
        Add("Correlation_RelatedActivityID", EvtxValueType.Guid, item.RelatedActivityId?.ToByteArray());
        Add("Execution_ProcessID", EvtxValueType.UInt32, Bytes(item.ProcessId, BitConverter.GetBytes));
        Add("Execution_ThreadID", EvtxValueType.UInt32, Bytes(item.ThreadId, BitConverter.GetBytes));
        Add("Channel", EvtxValueType.String, Utf16(item.Channel), isElement: true);
        Add("Computer", EvtxValueType.String, Utf16(item.Computer));
        foreach (var (name, value) in sample.Data)
        {
            // The field names of Sigma have no spaces.
            var field = name?.Replace(" ", "", StringComparison.Ordinal);
            foreach (var bytes in value.Items)
            {
                Add(string.IsNullOrEmpty(field) ? "Data" : field, value.Type & ~EvtxValueType.Array, bytes);
            }
        }

        return lines;
    }

    private static byte[]? Bytes<T>(T? value, Func<T, byte[]> convert)
        where T : struct => value is { } present ? convert(present) : null;

    private static byte[]? Utf16(string? text) => text is null ? null : [.. text.SelectMany(BitConverter.GetBytes)];

    private static string Line(string name, EvtxValueType type, ReadOnlySpan<byte> bytes) =>
        $"{name} {type} {Convert.ToHexString(bytes)}";
}

using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Cordon.Evtx;

namespace Cordon.Evtx.Tests.Build;

/// <summary>Logs made for tests, and short ways to read them.</summary>
internal static class TestLog
{
    public static readonly DateTime Noon = new(2026, 3, 4, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>A file of chunks; a null chunk is an empty slot.</summary>
    public static byte[] Of(params TestChunk?[] chunks)
    {
        byte[] file = new byte[4_096 + (chunks.Length * 65_536)];
        Span<byte> bytes = file;
        "ElfFile\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[32..], 128);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[36..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[38..], 3);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[40..], 4_096);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[42..], (short)chunks.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[124..], Crc32.HashToUInt32(bytes[..120]));
        for (int i = 0; i < chunks.Length; i++)
        {
            chunks[i]?.Bytes.CopyTo(bytes[(4_096 + (i * 65_536))..]);
        }

        return file;
    }

    /// <summary>A log of one chunk with these records, numbered from 1.</summary>
    public static byte[] Of(params Action<XmlBytes>[] records)
    {
        var chunk = new TestChunk();
        for (int i = 0; i < records.Length; i++)
        {
            chunk.Add((ulong)i + 1, records[i]);
        }

        return Of(chunk.Seal());
    }

    /// <summary>A record as Windows writes nearly all: a template for System, and one nested in it for EventData.</summary>
    public static Action<XmlBytes> Typical(int eventId, params (string Name, TestValue Value)[] data) =>
        xml => xml.Header().Template(0xABCD, SystemTemplate, SystemValues(eventId, data)).Eof();

    public static TestValue[] SystemValues(int eventId, params (string Name, TestValue Value)[] data) =>
        [
            TestValue.U16((ushort)eventId),
            TestValue.Time(Noon.AddTicks(1_234_567)),
            TestValue.Text("Test/Operational"),
            TestValue.Null,
            TestValue.Xml(nested =>
                nested
                    .Header()
                    .Template(
                        0x1234 + (uint)data.Length,
                        inner => EventDataTemplate(inner, data),
                        [.. data.Select(d => d.Value)]
                    )
            ),
        ];

    public static void SystemTemplate(XmlBytes xml) =>
        xml.Header()
            .Element(
                "Event",
                e =>
                    e.Element(
                            "System",
                            s =>
                                s.Element("Provider", null, ("Name", a => a.Text("Test-Provider")))
                                    .Element(
                                        "EventID",
                                        v => v.Substitution(0, EvtxValueType.UInt16),
                                        ("Qualifiers", a => a.Substitution(3, EvtxValueType.UInt16))
                                    )
                                    .Element(
                                        "TimeCreated",
                                        null,
                                        ("SystemTime", a => a.Substitution(1, EvtxValueType.FileTime))
                                    )
                                    .Element(
                                        "Correlation",
                                        null,
                                        ("ActivityID", a => a.Substitution(3, EvtxValueType.Guid))
                                    )
                                    .Element("Channel", v => v.Substitution(2, EvtxValueType.String))
                                    .Element("Computer", v => v.Text("host.example"))
                        )
                        .Substitution(4, EvtxValueType.BinXml),
                ("xmlns", a => a.Text("urn:test"))
            )
            .Eof();

    private static void EventDataTemplate(XmlBytes xml, (string Name, TestValue Value)[] data) =>
        xml.Header()
            .Element(
                "EventData",
                e =>
                {
                    for (int i = 0; i < data.Length; i++)
                    {
                        int slot = i;
                        EvtxValueType type = data[i].Value.Type;
                        e.Element(
                            "Data",
                            v => v.Substitution(slot, type),
                            data[i].Name.Length == 0 ? [] : [("Name", a => a.Text(data[slot].Name))]
                        );
                    }
                }
            )
            .Eof();

    public static EvtxFile Open(byte[] log, EvtxOptions? options = null) =>
        EvtxFile.FromBytes(log, "test.evtx", options);

    /// <summary>Reads every record into what <paramref name="read"/> makes of it.</summary>
    public static List<T> Read<T>(
        byte[] log,
        Func<EvtxRecord, T> read,
        EvtxOptions? options = null,
        List<EvtxDamage>? damage = null
    )
    {
        using EvtxFile file = Open(log, options);
        damage?.AddRange(file.Damage);
        var reader = new EvtxReader(file.Options, new EvtxTemplateCache()) { Damaged = d => damage?.Add(d) };
        var all = new List<T>();
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            if (reader.Open(file, chunk))
            {
                while (reader.Read())
                {
                    all.Add(read(reader.Current));
                }
            }
        }

        return all;
    }

    public static List<string> Json(byte[] log, EvtxOptions? options = null, List<EvtxDamage>? damage = null) =>
        Read(log, JsonOf, options, damage);

    public static List<string> Xml(byte[] log, EvtxOptions? options = null, List<EvtxDamage>? damage = null) =>
        Read(log, XmlOf, options, damage);

    public static List<ulong> Ids(byte[] log, EvtxOptions? options = null, List<EvtxDamage>? damage = null) =>
        Read(log, static r => r.RecordId, options, damage);

    public static string JsonOf(EvtxRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        record.WriteJson(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string XmlOf(EvtxRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        record.WriteXml(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Every field as <c>name=text</c>; a null value as <c>name</c> alone.</summary>
    public static string FieldsOf(EvtxRecord record)
    {
        var all = new List<string>();
        record.VisitFields(
            (name, value) =>
            {
                all.Add(value.IsNull ? name.ToString() : $"{name}={value.ToString()}");
                return true;
            }
        );
        return string.Join('|', all);
    }
}

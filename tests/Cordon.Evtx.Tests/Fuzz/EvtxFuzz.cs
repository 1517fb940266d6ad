using System.Buffers;
using System.Text.Json;
using System.Xml;
using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests.Fuzz;

/// <summary>
/// Mutates logs and reads them in every way there is. The contract: no exception but <see cref="EvtxException"/> from opening,
/// an end, output that parses, and the fast way to fields agreeing with the plain one.
/// </summary>
public static class EvtxFuzz
{
    private static readonly string[] Names =
    [
        "EventID",
        "Channel",
        "Provider_Name",
        "A",
        "Data",
        "CommandLine",
        "Image",
    ];
    private static readonly EvtxFieldSet Fields = EvtxFieldSet.Create(Names);

    /// <summary>Runs a number of mutations from a seed over logs of our own and those given.</summary>
    public static void Run(int seed, int iterations, params IReadOnlyList<byte[]> more)
    {
        byte[][] seeds = [.. Seeds.All, .. more];
        for (int i = 0; i < iterations; i++)
        {
            int own = (seed * 1_000_003) + i;
            var random = new Random(own);
            byte[] log = Mutation.Of(seeds, random);
            try
            {
                ReadAll(
                    log,
                    new EvtxOptions
                    {
                        RecoverDeleted = (own & 1) == 0,
                        MaxRenderedBytes = 1 << 20,
                        MaxNodes = 8_192,
                    }
                );
            }
            catch (EvtxException)
            {
                // The one exception that opening may answer with.
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"EvtxFuzz.Run({seed}, …) broke at iteration {i}: {e.Message}", e);
            }
        }
    }

    /// <summary>Reads a log in every way.</summary>
    public static int ReadAll(byte[] log, EvtxOptions options)
    {
        using EvtxFile file = EvtxFile.FromBytes(log, "fuzz.evtx", options);
        _ = EvtxChunkOrder.ByFirstRecord(file);
        var reader = new EvtxReader(options, new EvtxTemplateCache(64)) { Damaged = static d => _ = d.ToString() };
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        int records = 0;
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            if (!reader.Open(file, chunk))
            {
                continue;
            }

            while (reader.Read())
            {
                Check(reader.Current, output);
                records++;
            }
        }

        return records;
    }

    private static void Check(EvtxRecord record, ArrayBufferWriter<byte> output)
    {
        _ = (record.EventId, record.Time, record.HeaderTime);
        _ = record.Channel.Length + record.Provider.Length + record.Computer.Length;
        output.ResetWrittenCount();
        record.WriteJson(output);
        var json = new Utf8JsonReader(output.WrittenSpan, new JsonReaderOptions { MaxDepth = 2_000 });
        while (json.Read()) { }

        output.ResetWrittenCount();
        record.WriteXml(output);
        CheckXml(output.WrittenMemory);
        CheckFields(record);
    }

    // Several fragments make several roots, and prefixes need not be declared: it is the tokens that must be sound.
    private static void CheckXml(ReadOnlyMemory<byte> xml)
    {
        using var text = new XmlTextReader(new MemoryStream(xml.ToArray()), XmlNodeType.Element, null)
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Prohibit,
        };
        while (text.Read()) { }
    }

    private static void CheckFields(EvtxRecord record)
    {
        var plain = new List<string>();
        record.VisitFields(
            (name, value) =>
            {
                if (Fields.IndexOf(name) >= 0)
                {
                    plain.Add($"{name}={value.Type}:{value.ToString()}");
                }

                return true;
            }
        );
        var fast = new List<string>();
        for (int field = 0; field < Fields.Count; field++)
        {
            int count = record.Count(Fields, field);
            for (int i = 0; i < Math.Min(count, 200); i++)
            {
                EvtxValue value = record.Value(Fields, field, i);
                fast.Add($"{Names[field]}={value.Type}:{value.ToString()}");
            }
        }

        if (
            plain.Count < 200
            && !plain
                .Order(StringComparer.Ordinal)
                .SequenceEqual(fast.Order(StringComparer.Ordinal), StringComparer.Ordinal)
        )
        {
            throw new InvalidOperationException(
                $"fields differ in record {record.RecordId}: [{string.Join('|', plain)}] and [{string.Join('|', fast)}]"
            );
        }
    }
}

using Cordon.Evtx.Writing;

namespace Cordon.Evtx.Tests.Writing;

/// <summary>Makes small logs in memory.</summary>
internal static class Logs
{
    public static readonly DateTime Noon = new(2026, 3, 4, 12, 0, 0, DateTimeKind.Utc);

    public static byte[] Of(Action<EvtxWriter> write, EvtxWriterOptions? options = null)
    {
        using var stream = new MemoryStream();
        using (var writer = new EvtxWriter(stream, options, leaveOpen: true))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    public static byte[] Of(params IReadOnlyList<EvtxWriteEvent> events) =>
        Of(writer =>
        {
            foreach (var item in events)
            {
                writer.Write(item);
            }
        });

    /// <summary>As many chunks as asked for, each with <paramref name="perChunk"/> records.</summary>
    public static byte[] OfChunks(int chunks, int perChunk) =>
        Of(writer =>
        {
            for (var i = 0; i < chunks * perChunk; i++)
            {
                writer.Write(Numbered(i + 1));
                if ((i + 1) % perChunk == 0)
                {
                    writer.CompleteChunk();
                }
            }
        });

    /// <summary>An event whose EventData says its number.</summary>
    public static EvtxWriteEvent Numbered(int number) =>
        new()
        {
            ProviderName = "Cordon-Test",
            EventId = 7,
            Time = Noon.AddSeconds(number),
            Channel = "Cordon/Test",
            Computer = "lab.example",
            Payload = [EvtxPayload.EventData(("Number", BinXmlValue.Int32(number)))],
        };

    /// <summary>An event with everything in its System part.</summary>
    public static EvtxWriteEvent Full(EvtxRecordForm form, params IReadOnlyList<BinXmlFragment> payload) =>
        new()
        {
            ProviderName = "Cordon-Test",
            ProviderGuid = new Guid("0f3c1b4e-7a52-4c8e-9d11-2b6f7e8a9c01"),
            EventSourceName = "Cordon source",
            EventId = 4242,
            Qualifiers = 0x8000,
            Version = 2,
            Level = 4,
            Task = 12,
            Opcode = 1,
            Keywords = 0x8020000000000000,
            Time = Noon.AddTicks(1234567),
            ActivityId = new Guid("0f3c1b4e-7a52-4c8e-9d11-2b6f7e8a9c02"),
            RelatedActivityId = new Guid("0f3c1b4e-7a52-4c8e-9d11-2b6f7e8a9c03"),
            ProcessId = 321,
            ThreadId = 654,
            Channel = "Cordon/Test",
            Computer = "lab.example",
            UserSid = "S-1-5-21-1-2-3-500",
            Payload = payload,
            Form = form,
        };
}

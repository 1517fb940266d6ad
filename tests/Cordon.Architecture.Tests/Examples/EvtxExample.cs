using Cordon.Evtx;
using Cordon.Evtx.Writing;

namespace Cordon.Architecture.Tests.Examples;

/// <summary>The example of src/Cordon.Evtx/README.md, word for word.</summary>
internal static class EvtxExample
{
    public static void Run(string path)
    {
        using (FileStream stream = File.Create(path))
        using (var writer = new EvtxWriter(stream))
        {
            writer.Write(
                new EvtxWriteEvent
                {
                    ProviderName = "Example",
                    EventId = 4625,
                    Channel = "Security",
                    Computer = "LAB-1",
                    Time = new DateTime(2021, 2, 16, 8, 30, 0, DateTimeKind.Utc),
                    Payload = [EvtxPayload.EventData(("TargetUserName", BinXmlValue.String("freezer-service")))],
                }
            );
        }

        EvtxFieldSet wanted = EvtxFieldSet.Create("TargetUserName");
        using EvtxFile file = EvtxFile.Open(path);
        var reader = new EvtxReader { Damaged = damage => Console.Error.WriteLine(damage) };
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            if (!reader.Open(file, chunk))
            {
                continue;
            }

            while (reader.Read())
            {
                EvtxRecord record = reader.Current;
                Console.WriteLine($"{record.RecordId} {record.EventId} {record.Value(wanted, 0).ToString()}");
            }
        }
    }
}

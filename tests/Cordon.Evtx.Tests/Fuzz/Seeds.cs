using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests.Fuzz;

/// <summary>Logs of our own that hold every construct, to be broken.</summary>
internal static class Seeds
{
    public static byte[][] All { get; } = [Typical(), Raw(), Slack()];

    private static byte[] Typical() =>
        TestLog.Of([
            .. Enumerable
                .Range(1, 30)
                .Select(static id =>
                    TestLog.Typical(
                        id,
                        ("A", TestValue.Text($"value {id}")),
                        ("CommandLine", TestValue.Text(new string('c', id * 7))),
                        ("Image", TestValue.U32((uint)id)),
                        ("", TestValue.Text("a\0b\0") with { Type = EvtxValueType.String | EvtxValueType.Array }),
                        ("S", TestValue.Of(EvtxValueType.Sid, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0)),
                        ("G", TestValue.Of(EvtxValueType.Guid, new byte[16]))
                    )
                ),
        ]);

    private static byte[] Raw() =>
        TestLog.Of([.. Enumerable.Range(1, 20).Select(static _ => (Action<XmlBytes>)RawRecord)]);

    private static void RawRecord(XmlBytes xml) =>
        xml.Header()
            .Element(
                "Event",
                e =>
                    e.Element(
                            "System",
                            s =>
                                s.Element("Provider", null, ("Name", a => a.Text("P")))
                                    .Element("EventID", v => v.Text("7"), ("Qualifiers", a => a.Text("1")))
                                    .Element("Channel", v => v.Text("C"))
                        )
                        .Element(
                            "UserData",
                            u =>
                                u.Element(
                                    "A",
                                    v =>
                                        v.Text("x")
                                            .EntityReference("lt")
                                            .CharacterReference('y')
                                            .CData("<z>")
                                            .ProcessingInstruction("p", "d")
                                            .Element("Data", d => d.Text("deep"), ("Name", a => a.Text("Image")))
                                )
                        )
            )
            .Eof();

    private static byte[] Slack()
    {
        var chunk = new TestChunk();
        for (ulong id = 1; id <= 10; id++)
        {
            chunk.Add(id, TestLog.Typical((int)id, ("Image", TestValue.Text("live"))));
        }

        int end = chunk.Here;
        for (ulong id = 100; id <= 110; id++)
        {
            chunk.Add(id, TestLog.Typical((int)id, ("Image", TestValue.Text("old"))));
        }

        return TestLog.Of(chunk.Seal(end), null, new TestChunk().Seal());
    }
}

using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class JsonTests
{
    [Fact]
    public void Renders_a_typical_record_in_the_shape_of_evtx_dump()
    {
        byte[] log = TestLog.Of(
            TestLog.Typical(
                4_688,
                ("CommandLine", TestValue.Text("say \"hi\" \\ \t")),
                ("Process Id", TestValue.U32(4)),
                ("Nothing", TestValue.Null),
                ("Empty", TestValue.Text(""))
            )
        );
        Assert.Equal(
            """
            {"Event":{"#attributes":{"xmlns":"urn:test"},"System":{"Provider":{"#attributes":{"Name":"Test-Provider"}},
            "EventID":4688,"TimeCreated":{"#attributes":{"SystemTime":"2026-03-04T12:00:00.1234567Z"}},
            "Correlation":null,"Channel":"Test/Operational","Computer":"host.example"},
            "EventData":{"CommandLine":"say \"hi\" \\ \t","Process Id":4,"Nothing":null,"Empty":""}}}
            """.ReplaceLineEndings(""),
            Assert.Single(TestLog.Json(log))
        );
    }

    [Fact]
    public void Puts_text_beside_attributes() =>
        Assert.Equal(
            """{"Event":{"EventID":{"#attributes":{"Qualifiers":16384},"#text":7045}}}""",
            Render(
                e =>
                    e.Element(
                        "EventID",
                        v => v.Substitution(0, EvtxValueType.UInt16),
                        ("Qualifiers", a => a.Substitution(1, EvtxValueType.UInt16))
                    ),
                TestValue.U16(7_045),
                TestValue.U16(16_384)
            )
        );

    [Fact]
    public void Numbers_names_that_repeat() =>
        Assert.Equal(
            """{"Event":{"H":"a","H_1":"b","H_1_1":"c","H_2":"d"}}""",
            Render(e =>
                e.Element("H", v => v.Text("a"))
                    .Element("H", v => v.Text("b"))
                    .Element("H_1", v => v.Text("c"))
                    .Element("H", v => v.Text("d"))
            )
        );

    [Fact]
    public void Lists_Data_without_a_name() =>
        Assert.Equal(
            """{"Event":{"EventData":{"Data":{"#text":["a","b"]}}}}""",
            Render(e =>
                e.Element("EventData", d => d.Element("Data", v => v.Text("a")).Element("Data", v => v.Text("b")))
            )
        );

    [Fact]
    public void Keeps_Data_without_a_name_beside_named_ones() =>
        Assert.Equal(
            """{"Event":{"EventData":{"N":"b","N_1":"c","Data":{"#text":"a"}}}}""",
            Render(e =>
                e.Element(
                    "EventData",
                    d =>
                        d.Element("Data", v => v.Text("a"))
                            .Element("Data", v => v.Text("b"), ("Name", a => a.Text("N")))
                            .Element("Data", v => v.Text("c"), ("Name", a => a.Text("N")))
                )
            )
        );

    [Fact]
    public void Repeats_the_element_for_every_item_of_an_array()
    {
        TestValue items = TestValue.Text("a\0b\0") with { Type = EvtxValueType.String | EvtxValueType.Array };
        Assert.Equal(
            """{"Event":{"EventData":{"Data":{"#text":["a","b"]}}}}""",
            Render(
                e => e.Element("EventData", d => d.Element("Data", v => v.Substitution(0, EvtxValueType.String))),
                items
            )
        );
        Assert.Equal(
            """{"Event":{"X":"a","X_1":"b"}}""",
            Render(e => e.Element("X", v => v.Substitution(0, EvtxValueType.String)), items)
        );
        Assert.Equal(
            """{"Event":{"X":null}}""",
            Render(
                e => e.Element("X", v => v.Substitution(0, EvtxValueType.String)),
                TestValue.Of(EvtxValueType.String | EvtxValueType.Array)
            )
        );
    }

    [Fact]
    public void Joins_text_that_is_written_in_pieces() =>
        Assert.Equal(
            """{"Event":{"X":"a&bc<é&unknown;1"}}""",
            Render(
                e =>
                    e.Element(
                        "X",
                        v =>
                            v.Text("a")
                                .EntityReference("amp")
                                .CData("bc<")
                                .CharacterReference('é')
                                .EntityReference("unknown")
                                .ProcessingInstruction("pi", "not shown")
                                .Substitution(0, EvtxValueType.UInt8)
                    ),
                TestValue.U8(1)
            )
        );

    [Fact]
    public void Names_Data_by_a_name_out_of_the_record() =>
        Assert.Equal(
            """{"Event":{"EventData":{"from record":"v"}}}""",
            Render(
                e =>
                    e.Element(
                        "EventData",
                        d => d.Element("Data", v => v.Text("v"), ("Name", a => a.Substitution(0, EvtxValueType.String)))
                    ),
                TestValue.Text("from record")
            )
        );

    [Fact]
    public void Replaces_unpaired_surrogates_and_escapes_control_characters() =>
        Assert.Equal(
            """{"Event":{"X":"a�b\u0001\u0000c"}}""",
            Render(e => e.Element("X", v => v.Text("a\uD800b\u0001\0c")))
        );

    private static string Render(Action<XmlBytes> content, params TestValue[] values) =>
        Assert.Single(
            TestLog.Json(
                TestLog.Of(xml =>
                    xml.Header().Template(9, t => t.Header().Element("Event", content).Eof(), values).Eof()
                )
            )
        );
}

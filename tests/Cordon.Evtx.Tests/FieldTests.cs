using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class FieldTests
{
    [Fact]
    public void Names_the_fields_of_a_typical_record_after_Sigma() =>
        Assert.Equal(
            "Provider_Name=Test-Provider|EventID=1|TimeCreated_SystemTime=2026-03-04T12:00:00.1234567Z|Channel=Test/Operational"
                + "|Computer=host.example|ProcessId=4|Image=C:\\x.exe|Nothing|Empty=|Data=unnamed",
            Fields(
                TestLog.Typical(
                    1,
                    ("Process Id", TestValue.U32(4)),
                    ("Image", TestValue.Text(@"C:\x.exe")),
                    ("Nothing", TestValue.Null),
                    ("Empty", TestValue.Text("")),
                    ("", TestValue.Text("unnamed"))
                )
            )
        );

    [Fact]
    public void Names_user_data_by_its_leaves() =>
        Assert.Equal(
            "EventXML_Version=2|Param1=a|Deep=b|Deep_Kind=k|Void",
            Fields(xml =>
                xml.Header()
                    .Element(
                        "Event",
                        e =>
                            e.Element(
                                "UserData",
                                u =>
                                    u.Element(
                                        "n:EventXML",
                                        x =>
                                            x.Text("\r\n  ")
                                                .Element("n:Param1", v => v.Text("a"))
                                                .Element(
                                                    "Group",
                                                    g =>
                                                        g.Element("Deep", v => v.Text("b"))
                                                            .Element("Deep", null, ("Kind", a => a.Text("k")))
                                                )
                                                .Element("Void"),
                                        ("xmlns:n", a => a.Text("urn:n")),
                                        ("Version", a => a.Text("2"))
                                    )
                            )
                    )
                    .Eof()
            )
        );

    [Fact]
    public void Names_the_other_sections() =>
        Assert.Equal(
            "EventID_Qualifiers=3|EventID=7|EventData_Name=N|Cx=1|Binary=AB|ErrorCode=15|RenderingInfo_Culture=en|Message=text"
                + "|RenderingInfo_Level=Information",
            Fields(xml =>
                xml.Header()
                    .Element(
                        "Event",
                        e =>
                            e.Element(
                                    "EventData",
                                    d =>
                                        d.Element("ComplexData", v => v.Text("1"), ("Name", a => a.Text("C x")))
                                            .Element("Binary", v => v.Raw(0x05, 0x0E).U16(1).Raw(0xAB)),
                                    ("Name", a => a.Text("N"))
                                )
                                .Element("ProcessingErrorData", p => p.Element("ErrorCode", v => v.Text("15")))
                                .Element(
                                    "RenderingInfo",
                                    r =>
                                        r.Element("Message", v => v.Text("text"))
                                            .Element("Level", v => v.Text("Information")),
                                    ("Culture", a => a.Text("en"))
                                )
                                .Element(
                                    "System",
                                    s => s.Element("EventID", v => v.Text("7"), ("Qualifiers", a => a.Text("3")))
                                )
                    )
                    .Eof()
            )
        );

    [Fact]
    public void Gives_both_values_of_a_name_in_System_and_in_EventData_System_first()
    {
        EvtxFieldSet set = EvtxFieldSet.Create("Image", "Channel", "Missing");
        byte[] log = TestLog.Of(
            TestLog.Typical(1, ("Channel", TestValue.Text("mine")), ("Image", TestValue.Text("i"))),
            TestLog.Typical(1, ("Channel", TestValue.Text("other")), ("Image", TestValue.Text("j")))
        );
        List<string> all = TestLog.Read(
            log,
            r =>
                $"{r.Count(set, 0)}{r.Count(set, 1)}{r.Count(set, 2)} {r.Value(set, 0).Chars} {r.Value(set, 1).Chars} "
                + $"{r.Value(set, 1, 1).Chars} {r.Value(set, 1, 2).IsNull} {r.Value(set, 2).IsNull}"
        );
        Assert.Equal(["120 i Test/Operational mine True True", "120 j Test/Operational other True True"], all);
    }

    [Fact]
    public void Gives_one_value_per_item_of_an_array()
    {
        EvtxFieldSet set = EvtxFieldSet.Create("Data");
        TestValue items = TestValue.Text("a\0bc\0\0") with { Type = EvtxValueType.String | EvtxValueType.Array };
        string all = Assert.Single(
            TestLog.Read(
                TestLog.Of(TestLog.Typical(1, ("", items), ("", TestValue.Text("last")))),
                r =>
                    $"{r.Count(set, 0)}: {r.Value(set, 0).Chars},{r.Value(set, 0, 1).Chars},{r.Value(set, 0, 2).Chars},{r.Value(set, 0, 3).Chars}"
            )
        );
        Assert.Equal("4: a,bc,,last", all);
    }

    [Fact]
    public void Finds_fields_whose_name_is_a_value_of_the_record()
    {
        EvtxFieldSet set = EvtxFieldSet.Create("FromRecord", "Other");
        byte[] log = TestLog.Of(Named("From Record", "x"), Named("Other", "y"));
        Assert.Equal(
            ["1x0", "0-1y"],
            TestLog.Read(
                log,
                r =>
                    r.Count(set, 0) > 0
                        ? $"{r.Count(set, 0)}{r.Value(set, 0).Chars}{r.Count(set, 1)}"
                        : $"{r.Count(set, 0)}-{r.Count(set, 1)}{r.Value(set, 1).Chars}"
            )
        );

        static Action<XmlBytes> Named(string name, string value) =>
            xml =>
                xml.Header()
                    .Template(
                        3,
                        t =>
                            t.Header()
                                .Element(
                                    "Event",
                                    e =>
                                        e.Element(
                                            "EventData",
                                            d =>
                                                d.Element(
                                                    "Data",
                                                    v => v.Substitution(1, EvtxValueType.String),
                                                    ("Name", a => a.Substitution(0, EvtxValueType.String))
                                                )
                                        )
                                )
                                .Eof(),
                        TestValue.Text(name),
                        TestValue.Text(value)
                    )
                    .Eof();
    }

    [Fact]
    public void Takes_the_event_source_name_where_the_provider_has_no_name() =>
        Assert.Equal(
            "Old Source/12",
            Assert.Single(
                TestLog.Read(
                    TestLog.Of(xml =>
                        xml.Header()
                            .Element(
                                "Event",
                                e =>
                                    e.Element(
                                        "System",
                                        s =>
                                            s.Element("Provider", null, ("EventSourceName", a => a.Text("Old Source")))
                                                .Element("EventID", v => v.Text("12"))
                                    )
                            )
                            .Eof()
                    ),
                    static r => $"{r.Provider}/{r.EventId}"
                )
            )
        );

    [Fact]
    public void Refuses_a_field_that_is_not_of_the_set()
    {
        EvtxFieldSet set = EvtxFieldSet.Create("A");
        Assert.Throws<ArgumentException>(() => EvtxFieldSet.Create("A", "A"));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TestLog.Read(TestLog.Of(TestLog.Typical(1)), r => r.Count(set, 1))
        );
    }

    private static string Fields(Action<XmlBytes> record) =>
        Assert.Single(TestLog.Read(TestLog.Of(record), TestLog.FieldsOf));
}

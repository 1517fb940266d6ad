using System.Xml;
using System.Xml.Linq;
using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class XmlTests
{
    [Fact]
    public void Renders_a_typical_record()
    {
        string xml = Assert.Single(TestLog.Xml(TestLog.Of(TestLog.Typical(1, ("A", TestValue.Text("<&\r\n]]>"))))));
        Assert.Equal(
            """
            <Event xmlns="urn:test"><System><Provider Name="Test-Provider"/><EventID>1</EventID>
            <TimeCreated SystemTime="2026-03-04T12:00:00.1234567Z"/><Correlation/><Channel>Test/Operational</Channel>
            <Computer>host.example</Computer></System><EventData><Data Name="A">&lt;&amp;&#13;NEWLINE]]&gt;</Data></EventData></Event>
            """.ReplaceLineEndings("").Replace("NEWLINE", "\n", StringComparison.Ordinal),
            xml
        );
    }

    [Fact]
    public void Drops_optional_attributes_without_value_and_keeps_the_others() =>
        Assert.Equal(
            "<Event><A y=\"\"/><B></B></Event>",
            Render(
                e =>
                    e.Element(
                            "A",
                            null,
                            ("x", a => a.Substitution(0, EvtxValueType.String)),
                            ("y", a => a.Substitution(0, EvtxValueType.String, optional: false))
                        )
                        .Element("B", v => v.Substitution(0, EvtxValueType.String)),
                TestValue.Null
            )
        );

    [Theory]
    [InlineData("a\0b\u0001c\uD800d\uFFFEe")]
    [InlineData("\"'<>&\t\n\r")]
    public void Is_well_formed_whatever_the_text(string text)
    {
        string xml = Render(
            e =>
                e.Element(
                    "A",
                    v =>
                        v.Substitution(0, EvtxValueType.String)
                            .CData("]]>" + text)
                            .EntityReference("nbsp")
                            .CharacterReference('\u0003')
                            .ProcessingInstruction("pi", "?>" + text),
                    ("x", a => a.Substitution(0, EvtxValueType.String))
                ),
            TestValue.Text(text + "x")
        );
        XElement parsed = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        Assert.EndsWith("x", parsed.Element("A")!.Attribute("x")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_well_formed_whatever_the_names()
    {
        string xml = Render(e =>
            e.Element(
                    "1 bad<name>",
                    v => v.Text("t"),
                    ("a b", a => a.Text("1")),
                    ("a_b", a => a.Text("2")),
                    ("x", a => a.Text("3"))
                )
                .Element("\u0001", null)
        );
        using XmlReader reader = XmlReader.Create(new StringReader(xml));
        while (reader.Read()) { }

        Assert.Contains("<_1_bad_name_ a_b=\"1\" x=\"3\">t</_1_bad_name_>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeats_the_element_for_every_item_of_an_array() =>
        Assert.Equal(
            "<Event><A x=\"1\">7</A><A x=\"1\">8</A></Event>",
            Render(
                e => e.Element("A", v => v.Substitution(0, EvtxValueType.UInt8), ("x", a => a.Text("1"))),
                TestValue.Of(EvtxValueType.UInt8 | EvtxValueType.Array, 7, 8)
            )
        );

    private static string Render(Action<XmlBytes> content, params TestValue[] values) =>
        Assert.Single(
            TestLog.Xml(
                TestLog.Of(xml =>
                    xml.Header().Template(9, t => t.Header().Element("Event", content).Eof(), values).Eof()
                )
            )
        );
}

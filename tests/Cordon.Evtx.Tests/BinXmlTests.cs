using System.Buffers.Binary;
using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class BinXmlTests
{
    private readonly List<EvtxDamage> _damage = [];

    [Fact]
    public void Reads_a_root_that_is_an_element_and_no_template() =>
        Assert.Equal(
            """{"Event":{"System":{"EventID":"5"},"UserData":{"A":"b"}}}""",
            Json(xml =>
                xml.Header()
                    .Element(
                        "Event",
                        e =>
                            e.Element("System", s => s.Element("EventID", v => v.Text("5")))
                                .Element("UserData", u => u.Element("A", v => v.Text("b")))
                    )
                    .Eof()
            )
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Reads_nested_fragments_that_start_in_any_of_the_three_ways(int way)
    {
        string json = Json(xml =>
            xml.Header()
                .Template(
                    1,
                    t => t.Header().Element("Event", e => e.Substitution(0, EvtxValueType.BinXml)).Eof(),
                    TestValue.Xml(x =>
                        _ = way switch
                        {
                            0 => x.Header()
                                .Element(
                                    "EventData",
                                    d => d.Element("Data", v => v.Text("v"), ("Name", a => a.Text("N")))
                                ),
                            1 => x.Template(
                                2,
                                t => t.Header().Element("EventData", Content).Eof(),
                                TestValue.Text("v")
                            ),
                            _ => x.Element(
                                    "EventData",
                                    d => d.Element("Data", v => v.Text("v"), ("Name", a => a.Text("N")))
                                )
                                .Eof(),
                        }
                    )
                )
                .Eof()
        );
        Assert.Equal("""{"Event":{"EventData":{"N":"v"}}}""", json);

        static void Content(XmlBytes d) =>
            d.Element("Data", v => v.Substitution(0, EvtxValueType.String), ("Name", a => a.Text("N")));
    }

    [Fact]
    public void Reads_elements_without_dependency_id() =>
        Assert.Equal(
            """{"Event":{"A":{"#attributes":{"x":"1"},"#text":"t"},"B":null}}""",
            Json(xml =>
            {
                xml.HasDependencyIds = false;
                xml.Header()
                    .Element("Event", e => e.Element("A", v => v.Text("t"), ("x", a => a.Text("1"))).Element("B"))
                    .Eof();
            })
        );

    [Fact]
    public void Reads_several_fragments_in_one_record() =>
        Assert.Equal(
            """{"Event":{"A":"1"},"Event_1":{"A":"2"}}""",
            Json(xml =>
                xml.Header()
                    .Element("Event", e => e.Element("A", v => v.Text("1")))
                    .Eof()
                    .Header()
                    .Element("Event", e => e.Element("A", v => v.Text("2")))
                    .Eof()
            )
        );

    [Fact]
    public void Uses_a_definition_that_stands_in_another_record_before_or_after()
    {
        var chunk = new TestChunk();
        int first = chunk.Add(1, xml => xml.Header().Template(5, Template, TestValue.Text("a")).Eof());
        chunk.Add(2, xml => xml.Header().TemplateAt(5, first + 38, TestValue.Text("b")).Eof());
        Assert.Equal(
            ["""{"Event":{"A":"a"}}""", """{"Event":{"A":"b"}}"""],
            TestLog.Json(TestLog.Of(chunk.Seal()), damage: _damage)
        );
        Assert.Empty(_damage);

        var forward = new TestChunk();
        int length = forward.Add(1, xml => xml.Header().TemplateAt(5, 0, TestValue.Text("b")).Eof());
        int second = forward.Add(2, xml => xml.Header().Template(5, Template, TestValue.Text("a")).Eof());
        BinaryPrimitives.WriteInt32LittleEndian(forward.Bytes.AsSpan(length + 24 + 4 + 6), second + 38);
        Assert.Equal(
            ["""{"Event":{"A":"b"}}""", """{"Event":{"A":"a"}}"""],
            TestLog.Json(TestLog.Of(forward.Seal()), damage: _damage)
        );
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(65_530u)]
    [InlineData(0xFFFF_FFFFu)]
    [InlineData(600u)]
    public void Shows_the_values_where_the_template_is_missing(uint offset)
    {
        string json = Json(xml =>
            xml.Header().TemplateAt(5, (int)offset, TestValue.Text("kept"), TestValue.Null, TestValue.U8(3)).Eof()
        );
        Assert.Equal("""{"Event":{"EventData":{"Data":{"#text":["kept",3]}}}}""", json);
        Assert.Equal(EvtxDamageKind.Template, Assert.Single(_damage).Kind);
    }

    [Fact]
    public void Shares_a_template_between_chunks_whatever_its_place()
    {
        var first = new TestChunk();
        first.Add(1, TestLog.Typical(1, ("A", TestValue.Text("x"))));
        var second = new TestChunk();
        second.Add(2, xml => xml.Header().Element("Event").Eof());
        second.Add(3, TestLog.Typical(2, ("A", TestValue.Text("y"))));
        using EvtxFile file = TestLog.Open(TestLog.Of(first.Seal(), second.Seal()));
        var cache = new EvtxTemplateCache();
        var reader = new EvtxReader(null, cache);
        for (long chunk = 0; chunk < 2; chunk++)
        {
            Assert.True(reader.Open(file, chunk));
            while (reader.Read())
            {
                _ = TestLog.JsonOf(reader.Current);
            }
        }

        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void Reads_the_same_with_a_cache_that_is_full()
    {
        byte[] log = TestLog.Of(
            TestLog.Typical(1, ("A", TestValue.Text("x"))),
            TestLog.Typical(2, ("B", TestValue.Text("y")))
        );
        using EvtxFile file = TestLog.Open(log);
        var reader = new EvtxReader(null, new EvtxTemplateCache(1));
        Assert.True(reader.Open(file, 0));
        foreach (string expected in TestLog.Json(log))
        {
            Assert.True(reader.Read());
            Assert.Equal(expected, TestLog.JsonOf(reader.Current));
        }
    }

    [Fact]
    public void Bounds_the_depth_of_elements_and_of_nested_fragments()
    {
        string elements = Json(xml => Nest(xml.Header(), 300).Eof());
        Assert.Contains(_damage, static d => d.Kind == EvtxDamageKind.Limit);
        Assert.True(elements.Length < 2_000);

        _damage.Clear();
        string fragments = Json(xml => Wrap(xml, 200));
        Assert.Contains(_damage, static d => d.Kind == EvtxDamageKind.Limit);
        Assert.True(fragments.Length < 2_000);

        static XmlBytes Nest(XmlBytes xml, int depth) => depth == 0 ? xml : xml.Element("E", e => Nest(e, depth - 1));

        static void Wrap(XmlBytes xml, int depth) =>
            xml.Template(
                1,
                t => t.Header().Element("E", e => e.Substitution(0, EvtxValueType.BinXml)).Eof(),
                depth == 0 ? TestValue.Null : TestValue.Xml(x => Wrap(x, depth - 1))
            );
    }

    [Fact]
    public void Bounds_what_a_record_can_grow_to_when_fragments_are_shown_again_and_again()
    {
        // Each level shows the next one eight times: eight to the power of twenty.
        byte[] log = TestLog.Of(xml => Bomb(xml, 20));
        List<EvtxDamage> damage = [];
        Assert.True(Assert.Single(TestLog.Json(log, damage: damage)).Length < 20_000_000);
        Assert.True(Assert.Single(TestLog.Xml(log)).Length < 20_000_000);
        Assert.Contains(damage, static d => d.Kind == EvtxDamageKind.Limit);
        Assert.NotEmpty(TestLog.Read(log, TestLog.FieldsOf));

        static void Bomb(XmlBytes xml, int depth) =>
            xml.Template(
                1,
                t =>
                    t.Header()
                        .Element(
                            "E",
                            e =>
                            {
                                for (int i = 0; i < 8; i++)
                                {
                                    e.Substitution(0, EvtxValueType.BinXml);
                                }
                            }
                        )
                        .Eof(),
                depth == 0 ? TestValue.Text("boom") : TestValue.Xml(x => Bomb(x, depth - 1))
            );
    }

    [Fact]
    public void Bounds_the_size_of_rendered_text()
    {
        byte[] log = TestLog.Of(xml =>
            xml.Header()
                .Template(1, t => t.Header().Element("Event", Repeated).Eof(), TestValue.Text(new string('x', 1_000)))
                .Eof()
        );
        EvtxOptions small = new() { MaxRenderedBytes = 10_000 };
        string json = Assert.Single(TestLog.Json(log, small, _damage));
        Assert.InRange(json.Length, 1_000, 12_000);
        Assert.EndsWith("\"}", json, StringComparison.Ordinal);
        Assert.Equal(EvtxDamageKind.Limit, Assert.Single(_damage).Kind);

        static void Repeated(XmlBytes xml)
        {
            for (int i = 0; i < 500; i++)
            {
                xml.Substitution(0, EvtxValueType.String);
            }
        }
    }

    [Fact]
    public void Keeps_what_stands_before_a_broken_token()
    {
        string json = Json(xml =>
            xml.Header().Element("Event", e => e.Element("A", v => v.Text("kept")).Raw(0x3F)).Eof()
        );
        Assert.Equal("""{"Event":{"A":"kept"}}""", json);
        Assert.Equal(EvtxDamageKind.BinXml, Assert.Single(_damage).Kind);
    }

    [Fact]
    public void Takes_names_that_lie_outside_the_chunk_as_damage()
    {
        string json = Json(xml =>
            xml.Header()
                .Element("Event", e => e.Element("A", v => v.Text("kept")).Raw(0x01).U16(-1).U32(0).U32(0x00FF_FFFF))
        );
        Assert.Equal("""{"Event":{"A":"kept"}}""", json);
        Assert.Single(_damage);
    }

    [Fact]
    public void Shows_the_type_of_the_value_where_it_differs_from_that_of_the_template() =>
        Assert.Equal(
            """{"Event":{"A":"text"}}""",
            Json(xml =>
                xml.Header()
                    .Template(
                        1,
                        t =>
                            t.Header()
                                .Element("Event", e => e.Element("A", v => v.Substitution(0, EvtxValueType.UInt32)))
                                .Eof(),
                        TestValue.Text("text")
                    )
                    .Eof()
            )
        );

    private static void Template(XmlBytes t) =>
        t.Header().Element("Event", e => e.Element("A", v => v.Substitution(0, EvtxValueType.String))).Eof();

    private string Json(Action<XmlBytes> record) => Assert.Single(TestLog.Json(TestLog.Of(record), damage: _damage));
}

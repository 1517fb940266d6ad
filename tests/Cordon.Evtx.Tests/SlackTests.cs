using Cordon.Evtx.Tests.Build;

namespace Cordon.Evtx.Tests;

public sealed class SlackTests
{
    private static readonly EvtxOptions Recover = new() { RecoverDeleted = true };

    [Fact]
    public void Shows_records_in_slack_only_on_request_and_marks_them()
    {
        var chunk = new TestChunk();
        chunk.Add(10, TestLog.Typical(1));
        int end = chunk.Here;
        chunk.Add(4, TestLog.Typical(2, ("A", TestValue.Text("old"))));
        chunk.Add(5, TestLog.Typical(3));
        chunk.Seal(end);
        byte[] log = TestLog.Of(chunk);
        Assert.Equal([10ul], TestLog.Ids(log));
        List<(ulong, bool, long?)> all = TestLog.Read(log, static r => (r.RecordId, r.IsRecovered, r.EventId), Recover);
        Assert.Equal([(10, false, 1), (4, true, 2), (5, true, 3)], all);
    }

    [Fact]
    public void Shows_a_record_once_that_lies_there_twice()
    {
        var chunk = new TestChunk();
        chunk.Add(1, TestLog.Typical(1));
        int end = chunk.Here;
        chunk.Add(1, TestLog.Typical(1));
        chunk.Add(2, TestLog.Typical(1));
        chunk.Add(2, TestLog.Typical(1));
        Assert.Equal([1ul, 2ul], TestLog.Ids(TestLog.Of(chunk.Seal(end)), Recover));
    }

    [Fact]
    public void Shows_the_values_without_names_where_the_template_was_overwritten()
    {
        var chunk = new TestChunk();
        int first = chunk.Add(1, xml => xml.Header().Template(1, Template, TestValue.Text("live")).Eof());
        int definition = first + 24 + 4 + 10;
        int end = chunk.Here;
        chunk.Add(
            9,
            xml => xml.Header().TemplateAt(2, definition, TestValue.Text("old value"), TestValue.U32(7)).Eof()
        );
        List<EvtxDamage> damage = [];
        List<string> all = TestLog.Json(TestLog.Of(chunk.Seal(end)), Recover, damage);
        Assert.Equal("""{"Event":{"EventData":{"Data":{"#text":["old value",7]}}}}""", all[1]);
        Assert.Equal(EvtxDamageKind.Template, Assert.Single(damage).Kind);

        static void Template(XmlBytes t) =>
            t.Header().Element("Event", e => e.Element("A", v => v.Substitution(0, EvtxValueType.String))).Eof();
    }
}

using Cordon.Evtx.Tests.Writing;
using Cordon.Evtx.Writing;

namespace Cordon.Evtx.Tests;

/// <summary>The short ways into a record agree with the long ones.</summary>
public sealed class RecordAccessTests
{
    private static readonly string[] SystemNames = ["EventID", "Channel", "Provider_Name"];

    [Fact]
    public void Every_text_of_a_record_is_in_a_text_that_is_shown()
    {
        int shown = 0;
        int refused = 0;
        ForEachRecord(record =>
        {
            List<string> texts = [];
            bool isWhole = record.VisitTexts(
                (text, _) =>
                {
                    texts.Add(text.ToString());
                    return true;
                }
            );
            if (!isWhole)
            {
                refused++;
                return;
            }

            shown++;
            record.VisitFields(
                (name, value) =>
                {
                    string text = value.ToString();
                    bool isText =
                        value.Type is EvtxValueType.String or EvtxValueType.AnsiString or EvtxValueType.EvtXml;
                    Assert.True(
                        !isText || texts.Exists(t => t.Contains(text, StringComparison.Ordinal)),
                        $"{name}: '{text}' is in no text that was shown"
                    );
                    return true;
                }
            );
        });
        Assert.InRange(shown, 300, int.MaxValue);
        Assert.InRange(refused, 1, int.MaxValue);
    }

    [Fact]
    public void A_number_comes_with_the_same_text_as_long_as_the_process_lives()
    {
        Dictionary<int, string> known = [];
        ForEachRecord(record =>
            record.VisitTexts(
                (text, template) =>
                {
                    if (template != 0 && !known.TryAdd(template, text.ToString()))
                    {
                        Assert.Equal(known[template], text);
                    }

                    return true;
                }
            )
        );
        Assert.NotEmpty(known);
    }

    [Fact]
    public void No_more_texts_are_shown_once_a_visitor_has_seen_enough() =>
        ForEachRecord(record =>
        {
            int shown = 0;
            record.VisitTexts(
                (_, _) =>
                {
                    shown++;
                    return false;
                }
            );
            Assert.InRange(shown, 0, 1);
        });

    [Fact]
    public void Reading_a_field_gives_its_count_and_its_first_value()
    {
        var fields = EvtxFieldSet.Create([
            "EventID",
            "Execution_ProcessID",
            "Computer",
            "x",
            "Data",
            "Security_UserID",
        ]);
        int several = 0;
        ForEachRecord(record =>
        {
            for (int field = 0; field < fields.Count; field++)
            {
                int count = record.Read(fields, field, out EvtxValue first);
                Assert.Equal(record.Count(fields, field), count);
                EvtxValue expected = record.Value(fields, field);
                Assert.Equal(expected.ToString(), count == 0 ? "" : first.ToString());
                Assert.Equal(expected.Type, count == 0 ? EvtxValueType.Null : first.Type);
                several += count > 1 ? 1 : 0;
            }
        });
        Assert.NotEqual(0, several);
    }

    [Fact]
    public void A_plain_header_says_what_the_fields_say()
    {
        var fields = EvtxFieldSet.Create(SystemNames);
        int plain = 0;
        ForEachRecord(record =>
        {
            if (!record.HasPlainSystem(fields))
            {
                return;
            }

            plain++;
            string[] expected = [$"{record.EventId}", record.Channel.ToString(), record.Provider.ToString()];
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(1, record.Read(fields, i, out EvtxValue value));
                Assert.Equal(expected[i], value.ToString());
            }
        });
        Assert.InRange(plain, 500, int.MaxValue);
    }

    [Theory]
    [InlineData("EventID")]
    [InlineData("Channel")]
    public void A_header_is_not_plain_where_the_payload_has_a_field_of_that_name(string name)
    {
        EvtxWriteEvent logEvent = Logs.Full(
            EvtxRecordForm.Nested,
            EvtxPayload.EventData((name, BinXmlValue.String("other")))
        );
        var fields = EvtxFieldSet.Create(SystemNames);
        ForEachRecord(Logs.Of(logEvent), record => Assert.False(record.HasPlainSystem(fields)));
    }

    private delegate void OnRecord(EvtxRecord record);

    private static void ForEachRecord(OnRecord onRecord) =>
        SampleEvent.CheckMany(count: 60, events => ForEachRecord(Logs.Of([.. events.Select(e => e.Event)]), onRecord));

    private static void ForEachRecord(byte[] log, OnRecord onRecord)
    {
        using EvtxFile file = EvtxFile.FromBytes(log, "made");
        var reader = new EvtxReader();
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            Assert.True(reader.Open(file, chunk));
            while (reader.Read())
            {
                onRecord(reader.Current);
            }
        }
    }
}

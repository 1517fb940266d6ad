using System.Text;
using System.Text.Json;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Tests;

/// <summary>What events in JSON tell about themselves so that rules need not be run over all that repeats.</summary>
public sealed class JsonKeyTests
{
    private const string Rules = """
        title: Logon
        id: 0d9ff2a2-6d09-4cf4-a0a1-9f2a8b1f0001
        logsource: {product: windows, service: security}
        level: low
        detection:
          a: {EventID: 4624, LogonType: 3}
          b: {TargetUserName|endswith: $}
          condition: a and not b
        ---
        title: Ids
        id: 0d9ff2a2-6d09-4cf4-a0a1-9f2a8b1f0002
        logsource: {product: windows, service: security}
        level: low
        detection:
          a: {EventID|gte: 4625, IpAddress: null}
          condition: a
        ---
        title: Words
        id: 0d9ff2a2-6d09-4cf4-a0a1-9f2a8b1f0003
        logsource: {product: windows}
        level: low
        detection:
          words: ['dpapi::', 'Ünlikely']
          condition: words
        ---
        title: Provider
        id: 0d9ff2a2-6d09-4cf4-a0a1-9f2a8b1f0004
        logsource: {product: windows, service: security}
        level: low
        detection:
          a: {Provider_Name: Other, Channel: Security}
          condition: a
        ---
        title: Missing
        id: 0d9ff2a2-6d09-4cf4-a0a1-9f2a8b1f0005
        logsource: {product: windows, service: security}
        level: low
        detection:
          a: {IpAddress|exists: false, TargetUserName|contains: 'a\b'}
          condition: a
        """;

    private static readonly string[] Heads =
    [
        "\"Channel\":\"Security\",\"SourceName\":\"Microsoft-Windows-Security-Auditing\",\"EventID\":4624",
        "\"EventID\":4625,\"SourceName\":\"Microsoft-Windows-Security-Auditing\",\"Channel\":\"Security\"",
        "\"Channel\":\"security\",\"SourceName\":\"Other\",\"EventID\":\"4624\"",
        "\"Channel\":\"Security\",\"EventID\":4624",
        "\"Channel\":\"Security\",\"SourceName\":\"Microsoft-Windows-Security-Auditing\",\"EventID\":\"04624\"",
        "\"Channel\":\"Security\",\"Channel\":\"Other\",\"SourceName\":\"Microsoft-Windows-Security-Auditing\",\"EventID\":4624",
        "\"Channel\":\"Security\",\"SourceName\":\"Microsoft-Windows-Security-Auditing\",\"EventID\":4624,\"Provider_Name\":\"Other\"",
    ];

    private static readonly string[] Values =
    [
        "\"\"",
        "\"3\"",
        "3",
        "3.0",
        "null",
        "true",
        "\"ws-1$\"",
        "\"a\\\\b\"",
        "\"a\\u005cb\"",
        "\"say dpapi::x\"",
        "\"say dp\\u0061pi::x\"",
        "\"\\u00dcnlikely\"",
        "\"ünlikely\"",
        "[\"3\",\"4\"]",
        "[]",
        "\"\\ud800dpapi::\"",
    ];

    private static readonly string[] Names = ["LogonType", "TargetUserName", "IpAddress", "Other"];

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public void The_header_is_plain_where_its_fields_say_once_what_the_event_says(int head, bool isPlain)
    {
        (JsonLogEvent shown, _) = Event("Channel", "Provider_Name", "EventID");
        Show(shown, $"{{{Heads[head]}}}");
        Assert.Equal(isPlain, shown.HasPlainHeader);
    }

    [Fact]
    public void Events_with_equal_keys_have_equal_values()
    {
        (JsonLogEvent shown, FieldId[] ids) = Event(Names);
        var random = new Random(11);
        Dictionary<string, string> valuesOf = [];
        byte[] key = new byte[4_096];
        int repeated = 0;
        for (int i = 0; i < 3_000; i++)
        {
            string json = Record(random);
            Show(shown, json);
            int length = shown.WriteKey(ids, key);
            string values = string.Join('|', ids.Select(id => Written(shown, id)));
            Assert.Equal(ids.All(id => shown.Count(id) <= 1), length >= 0);
            if (length >= 0 && !valuesOf.TryAdd(Convert.ToHexString(key, 0, length), values))
            {
                repeated++;
                Assert.Equal(valuesOf[Convert.ToHexString(key, 0, length)], values);
            }
        }

        Assert.InRange(repeated, 50, 2_950);
    }

    [Fact]
    public void A_key_that_finds_no_room_is_none()
    {
        (JsonLogEvent shown, FieldId[] ids) = Event(Names);
        Show(shown, $$"""{"Channel":"S","EventID":1,"Other":"{{new string('x', 100)}}"}""");
        Assert.Equal(-1, shown.WriteKey(ids, new byte[100]));
        Assert.Equal((ids.Length * 8) + 100, shown.WriteKey(ids, new byte[200]));
    }

    [Fact]
    public void Rules_come_to_what_the_interpreter_says_also_where_values_repeat()
    {
        var fields = new FieldTable();
        RuleSet rules = RuleSet.Parse(Rules, options: SigmaOptions.Default with { Fields = fields });
        Assert.Empty(rules.Problems);
        var compiled = CompiledRuleSet.Compile(
            [.. rules.Rules],
            [.. rules.Rules.Select(static r => LogSourceMap.Default.Resolve(r.LogSource))],
            fields
        );
        CompiledEvaluator evaluator = compiled.CreateEvaluator();
        var mapped = new MappedEvent(fields, compiled.Router.Targets);
        var interpreter = new SigmaInterpreter(mapped.IsUnavailable);
        var shown = new JsonLogEvent(fields);
        shown.Begin("x.json");
        var random = new Random(7);
        List<int> held = [];
        List<LogSourceTarget> targets = [];
        int[] hits = new int[rules.Rules.Count];
        for (int i = 0; i < 4_000; i++)
        {
            string json = Record(random);
            Show(shown, json);
            evaluator.Evaluate(shown, held);
            SortedSet<int> expected = [];
            compiled.Router.Route(shown, targets);
            foreach (LogSourceTarget target in targets)
            {
                mapped.Show(shown, target);
                foreach (int rule in compiled.Router.RulesOf(target))
                {
                    if (interpreter.Matches(compiled.Rules[rule], mapped))
                    {
                        expected.Add(rule);
                    }
                }
            }

            Assert.True(held.SequenceEqual(expected), json);
            held.ForEach(r => hits[r]++);
        }

        Assert.All(hits, static count => Assert.InRange(count, 1, 3_999));
    }

    [Fact]
    public void The_record_is_shown_as_it_stands_in_its_log()
    {
        (JsonLogEvent shown, _) = Event(Names);
        foreach (string json in (string[])["""{"a":"x\\u002ey"}""", """{"a":"ü"}"""])
        {
            Show(shown, json);
            Assert.Equal(json, Encoding.UTF8.GetString(shown.Json));
        }
    }

    [Fact]
    public void Texts_are_all_that_are_visited()
    {
        (JsonLogEvent shown, _) = Event(Names);
        var random = new Random(5);
        for (int i = 0; i < 500; i++)
        {
            Show(shown, Record(random));
            HashSet<string> texts = [];
            Assert.True(
                shown.VisitTexts(
                    (text, shared) =>
                    {
                        Assert.Equal(0, shared);
                        texts.Add(text.ToString());
                        return true;
                    }
                )
            );
            shown.Visit(
                (_, value) =>
                {
                    Assert.True(value.Kind != FieldKind.Text || texts.Contains(value.Text.ToString()));
                    return true;
                }
            );
        }
    }

    [Fact]
    public void Escapes_stand_for_what_the_library_says()
    {
        string[] pieces =
        [
            "a",
            "\\\\",
            "\\\"",
            "\\/",
            "\\n",
            "\\r",
            "\\t",
            "\\b",
            "\\f",
            "\\u0041",
            "\\u00e9",
            "\\u0000",
            "\\ud83d",
            "\\ude00",
            "\\uD83D\\uDE00",
            "é",
            "😀",
            "u0041",
        ];
        var random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 5_000; i++)
        {
            string written = string.Concat(
                Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            byte[] bytes = Encoding.UTF8.GetBytes(written);
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{written}\""));
            Assert.True(reader.Read());
            char[] room = new char[bytes.Length];
            bool isText = JsonText.TryUnescape(bytes, room, out int length);
            string? expected;
            try
            {
                expected = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                expected = null;
                refused++;
            }

            Assert.Equal(expected, isText ? new string(room, 0, length) : null);
        }

        Assert.InRange(refused, 100, 4_900);
        Assert.False(JsonText.TryUnescape([(byte)'\\', (byte)'n', 0xff], new char[3], out _));
    }

    private static (JsonLogEvent Shown, FieldId[] Ids) Event(params string[] names)
    {
        var fields = new FieldTable();
        FieldId[] ids = [.. names.Select(fields.Intern)];
        return (new JsonLogEvent(fields), ids);
    }

    private static void Show(JsonLogEvent shown, string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        Assert.Null(shown.Show(bytes, 0, bytes.Length, 0));
    }

    // Few values, so that they come together again and again.
    private static string Record(Random random) =>
        $"{{{Heads[random.Next(Heads.Length)]}{string.Concat(Names.Select(n => random.Next(3) == 0 ? "" : $",\"{n}\":{Values[random.Next(Values.Length)]}"))}}}";

    private static string Written(LogEvent shown, FieldId id) =>
        shown.Count(id) == 0 ? "missing" : $"{shown.Value(id).Kind}:{shown.Value(id).Text}";
}

using System.Text.Json;
using Cordon.Cli.Rules;
using Cordon.Evtx.Writing;

namespace Cordon.Cli.Tests;

public sealed class RulesExplainCommandTests : IDisposable
{
    private const string Id = "0a52e24f-7f55-4c6b-a34d-4d0b0c1f7a10";

    private const string Rule = $"""
        title: Archive made by a script
        id: {Id}
        level: low
        logsource:
          product: windows
          category: process_creation
        detection:
          selection_program:
            Image|endswith: '\rar.exe'
          selection_words:
            CommandLine|contains:
              - ' -hp'
              - ' -v1'
              - ' -m5'
              - ' -m4'
              - ' -m3'
              - ' -m2'
              - ' -m1'
          filter_hash:
            Hashes|contains: 'AAAA'
          condition: all of selection_* and not filter_hash
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-explain-").FullName;
    private readonly string _log;

    public RulesExplainCommandTests()
    {
        _log = Path.Combine(_folder, "log.evtx");
        File.WriteAllText(Path.Combine(_folder, "rule.yml"), Rule);
        using FileStream stream = File.Create(_log);
        using var writer = new EvtxWriter(stream);
        writer.Write(Sysmon(10, @"C:\t\rar.exe", "rar a -hp\u001b[31mred -v1", "SHA1=BB"));
        writer.Write(Sysmon(11, @"C:\t\rar.exe", "rar a", "SHA1=BB"));
        writer.Write(Sysmon(12, @"C:\t\rar.exe", "rar a -hpx", "SHA1=AAAA"));
        writer.Write(
            Event(
                13,
                "Microsoft-Windows-Security-Auditing",
                "Security",
                4688,
                ("NewProcessName", @"C:\t\rar.exe"),
                ("CommandLine", "rar a -hpx")
            )
        );
        writer.Write(Event(14, "Microsoft-Windows-Eventlog", "Security", 1102));
        writer.Write(Sysmon(12, @"C:\t\7z.exe", "7z a -hpx", "SHA1=BB"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_rule_that_fires_lists_what_matched_and_text_of_the_event_is_harmless()
    {
        string text = Explain(10).Output;
        Assert.Contains("the rule fires", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains(@"\u001b[31mred", text, StringComparison.Ordinal);
        string matched = text[text.IndexOf("what matched", StringComparison.Ordinal)..];
        Assert.Contains("-hp", matched, StringComparison.Ordinal);
        Assert.Contains("-v1", matched, StringComparison.Ordinal);
        Assert.DoesNotContain("-m5", matched, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_does_not_fire_says_which_search_decides()
    {
        JsonElement words = Condition(Explain(11, "--format", "json"));
        Assert.Equal("false", words.GetProperty("result").GetString());
        Assert.Equal(["selection_words"], Deciding(words).Distinct());
        Assert.Equal(["filter_hash"], Deciding(Condition(Explain(12, "--format", "json"), 0)).Distinct());
    }

    [Fact]
    public void A_long_list_that_does_not_hold_is_cut_unless_all_is_asked_for()
    {
        Assert.Contains("… and 3 more that do not hold", Explain(11).Output, StringComparison.Ordinal);
        Assert.Contains("-m1", Explain(11, "--all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_stand_in_does_not_carry_is_unknown_and_says_why()
    {
        Outcome outcome = Explain(13);
        Assert.Contains("windows/process_creation/security: yes; stands in", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("the event can't say", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("unknown to this log", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("unknown, because the log", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_another_log_source_says_what_was_wanted()
    {
        string text = Explain(14).Output;
        Assert.Contains("not of its log source", text, StringComparison.Ordinal);
        Assert.Contains("its event id is 1102; wanted: 4688", text, StringComparison.Ordinal);
        Assert.Contains(
            "its channel is 'Security'; wanted: Microsoft-Windows-Sysmon/Operational",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_number_that_comes_twice_is_told_and_both_are_explained()
    {
        Outcome both = Explain(12, "--format", "json");
        Assert.Contains("2 records", both.Errors, StringComparison.Ordinal);
        string[] lines = both.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        long second = JsonDocument.Parse(lines[1]).RootElement.GetProperty("event").GetProperty("position").GetInt64();
        Outcome one = CordonCommand.Run(
            "rules",
            "explain",
            Path.Combine(_folder, "rule.yml"),
            "--event",
            $"{_log}:@{second}",
            "--format",
            "json"
        );
        Assert.Equal(lines[1].Trim(), one.Output.Trim());
    }

    [Theory]
    [InlineData(Id)]
    [InlineData("archive made by a script")]
    [InlineData("made by")]
    [InlineData("rule")]
    [InlineData("rule.yml")]
    public void A_rule_is_found_by_id_title_or_file(string word) =>
        Assert.Equal(0, CordonCommand.Run("rules", "explain", word, "--rules", _folder, "--event", $"{_log}:10").Code);

    [Fact]
    public void What_is_not_there_is_told()
    {
        Assert.Contains("no record 99", Explain(99).Errors, StringComparison.Ordinal);
        Outcome none = CordonCommand.Run("rules", "explain", "nothing", "-r", _folder, "-e", $"{_log}:10");
        Assert.Equal(1, none.Code);
        Assert.Contains("no rule of", none.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"C:\Logs\Security.evtx:4711", @"C:\Logs\Security.evtx", 4711UL, null)]
    [InlineData("a:b:3", "a:b", 3UL, null)]
    [InlineData("a:@512", "a", null, 512L)]
    public void An_address_ends_at_its_last_colon(string text, string path, ulong? record, long? position) =>
        Assert.Equal(new EventAddress(path, record, position), EventAddress.Parse(text));

    [Theory]
    [InlineData("Security.evtx")]
    [InlineData(@"C:\Logs\Security.evtx")]
    [InlineData(":3")]
    [InlineData("a:-3")]
    [InlineData("a:")]
    public void What_is_no_address_ends_with_2(string text)
    {
        Assert.Null(EventAddress.Parse(text));
        Assert.Equal(2, CordonCommand.Run("rules", "explain", "x", "--event", text).Code);
    }

    private Outcome Explain(int record, params string[] more) =>
        CordonCommand.Run([
            "rules",
            "explain",
            Path.Combine(_folder, "rule.yml"),
            "--event",
            $"{_log}:{record}",
            .. more,
        ]);

    private static JsonElement Condition(Outcome outcome, int line = 0)
    {
        JsonElement root = JsonDocument.Parse(outcome.Output.Split('\n')[line]).RootElement;
        return root.GetProperty("routes")
            .EnumerateArray()
            .Single(static r => r.GetProperty("accepted").GetBoolean())
            .GetProperty("condition");
    }

    private static IEnumerable<string> Deciding(JsonElement node, string search = "")
    {
        search = node.GetProperty("kind").GetString() == "search" ? node.GetProperty("text").GetString()! : search;
        bool isTest = node.GetProperty("kind").GetString() == "test";
        if (isTest && node.GetProperty("decides").GetBoolean())
        {
            yield return search;
        }

        foreach (JsonElement part in isTest ? [] : node.GetProperty("parts").EnumerateArray().ToArray())
        {
            foreach (string found in Deciding(part, search))
            {
                yield return found;
            }
        }
    }

    private static EvtxWriteEvent Sysmon(ulong id, string image, string line, string hashes) =>
        Event(
            id,
            "Microsoft-Windows-Sysmon",
            "Microsoft-Windows-Sysmon/Operational",
            1,
            ("Image", image),
            ("CommandLine", line),
            ("Hashes", hashes)
        );

    private static EvtxWriteEvent Event(
        ulong id,
        string provider,
        string channel,
        ushort code,
        params (string Name, string Value)[] data
    ) =>
        new()
        {
            RecordId = id,
            ProviderName = provider,
            Channel = channel,
            EventId = code,
            Time = new DateTime(2021, 2, 16, 8, 0, 0, DateTimeKind.Utc),
            Computer = "LAB-WS-07",
            Payload = [EvtxPayload.EventData([.. data.Select(d => ((string?)d.Name, BinXmlValue.String(d.Value)))])],
        };
}

namespace Cordon.Telemetry.Tests;

/// <summary>The same event as different programs ship it.</summary>
public sealed class JsonShapeTests : IDisposable
{
    private const string Head = "Microsoft-Windows-Sysmon/Operational|Microsoft-Windows-Sysmon|1|WS-1.example|windows";
    private readonly JsonFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(
        """{"EventTime":"2021-02-16 09:30:00","@timestamp":"2021-02-16T08:30:02.000Z","UtcTime":"2021-02-16 08:30:00.123","Hostname":"WS-1.example","Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"SourceName":"Microsoft-Windows-Sysmon","RecordNumber":42,"Image":"C:\\a.exe","CommandLine":"a.exe -x","Message":"Process Create","SeverityValue":2}"""
    )]
    [InlineData(
        """{"@timestamp":"2021-02-16T08:30:00.123Z","event":{"code":"1"},"winlog":{"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","event_id":"1","computer_name":"WS-1.example","record_id":42,"event_data":{"UtcTime":"2021-02-16 08:30:00.123","Image":"C:\\a.exe","CommandLine":"a.exe -x"}}}"""
    )]
    [InlineData(
        """{"@timestamp":"2021-02-16T08:30:00.123Z","log_name":"Microsoft-Windows-Sysmon/Operational","source_name":"Microsoft-Windows-Sysmon","event_id":1,"computer_name":"WS-1.example","record_number":"42","event_data":{"Image":"C:\\a.exe","CommandLine":"a.exe -x"}}"""
    )]
    [InlineData(
        """{"Event":{"#attributes":{"xmlns":"urn:x"},"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon","Guid":"1"}},"EventID":1,"TimeCreated":{"#attributes":{"SystemTime":"2021-02-16T08:30:00.123000Z"}},"EventRecordID":42,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"WS-1.example"},"EventData":{"Image":"C:\\a.exe","CommandLine":"a.exe -x"}}}"""
    )]
    [InlineData(
        """{"Event":{"System":{"Provider_attributes":{"Name":"Microsoft-Windows-Sysmon"},"EventID":{"#attributes":{"Qualifiers":0},"#text":1},"TimeCreated_attributes":{"SystemTime":"2021-02-16T08:30:00.123000Z"},"EventRecordID":42,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"WS-1.example"},"EventData":{"Image":{"#text":"C:\\a.exe"},"CommandLine":"a.exe -x"}}}"""
    )]
    public void Shows_one_event_under_the_names_of_Windows_own_logs(string json)
    {
        (List<JsonFile.Seen> events, var report) = _file.ReadText(json);
        Assert.Empty(report.Problems);
        JsonFile.Seen seen = Assert.Single(events);
        Assert.Equal(Head, seen.Head);
        Assert.Equal(new DateTime(2021, 2, 16, 8, 30, 0, 123, DateTimeKind.Utc), seen.Time);
        Assert.Equal(42UL, seen.RecordId);
        Assert.Equal(
            [
                "1",
                "Microsoft-Windows-Sysmon/Operational",
                "Microsoft-Windows-Sysmon",
                "WS-1.example",
                "42",
                @"C:\a.exe",
                "a.exe -x",
            ],
            seen.Asked.Select(static a =>
                a[(a.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace("Integer:", "", StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            [@"Image=C:\a.exe", "CommandLine=a.exe -x"],
            seen.Payload.Where(static p => !p.StartsWith("UtcTime", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(
        """{"Channel":"Security","EventID":4688}""",
        "Security|Microsoft-Windows-Security-Auditing|4688||windows"
    )]
    [InlineData("""{"Channel":"A/B","EventID":"7"}""", "A/B|A|7||windows")]
    [InlineData("""{"Channel":"System","EventID":7045,"Hostname":"x"}""", "System||7045|x|windows")]
    public void Providers_that_are_left_out_are_known_by_their_channels(string json, string head) =>
        Assert.Equal(head, Assert.Single(_file.ReadText(json).Events).Head);

    [Theory]
    [InlineData("\"TimeCreated\":\"2021-02-16T08:30:00Z\",\"@timestamp\":\"2021-02-17T00:00:00Z\"", 16)]
    [InlineData("\"UtcTime\":\"2021-02-16 08:30:00\",\"@timestamp\":\"2021-02-17T00:00:00Z\"", 16)]
    [InlineData("\"EventTime\":\"2021-02-18 08:30:00\",\"@timestamp\":\"2021-02-17T00:00:00Z\"", 17)]
    [InlineData("\"EventTime\":\"2021-02-18 08:30:00\"", 18)]
    [InlineData("\"TimeCreated\":\"soon\",\"@timestamp\":\"2021-02-17T00:00:00Z\"", 17)]
    [InlineData("\"Image\":\"x\"", 0)]
    public void The_time_is_the_one_that_is_known_best(string member, int day) =>
        Assert.Equal(
            day == 0 ? null : day,
            Assert.Single(_file.ReadText($"{{\"Channel\":\"S\",\"EventID\":1,{member}}}").Events).Time?.Day
        );

    [Fact]
    public void Values_keep_their_kinds_and_repeat()
    {
        JsonFile.Seen seen = Assert.Single(
            _file
                .ReadText(
                    """{"Channel":"S","EventID":1,"ProcessId":16,"Signed":true,"Image":null,"Odd":1.50,"Data":["a",{"b":"c"},["d"]],"CommandLine":"x","CommandLine":"y"}"""
                )
                .Events
        );
        Assert.Equal(
            [
                "EventID=Integer:1",
                "Channel=S",
                "Image=(null)",
                "CommandLine=x",
                "CommandLine=y",
                "ProcessId=Integer:16",
                "Data=a",
                "Data=d",
                "Signed=Boolean:true",
                "Odd=Real:1.50",
            ],
            seen.Asked
        );
        Assert.Contains("Data.b=c", seen.All);
    }

    [Theory]
    [InlineData("""a\u0041\n\"\\\/""", "aA\n\"\\/")]
    [InlineData("\\ud83d\\ude00", "\U0001F600")]
    [InlineData("""\ud83d""", """\ud83d""")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("ſtraße İ 😀", "ſtraße İ 😀")]
    [InlineData("", "")]
    public void Text_is_what_was_written(string written, string text) =>
        Assert.Equal(
            $"Image={text}",
            Assert.Single(_file.ReadText($$"""{"Channel":"S","EventID":1,"Image":"{{written}}"}""").Events).Asked[2]
        );

    [Fact]
    public void Names_may_be_escaped() =>
        Assert.Contains(
            "Image=x",
            Assert.Single(_file.ReadText("""{"Channel":"S","EventID":1,"\u0049mage":"x"}""").Events).Asked
        );

    [Fact]
    public void What_no_rule_can_look_at_is_told()
    {
        (List<JsonFile.Seen> events, var report) = _file.ReadText(
            "{\"Channel\":\"S\",\"EventID\":1}\n{\"EventID\":1}\n{\"Channel\":\"S\",\"EventID\":\"one\"}\n"
        );
        Assert.Equal([true, false, false], events.Select(static e => e.IsWindows));
        Assert.Equal(2, report.ProblemCount);
        Assert.All(report.Problems, static p => Assert.False(p.IsLoss));
        Assert.Equal(["byte 28", "byte 42"], report.Problems.Select(static p => p.Place));
    }
}

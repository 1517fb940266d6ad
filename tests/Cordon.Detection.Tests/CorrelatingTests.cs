using System.Buffers.Binary;
using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Evtx.Writing;
using Cordon.Sigma;

namespace Cordon.Detection.Tests;

/// <summary>Correlations over logs, whatever file an event is in and however many threads read.</summary>
public sealed class CorrelatingTests : IDisposable
{
    private const string Security = "Microsoft-Windows-Security-Auditing";

    private const string Failure = """
        title: A logon failed
        name: failed
        id: 5f6bd3a8-9a0e-4d0b-8a1c-222222222201
        level: low
        logsource: { product: windows, service: security }
        detection:
          selection:
            EventID: 4625
          condition: selection
        ---
        title: A logon succeeded
        name: succeeded
        id: 5f6bd3a8-9a0e-4d0b-8a1c-222222222202
        level: informational
        logsource: { product: windows, service: security }
        detection:
          selection:
            EventID: 4624
          condition: selection
        ---

        """;

    private const string Spray = """
        title: Many accounts from one address
        name: spray
        id: 5f6bd3a8-9a0e-4d0b-8a1c-222222222203
        tags: [attack.credential-access, attack.t1110.003]
        level: high
        correlation:
          type: value_count
          rules: [failed]
          group-by: [IpAddress]
          timespan: 10m
          condition:
            field: TargetUserName
            gte: 3
        ---

        """;

    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_match_cites_its_events_from_all_files_in_the_order_of_time()
    {
        _log.Write("a.evtx", [Failed(8, "carol"), Failed(0, "alice")]);
        _log.Write("b.evtx", [Failed(4, "bob"), Failed(3_000, "dave")]);
        Scanner scan = Scanner.Scan(Failure + Spray, [_log.Folder]);
        Finding match = Assert.Single(scan.Findings);
        Assert.Equal(FindingKind.SigmaCorrelation, match.Rule.Kind);
        Assert.Equal(("Many accounts from one address", Level.High), (match.Rule.Title, match.Rule.Level));
        Assert.Equal(["T1110.003"], match.Rule.Techniques);
        Assert.Equal(("IpAddress", "203.0.113.9"), (match.Fields[0].Name, match.Fields[0].Text));
        CorrelationFacts rest = match.Correlation!;
        Assert.Equal((At(0), At(8), 3L, (double?)3), (rest.First, rest.Last, rest.EventCount, rest.Figure));
        Assert.Equal([At(0), At(4), At(8)], rest.Events.Select(e => e.Time!.Value));
        Assert.Equal(["a.evtx", "b.evtx", "a.evtx"], rest.Events.Select(e => Path.GetFileName(e.Source)));
        Assert.Equal([2UL, 1, 1], rest.Events.Select(e => e.RecordId!.Value));
        Assert.Equal(rest.Events[0], match.Event);
        Assert.Equal(At(0), match.Time);
        Assert.Matches("^[0-9a-f]{32}$", match.Id);
        Assert.Equal(
            (1, 4L, 0L),
            (scan.Correlations!.Correlations, scan.Correlations.Events, scan.Correlations.WithoutTime)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Threads_and_the_way_events_lie_in_files_make_no_difference(int threads)
    {
        var random = new Random(5);
        List<EvtxWriteEvent> events = [];
        for (int i = 0; i < 1_500; i++)
        {
            events.Add(Failed(random.Next(600), $"user{random.Next(9)}", $"203.0.113.{random.Next(4)}"));
        }

        string one = Path.GetDirectoryName(_log.Write(Path.Combine("one", "all.evtx"), events))!;
        string many = Path.Combine(_log.Folder, "many");
        foreach ((int index, EvtxWriteEvent[] some) in events.OrderBy(_ => random.Next()).Chunk(190).Index())
        {
            _log.Write(Path.Combine("many", $"{index}.evtx"), some);
        }

        string expected = Picture(one, 1);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Picture(one, threads));
        Assert.Equal(expected, Picture(many, threads));

        string Picture(string folder, int with) =>
            string.Join(
                '\n',
                Scanner
                    .Scan(Failure + Spray, [folder], new ScanOptions { Threads = with })
                    .Findings.Select(f =>
                        $"{f.Fields[0].Text} {f.Correlation!.First:o} {f.Correlation.Last:o} {f.Correlation.EventCount} {f.Correlation.Figure}"
                    )
            );
    }

    [Fact]
    public void Rules_that_are_there_for_correlations_alone_do_not_report_unless_asked_to()
    {
        string path = _log.Write("a.evtx", [Failed(0, "alice"), Succeeded(1, "alice")]);
        Assert.Equal(["A logon succeeded"], Scanner.Scan(Failure + Spray, [path]).Findings.Select(f => f.Rule.Title));
        Assert.Equal(
            ["A logon failed", "A logon succeeded"],
            Scanner
                .Scan(Failure + Spray.Replace("level: high", "generate: true", StringComparison.Ordinal), [path])
                .Findings.Select(f => f.Rule.Title)
        );
    }

    [Fact]
    public void A_chain_asks_for_values_that_the_inner_correlation_does_not_group_by()
    {
        const string Chain = """
            title: In after many failures
            level: critical
            correlation:
              type: temporal_ordered
              rules: [spray, succeeded]
              group-by: [TargetUserName]
              timespan: 1h
            """;
        string path = _log.Write(
            "a.evtx",
            [Failed(0, "alice"), Failed(1, "bob"), Failed(2, "carol"), Succeeded(20, "mallory"), Succeeded(30, "BOB")]
        );
        Finding match = Assert.Single(Scanner.Scan(Failure + Spray + Chain, [path]).Findings);
        Assert.Equal("In after many failures", match.Rule.Title);
        Assert.Equal("bob", match.Fields[0].Text);
        Assert.Equal([At(1), At(30)], match.Correlation!.Events.Select(e => e.Time!.Value));
    }

    [Fact]
    public void A_rule_below_the_lowest_level_feeds_correlations_and_is_not_told()
    {
        string path = _log.Write(
            "a.evtx",
            [.. new[] { "a", "b", "c" }.Select((u, i) => Failed(i, u)), Succeeded(9, "a")]
        );
        var fields = new FieldTable();
        RuleSet set = RuleSet.Parse(Failure + Spray, options: SigmaOptions.Default with { Fields = fields });
        RuleEngine engine = RuleEngine.Build(set.Rules, LogSourceMap.Default, fields, set.Correlations, Level.High);
        Assert.Equal(0, engine.RuleCount);
        var scanner = new Scanner();
        Scan.Run(
            new Telemetry.LogReader(fields).Open(Telemetry.Discovery.LogFinder.Find([path])),
            engine,
            new ScanOptions { Threads = 1 },
            scanner
        );
        Assert.Equal(["Many accounts from one address"], scanner.Findings.Select(f => f.Rule.Title));
        Assert.Empty(ScanAt(Level.Critical).Findings);

        Scanner ScanAt(Level level)
        {
            var strict = new Scanner();
            Scan.Run(
                new Telemetry.LogReader(fields).Open(Telemetry.Discovery.LogFinder.Find([path])),
                RuleEngine.Build(set.Rules, LogSourceMap.Default, fields, set.Correlations, level),
                new ScanOptions { Threads = 1 },
                strict
            );
            return strict;
        }
    }

    [Fact]
    public void Values_are_asked_for_under_the_names_that_the_rule_sees()
    {
        const string Rules = """
            title: A shell
            name: shell
            level: low
            logsource: { product: windows, category: process_creation }
            detection:
              selection:
                Image|endswith: '\cmd.exe'
              condition: selection
            ---
            title: Shells
            level: medium
            correlation:
              type: value_count
              rules: [shell]
              group-by: [ParentImage]
              timespan: 1m
              condition:
                field: CommandLine
                gte: 2
            """;
        string path = _log.Write("a.evtx", [Audited(0, "cmd /c a"), Audited(1, "cmd /c b")]);
        Finding match = Assert.Single(Scanner.Scan(Rules, [path]).Findings);
        Assert.Equal((@"C:\Windows\explorer.exe", 2), (match.Fields[0].Text, match.Correlation!.Figure));

        static EvtxWriteEvent Audited(int seconds, string commandLine) =>
            TestLog.Event(
                Security,
                "Security",
                4688,
                TestLog.Start.AddSeconds(seconds),
                ("NewProcessName", @"C:\Windows\System32\cmd.exe"),
                ("CommandLine", commandLine),
                ("ParentProcessName", @"C:\Windows\explorer.exe")
            );
    }

    [Fact]
    public void What_cannot_be_correlated_is_counted()
    {
        string path = _log.Write(
            "a.evtx",
            [
                TestLog.Event(Security, "Security", 4625, At(0), ("TargetUserName", "alice")),
                TestLog.Event(Security, "Security", 4625, At(0), ("IpAddress", "203.0.113.9")),
            ]
        );
        Scanner scan = Scanner.Scan(Failure + Spray, [path]);
        Assert.Equal(
            (2L, 1L, 1L, 0L),
            (
                scan.Correlations!.Events,
                scan.Correlations.WithoutGroup,
                scan.Correlations.WithoutValue,
                scan.Correlations.BeyondLimits
            )
        );
        Assert.Empty(scan.Findings);
    }

    [Fact]
    public void A_record_that_two_logs_hold_counts_once()
    {
        EvtxWriteEvent[] events = [Failed(0, "alice"), Failed(0, "bob"), Failed(4, "carol")];
        _log.Write("a.evtx", events);
        _log.Write("copy.evtx", events);
        Scanner scan = Scanner.Scan(Failure + Spray, [_log.Folder]);
        Assert.Equal((6L, 3L), (scan.Correlations!.Events, scan.Correlations.Duplicates));
        Assert.Equal(3, Assert.Single(scan.Findings).Correlation!.EventCount);
    }

    [Fact]
    public void Records_that_differ_in_number_or_value_are_no_copies()
    {
        _log.Write("a.evtx", [Failed(0, "alice"), Failed(0, "alice"), Failed(4, "carol")]);
        _log.Write("b.evtx", [Failed(0, "bob"), Failed(0, "dave")]);
        Scanner scan = Scanner.Scan(Failure + Spray, [_log.Folder]);
        Assert.Equal((5L, 0L), (scan.Correlations!.Events, scan.Correlations.Duplicates));
        Assert.Equal(5, Assert.Single(scan.Findings).Correlation!.EventCount);
    }

    [Fact]
    public void Recovered_records_do_not_correlate()
    {
        string path = _log.Write("a.evtx", [Failed(0, "alice"), Failed(1, "bob"), Failed(2, "carol")]);
        // The chunk's header now says that its records end after the second: the third lies in slack space.
        byte[] bytes = File.ReadAllBytes(path);
        Span<byte> chunk = bytes.AsSpan(4_096);
        BinaryPrimitives.WriteInt64LittleEndian(chunk[16..], 2);
        BinaryPrimitives.WriteInt64LittleEndian(chunk[32..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(chunk[48..], BinaryPrimitives.ReadInt32LittleEndian(chunk[44..]));
        File.WriteAllBytes(path, bytes);
        Scanner scan = Scanner.Scan(Failure + Spray, [path], evtx: new EvtxOptions { RecoverDeleted = true });
        Assert.Equal((2L, 1L), (scan.Correlations!.Events, scan.Correlations.Recovered));
        Assert.Empty(scan.Findings);
    }

    [Fact]
    public void Without_correlations_there_is_no_report() =>
        Assert.Null(Scanner.Scan(Failure, [_log.Write("a.evtx", [Failed(0, "alice")])]).Correlations);

    private static DateTime At(int seconds) => TestLog.Start.AddSeconds(seconds);

    private static EvtxWriteEvent Failed(int seconds, string user, string address = "203.0.113.9") =>
        TestLog.Event(Security, "Security", 4625, At(seconds), ("TargetUserName", user), ("IpAddress", address));

    private static EvtxWriteEvent Succeeded(int seconds, string user) =>
        TestLog.Event(Security, "Security", 4624, At(seconds), ("TargetUserName", user), ("IpAddress", "203.0.113.9"));
}

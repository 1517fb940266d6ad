using System.Buffers.Binary;
using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Evtx.Writing;
using Cordon.Sigma;

namespace Cordon.Detection.Tests;

public sealed class ScanTests : IDisposable
{
    private const string Rule = """
        title: A word on a command line
        id: 5f6bd3a8-9a0e-4d0b-8a1c-111111111111
        level: high
        tags: [attack.execution, attack.t1059.003]
        logsource: { product: windows, category: process_creation }
        detection:
          selection:
            CommandLine|contains: evil
          condition: selection
        """;

    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_finding_carries_rule_event_and_payload()
    {
        string path = _log.WriteProcesses("a.evtx", "good", "very evil");
        Finding finding = Assert.Single(Scanner.Scan(Rule, [path]).Findings);
        Assert.Equal("5f6bd3a8-9a0e-4d0b-8a1c-111111111111", finding.Rule.Id);
        Assert.Equal(Level.High, finding.Rule.Level);
        Assert.Equal(["T1059.003"], finding.Rule.Techniques);
        Assert.Equal(path, finding.Event.Source);
        Assert.Equal(2UL, finding.Event.RecordId);
        Assert.Equal("Microsoft-Windows-Sysmon/Operational", finding.Event.Channel);
        Assert.Equal("Microsoft-Windows-Sysmon", finding.Event.Provider);
        Assert.Equal(1, finding.Event.Code);
        Assert.Equal("LAB-WS-07", finding.Event.Computer);
        Assert.Equal(TestLog.Start.AddSeconds(1), finding.Time);
        Assert.Equal(["Image", "CommandLine"], finding.Fields.Select(f => f.Name));
        Assert.Equal("very evil", finding.Fields[1].Text);
        Assert.Matches("^[0-9a-f]{32}$", finding.Id);
    }

    [Fact]
    public void Of_findings_beyond_those_wanted_of_a_rule_and_computer_there_is_all_but_the_fields()
    {
        string path = _log.WriteProcesses("a.evtx", Enumerable.Repeat("very evil", 5));
        IReadOnlyList<Finding> all = Scanner.Scan(Rule, [path], new ScanOptions { Threads = 1 }).Findings;
        IReadOnlyList<Finding> few = Scanner
            .Scan(Rule, [path], new ScanOptions { Threads = 1, MostAlike = 3 })
            .Findings;
        Assert.Equal([2, 2, 2, 2, 2], all.Select(f => f.Fields.Count));
        Assert.Equal([2, 2, 2, 0, 0], few.Select(f => f.Fields.Count));
        Assert.Equal(all.Select(f => (f.Id, f.Event)), few.Select(f => (f.Id, f.Event)));
    }

    [Fact]
    public void A_finding_names_the_event_as_it_numbers_itself_where_an_export_numbered_the_records_anew()
    {
        string path = _log.Write(
            "exported.evtx",
            [
                new EvtxWriteEvent
                {
                    ProviderName = "Microsoft-Windows-Sysmon",
                    Channel = "Microsoft-Windows-Sysmon/Operational",
                    EventId = 1,
                    RecordId = 83239,
                    Time = TestLog.Start,
                    Payload = [EvtxPayload.EventData([("CommandLine", BinXmlValue.String("very evil"))])],
                },
            ]
        );
        using (FileStream file = File.Open(path, FileMode.Open))
        {
            // The id in the head of the first record: behind the head of the file, that of the chunk, signature and size.
            file.Position = 4096 + 512 + 8;
            Span<byte> id = stackalloc byte[8];
            file.ReadExactly(id);
            Assert.Equal(83239UL, BinaryPrimitives.ReadUInt64LittleEndian(id));
            file.Position -= 8;
            BinaryPrimitives.WriteUInt64LittleEndian(id, 1);
            file.Write(id);
        }

        Assert.Equal(83239UL, Assert.Single(Scanner.Scan(Rule, [path]).Findings).Event.RecordId);
    }

    [Fact]
    public void Findings_do_not_depend_on_the_number_of_threads()
    {
        // Several files of many chunks, so that parts end in another order than they began.
        for (int file = 0; file < 3; file++)
        {
            int number = file;
            _log.WriteProcesses(
                $"log{file}.evtx",
                Enumerable
                    .Range(0, 12_000)
                    .Select(i => i % 97 == 0 ? $"evil {number} {i}" : $"calm {i} {new string('x', i % 300)}")
            );
        }

        string[] expected = [.. Describe(1)];
        Assert.Equal(3 * 124, expected.Length);
        Assert.Equal(expected.Length, expected.Select(e => e.Split(' ')[0]).Distinct().Count());
        Assert.Equal(expected, Describe(2));
        Assert.Equal(expected, Describe(8));

        IEnumerable<string> Describe(int threads) =>
            Scanner
                .Scan(Rule, [_log.Folder], new ScanOptions { Threads = threads })
                .Findings.Select(f => $"{f.Id} {f.Event.Source} {f.Event.RecordId}");
    }

    [Fact]
    public void Since_is_inclusive_and_until_is_not()
    {
        string path = _log.WriteProcesses("a.evtx", "evil 0", "evil 1", "evil 2", "evil 3");
        Scanner scan = Scanner.Scan(
            Rule,
            [path],
            new ScanOptions
            {
                Threads = 1,
                Since = TestLog.Start.AddSeconds(1),
                Until = TestLog.Start.AddSeconds(3),
            }
        );
        Assert.Equal([2UL, 3UL], scan.Findings.Select(f => f.Event.RecordId!.Value));
    }

    [Fact]
    public void A_rule_never_fires_on_an_event_of_another_log_source()
    {
        string path = _log.Write(
            "a.evtx",
            [
                TestLog.Event(
                    "Someone-Else",
                    "Microsoft-Windows-Sysmon/Operational",
                    1,
                    TestLog.Start,
                    ("CommandLine", "evil")
                ),
                TestLog.Event("Microsoft-Windows-Sysmon", "Application", 1, TestLog.Start, ("CommandLine", "evil")),
                TestLog.Event(
                    "Microsoft-Windows-Sysmon",
                    "Microsoft-Windows-Sysmon/Operational",
                    5,
                    TestLog.Start,
                    ("CommandLine", "evil")
                ),
            ]
        );
        Assert.Empty(Scanner.Scan(Rule, [path]).Findings);
    }

    [Fact]
    public void Security_4688_serves_process_creation_too()
    {
        string path = _log.Write(
            "a.evtx",
            [
                TestLog.Event(
                    "Microsoft-Windows-Security-Auditing",
                    "Security",
                    4688,
                    TestLog.Start,
                    ("NewProcessName", @"C:\Windows\System32\cmd.exe"),
                    ("CommandLine", "evil")
                ),
            ]
        );
        Assert.Single(Scanner.Scan(Rule, [path]).Findings);
    }

    [Fact]
    public void What_can_not_be_read_is_told_and_costs_nothing_beside_it()
    {
        _log.WriteProcesses("good.evtx", "evil");
        File.WriteAllText(Path.Combine(_log.Folder, "empty.evtx"), "");
        File.WriteAllText(Path.Combine(_log.Folder, "notes.txt"), "no log");
        File.WriteAllBytes(Path.Combine(_log.Folder, "noise.evtx"), new byte[5000]);
        Scanner scan = Scanner.Scan(Rule, [_log.Folder, Path.Combine(_log.Folder, "missing.evtx")]);
        Assert.Single(scan.Findings);
        Assert.Equal(
            ["empty.evtx", "good.evtx", "missing.evtx", "noise.evtx", "notes.txt"],
            scan.Sources.Select(s => Path.GetFileName(s.Path)).Order(StringComparer.Ordinal)
        );
        Assert.All(
            scan.Sources,
            s => Assert.Equal(s.Path.EndsWith("good.evtx", StringComparison.Ordinal), s.Refusal is null)
        );
    }

    [Fact]
    public void A_damaged_record_costs_only_itself()
    {
        string path = _log.WriteProcesses("a.evtx", Enumerable.Range(0, 20).Select(i => $"evil {i}"));
        byte[] bytes = File.ReadAllBytes(path);
        int[] records =
        [
            .. Enumerable.Range(4096, bytes.Length - 4100).Where(i => bytes.AsSpan(i, 4).SequenceEqual("**\0\0"u8)),
        ];
        bytes.AsSpan(records[9], 4).Clear();
        bytes[records[9]] = 1;
        File.WriteAllBytes(path, bytes);
        Scanner scan = Scanner.Scan(Rule, [path]);
        Assert.Equal(19, scan.Findings.Count);
        Assert.DoesNotContain(10UL, scan.Findings.Select(f => f.Event.RecordId!.Value));
        Assert.True(scan.Sources[0].ProblemCount > 0);
    }

    [Fact]
    public void A_rule_that_could_not_fire_is_counted()
    {
        string path = _log.WriteProcesses("a.evtx", "calm");
        var fields = new FieldTable();
        RuleSet set = RuleSet.Parse(
            Rule
                + "\n---\n"
                + Rule.Replace("process_creation", "driver_load", StringComparison.Ordinal)
                    .Replace("111111111111", "222222222222", StringComparison.Ordinal)
                + "\n---\n"
                + Rule.Replace(
                        "product: windows, category: process_creation",
                        "product: huawei, service: bgp",
                        StringComparison.Ordinal
                    )
                    .Replace("111111111111", "333333333333", StringComparison.Ordinal),
            options: SigmaOptions.Default with
            {
                Fields = fields,
            }
        );
        Assert.Equal(3, set.Rules.Count);
        RuleEngine engine = RuleEngine.Build(set.Rules, LogSourceMap.Default, fields);
        var output = new Scanner();
        Scan.Run(
            new Telemetry.LogReader(fields).Open(Telemetry.Discovery.LogFinder.Find([path])),
            engine,
            new ScanOptions { Threads = 2 },
            output
        );
        Assert.Equal(1, engine.NotServedCount);
        Assert.Equal(1, engine.CountWithoutEvents());
    }

    [Fact]
    public void An_output_that_fails_ends_the_scan_with_its_own_exception()
    {
        _log.WriteProcesses("a.evtx", Enumerable.Range(0, 3000).Select(i => $"evil {i}"));
        var fields = new FieldTable();
        RuleSet set = RuleSet.Parse(Rule, options: SigmaOptions.Default with { Fields = fields });
        Assert.Throws<IOException>(() =>
            Scan.Run(
                new Telemetry.LogReader(fields).Open(Telemetry.Discovery.LogFinder.Find([_log.Folder])),
                RuleEngine.Build(set.Rules, LogSourceMap.Default, fields),
                new ScanOptions { Threads = 4 },
                new FullDisk()
            )
        );
    }

    private sealed class FullDisk : IScanOutput
    {
        public void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings) =>
            throw new IOException("no space left on device");

        public void OnCorrelations(IReadOnlyList<Finding> findings) { }
    }
}

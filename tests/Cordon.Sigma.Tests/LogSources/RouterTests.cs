using Cordon.Events;
using CsCheck;

namespace Cordon.Sigma.Tests.LogSources;

public class RouterTests
{
    private static readonly string[] Sources =
    [
        "windows/process_creation/-",
        "-/process_creation/-",
        "windows/-/security",
        "windows/-/sysmon",
        "-/-/sysmon",
        "windows/-/-",
        "linux/-/-",
        "windows/registry_delete/-",
        "windows/registry_set/-",
        "windows/registry_event/-",
        "windows/file_access/-",
        "windows/file_access/security",
        "windows/ps_script/-",
        "windows/-/powershell",
        "windows/-/system",
        "-/antivirus/-",
        "okta/-/okta",
        "windows/-/no such service",
    ];

    private static readonly string[] Channels =
    [
        "Security",
        "SECURITY",
        "System",
        "",
        Given.SysmonChannel,
        "Linux-Sysmon/Operational",
        "Microsoft-Windows-PowerShell/Operational",
        "PowerShellCore/Operational",
        "Microsoft-Windows-Windows Defender/Operational",
        "Trace/One",
        "Trace/Two",
    ];

    private static readonly string[] Providers =
    [
        "",
        Given.Sysmon,
        Given.Auditing,
        "Linux-Sysmon",
        "Microsoft-Windows-Kernel-File",
        "Microsoft-Windows-PowerShell",
        "Microsoft-Windows-Windows Defender",
        "Somebody",
    ];

    private static readonly long?[] Codes = [null, 1, 11, 12, 13, 104, 1116, 4104, 4657, 4688, 5000];

    private static readonly Gen<EventSnapshot> Events = Gen.Select(
        OneOf(Channels),
        OneOf(Providers),
        OneOf(Codes),
        OneOf("windows", "linux", ""),
        OneOf<string?>(null, "CreateKey", "DeleteKey", "%%1904", "%%1906"),
        (channel, provider, code, product, type) =>
            Given.Event(channel, provider, code, product, fields: [("EventType", type), ("OperationType", type)])
    );

    [Fact]
    public void Gives_the_same_targets_as_asking_each()
    {
        LogSourceResolution[] rules = [.. Sources.Select(Given.Resolve)];
        CheckAgainstAsking(rules);
    }

    [Fact]
    public void Gives_the_same_targets_as_asking_each_where_channels_end_in_a_star()
    {
        LogSourceMap map = LogSourceMap.Load(
            """
            version: 1
            services:
              windows:
                traces: { channels: [Trace/*, Security] }
                one: { channels: [trace/o*] }
                named: { channels: [Trace/One] }
                all: { channels: ["*"] }
            categories:
              windows:
                some:
                  - { service: traces, codes: [1, 12] }
                  - { service: one, name: b, providers: [Somebody] }
            """
        );
        string[] written =
        [
            "windows/-/traces",
            "windows/-/one",
            "windows/-/named",
            "windows/-/all",
            "windows/some/-",
            "windows/some/one",
            "windows/some/named",
        ];
        CheckAgainstAsking([.. written.Select(source => map.Resolve(Given.Source(source)))]);
    }

    [Fact]
    public void Knows_the_rules_of_each_target()
    {
        LogSourceResolution[] rules = [.. Sources.Select(Given.Resolve)];
        LogSourceRouter router = new(new FieldTable(), rules);

        foreach (LogSourceTarget target in router.Targets)
        {
            int[] expected = [.. Enumerable.Range(0, rules.Length).Where(rule => rules[rule].Targets.Contains(target))];
            Assert.Equal(expected, router.RulesOf(target).ToArray());
        }

        Assert.Equal(router.Targets.Count, router.Targets.Distinct().Count());
    }

    [Fact]
    public void Has_nothing_for_events_that_no_rule_wants()
    {
        LogSourceRouter router = new(new FieldTable(), [Given.Resolve("windows/process_creation/-")]);

        Assert.Equal(1, router.Candidates("security", 4688).Length);
        Assert.Equal(0, router.Candidates("Security", 4624).Length);
        Assert.Equal(0, router.Candidates("Security", null).Length);
        Assert.Equal(0, router.Candidates("Application", 1).Length);
        Assert.True(router.RulesOf(LogSourceMap.Default.Targets[0]).IsEmpty);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void CheckAgainstAsking(LogSourceResolution[] rules)
    {
        LogSourceRouter router = new(new FieldTable(), rules);
        LogSourceTarget[] all = [.. rules.SelectMany(rule => rule.Targets).Distinct()];
        Assert.Equal(all.Order(ById), router.Targets.Order(ById));
        Events.Sample(
            made =>
            {
                List<LogSourceTarget> accepted = [all[0]];
                router.Route(made, accepted);
                Assert.Equal(all.Where(target => target.Accepts(made)).Order(ById), accepted.Order(ById));
            },
            iter: 20_000,
            seed: "0000KDYHJvC3",
            threads: 1
        );
    }

    private static readonly Comparer<LogSourceTarget> ById = Comparer<LogSourceTarget>.Create(
        (left, right) => string.CompareOrdinal(left.Id, right.Id)
    );
}

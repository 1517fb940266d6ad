using Cordon.Events;
using Cordon.Sigma.Evaluation;

namespace Cordon.Sigma.Tests.LogSources;

/// <summary>Rules over events that stand in for those the rules were written for.</summary>
public class StandInTests
{
    private const string WhoamiImage = @"C:\Windows\System32\whoami.exe";

    [Theory]
    [InlineData(@"s: { Image|endswith: '\whoami.exe' }", "s", true)]
    [InlineData(@"s: { Image|endswith: '\whoami.exe', ParentImage|endswith: '\cmd.exe' }", "s", true)]
    [InlineData(@"s: { ProcessId: 16, ParentProcessId: '32' }", "s", true)]
    [InlineData(@"s: { NewProcessName|endswith: '\whoami.exe', EventID: 4688 }", "s", true)]
    [InlineData(@"s: { OriginalFileName: whoami.exe }", "s", false)]
    [InlineData(@"s: { OriginalFileName: null }", "s", false)]
    [InlineData(@"s: { OriginalFileName|exists: false }", "s", false)]
    [InlineData(@"s: [ { Image|endswith: '\whoami.exe' }, { OriginalFileName: whoami.exe } ]", "s", true)]
    [InlineData(
        @"{ s: { Image|endswith: '\whoami.exe' }, f: { ParentCommandLine|contains: ok } }",
        "s and not f",
        false
    )]
    [InlineData(
        @"{ s: { Image|endswith: '\whoami.exe' }, f: { ParentImage|contains: explorer } }",
        "s and not f",
        true
    )]
    [InlineData(@"{ s: { Image|endswith: '\whoami.exe' }, f: { CommandLine: '' } }", "s and not f", false)]
    [InlineData(@"{ f: { Hashes|contains: 'MD5=0' } }", "not f", false)]
    [InlineData(@"{ f: { Hashes|contains: 'MD5=0', Image|endswith: '\cmd.exe' } }", "not f", true)]
    public void Fires_on_4688_only_where_4688_is_sure(string searches, string condition, bool fires) =>
        Assert.Equal(
            fires,
            Fires(
                searches,
                condition,
                table =>
                    Given.Event(
                        "Security",
                        Given.Auditing,
                        4688,
                        table: table,
                        fields:
                        [
                            ("EventID", "4688"),
                            ("NewProcessName", WhoamiImage),
                            ("ParentProcessName", @"C:\Windows\System32\cmd.exe"),
                            ("NewProcessId", "0x10"),
                            ("ProcessId", "0x20"),
                            ("CommandLine", ""),
                        ]
                    )
            )
        );

    [Theory]
    [InlineData(
        @"{ s: { Image|endswith: '\whoami.exe' }, f: { ParentCommandLine|contains: ok } }",
        "s and not f",
        true
    )]
    [InlineData(@"s: { OriginalFileName|exists: false }", "s", true)]
    public void Fires_on_Sysmons_own_event_where_a_field_is_missing(string searches, string condition, bool fires) =>
        Assert.Equal(
            fires,
            Fires(
                searches,
                condition,
                table =>
                    Given.Event(Given.SysmonChannel, Given.Sysmon, 1, table: table, fields: [("Image", WhoamiImage)])
            )
        );

    [Fact]
    public void Never_fires_on_the_same_fields_in_another_log() =>
        Assert.False(
            Fires(
                @"s: { Image|endswith: '\whoami.exe' }",
                "s",
                table => Given.Event("Application", "Somebody", 1, table: table, fields: [("Image", WhoamiImage)])
            )
        );

    private static bool Fires(string searches, string condition, Func<FieldTable, EventSnapshot> make)
    {
        string detection = searches.StartsWith('{') ? searches[1..^1] : searches;
        RuleSet rules = RuleSet.Parse(
            $$"""
            title: Made for a test
            logsource: { product: windows, category: process_creation }
            detection: { {{detection}}, condition: "{{condition}}" }
            """
        );
        SigmaRule rule = Assert.Single(rules.Rules);
        LogSourceRouter router = new(rules.Fields, [LogSourceMap.Default.Resolve(rule.LogSource)]);
        MappedEvent shown = new(rules.Fields, router.Targets);
        EventSnapshot made = make(rules.Fields);
        List<LogSourceTarget> accepted = [];
        router.Route(made, accepted);
        return accepted.Exists(target =>
        {
            shown.Show(made, target);
            return new SigmaInterpreter(shown.IsUnavailable).Matches(rule, shown);
        });
    }
}

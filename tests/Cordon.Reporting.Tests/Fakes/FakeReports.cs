using Cordon.Events;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;
using Cordon.Incidents;

namespace Cordon.Reporting.Tests.Fakes;

/// <summary>
/// Reports on three organisations that do not exist, with every outcome and hostile text in every field that a log can fill.
/// </summary>
internal static class FakeReports
{
    /// <summary>When the scan is said to have run.</summary>
    public static readonly DateTime ScannedAt = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);

    /// <summary>A vaccine maker with a breach, a laboratory with hostile text everywhere, a hospital where nothing was seen.</summary>
    public static IReadOnlyList<OrganisationReport> All() => [FakeMaker.Report(), FakeLaboratory.Report(), Hospital()];

    /// <summary>A time in the story: day and clock of November 2026.</summary>
    public static DateTime At(int day, int hour, int minute = 0, int second = 0) =>
        new(2026, 11, day, hour, minute, second, DateTimeKind.Utc);

    public static EventOrigin Origin(string source, ulong? record, DateTime? time, long position = 0) =>
        new()
        {
            Source = source,
            RecordId = record,
            Position = position,
            Time = time,
            Product = "azure",
            Channel = "signinlogs",
            Computer = "tenant.maker.example",
        };

    public static Finding Finding(
        EventOrigin origin,
        string title,
        Level level,
        string technique,
        string reason = "",
        params SnapshotField[] fields
    ) =>
        new()
        {
            Rule = new FindingRule($"rule:{title}", title, level, FindingKind.Analytic, [technique]),
            Event = origin,
            Fields = fields,
            Reason = reason,
        };

    public static LogStream Stream(
        LogKind kind,
        string name,
        long records,
        DateTime? first,
        DateTime? last,
        params TimeGap[] gaps
    ) =>
        new()
        {
            Kind = kind,
            Name = name,
            Writer = "tenant.maker.example",
            Sources = [$"logs/{name.Replace('/', '-')}.json"],
            Records = records,
            First = first,
            Last = last,
            Gaps = gaps,
        };

    private static OrganisationReport Hospital() =>
        new()
        {
            Organisation = new Organisation { Name = "St Example Hospital" },
            Incidents = [],
            Coverage =
            [
                Stream(LogKind.WindowsSecurity, "windows/Security", 120_411, At(1, 0), At(30, 23, 59)) with
                {
                    Writer = "DC-01.hospital.example",
                },
            ],
            LooseFindings = 7,
        };
}

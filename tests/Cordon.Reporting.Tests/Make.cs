using Cordon.Events;

namespace Cordon.Reporting.Tests;

internal static class Make
{
    public static Finding Finding(
        DateTime? time = null,
        Level level = Level.High,
        string title = "A rule",
        ulong record = 1,
        params SnapshotField[] fields
    ) =>
        new()
        {
            Id = record.ToString("x32"),
            Rule = new FindingRule("rule-1", title, level, FindingKind.Sigma, ["T1059.001"]),
            Event = new EventOrigin
            {
                Source = "logs/a.evtx",
                RecordId = record,
                Channel = "Security",
                Provider = "Microsoft-Windows-Security-Auditing",
                Computer = "LAB-1",
                Code = 4688,
                Time = time,
            },
            Fields = fields,
        };

    public static DateTime At(int minute) => new(2021, 2, 16, 8, minute, 0, DateTimeKind.Utc);
}

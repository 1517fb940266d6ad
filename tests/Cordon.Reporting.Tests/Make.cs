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

    /// <summary>212 failures from one address within eight minutes, of which two are cited.</summary>
    public static Finding Correlation()
    {
        EventOrigin first = Finding(At(1), record: 7).Event;
        EventOrigin last = Finding(At(9), record: 900).Event with { Computer = "LAB-2" };
        return Finding(At(1), fields: SnapshotField.OfText("IpAddress", "10.0.0.9")) with
        {
            Rule = new FindingRule("corr-1", "Spray", Level.High, FindingKind.SigmaCorrelation, ["T1110.003"]),
            Event = first,
            Correlation = new CorrelationFacts
            {
                First = At(1),
                Last = At(9),
                EventCount = 212,
                Figure = 31,
                Events = [first, last],
            },
        };
    }

    public static DateTime At(int minute) => new(2021, 2, 16, 8, minute, 0, DateTimeKind.Utc);
}

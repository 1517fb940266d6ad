using Cordon.Detection.Coverage;
using Cordon.Events;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Tests.Coverage;

public sealed class CoverageTrackerTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateTime Start = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly FieldTable _fields = new();
    private readonly CoverageTracker _tracker = new();
    private readonly Organisation _lab = new() { Name = "Lab" };

    [Theory]
    [InlineData("azure", "signinlogs", LogKind.CloudSignIn)]
    [InlineData("azure", "noninteractiveusersigninlogs", LogKind.CloudSignInNonInteractive)]
    [InlineData("azure", "auditlogs", LogKind.CloudAudit)]
    [InlineData("m365", "unified-audit", LogKind.CloudActivity)]
    [InlineData("okta", "okta", LogKind.CloudSignIn)]
    [InlineData("gcp", "google_workspace.login", LogKind.CloudSignIn)]
    [InlineData("windows", "Security", LogKind.WindowsSecurity)]
    [InlineData("windows", "Microsoft-Windows-Sysmon/Operational", LogKind.WindowsProcess)]
    [InlineData("windows", "System", LogKind.WindowsOther)]
    [InlineData("linux", "sshd", LogKind.LinuxAuthentication)]
    [InlineData("linux", "syslog", LogKind.Other)]
    [InlineData("cisco", "asa", LogKind.Vpn)]
    [InlineData("acme", "vpn", LogKind.Vpn)]
    [InlineData("nginx", "webserver", LogKind.WebServer)]
    [InlineData("proxy", "proxy", LogKind.Proxy)]
    [InlineData("zeek", "dns", LogKind.Dns)]
    [InlineData("suricata", "tls", LogKind.Proxy)]
    [InlineData("mail", "trace", LogKind.Mail)]
    public void Each_log_has_its_kind(string product, string channel, LogKind kind)
    {
        Add("a", Event(Start, product, channel));
        Assert.Equal(kind, Assert.Single(_tracker.Streams(_lab)).Kind);
    }

    [Theory]
    [InlineData("user.session.start", LogKind.CloudSignIn)]
    [InlineData("user.authentication.auth_via_mfa", LogKind.CloudSignIn)]
    [InlineData("app.oauth2.as.consent.grant", LogKind.CloudAudit)]
    [InlineData("user.lifecycle.create", LogKind.CloudAudit)]
    public void Okta_writes_two_kinds_of_log_into_one(string eventType, LogKind kind)
    {
        Add("a", Event(Start, "okta", "okta", fields: [SnapshotField.OfText("eventType", eventType)]));
        Assert.Equal(kind, Assert.Single(_tracker.Streams(_lab)).Kind);
    }

    [Fact]
    public void Nights_and_weekends_are_no_gaps()
    {
        Add("a", [.. Office(21).Select(t => Event(t))]);
        LogStream stream = Assert.Single(_tracker.Streams(_lab));
        Assert.Empty(stream.Gaps);
        Assert.Equal(Start.AddHours(8), stream.First);
    }

    [Fact]
    public void A_Sunday_without_records_is_no_gap_where_another_had_none()
    {
        DateTime[] sundays = [.. Enumerable.Range(0, 4).Select(w => Start.AddDays(6 + (7 * w)))];
        IEnumerable<DateTime> busy = new[] { sundays[0], sundays[2] }.SelectMany(d =>
            Enumerable.Range(0, 24).Select(h => d.AddHours(h))
        );
        Add("a", [.. Office(35).Concat(busy).Order().Select(t => Event(t))]);
        Assert.Empty(Assert.Single(_tracker.Streams(_lab)).Gaps);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(2, 1)]
    public void A_quiet_weekend_before_passwords_were_guessed_is_no_gap_and_silent_working_days_are(int first, int gaps)
    {
        IEnumerable<DateTime> weekends = Enumerable
            .Range(0, 5)
            .SelectMany(w => new[] { 5 + (7 * w), 6 + (7 * w) })
            .SelectMany(d => new[] { 10, 14, 20 }.Select(h => Start.AddDays(d).AddHours(h)));
        IEnumerable<DateTime> guesses = Enumerable.Range(9 * 24, 8 * 24).Select(h => Start.AddHours(h).AddMinutes(5));
        (DateTime from, DateTime until) = (Start.AddDays(first), Start.AddDays(first + 2));
        IEnumerable<DateTime> times = Office(35).Concat(weekends).Concat(guesses).Where(t => t < from || t >= until);
        Add("a", [.. times.Order().Select(t => Event(t))]);

        Assert.Equal(gaps, Assert.Single(_tracker.Streams(_lab)).Gaps.Count);
    }

    [Fact]
    public void A_working_day_that_is_missing_is_a_gap_from_its_last_to_its_next_record()
    {
        DateTime day = Start.AddDays(9);
        Add("a", [.. Office(21).Where(t => t.Date != day.Date).Select(t => Event(t))]);
        TimeGap gap = Assert.Single(Assert.Single(_tracker.Streams(_lab)).Gaps);
        Assert.Equal(
            new TimeGap(Start.AddDays(8).AddHours(17).AddMinutes(50), Start.AddDays(10).AddHours(8), "no records"),
            gap
        );
        Assert.False(_tracker.Streams(_lab)[0].Covers(day.AddHours(9), day.AddHours(10)));
        Assert.True(_tracker.Streams(_lab)[0].Covers(Start.AddDays(1), Start.AddDays(7)));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 1)]
    public void Two_empty_hours_of_a_log_with_three_records_an_hour_are_no_gap_and_four_are(int hours, int gaps)
    {
        // Each working hour of the other days has some: of so few days that says little of how rare an empty one is.
        DateTime from = Start.AddDays(9).AddHours(12);
        DateTime until = from.AddHours(hours);
        Add("a", [.. Office(21).Where(t => t.Minute % 20 == 0 && (t < from || t >= until)).Select(t => Event(t))]);
        Assert.Equal(gaps, Assert.Single(_tracker.Streams(_lab)).Gaps.Count);
    }

    [Fact]
    public void A_day_on_which_the_other_logs_are_quiet_as_well_is_a_holiday()
    {
        DateTime day = Start.AddDays(9);
        Add("a", [.. Office(21).Where(t => t.Date != day.Date).Select(t => Event(t))]);
        Add(
            "b",
            [.. Office(21).Where(t => t.Date != day.Date || t.Minute == 0).Select(t => Event(t, "proxy", "proxy"))]
        );
        Assert.Empty(_tracker.Streams(_lab)[0].Gaps);
    }

    [Fact]
    public void A_day_on_which_the_other_logs_go_on_is_a_gap()
    {
        DateTime day = Start.AddDays(9);
        Add("a", [.. Office(21).Where(t => t.Date != day.Date).Select(t => Event(t))]);
        Add("b", [.. Office(21).Select(t => Event(t, "proxy", "proxy"))]);
        Assert.Single(_tracker.Streams(_lab)[0].Gaps);
    }

    [Fact]
    public void Missing_numbers_are_counted_and_are_a_gap_where_the_log_is_whole_otherwise()
    {
        Add("a", [.. Enumerable.Range(1, 100).Where(i => i is < 50 or > 60).Select(i => Windows(i))]);
        LogStream stream = Assert.Single(_tracker.Streams(_lab));
        Assert.Equal(11, stream.MissingRecords);
        Assert.Equal(
            new TimeGap(Start.AddMinutes(49), Start.AddMinutes(61), "record numbers missing"),
            Assert.Single(stream.Gaps)
        );
    }

    [Fact]
    public void A_log_that_somebody_chose_records_from_has_no_gap_for_each_of_them()
    {
        Add("a", [.. Enumerable.Range(1, 50).Select(i => Windows(i * 7))]);
        LogStream stream = Assert.Single(_tracker.Streams(_lab));
        Assert.Equal(49 * 6, stream.MissingRecords);
        Assert.Empty(stream.Gaps);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 62)]
    [InlineData(1UL << 42)]
    public void A_number_that_no_log_comes_to_says_nothing_of_what_is_missing(ulong wild)
    {
        Add(
            "a",
            [
                .. Enumerable.Range(1, 100).Where(i => i is < 50 or > 60).Select(i => Windows(i)),
                Event(Start.AddMinutes(200), "windows", "Security", "pc1", wild, 4624),
                Event(Start.AddMinutes(201), "windows", "Security", "pc1", wild / 2, 4624),
            ]
        );

        Assert.Equal(11, Assert.Single(_tracker.Streams(_lab)).MissingRecords);
    }

    [Fact]
    public void A_log_that_is_there_twice_is_counted_once()
    {
        Add("a", [.. Enumerable.Range(1, 100).Select(i => Windows(i))]);
        Add("copy of a", [.. Enumerable.Range(40, 61).Select(i => Windows(i))]);
        LogStream stream = Assert.Single(_tracker.Streams(_lab));
        Assert.Equal(100, stream.Records);
        Assert.Equal(61, stream.Duplicates);
        Assert.Equal(0, stream.MissingRecords);
        Assert.Equal(["a", "copy of a"], stream.Sources);
    }

    [Fact]
    public void An_emptied_log_has_a_gap_until_then()
    {
        Add("a", Windows(1), Windows(2), Windows(3, code: 1102, minutes: 300), Windows(4, minutes: 301));
        TimeGap gap = Assert.Single(Assert.Single(_tracker.Streams(_lab)).Gaps, g => g.Reason == "log cleared");
        Assert.Equal(Start.AddMinutes(2), gap.From);
        Assert.Equal(Start.AddMinutes(300), gap.Until);
    }

    [Fact]
    public void What_could_not_be_read_is_held_against_the_stream_and_throttling_is_told()
    {
        Add(
            "a",
            new PartReport(1, [new ReadProblem("line 2", "no JSON", true), new ReadProblem("line 3", "odd", false)], 2),
            Event(
                Start,
                "m365",
                "unified-audit",
                fields:
                [
                    SnapshotField.OfText("OperationProperties.0.Name", "MailAccessType"),
                    SnapshotField.OfText("OperationProperties.1.Name", "IsThrottled"),
                    SnapshotField.OfText("OperationProperties.1.Value", "True"),
                ]
            )
        );
        LogStream stream = Assert.Single(_tracker.Streams(_lab));
        Assert.Equal(1, stream.Rejected);
        Assert.Equal(1, stream.Throttled);
    }

    [Fact]
    public void Programs_that_share_the_log_of_sign_ins_are_one_stream()
    {
        Add("a", Event(Start, "linux", "sshd", "h1"), Event(Start.AddHours(1), "linux", "sudo", "H1"));
        LogStream stream = Assert.Single(_tracker.Streams(_lab));
        Assert.Equal(2, stream.Records);
        Assert.Equal("linux/auth", stream.Name);
    }

    [Fact]
    public void Processes_in_the_security_log_are_told_as_processes_too()
    {
        Add("a", Windows(1, code: 4688), Windows(2, code: 4624));
        Assert.Equal([LogKind.WindowsSecurity, LogKind.WindowsProcess], _tracker.Streams(_lab).Select(s => s.Kind));
        Assert.Equal([2L, 1L], _tracker.Streams(_lab).Select(s => s.Records));
    }

    [Fact]
    public void How_a_log_is_cut_into_parts_and_in_which_order_they_come_changes_nothing()
    {
        EventSnapshot[] events = [.. Office(14).Select((t, i) => Event(t, "windows", "Security", "pc1", (ulong)i + 1))];
        Add("a", events);
        string whole = Text(_tracker);
        for (int size = 1; size < events.Length; size += 97)
        {
            CoverageTracker tracker = new();
            var recorder = new CoverageRecorder(_fields);
            foreach (EventSnapshot[] part in events.Chunk(size).Reverse())
            {
                foreach (EventSnapshot logEvent in part)
                {
                    recorder.Add(logEvent);
                }

                tracker.Add(_lab, "a", new PartReport(part.Length, [], 0), recorder.Take());
            }

            Assert.Equal(whole, Text(tracker));
        }
    }

    [Fact]
    public void A_record_costs_no_memory()
    {
        var recorder = new CoverageRecorder(_fields);
        EventSnapshot[] events = [.. Enumerable.Range(1, 100).Select(i => Windows(i, minutes: 1))];
        recorder.Add(events[0]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (EventSnapshot logEvent in events.AsSpan(1))
        {
            recorder.Add(logEvent);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private string Text(CoverageTracker tracker) =>
        string.Join(
            '\n',
            tracker
                .Streams(_lab)
                .Select(s =>
                    $"{s.Name} {s.Records} {s.First:O} {s.Last:O} {s.MissingRecords} {s.Duplicates} {string.Join(',', s.Gaps)}"
                )
        );

    /// <summary>Every ten minutes from 8 to 18 on working days.</summary>
    private static IEnumerable<DateTime> Office(int days) =>
        Enumerable
            .Range(0, days * 24 * 6)
            .Select(i => Start.AddMinutes(i * 10))
            .Where(t => t.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && t.Hour is >= 8 and < 18);

    private EventSnapshot Windows(int number, long code = 4624, int? minutes = null) =>
        Event(Start.AddMinutes(minutes ?? number), "windows", "Security", "pc1", (ulong)number, code);

    private EventSnapshot Event(
        DateTime time,
        string product = "azure",
        string channel = "signinlogs",
        string writer = "",
        ulong? number = null,
        long? code = null,
        SnapshotField[]? fields = null
    ) =>
        new(
            _fields,
            new EventOrigin
            {
                Source = "a",
                Product = product,
                Channel = channel,
                Computer = writer,
                RecordId = number,
                Code = code,
                Time = time,
            },
            fields ?? []
        );

    private void Add(string source, params EventSnapshot[] events) =>
        Add(source, new PartReport(events.Length, [], 0), events);

    private void Add(string source, PartReport report, params EventSnapshot[] events)
    {
        var recorder = new CoverageRecorder(_fields);
        foreach (EventSnapshot logEvent in events)
        {
            recorder.Add(logEvent);
        }

        _tracker.Add(_lab, source, report, recorder.Take());
    }
}

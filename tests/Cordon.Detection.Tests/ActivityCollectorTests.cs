using Cordon.Detection.Activities;
using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Tests;

public sealed class ActivityCollectorTests
{
    private static readonly Organisation _north = new() { Name = "North" };
    private static readonly Organisation _south = new() { Name = "South" };

    [Fact]
    public void Activities_go_to_the_organisation_of_their_log_in_the_order_of_time()
    {
        ActivityCollector collector = Collector();
        collector.Add("north/a.json", [SignIn("b", 2), SignIn("a", 1)]);
        collector.Add("south/a.json", [SignIn("c", 3)]);
        collector.Add("north/b.json", [SignIn("d", 1)]);
        ActivityTimeline north = collector.TimelineOf(_north);
        Assert.Equal(["a", "d", "b"], north.SignIns.Select(s => s.Account));
        Assert.Equal("c", Assert.Single(collector.TimelineOf(_south).SignIns).Account);
        Assert.Empty(collector.TimelineOf(Organisation.Unnamed).SignIns);
    }

    [Fact]
    public void A_row_that_repeats_counts_once_within_its_organisation()
    {
        ActivityCollector collector = Collector();
        collector.Add("north/a.json", [SignIn("a", 1, "id-1"), SignIn("a", 1)]);
        collector.Add("north/b.json", [SignIn("a", 1, "id-1"), SignIn("a", 1)]);
        collector.Add("south/b.json", [SignIn("a", 1, "id-1")]);
        Assert.Equal(3, collector.TimelineOf(_north).SignIns.Count);
        Assert.Single(collector.TimelineOf(_south).SignIns);
        Assert.Equal(1, collector.Duplicates);
    }

    [Fact]
    public void What_is_beyond_the_limit_is_counted()
    {
        ActivityCollector collector = Collector(limit: 2);
        collector.Add("north/a.json", [SignIn("a", 1), SignIn("b", 2), SignIn("c", 3)]);
        collector.Add("south/a.json", [SignIn("a", 1)]);
        Assert.Equal(2, collector.TimelineOf(_north).SignIns.Count);
        Assert.Equal(1, collector.LossesOf(_north));
        Assert.Equal(0, collector.LossesOf(_south));
    }

    [Fact]
    public void Equal_sign_ins_of_an_hour_are_one_wherever_a_log_is_cut()
    {
        ActivityCollector collector = Collector();
        collector.Add("north/a.evtx", [Hourly("a", 1, 3), Hourly("b", 1, 1), SignIn("a", 2)]);
        collector.Add("north/a.evtx", [Hourly("a", 5, 4), Hourly("a", 61, 1), SignIn("a", 5)]);
        collector.Add("north/b.evtx", [Hourly("a", 6, 2) with { Origin = new EventOrigin { Source = "other" } }]);
        Assert.Equal(
            [("a", 1, 7), ("b", 1, 1), ("a", 2, 1), ("a", 5, 1), ("a", 6, 2), ("a", 61, 1)],
            collector.TimelineOf(_north).SignIns.Select(s => (s.Account, MinuteOf(s), s.Count))
        );
    }

    [Fact]
    public void Those_that_differ_stay_apart()
    {
        SignIn one = Hourly("a", 1, 1);
        SignIn[] all =
        [
            one,
            one with
            {
                Verdict = SignInVerdict.Succeeded,
            },
            one with
            {
                Address = "192.0.2.1",
            },
            one with
            {
                UserAgent = "WS-1",
            },
            one with
            {
                Protocol = "3",
            },
            one with
            {
                System = "ntlm",
            },
            one with
            {
                Code = "0x0",
            },
            one with
            {
                Host = "dc02",
            },
        ];
        ActivityCollector collector = Collector();
        collector.Add("north/a.evtx", all);
        collector.Add("north/a.evtx", all);
        Assert.Equal([2, 2, 2, 2, 2, 2, 2, 2], collector.TimelineOf(_north).SignIns.Select(s => s.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ActivityCollector.DefaultMemoryBytes)]
    public void They_add_up_on_disk_and_beyond_the_limit(long memory)
    {
        var collector = new ActivityCollector(new FieldTable(), _ => _north, limit: 1, memoryBytes: memory);
        collector.Add("north/a.evtx", [Hourly("a", 1, 1), Hourly("b", 1, 1), Hourly("b", 2, 1)]);
        collector.Add("north/a.evtx", [Hourly("a", 2, 2)]);
        long kept = collector.TimelineOf(_north).SignIns.Sum(static s => (long)s.Count);
        // What is on disk is not found again, and beyond the limit nothing is kept: it is counted as lost.
        Assert.Equal(memory > 0 ? (3, 2) : (1, 3), (kept, collector.LossesOf(_north)));
    }

    private static int MinuteOf(SignIn signIn) => (signIn.Time.Hour * 60) + signIn.Time.Minute;

    private static SignIn Hourly(string account, int minute, int count) =>
        SignIn(account, minute) with
        {
            Time = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute),
            IsHourly = true,
            Count = count,
        };

    private static ActivityCollector Collector(int limit = ActivityCollector.DefaultLimit) =>
        new(new FieldTable(), path => path.StartsWith("north", StringComparison.Ordinal) ? _north : _south, limit);

    private static SignIn SignIn(string account, int minute, string? id = null) =>
        new()
        {
            Origin = new EventOrigin { Source = "test" },
            Time = new DateTime(2021, 1, 1, 0, minute % 60, 0, DateTimeKind.Utc),
            Id = id,
            System = "entra",
            Account = account,
            Verdict = SignInVerdict.Rejected,
        };
}

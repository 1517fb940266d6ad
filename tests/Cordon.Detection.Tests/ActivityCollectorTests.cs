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

    private static ActivityCollector Collector(int limit = ActivityCollector.DefaultLimit) =>
        new(new FieldTable(), path => path.StartsWith("north", StringComparison.Ordinal) ? _north : _south, limit);

    private static SignIn SignIn(string account, int minute, string? id = null) =>
        new()
        {
            Origin = new EventOrigin { Source = "test" },
            Time = new DateTime(2021, 1, 1, 0, minute, 0, DateTimeKind.Utc),
            Id = id,
            System = "entra",
            Account = account,
            Verdict = SignInVerdict.Rejected,
        };
}

using System.Text;
using Cordon.Events;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Sightings;
using Cordon.Intelligence.Storing;
using Cordon.Stix;

namespace Cordon.Intelligence.Tests.Sightings;

public sealed class SightingTests : IDisposable
{
    private static readonly DateTime Day = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-sightings-").FullName;

    public SightingTests()
    {
        string list = Path.Combine(_folder, "list.txt");
        File.WriteAllText(list, "198.51.100.7\n");
        new IntelligenceStore(Store, TimeProvider.System).Import(
            list,
            null,
            ImportLimits.Default,
            TestContext.Current.CancellationToken
        );
    }

    private string Store => Path.Combine(_folder, "store");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IReadOnlyList<Sighting> Seen(params (string Id, double Hours)[] findings)
    {
        var counter = new SightingCounter();
        foreach ((string id, double hours) in findings)
        {
            counter.Add(
                new Finding
                {
                    Rule = new FindingRule("indicator:" + id, "Indicator", Level.Medium, FindingKind.Indicator, []),
                    Event = new EventOrigin
                    {
                        Source = "x",
                        Time = Day.AddHours(hours),
                        Computer = "WS-1",
                    },
                    Fields = [SnapshotField.OfText("TargetUserName", "amal.berg")],
                },
                "Example Laboratory"
            );
        }

        return counter.Sightings();
    }

    [Fact]
    public void Findings_are_counted_by_indicator_and_day()
    {
        IReadOnlyList<Sighting> seen = Seen(
            ("address:198.51.100.7", 9),
            ("address:198.51.100.7", 11),
            ("address:198.51.100.7", 25),
            ("domain:evil.example", 9)
        );
        Assert.Equal([1L, 1, 2], seen.Select(s => s.Count).Order());
        Sighting two = seen.Single(s => s.Count == 2);
        Assert.Equal((Day.AddHours(9), Day.AddHours(11)), (two.First, two.Last));
    }

    [Fact]
    public void The_same_logs_again_change_nothing_overlapping_ones_count_the_larger_and_each_can_be_undone()
    {
        SightingStore store = SightingStore.In(Store)!;
        (string first, bool isNew) = store.Add(Seen(("address:198.51.100.7", 9), ("address:198.51.100.7", 11)));
        Assert.True(isNew);
        Assert.Equal((first, false), store.Add(Seen(("address:198.51.100.7", 9), ("address:198.51.100.7", 11))));
        (string second, _) = store.Add(
            Seen(("address:198.51.100.7", 11), ("address:198.51.100.7", 12), ("address:198.51.100.7", 13))
        );
        Sighting one = Assert.Single(store.All());
        Assert.Equal((3L, Day.AddHours(9), Day.AddHours(13)), (one.Count, one.First, one.Last));
        Assert.Equal(second, store.Undo(second[..6]));
        Assert.Equal(2, Assert.Single(store.All()).Count);
        Assert.Null(store.Undo(second));
        Assert.Equal(first, store.Undo(first));
        Assert.Empty(store.All());
    }

    [Fact]
    public void The_bundle_is_valid_names_no_account_and_is_the_same_each_time()
    {
        IReadOnlyList<Sighting> seen = Seen(
            ("address:198.51.100.7", 9),
            ("address:2001:db8::7", 9),
            ("address:198.51.100.0/24", 9),
            ("URL:https://evil.example/o'x", 10),
            ("e-mail address:jobs@evil.example", 10),
            ("file name:a\\b.exe", 10),
            ("digest:" + new string('a', 64), 11)
        );
        byte[] Bytes()
        {
            using var stream = new MemoryStream();
            SightingBundle.Write(seen, stream);
            return stream.ToArray();
        }

        byte[] bytes = Bytes();
        Assert.Equal(bytes, Bytes());
        StixObject[] objects =
        [
            .. new StixReader(new MemoryStream(bytes), onProblem: p => Assert.Fail(p.Reason)).Objects(),
        ];
        Assert.Equal(7, objects.Count(o => o.Type == "sighting"));
        Assert.All(objects, o => Assert.Empty(StixValidator.Validate(o)));
        string text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("amal", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WS-1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_store_keeps_nothing() => Assert.Null(SightingStore.In(_folder));
}

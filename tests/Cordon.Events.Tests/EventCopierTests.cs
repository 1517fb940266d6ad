namespace Cordon.Events.Tests;

public class EventCopierTests
{
    private static readonly DateTime Time = new(2021, 2, 16, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Copies_every_kind_of_value_as_the_event_shows_it()
    {
        var copier = new EventCopier();
        EventSnapshot first = Event(
            SnapshotField.OfText("A", "text"),
            SnapshotField.OfInteger("B", -7),
            SnapshotField.OfNull("C"),
            SnapshotField.Of("D", FieldValue.FromReal(1.5, "1.50")),
            SnapshotField.Of("E", FieldValue.FromBoolean(true)),
            SnapshotField.Of("F", FieldValue.FromTime(Time.Ticks, "2021-02-16T08:00:00Z")),
            SnapshotField.OfText("A", new string('x', 5_000))
        );
        IReadOnlyList<SnapshotField> copied = copier.PayloadOf(first);
        IReadOnlyList<SnapshotField> later = copier.PayloadOf(Event(SnapshotField.OfText("Z", "later")));
        Assert.Equal(first.All.Select(Picture), copied.Select(Picture));
        Assert.Equal(["Z later"], later.Select(static f => $"{f.Name} {f.Text}"));
        Assert.Equal(7, copied.Count);
        Assert.Equal(first.All.Select(Picture), Enumerable.Range(0, copied.Count).Select(i => Picture(copied[i])));
    }

    [Fact]
    public void Names_and_words_that_repeat_are_copied_once()
    {
        var copier = new EventCopier();
        EventSnapshot one = Event(SnapshotField.OfText("A", "x"));
        Assert.Same(copier.OriginOf(one).Computer, copier.OriginOf(one).Computer);
        Assert.Same(copier.PayloadOf(one)[0].Name, copier.PayloadOf(one)[0].Name);
        Assert.Equal(EventOrigin.Of(one), copier.OriginOf(one));
    }

    [Fact]
    public void An_id_depends_on_rule_source_and_record_and_on_nothing_else()
    {
        Finding finding = Made("rule", "a.yml", "log", 4, 7);
        string id = finding.Id;
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal(id, (Made("rule", "a.yml", "log", 4, 7) with { Fields = [] }).Id);
        foreach (
            Finding other in (Finding[])
                [
                    Made("other", "a.yml", "log", 4, 7),
                    Made("rule", "b.yml", "log", 4, 7),
                    Made("rule", "a.yml", "log2", 4, 7),
                    Made("rule", "a.yml", "log", 5, 7),
                    Made("rule", "a.yml", "log", 4, 8),
                    Made("rule", "a.yml", "log", 4, null),
                ]
        )
        {
            Assert.NotEqual(id, other.Id);
        }

        Finding several = finding with { Correlation = Facts(Time) };
        Assert.NotEqual(id, several.Id);
        Assert.NotEqual(several.Id, (finding with { Correlation = Facts(Time.AddTicks(1)) }).Id);
        Assert.NotEqual(several.Id, (several with { Fields = [SnapshotField.OfText("A", "y")] }).Id);
    }

    private static CorrelationFacts Facts(DateTime first) =>
        new()
        {
            First = first,
            Last = first,
            EventCount = 1,
            Events = [],
        };

    private static Finding Made(string rule, string file, string source, long position, ulong? record) =>
        new()
        {
            Rule = new FindingRule(rule, "A rule", Level.Low, FindingKind.Sigma, []) { File = file },
            Event = new EventOrigin
            {
                Source = source,
                Position = position,
                RecordId = record,
            },
            Fields = [SnapshotField.OfText("A", "x")],
        };

    private static (string, FieldKind, string, bool, long, double) Picture(SnapshotField field)
    {
        field.Value.TryGetInteger(out long integer);
        bool isReal = field.Value.TryGetReal(out double real);
        return (field.Name, field.Value.Kind, field.Text, isReal, integer, real);
    }

    private static EventSnapshot Event(params SnapshotField[] fields) =>
        new(
            new FieldTable(),
            new EventOrigin
            {
                Source = "made",
                Position = 3,
                RecordId = 9,
                Product = "windows",
                Channel = "Security",
                Provider = "P",
                Computer = "LAB-1",
                Code = 4625,
                Time = Time,
                IsRecovered = true,
            },
            fields
        );
}

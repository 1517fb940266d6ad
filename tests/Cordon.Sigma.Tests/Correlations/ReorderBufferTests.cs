namespace Cordon.Sigma.Tests.Correlations;

public sealed class ReorderBufferTests
{
    private static CorrelationEvent Event(long time, long reference = 0) => new(0, 0, time, reference, []);

    [Fact]
    public void Gives_events_within_the_lateness_in_the_order_of_a_plain_sort()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            CorrelationEvent[] sorted =
            [
                .. Enumerable
                    .Range(0, 200)
                    .Select(i => Event(random.Next(1_000), random.Next(3)))
                    .OrderBy(static e => e.Time)
                    .ThenBy(static e => e.Reference),
            ];
            // Nobody comes later than another by more than 40.
            CorrelationEvent[] shuffled = [.. sorted.OrderBy(e => e.Time + random.Next(41))];
            var buffer = new ReorderBuffer(TimeSpan.FromTicks(40));
            List<CorrelationEvent> ordered = [];
            foreach (CorrelationEvent one in shuffled)
            {
                buffer.Add(one, ordered);
            }

            buffer.Finish(ordered);
            Assert.Equal(sorted.Select(Key), ordered.Select(Key));
            Assert.Equal((0, 0), (buffer.Late, buffer.Count));
        }

        static (long, long) Key(CorrelationEvent e) => (e.Time, e.Reference);
    }

    [Theory]
    [InlineData(110, 0)]
    [InlineData(111, 1)]
    public void Lets_an_event_go_when_the_lateness_is_over(long later, int released)
    {
        var buffer = new ReorderBuffer(TimeSpan.FromTicks(10));
        List<CorrelationEvent> ordered = [];
        buffer.Add(Event(100), ordered);
        buffer.Add(Event(later), ordered);
        Assert.Equal(released, ordered.Count);
        Assert.Equal(2 - released, buffer.Count);
    }

    [Fact]
    public void Drops_and_counts_what_is_older_than_what_it_let_go()
    {
        var buffer = new ReorderBuffer(TimeSpan.Zero);
        List<CorrelationEvent> ordered = [];
        foreach (long time in (long[])[5, 7, 5, 4, 6, 7])
        {
            buffer.Add(Event(time), ordered);
        }

        buffer.Finish(ordered);
        Assert.Equal([5, 5, 6, 7, 7], ordered.Select(static e => e.Time));
        Assert.Equal(1, buffer.Late);
    }

    [Fact]
    public void Gives_equal_events_as_they_came()
    {
        var buffer = new ReorderBuffer(TimeSpan.FromTicks(10));
        List<CorrelationEvent> ordered = [];
        CorrelationEvent[] equal = [Event(5), Event(5), Event(5)];
        foreach (CorrelationEvent one in equal)
        {
            buffer.Add(one, ordered);
        }

        buffer.Finish(ordered);
        Assert.Equal(3, ordered.Count);
        Assert.All(ordered.Zip(equal), static p => Assert.Same(p.Second, p.First));
    }

    [Fact]
    public void Keeps_no_more_than_its_capacity()
    {
        var buffer = new ReorderBuffer(TimeSpan.FromDays(1), capacity: 3);
        List<CorrelationEvent> ordered = [];
        foreach (long time in (long[])[9, 3, 5, 7, 2])
        {
            buffer.Add(Event(time), ordered);
        }

        Assert.Equal([3], ordered.Select(static e => e.Time));
        Assert.Equal((1, 3), (buffer.Late, buffer.Count));
    }

    [Fact]
    public void Events_that_are_equal_come_out_as_they_came_in()
    {
        var buffer = new ReorderBuffer(TimeSpan.Zero);
        List<CorrelationEvent> ordered = [];
        for (int i = 0; i < 9; i++)
        {
            buffer.Add(Event(7) with { Position = i }, ordered);
        }

        buffer.Finish(ordered);
        Assert.Equal(Enumerable.Range(0, 9), ordered.Select(static e => e.Position));
    }

    [Fact]
    public void Refuses_what_makes_no_sense()
    {
        var buffer = new ReorderBuffer(TimeSpan.Zero);
        Assert.Throws<ArgumentNullException>(() => buffer.Add(null!, new List<CorrelationEvent>()));
        Assert.Throws<ArgumentNullException>("ordered", () => buffer.Add(Event(1), null!));
        Assert.Throws<ArgumentNullException>("ordered", () => buffer.Finish(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReorderBuffer(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReorderBuffer(TimeSpan.Zero, 0));
    }
}

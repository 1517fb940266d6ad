namespace Cordon.Reporting.Tests;

public sealed class FindingTallyTests
{
    [Fact]
    public void A_correlation_lasts_until_its_last_event_and_touches_the_computers_of_all()
    {
        var tally = new FindingTally();
        tally.Add(Make.Correlation());
        FindingTally.RuleLine line = Assert.Single(tally.Lines());
        Assert.Equal(1, line.Count);
        Assert.Equal(Make.At(1), line.First);
        Assert.Equal(Make.At(9), line.Last);
        Assert.Equal(["LAB-1", "LAB-2"], line.Computers);
    }
}

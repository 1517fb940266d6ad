using Cordon.Simulation.Evaluation;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Tests.Evaluation;

/// <summary>How it is measured who is said to be behind incidents.</summary>
public sealed class AttributionFiguresTests
{
    private static readonly Behind Ash = new("known", "intrusion-set--a", "Ash", true);
    private static readonly Behind Flag = new("false-flag", "", "", false);

    [Fact]
    public void Right_and_wrong_names_are_counted_and_calibrated()
    {
        var figures = new AttributionFigures();
        figures.Add(Said(true, (Ash.Actor, 0.7), ("b", 0.1)), [Ash]);
        figures.Add(Said(true, ("b", 0.7)), [Ash]);
        figures.Add(Said(false, ("b", 0.4)), [Flag]);
        figures.Add(Said(true, ("b", 0.6)), [Flag]);
        figures.Add(Said(false), []);

        Assert.Equal((5, 3, 1, 2), (figures.Incidents, figures.Attributed, figures.Right, figures.WrongAbove));
        Assert.Equal((2, 2, 1), (figures.Known, figures.Reported, figures.Found));
        Assert.Equal((2, 1), (figures.FalseFlags, figures.Fooled));
        Assert.Equal(5, figures.Listed.Count);
        Assert.Equal(4, figures.Leading.Count);
    }

    [Fact]
    public void A_possibility_of_a_wrong_actor_is_no_mistake()
    {
        var figures = new AttributionFigures();
        figures.Add(Said(false, ("b", 0.49)), [Ash]);

        Assert.Equal(0, figures.WrongAbove);
    }

    [Fact]
    public void Of_an_incident_that_tells_of_nothing_every_name_is_wrong()
    {
        var figures = new AttributionFigures();
        figures.Add(Said(true, (Ash.Actor, 0.7)), []);

        Assert.Equal((1, 0), (figures.WrongAbove, figures.Right));
    }

    private static AnsweredAttribution Said(bool isAttributed, params (string, double)[] actors) =>
        new(isAttributed, actors);
}

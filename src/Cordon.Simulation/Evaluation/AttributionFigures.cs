namespace Cordon.Simulation.Evaluation;

/// <summary>How right it is who is said to be behind incidents.</summary>
internal sealed class AttributionFigures
{
    /// <summary>Above it words say more than <i>realistic possibility</i>.</summary>
    public const double MostPossible = 0.5;

    /// <summary>Incidents whose attribution was looked at: those that say that somebody attacked.</summary>
    public int Incidents { get; private set; }

    /// <summary>Incidents that are held for somebody's.</summary>
    public int Attributed { get; private set; }

    /// <summary>Of those, the ones that are his.</summary>
    public int Right { get; private set; }

    /// <summary>Incidents of which a wrong actor is said to be more than a realistic possibility. At most 1 in 100 is wanted.</summary>
    public int WrongAbove { get; private set; }

    /// <summary>Incidents of a known actor.</summary>
    public int Known { get; private set; }

    /// <summary>Incidents of a known actor whose fresh infrastructure a good source names rightly: what could be attributed at the most.</summary>
    public int Reported { get; private set; }

    /// <summary>Of those, the ones that are held for his.</summary>
    public int Found { get; private set; }

    /// <summary>Incidents of somebody who wants to be taken for another.</summary>
    public int FalseFlags { get; private set; }

    /// <summary>Of those, the ones that are held for somebody's.</summary>
    public int Fooled { get; private set; }

    /// <summary>How far probabilities of named actors can be trusted: every one that is listed.</summary>
    public Calibration Listed { get; } = new();

    /// <summary>The same for the likeliest named actor of each incident alone.</summary>
    public Calibration Leading { get; } = new();

    /// <summary>Adds an incident.</summary>
    /// <param name="said">What is said of it.</param>
    /// <param name="behind">Who was behind the attempts that it tells of; none for a false incident.</param>
    public void Add(AnsweredAttribution said, IReadOnlyList<Truth.Behind> behind)
    {
        Incidents++;
        bool IsRight(string id) => behind.Any(b => b.Actor == id);
        foreach ((string id, double probability) in said.Actors)
        {
            Listed.Add(probability, IsRight(id));
        }

        if (said.Leading is { } leading)
        {
            Leading.Add(leading.Probability, IsRight(leading.Id));
        }

        bool isRight = said is { IsAttributed: true, Leading: { } named } && IsRight(named.Id);
        Attributed += said.IsAttributed ? 1 : 0;
        Right += isRight ? 1 : 0;
        WrongAbove += said.Actors.Any(a => a.Probability > MostPossible && !IsRight(a.Id)) ? 1 : 0;
        Known += behind.Any(static b => b.Actor.Length > 0) ? 1 : 0;
        if (behind.Any(static b => b.IsReported))
        {
            Reported++;
            Found += isRight ? 1 : 0;
        }

        if (behind.Any(static b => b.Sort == "false-flag"))
        {
            FalseFlags++;
            Fooled += said.IsAttributed && !isRight ? 1 : 0;
        }
    }
}

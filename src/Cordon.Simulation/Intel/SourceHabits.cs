namespace Cordon.Simulation.Intel;

/// <summary>
/// How often crews are known, how often they are reported, and how often sources err. Assumptions, not measurements: nobody publishes how often attributions of
/// infrastructure are wrong. docs/simulation.md states them.
/// </summary>
internal sealed record SourceHabits
{
    /// <summary>Share of crews that are a known actor, where states are said to be behind attempts of the kind.</summary>
    public required double Known { get; init; }

    /// <summary>The same where everybody is.</summary>
    public required double KnownAmongCommon { get; init; }

    /// <summary>Share of crews that want to be taken for another, of those that are not known.</summary>
    public required double FalseFlags { get; init; }

    /// <summary>Share of known crews on which somebody published something.</summary>
    public required double Reported { get; init; }

    /// <summary>The same of others.</summary>
    public required double OthersReported { get; init; }

    /// <summary>Share of reports that are too old by the time of the attempts.</summary>
    public required double Stale { get; init; }

    /// <summary>Publishers, with how often they publish, and how often they are wrong about a known actor, and name one where none is.</summary>
    public required IReadOnlyList<(SimPublisher Publisher, double Weight)> Publishers { get; init; }

    /// <summary>Those of a profile.</summary>
    public static SourceHabits Of(string profile) => profile == "second" ? Second : First;

    private static readonly SourceHabits First = new()
    {
        Known = 0.42,
        KnownAmongCommon = 0.15,
        FalseFlags = 0.15,
        Reported = 0.65,
        OthersReported = 0.25,
        Stale = 0.25,
        Publishers =
        [
            (new SimPublisher("North Watch", "B2", 0.02, 0.01), 0.3),
            (new SimPublisher("Harbour Threat Laboratory", "B2", 0.02, 0.01), 0.25),
            (new SimPublisher("Open List", "C3", 0.2, 0.12), 0.25),
            (new SimPublisher("Unrated Exchange", "", 0.3, 0.25), 0.12),
            (new SimPublisher("Paste of Somebody", "E5", 0.5, 0.5), 0.08),
        ],
    };

    private static readonly SourceHabits Second = First with
    {
        Known = 0.3,
        KnownAmongCommon = 0.1,
        FalseFlags = 0.25,
        Reported = 0.5,
        OthersReported = 0.35,
        Stale = 0.4,
        Publishers =
        [
            (new SimPublisher("North Watch", "B2", 0.03, 0.015), 0.2),
            (new SimPublisher("Harbour Threat Laboratory", "B2", 0.02, 0.01), 0.2),
            (new SimPublisher("Open List", "C3", 0.25, 0.15), 0.3),
            (new SimPublisher("Unrated Exchange", "", 0.35, 0.3), 0.2),
            (new SimPublisher("Paste of Somebody", "E5", 0.6, 0.5), 0.1),
        ],
    };
}

/// <summary>Who publishes indicators.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Grade">The Admiralty grade that it is given; empty for none.</param>
/// <param name="Wrong">How often it names another actor than the one who is behind.</param>
/// <param name="Invents">How often it names an actor where nobody who is known is behind.</param>
internal sealed record SimPublisher(string Name, string Grade, double Wrong, double Invents)
{
    /// <summary>Whether it is graded B2 or better.</summary>
    public bool IsGood => Grade == "B2";
}

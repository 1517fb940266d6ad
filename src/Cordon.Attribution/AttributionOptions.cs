namespace Cordon.Attribution;

/// <summary>
/// All weights, thresholds and limits of attribution in one place; docs/attribution.md explains them. Masses are relative: what a hypothesis has, divided by what all
/// have, is its probability before caps.
/// </summary>
public sealed record AttributionOptions
{
    /// <summary>The usual ones.</summary>
    public static AttributionOptions Default { get; } = new();

    /// <summary>Mass of an attacker whom nobody described: most attempts are never attributed by anybody.</summary>
    public double UnknownMass { get; init; } = 1;

    /// <summary>Mass of criminals and common tools.</summary>
    public double CriminalMass { get; init; } = 0.45;

    /// <summary>Mass of all named actors together before infrastructure is looked at; techniques, lures and timing share it out.</summary>
    public double NamedMass { get; init; } = 0.9;

    /// <summary>
    /// How much of <see cref="NamedMass"/> is kept for actors that are not candidates, at the least, in units of one candidate without reasons: each actor with published
    /// techniques that is no candidate counts as one, since what nobody reported of it may be its doing all the same.
    /// </summary>
    public double Unlisted { get; init; } = 2;

    /// <summary>
    /// Power of the product of an actor's shared reasons. Techniques, lures, timing and targets come from the same few reports and go together, so that they count for
    /// less than if each told something of its own (1).
    /// </summary>
    public double SharedPower { get; init; } = 0.6;

    /// <summary>Weight of a technique for each e-fold that it is rarer among actors whose techniques are published.</summary>
    public double TechniqueWeight { get; init; } = 0.35;

    /// <summary>The most that techniques weigh together.</summary>
    public double MostTechniques { get; init; } = 1.5;

    /// <summary>A technique that this share of the actors or more has tells nobody apart.</summary>
    public double CommonTechnique { get; init; } = 0.5;

    /// <summary>What techniques have to weigh to make a candidate by themselves.</summary>
    public double LeastTechniques { get; init; } = 0.3;

    /// <summary>A way in that the actor is not reported to use, where at least <see cref="KnownTechniques"/> of its techniques are published.</summary>
    public double StrangeWayIn { get; init; } = -0.7;

    /// <summary>From how many published techniques on the lack of one says something.</summary>
    public int KnownTechniques { get; init; } = 4;

    /// <summary>A lure about what the actor's lures are said to be about.</summary>
    public double SameLure { get; init; } = 1;

    /// <summary>A lure about something else.</summary>
    public double OtherLure { get; init; } = -0.8;

    /// <summary>A theme that more actors than this use tells them not apart.</summary>
    public int MostWithLure { get; init; } = 5;

    /// <summary>A claim of the same way in within <see cref="NearDays"/> of the incident.</summary>
    public double NearClaim { get; init; } = 0.5;

    /// <summary>All that was said of the actor is more than <see cref="FarDays"/> away.</summary>
    public double FarClaims { get; init; } = -0.3;

    /// <summary>Days within which a claim is near.</summary>
    public int NearDays { get; init; } = 180;

    /// <summary>Days beyond which a claim is far.</summary>
    public int FarDays { get; init; } = 1_095;

    /// <summary>The actor is said to go after health or its research.</summary>
    public double SameSector { get; init; } = 0.4;

    /// <summary>The actor's published targets are others.</summary>
    public double OtherSector { get; init; } = -0.4;

    /// <summary>What an indicator has to be worth on the event's day to weigh anything (0 to 1).</summary>
    public double LeastWorth { get; init; } = 0.25;

    /// <summary>What it has to be worth to allow <i>likely</i>.</summary>
    public double StrongWorth { get; init; } = 0.5;

    /// <summary>An indicator that is said to be of more actors than this is shared infrastructure, or a quarrel, and weighs nothing.</summary>
    public int MostOwners { get; init; } = 2;

    /// <summary>A source whose word counts for less than this share of the best one's on a value does not make the value shared.</summary>
    public double EqualVoice { get; init; } = 0.5;

    /// <summary>From how many addresses on an incident's addresses are looked at together.</summary>
    public int ManyAddresses { get; init; } = 10;

    /// <summary>Where a smaller share than this of many addresses is named, they rotate.</summary>
    public double RotatingShare { get; init; } = 0.1;

    /// <summary>What a rotating address weighs of another's weight.</summary>
    public double RotatingFactor { get; init; } = 0.2;

    /// <summary>What a name without identifier weighs of an identifier's weight, for each actor that it may mean.</summary>
    public double NameOnlyFactor { get; init; } = 0.3;

    /// <summary>How little what speaks against an actor may leave of its infrastructure's weight, as a logarithm.</summary>
    public double LeastFit { get; init; } = -1.5;

    /// <summary>How much what else speaks for it may add, likewise.</summary>
    public double MostFit { get; init; } = 0.4;

    /// <summary>Contrary reasons from this weight on stand in the way of <i>highly likely</i>.</summary>
    public double Contradiction { get; init; } = -0.5;

    /// <summary>
    /// From which odds on a weak source is heard: where it makes a rival of the actor it names, as the lures are such as are published of that actor, and where it bears out
    /// another's word.
    /// </summary>
    public double LeastHeard { get; init; } = 0.1;

    /// <summary>Actors that are listed.</summary>
    public int MaxActors { get; init; } = 5;

    /// <summary>What an actor has to reach to be listed.</summary>
    public double LeastListed { get; init; } = 0.02;

    /// <summary>Reasons that are kept for and against a hypothesis, each.</summary>
    public int MaxReasons { get; init; } = 8;

    /// <summary>Citations of one kind that a reason keeps.</summary>
    public int MaxCited { get; init; } = 10;

    /// <summary>Claims that are kept.</summary>
    public int MaxClaims { get; init; } = 12;

    /// <summary>Observables of an incident that are looked up.</summary>
    public int MaxObservables { get; init; } = 5_000;

    /// <summary>
    /// How many to one a source's word on infrastructure counts against all that is not named: reliability A to F, times credibility 1 to 6. What was not graded counts
    /// as F6.
    /// </summary>
    public static double OddsOf(string? grade) =>
        (grade is { Length: 2 } ? grade[0] : 'F') switch
        {
            'A' => 6,
            'B' => 4,
            'C' => 1.2,
            'D' => 0.4,
            'E' => 0.1,
            _ => 0.6,
        }
        * (grade is { Length: 2 } ? grade[1] : '6') switch
        {
            '1' => 1.5,
            '2' => 1,
            '3' => 0.6,
            '4' => 0.25,
            '5' => 0.1,
            _ => 0.5,
        };

    /// <summary>Whether a grade is B2 or better on both axes: what <i>likely</i> needs.</summary>
    public static bool IsGood(string? grade) => grade is ['A' or 'B', '1' or '2'];
}

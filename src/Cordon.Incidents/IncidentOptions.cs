using Cordon.Events;

namespace Cordon.Incidents;

/// <summary>Weights, times and limits by which incidents are made. The defaults are what docs/incidents.md and docs/outcomes.md describe.</summary>
/// <remarks>Weights are natural logarithms of likelihood ratios: 0 says nothing, 3 says twenty to one.</remarks>
public sealed record IncidentOptions
{
    /// <summary>What holds where nothing else is said.</summary>
    public static IncidentOptions Default { get; } = new();

    /// <summary>How much findings that belong together have to weigh to be an incident: 4 by default.</summary>
    public double IncidentWeight { get; init; } = 4;

    /// <summary>How much two groups of findings have to have in common to be one incident: 2 by default.</summary>
    public double LinkWeight { get; init; } = 2;

    /// <summary>How much has to speak for a sign-in to be the attacker's: 3 by default.</summary>
    public double AccessWeight { get; init; } = 3;

    /// <summary>How long findings on one host are one episode: 6 hours by default.</summary>
    public TimeSpan HostWindow { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long what happens to one account belongs together: 72 hours by default.</summary>
    public TimeSpan AccountWindow { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long an address, a tool or a session links what it touched: 7 days by default.</summary>
    public TimeSpan SourceWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a sender, link, domain or file links what it touched: 30 days by default.</summary>
    public TimeSpan CampaignWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long after the last try a log has to go on for <see cref="Outcome.Failed"/>, of sign-ins: 2 hours by default.</summary>
    public TimeSpan SignInGrace { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The same after a mail came: 24 hours by default.</summary>
    public TimeSpan MailGrace { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long after an access what is done with it is looked for: 14 days by default.</summary>
    public TimeSpan FollowOnWindow { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Most groups of findings that are kept; beyond it those of low level are counted only. 100,000 by default.</summary>
    public int MaxGroups { get; init; } = 100_000;

    /// <summary>Most targets of one incident that are told by name: 2,000 by default.</summary>
    public int MaxTargets { get; init; } = 2_000;

    /// <summary>Most findings that an incident carries with it; all are counted. 500 by default.</summary>
    public int MaxFindings { get; init; } = 500;

    /// <summary>Most incidents that are told: 5,000 by default.</summary>
    public int MaxIncidents { get; init; } = 5_000;

    /// <summary>What a finding weighs by itself, before its rule's rarity.</summary>
    internal static double WeightOf(FindingKind kind, Level level) =>
        (kind, level) switch
        {
            (FindingKind.Analytic, Level.Critical) => 7,
            (FindingKind.Analytic, Level.High) => 5.5,
            (FindingKind.Analytic, Level.Medium) => 4,
            (FindingKind.Analytic, Level.Low) => 1.5,
            (FindingKind.Indicator, >= Level.High) => 4.5,
            (FindingKind.Indicator, Level.Medium) => 3,
            (FindingKind.Indicator, Level.Low) => 1,
            (_, Level.Critical) => 6,
            (_, Level.High) => 4,
            (_, Level.Medium) => 1.5,
            (_, Level.Low) => 0.4,
            _ => 0.1,
        };
}

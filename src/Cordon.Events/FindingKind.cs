namespace Cordon.Events;

/// <summary>What sort of rule a finding comes from.</summary>
public enum FindingKind
{
    /// <summary>A Sigma rule over single events; written <c>sigma</c>.</summary>
    Sigma = 0,

    /// <summary>A Sigma correlation over several events; written <c>sigma-correlation</c>.</summary>
    SigmaCorrelation = 1,

    /// <summary>One of Cordon's own analytics over activities; written <c>analytic</c>.</summary>
    Analytic = 2,

    /// <summary>An indicator from intelligence; written <c>indicator</c>.</summary>
    Indicator = 3,
}

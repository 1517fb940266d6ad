namespace Cordon.Events;

/// <summary>What sort of rule a finding comes from.</summary>
public enum FindingKind
{
    /// <summary>A Sigma rule over single events; written <c>sigma</c>.</summary>
    Sigma = 0,

    /// <summary>A Sigma correlation over several events; written <c>sigma-correlation</c>.</summary>
    SigmaCorrelation = 1,
}

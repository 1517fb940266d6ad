namespace Cordon.Events;

/// <summary>How much a finding deserves a look: Sigma's levels, lowest first.</summary>
public enum Level
{
    /// <summary>Adds to a picture; not an alarm by itself.</summary>
    Informational = 0,

    /// <summary>Notable, rarely an incident.</summary>
    Low,

    /// <summary>Relevant; to be reviewed by hand on a regular basis.</summary>
    Medium,

    /// <summary>Relevant; to be reviewed soon.</summary>
    High,

    /// <summary>Highly relevant; an incident, to be reviewed at once.</summary>
    Critical,
}

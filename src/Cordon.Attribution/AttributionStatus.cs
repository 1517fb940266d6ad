namespace Cordon.Attribution;

/// <summary>Whether an incident is held for somebody's.</summary>
public enum AttributionStatus
{
    /// <summary>No named actor reaches <i>likely</i>: the ordinary case; written <c>unattributed</c>.</summary>
    Unattributed = 0,

    /// <summary>One named actor reaches <i>likely</i> or more; written <c>attributed</c>. It is never more than that: <i>almost certain</i> is for people to say.</summary>
    Attributed,
}

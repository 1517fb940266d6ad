namespace Cordon.Events;

/// <summary>Looks for indicators in events. What they are and who says so, only its maker knows: it is handed to the scan from outside. For several threads.</summary>
public interface IIndicatorMatcher
{
    /// <summary>Makes a reader for one thread.</summary>
    IIndicatorReader CreateReader();
}

/// <summary>Looks for indicators in one event after the other. For one thread.</summary>
public interface IIndicatorReader
{
    /// <summary>Adds what the event holds; each indicator once.</summary>
    /// <param name="logEvent">The event, borrowed.</param>
    /// <param name="matches">Gets what was found; what is in it already stays.</param>
    void Read(LogEvent logEvent, List<IndicatorMatch> matches);
}

/// <summary>An indicator that an event holds. Owns its memory.</summary>
/// <param name="Rule">What the finding is called: the indicator, its source, how much it deserves a look.</param>
/// <param name="Entity">The value that was found, as an observable.</param>
/// <param name="Reason">Who says what of the value, since when, and what it is still worth.</param>
public sealed record IndicatorMatch(FindingRule Rule, FindingEntity Entity, string Reason);

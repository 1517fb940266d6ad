namespace Cordon.Sigma;

/// <summary>Whether events can serve a log source.</summary>
public enum LogSourceResolutionKind
{
    /// <summary>There are targets.</summary>
    Served,

    /// <summary>The log source is known, but its events come from logs that the map has no target for.</summary>
    NotServed,

    /// <summary>The map does not know the log source, or what it names excludes each other.</summary>
    Unknown,
}

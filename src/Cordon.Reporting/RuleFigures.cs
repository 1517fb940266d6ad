namespace Cordon.Reporting;

/// <summary>What became of the rules of a scan.</summary>
public sealed record RuleFigures
{
    /// <summary>Where the rules came from, for people: <c>built-in</c> or the paths given.</summary>
    public required string Origin { get; init; }

    /// <summary>Rules that were loaded and not left out by level.</summary>
    public required int Loaded { get; init; }

    /// <summary>Rules that can't be used; <c>rules check</c> says why.</summary>
    public required int Refused { get; init; }

    /// <summary>Rules that were loaded and are below the lowest level asked for.</summary>
    public required int BelowLevel { get; init; }

    /// <summary>Filters met: they are read and checked, and not yet run.</summary>
    public required int NotYetRun { get; init; }

    /// <summary>Loaded rules whose log source no reader serves (cloud, Linux, network …).</summary>
    public required int NotServed { get; init; }

    /// <summary>Loaded rules whose log source is served, but of which the input had no event: they could not fire.</summary>
    public required int WithoutEvents { get; init; }
}

namespace Cordon.Sigma;

/// <summary>What a rule's log source stands for in a <see cref="LogSourceMap"/>.</summary>
/// <param name="Source">The log source as the rule gives it.</param>
/// <param name="Kind">Whether events can serve it.</param>
/// <param name="Targets">The events that serve it; empty unless <paramref name="Kind"/> is <see cref="LogSourceResolutionKind.Served"/>.</param>
/// <param name="Reason">Why there are no targets, as a sentence for people; empty where there are some.</param>
public sealed record LogSourceResolution(
    LogSource Source,
    LogSourceResolutionKind Kind,
    IReadOnlyList<LogSourceTarget> Targets,
    string Reason
);

namespace Cordon.Sigma.Correlations.Windows;

/// <summary>An event in a window.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Position">Which of the correlation's rules held for it.</param>
/// <param name="Value">What a measure counts or tells apart; null where it needs no text.</param>
/// <param name="Number">What a measure reckons with.</param>
/// <param name="Carried">What correlations that build on this one ask for; empty where none does.</param>
/// <param name="Events">How many events it stands for: 1, or those of the match that it is.</param>
/// <param name="References">Those events' references.</param>
internal sealed record WindowEntry(
    long Time,
    int Position,
    string? Value,
    decimal Number,
    string?[] Carried,
    long Events,
    long[] References
);

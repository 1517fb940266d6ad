using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading;

/// <summary>A report as it was read: its text, what it names and what it says.</summary>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Published">When it was published, as it says itself; null where it does not.</param>
/// <param name="Publisher">Who published it; null where it does not say.</param>
/// <param name="Text">Its text, in which all places are counted.</param>
/// <param name="Entities">What it names, in the order of the text.</param>
/// <param name="Claims">Who says what of whom, in the order of the text.</param>
/// <param name="Remarks">What was left out and why, for people.</param>
public sealed record Report(
    string? Title,
    DateOnly? Published,
    string? Publisher,
    string Text,
    IReadOnlyList<ReportEntity> Entities,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<string> Remarks
);

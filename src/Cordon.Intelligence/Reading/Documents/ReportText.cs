namespace Cordon.Intelligence.Reading.Documents;

/// <summary>The text of a document and what it says of itself.</summary>
/// <param name="Text">The text, in which all places are counted.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Published">When it was published, as the document states it; null where it does not.</param>
/// <param name="Publisher">Who published it; null where it does not say.</param>
/// <param name="Remarks">What was left out and why.</param>
internal sealed record ReportText(
    string Text,
    string? Title,
    DateOnly? Published,
    string? Publisher,
    IReadOnlyList<string> Remarks
);

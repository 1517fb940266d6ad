using Cordon.Intelligence.Importing;

namespace Cordon.Intelligence.Storing;

/// <summary>What came of an import.</summary>
/// <param name="Record">The import.</param>
/// <param name="IsNew">False where the same content was there already, and nothing was changed.</param>
/// <param name="Problems">What could not be read, with its place; the first hundred of it.</param>
/// <param name="LeftOut">What was understood and is not kept, with how many of each.</param>
public sealed record ImportReport(
    ImportRecord Record,
    bool IsNew,
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyDictionary<string, long> LeftOut
);

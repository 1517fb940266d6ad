namespace Cordon.Events;

/// <summary>What reading one <see cref="EventPart"/> came to.</summary>
/// <param name="Records">Events shown.</param>
/// <param name="Problems">What could not be read, in order; bounded, see <paramref name="ProblemCount"/>.</param>
/// <param name="ProblemCount">How many problems there were, those beyond the bound included.</param>
public readonly record struct PartReport(long Records, IReadOnlyList<ReadProblem> Problems, long ProblemCount);

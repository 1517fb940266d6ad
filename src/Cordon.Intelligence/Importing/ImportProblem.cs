namespace Cordon.Intelligence.Importing;

/// <summary>Something of an import that could not be taken; what stands beside it was.</summary>
/// <param name="Place">File, and the object or byte in it.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record ImportProblem(string Place, string Reason);

namespace Cordon.Stix;

/// <summary>An object of a stream that could not be read; the others were.</summary>
/// <param name="Offset">Where it begins, in bytes from the start of the stream.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record StixReadProblem(long Offset, string Reason);

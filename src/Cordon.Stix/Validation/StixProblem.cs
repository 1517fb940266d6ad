namespace Cordon.Stix;

/// <summary>What is wrong with a STIX object.</summary>
/// <param name="Id">The object's identifier, or what stands for it where it has none.</param>
/// <param name="Path">Where in the object, such as <c>kill_chain_phases[0].phase_name</c>; empty for the object itself.</param>
/// <param name="Reason">What is wrong there and what is wanted.</param>
public sealed record StixProblem(string Id, string Path, string Reason);

namespace Cordon.Intelligence.Reading.Observables;

/// <summary>Something exact that was found in a text by its form: an address, a hash, a number of a vulnerability.</summary>
/// <param name="Type">One of <see cref="EntityType" />.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Value">Its value, without what was put in to make it harmless.</param>
internal readonly record struct Observable(string Type, int Start, int End, string Value);

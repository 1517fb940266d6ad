namespace Cordon.Stix.Taxii;

/// <summary>One page of objects (TAXII 2.1, section 3.7).</summary>
/// <param name="Objects">The objects, in the server's order; none that an earlier page of the same reading had.</param>
/// <param name="Position">Where to go on after it.</param>
/// <param name="Repeated">How many objects of it came before.</param>
/// <param name="Problems">What in it could not be read; the other objects stay good.</param>
public sealed record TaxiiPage(
    IReadOnlyList<StixObject> Objects,
    TaxiiPosition Position,
    int Repeated,
    IReadOnlyList<StixReadProblem> Problems
);

namespace Cordon.Intelligence.Knowledge;

/// <summary>An entity that a name may mean. A shared name is a reason to look at both, never to make them one.</summary>
/// <param name="Id">The entity's STIX identifier.</param>
/// <param name="Name">The name the entity is listed under.</param>
/// <param name="Score">How well it fits, 0 to 1; candidates are listed from the best.</param>
/// <param name="Because">Why it is a candidate, in words, the strongest reason first.</param>
/// <param name="AssertedBy">Who says that the entity has the name that was asked for: vendors and sources, by name.</param>
public sealed record NameCandidate(
    string Id,
    string Name,
    double Score,
    IReadOnlyList<string> Because,
    IReadOnlyList<string> AssertedBy
);

namespace Cordon.Stix.Patterns;

/// <summary>A step of a path: a property's name, an index in a list, or every item of one.</summary>
/// <param name="Name">The property; null for a list's step.</param>
/// <param name="Index">Which item; null for every one.</param>
internal readonly record struct PathStep(string? Name, int? Index);

/// <summary>Where in an object a value stands: <c>file:hashes.'SHA-256'</c> (STIX 2.1, section 9.4).</summary>
/// <param name="ObjectType">The type of the object.</param>
/// <param name="Steps">At least one.</param>
/// <param name="Position">Where in the pattern it stands.</param>
internal sealed record ObjectPath(string ObjectType, IReadOnlyList<PathStep> Steps, int Position);

namespace Cordon.Intelligence.Knowledge;

/// <summary>That somebody says where an actor comes from, or what it is. A word of its source, never Cordon's. Immutable.</summary>
/// <param name="Value">A country by its ISO 3166 code of two letters where the source gives one, else the source's words (<c>Financially motivated</c>).</param>
/// <param name="From">Who asserts it, and where.</param>
public sealed record ActorOrigin(string Value, KnowledgeSource From);

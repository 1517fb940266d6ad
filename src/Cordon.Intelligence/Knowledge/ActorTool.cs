namespace Cordon.Intelligence.Knowledge;

/// <summary>That somebody says an actor uses a piece of software. Immutable.</summary>
/// <param name="Id">The software's STIX identifier.</param>
/// <param name="From">Who asserts it, and where.</param>
public sealed record ActorTool(string Id, KnowledgeSource From);

namespace Cordon.Intelligence.Knowledge;

/// <summary>That somebody says what an actor's lures are about. Immutable.</summary>
/// <param name="Theme">One word: <c>recruiter</c>, <c>health-agency</c>, <c>quotation</c>, <c>credential</c>, <c>invoice</c>, <c>device-code</c>; others are kept as they are.</param>
/// <param name="From">Who asserts it, and where.</param>
public sealed record ActorLure(string Theme, KnowledgeSource From);

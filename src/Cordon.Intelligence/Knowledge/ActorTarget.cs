namespace Cordon.Intelligence.Knowledge;

/// <summary>What an actor is said to be after.</summary>
public enum TargetKind
{
    /// <summary>A sector, such as <c>health</c> or <c>pharmaceutical</c>.</summary>
    Sector,

    /// <summary>A country, by its ISO 3166 code of two letters where the source gives one, else by its name.</summary>
    Country,
}

/// <summary>That somebody says an actor goes after a sector or a country. Immutable.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Value">The sector in lower case; the country as its code or name.</param>
/// <param name="From">Who asserts it, and where.</param>
public sealed record ActorTarget(TargetKind Kind, string Value, KnowledgeSource From);

using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Claims;

/// <summary>
/// What somebody said of somebody: <c>subject predicate object</c>, by whom, passed on through whom. Claims may contradict each other; none replaces another. Immutable.
/// </summary>
/// <param name="Subject">Who is said to have done or to be something, as written.</param>
/// <param name="Predicate">What is said of the subject, in STIX's words for relationships where there is one: <c>targets</c>, <c>uses</c>, <c>attributed-to</c>, <c>alias-of</c>.</param>
/// <param name="Object">To whom or to what, as written.</param>
/// <param name="Stance">How the first of <paramref name="AssertedBy" /> stands to it.</param>
/// <param name="Outcome">What the claim says came of it.</param>
/// <param name="AssertedBy">Who told whom, the origin first and the text's own publisher last; at least one where the text says or is known.</param>
public sealed record Claim(
    string Subject,
    string Predicate,
    string Object,
    ClaimStance Stance,
    ClaimedOutcome Outcome,
    IReadOnlyList<string> AssertedBy
)
{
    /// <summary>The Admiralty grade, such as <c>B2</c> (reliability A to F, credibility 1 to 6); null where it was not graded.</summary>
    public string? Grade { get; init; }

    /// <summary>Where the claim's text starts, in UTF-16 units of the text that was read; null where it does not come from a text.</summary>
    public int? Start { get; init; }

    /// <summary>Where the claim's text ends, exclusive, likewise.</summary>
    public int? End { get; init; }

    /// <summary>When it was said; null where that is not known.</summary>
    public DateOnly? Said { get; init; }

    /// <summary>What other claims name it by; null for one that was just read out of a text. Stable over imports.</summary>
    public string? Id { get; init; }

    /// <summary>The STIX identifier of the entity that the subject is held to be; null where that was not decided.</summary>
    public string? SubjectRef { get; init; }

    /// <summary>Likewise of the object.</summary>
    public string? ObjectRef { get; init; }

    /// <summary>The claim that this one denies, takes back or otherwise answers, by its <see cref="Id" />; both stay.</summary>
    public string? Answers { get; init; }

    /// <summary>ATT&amp;CK's identifiers of how it is said to have been done; the mapping may be Cordon's reading of plain words.</summary>
    public IReadOnlyList<string> Techniques { get; init; } = [];

    /// <summary>What the claim adds in words of Cordon's own; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The publication that it was taken from; null for one that was just read out of a text.</summary>
    public KnowledgeSource? From { get; init; }
}

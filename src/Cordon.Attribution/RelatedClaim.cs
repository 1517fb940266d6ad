namespace Cordon.Attribution;

/// <summary>What somebody says that bears on an incident's hypotheses: as reported, never as Cordon's own word. Immutable.</summary>
public sealed record RelatedClaim
{
    /// <summary>What other claims name it by; empty where it has no name.</summary>
    public required string Id { get; init; }

    /// <summary>The identifier of the listed actor it is about; empty where it names nobody who is known.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Who is said to have done or to be something, as written.</summary>
    public required string Subject { get; init; }

    /// <summary>What is said of it, such as <c>targets</c>.</summary>
    public required string Predicate { get; init; }

    /// <summary>To whom or to what, as written.</summary>
    public required string Object { get; init; }

    /// <summary><c>asserts</c>, <c>reports</c>, <c>denies</c> or <c>retracts</c>.</summary>
    public required string Stance { get; init; }

    /// <summary>What is said to have come of it, in the words of claims.</summary>
    public required string Outcome { get; init; }

    /// <summary>Who told whom, the origin first.</summary>
    public IReadOnlyList<string> AssertedBy { get; init; } = [];

    /// <summary>The Admiralty grade; empty where it was not graded.</summary>
    public string Grade { get; init; } = "";

    /// <summary>When it was said; null where that is not known.</summary>
    public DateOnly? Said { get; init; }

    /// <summary>Publisher, title and date of the publication; empty where there is none.</summary>
    public string Source { get; init; } = "";

    /// <summary>The claim that this one denies, takes back or answers; empty for none.</summary>
    public string Answers { get; init; } = "";

    /// <summary>What the claim adds, in words of Cordon's or its author's; empty for nothing.</summary>
    public string Note { get; init; } = "";
}

namespace Cordon.Attribution;

/// <summary>Something that speaks for or against a hypothesis, with what it rests on. Immutable.</summary>
public sealed record Reason
{
    /// <summary>What it rests on.</summary>
    public required ReasonKind Kind { get; init; }

    /// <summary>What it says, in one sentence with its numbers; holds others' text, to be escaped in every output.</summary>
    public required string Statement { get; init; }

    /// <summary>How strongly, as the natural logarithm of a ratio: positive for, negative against.</summary>
    public required double Weight { get; init; }

    /// <summary>Ids of the findings it rests on; bounded.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Values of indicators it rests on; bounded.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>ATT&amp;CK techniques it rests on.</summary>
    public IReadOnlyList<string> Techniques { get; init; } = [];

    /// <summary>Ids of the claims it rests on.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Who says so: publisher, title and date of each source; bounded.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The Admiralty grade of the source that counts; empty where none was graded.</summary>
    public string Grade { get; init; } = "";
}

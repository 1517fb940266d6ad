using Cordon.Incidents;

namespace Cordon.Reporting.Answers;

/// <summary>The answer for one organisation in words, the same in every output. Holds text of attackers': escape it where it is shown.</summary>
internal sealed record Answer
{
    /// <summary>The organisation's name, or words that stand for it.</summary>
    public required string Organisation { get; init; }

    /// <summary>The worst outcome of a target; null where no attempt was seen.</summary>
    public required Outcome? Worst { get; init; }

    /// <summary>The verdict in a few words, such as <c>access gained</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Did they try?</summary>
    public required string Tried { get; init; }

    /// <summary>Did they get in?</summary>
    public required string GotIn { get; init; }

    /// <summary>Who is behind it, and who says so? Never empty.</summary>
    public required IReadOnlyList<string> Who { get; init; }

    /// <summary>Who must be warned next? Never empty.</summary>
    public required IReadOnlyList<string> Warn { get; init; }

    /// <summary>How many warnings there are.</summary>
    public required int WarningCount { get; init; }

    /// <summary>Whom did it touch? Worst outcome first.</summary>
    public required IReadOnlyList<string> Touched { get; init; }

    /// <summary>What could not be seen? Never empty.</summary>
    public required IReadOnlyList<string> Unseen { get; init; }

    /// <summary>What to do first; never empty.</summary>
    public required IReadOnlyList<string> First { get; init; }
}

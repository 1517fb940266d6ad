using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Reading;

/// <summary>Something that a report names, by its place.</summary>
/// <param name="Type">One of <see cref="EntityType" />.</param>
/// <param name="Text">What stands there, as written.</param>
/// <param name="Start">Where it starts, in UTF-16 units of <see cref="Report.Text" />.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="RefersTo">What it may mean, the best first; only what is known, never a guess.</param>
public sealed record ReportEntity(string Type, string Text, int Start, int End, IReadOnlyList<NameCandidate> RefersTo)
{
    /// <summary>An observable's value, without what was put in to make it harmless; else null.</summary>
    public string? Value { get; init; }

    /// <summary>A technique's number in ATT&amp;CK, such as <c>T1566.001</c>; else null.</summary>
    public string? Technique { get; init; }
}

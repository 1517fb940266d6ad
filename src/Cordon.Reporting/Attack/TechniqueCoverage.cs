namespace Cordon.Reporting.Attack;

/// <summary>A technique and the rules that look for it.</summary>
/// <param name="Id">In ATT&amp;CK's writing, <c>T1059</c> or <c>T1059.001</c>.</param>
/// <param name="Titles">The rules' titles, in order.</param>
public sealed record TechniqueCoverage(string Id, IReadOnlyList<string> Titles)
{
    /// <summary>How many findings there were; null where no findings were given.</summary>
    public long? Findings { get; init; }
}

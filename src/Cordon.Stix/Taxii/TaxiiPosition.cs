namespace Cordon.Stix.Taxii;

/// <summary>How far a collection was read. What is before it need not be asked for again.</summary>
/// <param name="AddedAfter">The time of the server's, as it wrote it, up to which all was read; empty for the beginning.</param>
public sealed record TaxiiPosition(string AddedAfter)
{
    /// <summary>The beginning of a collection.</summary>
    public static TaxiiPosition Start { get; } = new("");
}

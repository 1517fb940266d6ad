namespace Cordon.Simulation.Truth;

/// <summary>Who was behind an attempt. Immutable.</summary>
/// <param name="Sort"><c>known</c>: an actor of the knowledge base; <c>unknown</c>: nobody has described him; <c>criminal</c>; <c>false-flag</c>: somebody who wants to be taken for another.</param>
/// <param name="Actor">The STIX identifier of a known actor; empty for others.</param>
/// <param name="Name">Its name; empty for others.</param>
/// <param name="IsReported">Whether a good source names fresh infrastructure of it rightly: what could be known.</param>
internal sealed record Behind(string Sort, string Actor, string Name, bool IsReported)
{
    /// <summary>Nothing is said of it: truth of earlier versions.</summary>
    public static Behind Unsaid { get; } = new("", "", "", false);
}

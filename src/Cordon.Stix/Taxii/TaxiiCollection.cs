namespace Cordon.Stix.Taxii;

/// <summary>A collection of a TAXII server (TAXII 2.1, section 5.2.1).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title, as the server has it.</param>
/// <param name="CanRead">Whether it may be read.</param>
/// <param name="Address">Its address, with a slash at the end.</param>
public sealed record TaxiiCollection(string Id, string Title, bool CanRead, Uri Address);

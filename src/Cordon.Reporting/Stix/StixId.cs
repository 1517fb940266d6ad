using System.Text;

namespace Cordon.Reporting.Stix;

/// <summary>
/// Identifiers of STIX 2.1 objects that are the same for the same content: UUID version 5 (RFC 9562, section 5.5) in the namespace of the
/// specification (2.9) for cyber observables, and in a namespace of Cordon's own for everything else, as the specification asks.
/// </summary>
internal static class StixId
{
    private static readonly Guid Observables = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    private static readonly Guid Own = new("6f2a4d0e-58b1-5c3e-9a77-2d1f0c9b8e64");

    /// <summary>The identifier of a cyber observable.</summary>
    /// <param name="type">Its type, such as <c>ipv4-addr</c>.</param>
    /// <param name="contributing">Its contributing properties in canonical JSON, RFC 8785.</param>
    public static string OfObservable(string type, string contributing) =>
        $"{type}--{Cordon.Stix.StixId.FromName(Observables, contributing)}";

    /// <summary>The identifier of another object.</summary>
    /// <param name="type">Its type, such as <c>incident</c>.</param>
    /// <param name="parts">What it is about; together they are unique within the type.</param>
    public static string OfOwn(string type, params ReadOnlySpan<string> parts)
    {
        var name = new StringBuilder(type);
        foreach (string part in parts)
        {
            // The length first, so that no two lists of parts give the same name.
            name.Append('\n').Append(part.Length).Append(':').Append(part);
        }

        return $"{type}--{Cordon.Stix.StixId.FromName(Own, name.ToString())}";
    }
}

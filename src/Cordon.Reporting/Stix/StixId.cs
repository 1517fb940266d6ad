using System.Text;

namespace Cordon.Reporting.Stix;

/// <summary>
/// Identifiers that are the same for the same content, of objects other than cyber observables: UUID version 5 (RFC 9562, section 5.5) in a
/// namespace of Cordon's own, as STIX 2.1 asks in section 2.9.
/// </summary>
internal static class StixId
{
    private static readonly Guid Own = new("6f2a4d0e-58b1-5c3e-9a77-2d1f0c9b8e64");

    /// <summary>The identifier of an object.</summary>
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

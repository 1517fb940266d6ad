using Cordon.Intelligence.Knowledge;
using Cordon.Stix;

namespace Cordon.Intelligence.Importing;

/// <summary>Identifiers for what has none of its own: the same input gives the same one, so that an import can be repeated.</summary>
internal static class EntityIds
{
    private static readonly Guid Space = new("7a0b2c7e-5d1f-4c5e-9c3a-c0d70b1e11a2");

    /// <summary>Whether a text is the identifier of an object: a type, two hyphens and a UUID.</summary>
    public static bool IsOne(string text)
    {
        int at = text.IndexOf("--", StringComparison.Ordinal);
        return at is > 0 and <= 40 && text.Length == at + 38 && Guid.TryParseExact(text.AsSpan(at + 2), "D", out _);
    }

    /// <summary>Of an actor that a keeper lists by its name only.</summary>
    public static string Actor(string keeper, string name) =>
        $"intrusion-set--{StixId.FromName(Space, $"{keeper}:{NameKey.Of(name)}")}";

    /// <summary>Of anything else.</summary>
    public static string Of(string type, string text) => $"{type}--{StixId.FromName(Space, $"{type}:{text}")}";
}

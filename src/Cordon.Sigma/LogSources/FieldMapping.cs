namespace Cordon.Sigma;

/// <summary>A field of a log source that a target makes from fields of its events.</summary>
/// <param name="Name">The field as rules call it.</param>
/// <param name="Conversion">How it is made.</param>
/// <param name="Sources">The event's fields, in the order that <paramref name="Conversion"/> asks for; empty for a constant.</param>
/// <param name="Constant">The text of a constant; else empty.</param>
public sealed record FieldMapping(
    string Name,
    FieldConversion Conversion,
    IReadOnlyList<string> Sources,
    string Constant = ""
);

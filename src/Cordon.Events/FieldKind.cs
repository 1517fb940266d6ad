namespace Cordon.Events;

/// <summary>What a <see cref="FieldValue"/> is.</summary>
/// <remarks>Sigma keeps three states apart: a field that is missing, one that is null, and one whose text is empty.</remarks>
public enum FieldKind : byte
{
    /// <summary>The event has no such field.</summary>
    Missing = 0,

    /// <summary>The field is there and holds no value (an empty element, a JSON null).</summary>
    Null,

    /// <summary>Text, possibly empty; also every value that is neither number, boolean nor time.</summary>
    Text,

    /// <summary>A whole number; <see cref="FieldValue.TryGetInteger"/> gives it.</summary>
    Integer,

    /// <summary>A number with a fraction; <see cref="FieldValue.TryGetReal"/> gives it.</summary>
    Real,

    /// <summary>True or false; its text is <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A point in time, UTC; its text is ISO 8601 and <see cref="FieldValue.TryGetTime"/> gives it.</summary>
    Time,
}

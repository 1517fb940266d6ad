namespace Cordon.Events;

/// <summary>A field name as a small number, given out by a <see cref="FieldTable"/>.</summary>
/// <param name="Value">The index in the table, from 0.</param>
/// <remarks>
/// Rules name fields; events carry them. Both sides ask the same table once, so that no name is compared while events flow.
/// </remarks>
public readonly record struct FieldId(int Value);

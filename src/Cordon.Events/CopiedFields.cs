using System.Collections;

namespace Cordon.Events;

/// <summary>Where a field's written form stands in the text of all.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Start">Where its text begins.</param>
/// <param name="Length">How long that is.</param>
/// <param name="Number">The bits of a number, or ticks.</param>
internal readonly record struct CopiedField(string Name, FieldKind Kind, int Start, int Length, long Number);

/// <summary>Fields that are one text until somebody looks at them: most findings are only counted.</summary>
internal sealed class CopiedFields(string text, CopiedField[] fields) : IReadOnlyList<SnapshotField>
{
    public int Count => fields.Length;

    public SnapshotField this[int index] => Make(fields[index]);

    // Made anew each time: findings are kept by the ten thousand, and their fields are looked at a few times.
    public IEnumerator<SnapshotField> GetEnumerator()
    {
        foreach (CopiedField field in fields)
        {
            yield return Make(field);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SnapshotField Make(CopiedField field) =>
        SnapshotField.Of(field.Name, field.Kind, text.Substring(field.Start, field.Length), field.Number);
}

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
    private SnapshotField[]? _made;

    public int Count => fields.Length;

    public SnapshotField this[int index] => Made()[index];

    public IEnumerator<SnapshotField> GetEnumerator() => ((IEnumerable<SnapshotField>)Made()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Two threads may both make them, to the same end.
    private SnapshotField[] Made() =>
        _made ??= [
            .. fields.Select(f => SnapshotField.Of(f.Name, f.Kind, text.Substring(f.Start, f.Length), f.Number)),
        ];
}

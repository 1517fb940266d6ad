namespace Cordon.Evtx.Fields;

/// <summary>Receives the leaves of an event.</summary>
internal interface IFieldSink
{
    /// <summary>One leaf; answers whether to go on.</summary>
    /// <param name="name">The field's name, borrowed.</param>
    /// <param name="isDynamic">The name comes out of the record, not out of its template.</param>
    /// <param name="source">Where its values lie.</param>
    bool Leaf(ReadOnlySpan<char> name, bool isDynamic, FieldSource source);
}

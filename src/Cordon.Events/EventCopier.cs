namespace Cordon.Events;

/// <summary>
/// Copies what must outlive an event. Names and words that events repeat are copied once, and the fields of an event are one text
/// until somebody looks at them. For one thread.
/// </summary>
public sealed class EventCopier
{
    private readonly TextPool _texts;
    private readonly List<CopiedField> _fields = [];
    private readonly FieldVisitor _visitor;
    private char[] _text = new char[1_024];
    private int _length;

    /// <summary>Makes one.</summary>
    public EventCopier()
        : this(new TextPool()) { }

    /// <summary>Makes one that shares names with others.</summary>
    /// <param name="texts">The names that were met.</param>
    public EventCopier(TextPool texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = texts;
        _visitor = Add;
    }

    /// <summary>Where the event that <paramref name="source"/> shows now was read and who wrote it.</summary>
    public EventOrigin OriginOf(LogEvent source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new EventOrigin
        {
            Source = source.Source,
            Position = source.Position,
            RecordId = source.RecordId,
            Product = _texts.Of(source.Product),
            Channel = _texts.Of(source.Channel),
            Provider = _texts.Of(source.Provider),
            Computer = _texts.Of(source.Computer),
            Code = source.Code,
            Time = source.Time,
            IsRecovered = source.IsRecovered,
        };
    }

    /// <summary>The fields of the event's payload, in its order; a name that repeats has several values.</summary>
    public IReadOnlyList<SnapshotField> PayloadOf(LogEvent source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _fields.Clear();
        _length = 0;
        source.VisitPayload(_visitor);
        return new CopiedFields(new string(_text, 0, _length), [.. _fields]);
    }

    private bool Add(ReadOnlySpan<char> name, FieldValue value)
    {
        ReadOnlySpan<char> text = value.Text;
        if (_text.Length - _length < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(_text.AsSpan(_length));
        _fields.Add(new CopiedField(_texts.Of(name), value.Kind, _length, text.Length, SnapshotField.NumberOf(value)));
        _length += text.Length;
        return true;
    }
}

namespace Cordon.Events;

/// <summary>An event that owns its memory: kept for findings, and made by hand in tests.</summary>
public sealed class EventSnapshot : LogEvent
{
    private readonly List<SnapshotField> _all;
    private readonly Dictionary<FieldId, List<SnapshotField>> _byField = [];
    private readonly string _product;
    private readonly string _channel;
    private readonly string _provider;
    private readonly string _computer;

    /// <summary>Makes an event from its parts.</summary>
    /// <param name="fields">The table whose ids will be asked for; every name in <paramref name="values"/> is added to it.</param>
    /// <param name="origin">Where the event was read and who wrote it.</param>
    /// <param name="values">The fields in the event's order; a name that repeats is a field with several values.</param>
    public EventSnapshot(FieldTable fields, EventOrigin origin, IEnumerable<SnapshotField> values)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(values);
        Fields = fields;
        Source = origin.Source;
        Position = origin.Position;
        RecordId = origin.RecordId;
        Code = origin.Code;
        Time = origin.Time;
        IsRecovered = origin.IsRecovered;
        _product = origin.Product;
        _channel = origin.Channel;
        _provider = origin.Provider;
        _computer = origin.Computer;
        _all = [.. values];
        foreach (SnapshotField field in _all)
        {
            FieldId id = fields.Intern(field.Name);
            if (!_byField.TryGetValue(id, out List<SnapshotField>? list))
            {
                _byField[id] = list = [];
            }

            list.Add(field);
        }
    }

    /// <inheritdoc/>
    public override FieldTable Fields { get; }

    /// <inheritdoc/>
    public override string Source { get; }

    /// <inheritdoc/>
    public override long Position { get; }

    /// <inheritdoc/>
    public override ulong? RecordId { get; }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Product => _product;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Channel => _channel;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Provider => _provider;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Computer => _computer;

    /// <inheritdoc/>
    public override long? Code { get; }

    /// <inheritdoc/>
    public override DateTime? Time { get; }

    /// <inheritdoc/>
    public override bool IsRecovered { get; }

    /// <summary>All fields in the event's order.</summary>
    public IReadOnlyList<SnapshotField> All => _all;

    /// <summary>Copies everything that <paramref name="source"/> shows now.</summary>
    public static EventSnapshot Of(LogEvent source)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<SnapshotField> values = [];
        source.Visit(
            (name, value) =>
            {
                values.Add(SnapshotField.Of(name, value));
                return true;
            }
        );
        return new EventSnapshot(source.Fields, EventOrigin.Of(source), values);
    }

    /// <inheritdoc/>
    public override int Count(FieldId field) =>
        _byField.TryGetValue(field, out List<SnapshotField>? list) ? list.Count : 0;

    /// <inheritdoc/>
    public override FieldValue Value(FieldId field, int index = 0) =>
        _byField.TryGetValue(field, out List<SnapshotField>? list) && (uint)index < (uint)list.Count
            ? list[index].Value
            : FieldValue.Missing;

    /// <inheritdoc/>
    public override void Visit(FieldVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        foreach (SnapshotField field in _all)
        {
            if (!visitor(field.Name, field.Value))
            {
                return;
            }
        }
    }
}

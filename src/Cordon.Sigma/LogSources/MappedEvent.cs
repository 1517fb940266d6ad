using Cordon.Events;
using Cordon.Sigma.LogSources;

namespace Cordon.Sigma;

/// <summary>
/// Shows an event the way rules of a log source expect it: with the field names and values that a
/// <see cref="LogSourceTarget"/> says, and with what the event cannot know marked as unavailable.
/// </summary>
/// <remarks>
/// A cursor like every event: <see cref="Show"/> moves it on, and what it handed out before is no longer valid. Converted
/// values are made when first asked for, once per event, in buffers that are used again; nothing is allocated once they
/// are large enough. Fields that the target does not make keep their own names and values, but a made field hides one of
/// the event's own of the same name.
/// </remarks>
public sealed class MappedEvent : LogEvent
{
    private readonly Dictionary<LogSourceTarget, FieldBinding> _bindings = [];
    private readonly FieldVisitor _visitOwn;
    private LogEvent? _inner;
    private LogSourceTarget? _target;
    private FieldBinding? _binding;
    private FieldVisitor? _visitor;

    /// <summary>Makes a view that can show events of the given targets.</summary>
    /// <param name="fields">The table that events and rules share. The targets' names are added to it.</param>
    /// <param name="targets">The targets that <see cref="Show"/> will be given; one that is missing here is added when it
    /// first comes, which may be too late for its names to be seen by a source that has begun to read.</param>
    public MappedEvent(FieldTable fields, IEnumerable<LogSourceTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(targets);
        Fields = fields;
        _visitOwn = VisitOwn;
        foreach (LogSourceTarget target in targets)
        {
            _bindings.TryAdd(target, new FieldBinding(target, fields));
        }
    }

    /// <inheritdoc/>
    public override FieldTable Fields { get; }

    /// <summary>The event that is shown.</summary>
    /// <exception cref="InvalidOperationException">Nothing was shown yet.</exception>
    public LogEvent Inner => _inner ?? throw new InvalidOperationException("Call Show first.");

    /// <summary>The target that says how the event is shown.</summary>
    /// <exception cref="InvalidOperationException">Nothing was shown yet.</exception>
    public LogSourceTarget Target => _target ?? throw new InvalidOperationException("Call Show first.");

    /// <inheritdoc/>
    public override string Source => Inner.Source;

    /// <inheritdoc/>
    public override long Position => Inner.Position;

    /// <inheritdoc/>
    public override ulong? RecordId => Inner.RecordId;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Product => Inner.Product;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Channel => Inner.Channel;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Provider => Inner.Provider;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Computer => Inner.Computer;

    /// <inheritdoc/>
    public override long? Code => Inner.Code;

    /// <inheritdoc/>
    public override DateTime? Time => Inner.Time;

    /// <inheritdoc/>
    public override bool IsRecovered => Inner.IsRecovered;

    /// <summary>Moves on to the event that <paramref name="inner"/> shows now; to be called again whenever that moves on.</summary>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The event has another table of fields.</exception>
    public MappedEvent Show(LogEvent inner, LogSourceTarget target)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(target);
        if (!ReferenceEquals(inner.Fields, Fields))
        {
            throw new ArgumentException("The event has another table of fields than its view.", nameof(inner));
        }

        FieldBinding binding = BindingOf(target);
        binding.Forget();
        _inner = inner;
        _target = target;
        _binding = binding;
        return this;
    }

    private FieldBinding BindingOf(LogSourceTarget target)
    {
        if (!_bindings.TryGetValue(target, out FieldBinding? binding))
        {
            _bindings[target] = binding = new FieldBinding(target, Fields);
        }

        return binding;
    }

    /// <summary>The fields of an event that decide what the view of <paramref name="target"/> shows as <paramref name="field"/>.</summary>
    internal FieldId[] SourcesOf(LogSourceTarget target, FieldId field) =>
        _bindings.TryGetValue(target, out FieldBinding? binding) && binding.Find(field) is { } made
            ? made.Sources
            : [field];

    /// <inheritdoc/>
    public override bool IsUnavailable(FieldId field) =>
        Target.IsAbsentUnknown ? Count(field) == 0 : _binding!.Find(field) is null && Inner.IsUnavailable(field);

    /// <inheritdoc/>
    public override int Count(FieldId field)
    {
        LogEvent inner = Inner;
        return _binding!.Find(field) is { } made ? made.Count(inner) : inner.Count(field);
    }

    /// <inheritdoc/>
    public override FieldValue Value(FieldId field, int index = 0)
    {
        LogEvent inner = Inner;
        return _binding!.Find(field) is { } made ? made.Value(inner, index) : inner.Value(field, index);
    }

    /// <inheritdoc/>
    public override int Read(FieldId field, out FieldValue first)
    {
        LogEvent inner = Inner;
        return _binding!.Find(field) is { } made ? made.Read(inner, out first) : inner.Read(field, out first);
    }

    /// <inheritdoc/>
    public override bool VisitTexts(TextVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return !VisitMadeTexts(visitor) || Inner.VisitTexts(visitor);
    }

    /// <summary>Shows the texts that are made and that the event itself does not hold.</summary>
    /// <returns>False where the visitor ended it.</returns>
    internal bool VisitMadeTexts(TextVisitor visitor)
    {
        LogEvent inner = Inner;
        foreach (MappedField made in _binding!.Made)
        {
            if (made.IsNewText && made.Read(inner, out FieldValue value) > 0 && !visitor(value.Text, 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The fields of an event that decide about what <see cref="VisitMadeTexts"/> shows in the view of <paramref name="target"/>.</summary>
    internal FieldId[] SourcesOfTexts(LogSourceTarget target) =>
        [.. BindingOf(target).Made.Where(static m => m.IsNewText).SelectMany(static m => m.Sources).Distinct()];

    /// <summary>Shows the made fields, then the event's own that none of them hides, until <paramref name="visitor"/> answers false.</summary>
    /// <inheritdoc/>
    public override void Visit(FieldVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        LogEvent inner = Inner;
        foreach (MappedField made in _binding!.Made)
        {
            int count = made.Count(inner);
            for (int i = 0; i < count; i++)
            {
                if (!visitor(made.Name, made.Value(inner, i)))
                {
                    return;
                }
            }
        }

        // A visitor that visits the same event again finds its own visitor here on return.
        FieldVisitor? outer = _visitor;
        _visitor = visitor;
        try
        {
            inner.Visit(_visitOwn);
        }
        finally
        {
            _visitor = outer;
        }
    }

    private bool VisitOwn(ReadOnlySpan<char> name, FieldValue value)
    {
        foreach (MappedField made in _binding!.Made)
        {
            if (name.SequenceEqual(made.Name))
            {
                return true;
            }
        }

        return _visitor!(name, value);
    }
}

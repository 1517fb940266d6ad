using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Detection.Correlating;

/// <summary>Takes out of events what correlations ask for, under the names that the rules which held for them see. For one thread.</summary>
internal sealed class BaseEventReader
{
    private readonly CorrelationSet _set;
    private readonly IReadOnlyList<LogSourceResolution> _sources;
    private readonly FieldTable _fields;
    private readonly MappedEvent _mapped;

    /// <summary>Makes one.</summary>
    /// <param name="set">The correlations.</param>
    /// <param name="sources">What the log source of each rule stands for.</param>
    /// <param name="fields">The table that events are asked with; it has the names already.</param>
    public BaseEventReader(CorrelationSet set, IReadOnlyList<LogSourceResolution> sources, FieldTable fields)
    {
        (_set, _sources, _fields) = (set, sources, fields);
        _mapped = new MappedEvent(fields, []);
    }

    /// <summary>What correlations ask for of an event; null where none looks at it.</summary>
    /// <param name="logEvent">The event.</param>
    /// <param name="held">The rules that held for it.</param>
    public BaseEvent? Read(LogEvent logEvent, IReadOnlyList<int> held)
    {
        List<BaseEvent.Use>? uses = null;
        foreach (int rule in held)
        {
            IReadOnlyList<CorrelationInput> inputs = _set.InputsOf(rule);
            if (inputs.Count == 0)
            {
                continue;
            }

            uses ??= [];
            LogEvent shown = Show(logEvent, rule);
            foreach (CorrelationInput input in inputs)
            {
                string?[] values = new string?[input.Fields.Count];
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = TextOf(shown, input.Fields[i]);
                }

                uses.Add(new BaseEvent.Use(input.Correlation, input.Position, values));
            }
        }

        return uses is null ? null : new BaseEvent(EventOrigin.Of(logEvent), uses);
    }

    // As the first of the rule's log sources shows it that takes it.
    private LogEvent Show(LogEvent logEvent, int rule)
    {
        foreach (LogSourceTarget target in _sources[rule].Targets)
        {
            if (target.Accepts(logEvent))
            {
                return target.IsIdentity ? logEvent : _mapped.Show(logEvent, target);
            }
        }

        return logEvent;
    }

    private string? TextOf(LogEvent shown, string name)
    {
        int count = shown.Read(_fields.Intern(name), out FieldValue value);
        return count == 0 || value.Kind is FieldKind.Null or FieldKind.Missing ? null : value.Text.ToString();
    }
}

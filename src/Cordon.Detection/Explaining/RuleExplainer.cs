using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Detection.Explaining;

/// <summary>Evaluates a rule for an event part by part, as it stands, and says what each part came to and which decide.</summary>
/// <remarks>Used by one thread at a time.</remarks>
public sealed class RuleExplainer
{
    private readonly SigmaRule _rule;
    private readonly LogSourceResolution _source;
    private readonly MappedEvent _mapped;

    /// <summary>Prepares a rule.</summary>
    /// <param name="rule">A rule that was loaded with <paramref name="fields"/>.</param>
    /// <param name="map">What each log source stands for.</param>
    /// <param name="fields">The table that events will be asked with. All names are in it afterwards.</param>
    public RuleExplainer(SigmaRule rule, LogSourceMap map, FieldTable fields)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(fields);
        _rule = rule;
        _source = map.Resolve(rule.LogSource);
        foreach (LogSourceTarget target in _source.Targets)
        {
            target.Intern(fields);
        }

        _mapped = new MappedEvent(fields, _source.Targets);
    }

    /// <summary>Explains the rule for the event that <paramref name="logEvent"/> shows now.</summary>
    public RuleExplanation Explain(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        return new RuleExplanation(
            _rule,
            EventOrigin.Of(logEvent),
            _source,
            [.. _source.Targets.Select(target => Route(target, logEvent))]
        );
    }

    private RouteResult Route(LogSourceTarget target, LogEvent logEvent) =>
        WhyRefused(target, logEvent) is { } reason
            ? new RouteResult(target.Id, reason, target.IsAbsentUnknown, null)
            : new RouteResult(
                target.Id,
                null,
                target.IsAbsentUnknown,
                new ConditionExplainer(_rule, _mapped.Show(logEvent, target)).Explain()
            );

    private static string? WhyRefused(LogSourceTarget target, LogEvent logEvent)
    {
        if (target.Accepts(logEvent))
        {
            return null;
        }

        // One part of the header after the other is put to the test, with the others as the target wants them.
        string provider = target.Providers.Count > 0 ? target.Providers[0] : "";
        long? code = target.Codes.Count > 0 ? target.Codes[0] : null;
        if (!target.AcceptsHeader(target.Product, logEvent.Channel, provider, code))
        {
            return $"its channel is {Quoted(logEvent.Channel)}; wanted: {Join(target.Channels)}";
        }

        if (!target.AcceptsHeader(target.Product, logEvent.Channel, provider, logEvent.Code))
        {
            return $"its event id is {(logEvent.Code is { } given ? $"{given}" : "missing")}; wanted: {Join(target.Codes)}";
        }

        if (!target.AcceptsHeader(target.Product, logEvent.Channel, logEvent.Provider, code))
        {
            return $"its provider is {Quoted(logEvent.Provider)}; wanted: {Join(target.Providers)}";
        }

        if (!target.AcceptsHeader(logEvent.Product, logEvent.Channel, logEvent.Provider, logEvent.Code))
        {
            return $"its product is {Quoted(logEvent.Product)}; wanted: {target.Product}";
        }

        return $"a condition on its fields does not hold ({Join(target.Conditions.Select(static c => c.Field))})";
    }

    private static string Quoted(ReadOnlySpan<char> text) => text.IsEmpty ? "missing" : $"'{text}'";

    private static string Join<T>(IEnumerable<T> items) => string.Join(", ", items);
}

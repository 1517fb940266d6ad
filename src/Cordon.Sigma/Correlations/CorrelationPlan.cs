using Cordon.Sigma.Conditions;
using Cordon.Sigma.Correlations.Measures;
using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations;

/// <summary>A correlation made ready: what its events bring, how its windows are looked at, and who builds on it.</summary>
internal sealed class CorrelationPlan
{
    private readonly Criteria? _criteria;
    private readonly ConditionNode? _condition;
    private readonly IReadOnlyDictionary<string, int> _names;

    /// <summary>Makes it.</summary>
    /// <param name="index">Its index in the set.</param>
    /// <param name="source">The correlation.</param>
    /// <param name="condition">The condition that names rules, read; null where there is none.</param>
    /// <param name="names">The places of the rules by all names that the condition may use.</param>
    /// <param name="rules">How many different rules it has.</param>
    public CorrelationPlan(
        int index,
        SigmaCorrelation source,
        ConditionNode? condition,
        IReadOnlyDictionary<string, int> names,
        int rules
    )
    {
        Index = index;
        Source = source;
        Rules = rules;
        _criteria = source.Criteria.Count == 0 ? null : new Criteria(source.Criteria);
        _condition = condition;
        _names = names;
        IsClosed =
            source.Type == CorrelationType.ValuePercentile
            || _criteria is { AreLowerBounds: false }
            || (condition is not null && HasNegation(condition));
    }

    /// <summary>Its index in the set.</summary>
    public int Index { get; }

    /// <summary>The correlation.</summary>
    public SigmaCorrelation Source { get; }

    /// <summary>How many different rules it has.</summary>
    public int Rules { get; }

    /// <summary>How many correlations it builds on, one on the other; 0 for one that looks at rules alone.</summary>
    public required int Depth { get; init; }

    /// <summary>The names of the values that an event brings: <c>group-by</c>, the condition's fields, what is carried on.</summary>
    public IEnumerable<string> InputNames => [.. Source.GroupBy, .. ValueNames, .. Carried];

    /// <summary>The condition's fields, where the type works on values.</summary>
    public IReadOnlyList<string> ValueNames => WorksOnValues ? Source.ConditionFields : [];

    /// <summary>What the correlations ask for that build on this one.</summary>
    public List<string> Carried { get; } = [];

    /// <summary>The correlations that build on this one.</summary>
    public List<Outer> Outers { get; } = [];

    /// <summary>Whether its matches are told, or only taken up by the correlations that build on it.</summary>
    public bool Reports => Outers.Count == 0 || Outers.Exists(static o => o.Plan.Source.Generate);

    /// <summary>Whether windows are looked at when they are over.</summary>
    public bool IsClosed { get; }

    /// <summary>Whether the same event counts once, however many of the rules held for it.</summary>
    public bool CountsEventsOnce => Source.Type is not (CorrelationType.Temporal or CorrelationType.TemporalOrdered);

    /// <summary>Whether the condition's field must be a number.</summary>
    public bool NeedsNumber =>
        Source.Type is CorrelationType.ValueSum or CorrelationType.ValueAverage or CorrelationType.ValueMedian;

    private bool WorksOnValues =>
        NeedsNumber || Source.Type is CorrelationType.ValueCount or CorrelationType.ValuePercentile;

    /// <summary>A correlation that builds on another.</summary>
    /// <param name="Plan">That correlation.</param>
    /// <param name="Position">The other's place among its rules.</param>
    /// <param name="Sources">For each of its inputs, which of the carried values it is.</param>
    public sealed record Outer(CorrelationPlan Plan, int Position, int[] Sources);

    /// <summary>An empty window.</summary>
    public Window NewWindow(string[] group, int maxCited) =>
        IsClosed
            ? new ClosedWindow(group, Source.Timespan.Ticks, NewMeasure(), maxCited)
            : new SlidingWindow(group, Source.Timespan.Ticks, NewMeasure(), maxCited);

    private IMeasure NewMeasure() =>
        Source.Type switch
        {
            CorrelationType.EventCount => new EventCountMeasure(_criteria!),
            CorrelationType.ValueCount => new ValueCountMeasure(_criteria!),
            CorrelationType.ValueSum => new SumMeasure(_criteria!, isAverage: false),
            CorrelationType.ValueAverage => new SumMeasure(_criteria!, isAverage: true),
            CorrelationType.ValueMedian => new MedianMeasure(_criteria!),
            CorrelationType.ValuePercentile => new ShareMeasure(_criteria!),
            CorrelationType.TemporalOrdered => new OrderMeasure(Rules, _criteria),
            _ => new RulesMeasure(Rules, _criteria, _condition, _names),
        };

    private static bool HasNegation(ConditionNode node) =>
        node switch
        {
            NotNode => true,
            BinaryNode binary => binary.Operands.Any(HasNegation),
            _ => false,
        };
}

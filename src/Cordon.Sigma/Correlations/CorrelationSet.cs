using Cordon.Sigma.Correlations;

namespace Cordon.Sigma;

/// <summary>
/// Correlations made ready to run: which rules and which other correlations each looks at, and what it needs of their events.
/// Immutable and safe for concurrent use; a <see cref="Correlator"/> has the state.
/// </summary>
public sealed class CorrelationSet
{
    private readonly Dictionary<int, List<CorrelationInput>> _inputs;
    private readonly HashSet<int> _silent;

    internal CorrelationSet(
        CorrelationPlan[] plans,
        Dictionary<int, List<CorrelationInput>> inputs,
        HashSet<int> silent,
        IReadOnlyList<SigmaProblem> problems
    )
    {
        Plans = plans;
        _inputs = inputs;
        _silent = silent;
        Problems = problems;
        Correlations = [.. plans.Select(static p => p.Source)];
    }

    /// <summary>A set without correlations.</summary>
    public static CorrelationSet Empty { get; } = Build([], []);

    /// <summary>The correlations that can run, in the order given; one is known by its index here.</summary>
    public IReadOnlyList<SigmaCorrelation> Correlations { get; }

    /// <summary>Why the others cannot.</summary>
    public IReadOnlyList<SigmaProblem> Problems { get; }

    internal CorrelationPlan[] Plans { get; }

    /// <summary>Makes correlations ready.</summary>
    /// <param name="rules">All rules that were loaded; a rule is known by its index here.</param>
    /// <param name="correlations">The correlations. Those that refer to nothing, or to themselves, are left out and told.</param>
    public static CorrelationSet Build(IReadOnlyList<SigmaRule> rules, IReadOnlyList<SigmaCorrelation> correlations)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(correlations);
        return new CorrelationBuilder(rules, correlations).Build();
    }

    /// <summary>Whether a correlation looks at the rule's events.</summary>
    public bool IsBase(int rule) => _inputs.ContainsKey(rule);

    /// <summary>
    /// Whether the rule's own matches are told: not where it is there for correlations alone, all of which leave
    /// <c>generate</c> at false.
    /// </summary>
    public bool Reports(int rule) => !_silent.Contains(rule);

    /// <summary>What correlations need of the rule's events; empty where none looks at them.</summary>
    public IReadOnlyList<CorrelationInput> InputsOf(int rule) =>
        _inputs.TryGetValue(rule, out List<CorrelationInput>? inputs) ? inputs : [];
}

using Cordon.Sigma.Conditions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Correlations;

/// <summary>Resolves what correlations refer to, and works out what each needs of its events.</summary>
internal sealed class CorrelationBuilder
{
    // Deeper chains say nothing that anybody could follow.
    private const int MaxDepth = 16;
    private const int MaxConditionDepth = 64;

    private readonly IReadOnlyList<SigmaRule> _rules;
    private readonly IReadOnlyList<SigmaCorrelation> _correlations;
    private readonly Dictionary<string, SigmaDocument> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SigmaDocument> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SigmaCorrelation, List<SigmaDocument>?> _bases = [];
    private readonly Dictionary<SigmaCorrelation, int> _depths = [];
    private readonly HashSet<SigmaCorrelation> _refused = [];
    private readonly List<SigmaProblem> _problems = [];

    public CorrelationBuilder(IReadOnlyList<SigmaRule> rules, IReadOnlyList<SigmaCorrelation> correlations)
    {
        _rules = rules;
        _correlations = correlations;
        // The first of an id or a name is the one meant, as when loading.
        foreach (SigmaDocument document in rules.Concat<SigmaDocument>(correlations))
        {
            if (document.Id is { } id)
            {
                _byId.TryAdd(id, document);
            }

            if (document.Name is { } name)
            {
                _byName.TryAdd(name, document);
            }
        }
    }

    public CorrelationSet Build()
    {
        List<CorrelationPlan> plans = [];
        foreach (SigmaCorrelation correlation in _correlations)
        {
            if (Bases(correlation, []) is { } bases)
            {
                plans.Add(PlanOf(correlation, bases, plans.Count));
            }
        }

        return Link([.. plans]);
    }

    private CorrelationSet Link(CorrelationPlan[] plans)
    {
        Dictionary<SigmaDocument, CorrelationPlan> planOf = plans.ToDictionary(static p => (SigmaDocument)p.Source);
        Dictionary<SigmaDocument, int> ruleOf = [];
        for (int i = 0; i < _rules.Count; i++)
        {
            ruleOf.TryAdd(_rules[i], i);
        }

        Dictionary<int, List<CorrelationInput>> inputs = [];
        HashSet<int> generated = [];
        // What is asked of a correlation must be known before what it asks of its rules.
        foreach (CorrelationPlan plan in plans.OrderByDescending(static p => p.Depth).ThenBy(static p => p.Index))
        {
            List<SigmaDocument> bases = _bases[plan.Source]!;
            for (int position = 0; position < bases.Count; position++)
            {
                string[] names = [.. plan.InputNames.Select(n => NameFor(plan.Source, bases[position], n))];
                if (planOf.TryGetValue(bases[position], out CorrelationPlan? inner))
                {
                    inner.Outers.Add(
                        new CorrelationPlan.Outer(plan, position, [.. names.Select(n => Carry(inner, n))])
                    );
                    continue;
                }

                int rule = ruleOf[bases[position]];
                if (!inputs.TryGetValue(rule, out List<CorrelationInput>? list))
                {
                    inputs[rule] = list = [];
                }

                list.Add(new CorrelationInput(plan.Index, position, names));
                if (plan.Source.Generate)
                {
                    generated.Add(rule);
                }
            }
        }

        foreach (List<CorrelationInput> list in inputs.Values)
        {
            list.Sort(static (a, b) => a.Correlation.CompareTo(b.Correlation));
        }

        return new CorrelationSet(plans, inputs, [.. inputs.Keys.Where(r => !generated.Contains(r))], _problems);
    }

    private static int Carry(CorrelationPlan inner, string name)
    {
        int at = inner.Carried.IndexOf(name);
        if (at < 0)
        {
            at = inner.Carried.Count;
            inner.Carried.Add(name);
        }

        return at;
    }

    // The name that events of a rule have for what the correlation calls so.
    private static string NameFor(SigmaCorrelation correlation, SigmaDocument of, string name)
    {
        if (!correlation.Aliases.TryGetValue(name, out IReadOnlyDictionary<string, string>? fields))
        {
            return name;
        }

        return
            (of.Name is { } known && fields.TryGetValue(known, out string? field))
            || (of.Id is { } id && fields.TryGetValue(id, out field))
            ? field
            : name;
    }

    private CorrelationPlan PlanOf(SigmaCorrelation correlation, List<SigmaDocument> bases, int index) =>
        new(index, correlation, ConditionOf(correlation), NamesOf(bases), bases.Count) { Depth = _depths[correlation] };

    private static ConditionNode? ConditionOf(SigmaCorrelation correlation) =>
        correlation.RuleCondition is { } text ? ConditionParser.Parse(text, MaxConditionDepth, out _) : null;

    private static Dictionary<string, int> NamesOf(List<SigmaDocument> bases)
    {
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        for (int i = 0; i < bases.Count; i++)
        {
            names.TryAdd(bases[i].Name ?? bases[i].Id!, i);
        }

        return names;
    }

    private bool ConditionFits(SigmaCorrelation correlation, List<SigmaDocument> bases)
    {
        if (ConditionOf(correlation) is not { } condition || FindUnknown(condition, NamesOf(bases)) is not { } unknown)
        {
            return true;
        }

        Refuse(
            correlation,
            ProblemCodes.UnknownRule,
            $"Its condition names '{NearName.Shorten(unknown)}', which is not among its rules. Name rules as under 'rules', by their 'name'."
        );
        return false;
    }

    private static string? FindUnknown(ConditionNode node, Dictionary<string, int> names) =>
        node switch
        {
            NameNode name => names.ContainsKey(name.Name) ? null : name.Name,
            NotNode not => FindUnknown(not.Operand, names),
            BinaryNode binary => binary
                .Operands.Select(o => FindUnknown(o, names))
                .FirstOrDefault(static u => u is not null),
            OfNode { Pattern: { } pattern } when !names.Keys.Any(n => NamePattern.IsMatch(pattern, n)) => pattern,
            _ => null,
        };

    /// <summary>The rules and correlations that it looks at, each once; null where it cannot run, which has been told.</summary>
    private List<SigmaDocument>? Bases(SigmaCorrelation correlation, List<SigmaCorrelation> path)
    {
        if (_bases.TryGetValue(correlation, out List<SigmaDocument>? known))
        {
            return known;
        }

        if (path.Contains(correlation) || path.Count >= MaxDepth)
        {
            Refuse(
                path[^1],
                ProblemCodes.Correlation,
                path.Contains(correlation)
                    ? $"It builds on itself: {string.Join(" → ", path.Append(correlation).Select(c => NearName.Shorten(c.Title)))}. Take one of these references out."
                    : $"More than {MaxDepth} correlations build on each other here. Make the chain shorter."
            );
            return null;
        }

        path.Add(correlation);
        List<SigmaDocument>? bases = [];
        int depth = 0;
        foreach (string reference in correlation.Rules)
        {
            SigmaDocument? document = _byId.GetValueOrDefault(reference) ?? _byName.GetValueOrDefault(reference);
            switch (document)
            {
                case null:
                    Refuse(
                        correlation,
                        ProblemCodes.UnknownRule,
                        $"It refers to '{NearName.Shorten(reference)}', and no rule with this id or name can be used. Load its file too, or look whether it was refused."
                    );
                    bases = null;
                    break;
                case SigmaCorrelation inner when Bases(inner, path) is null:
                    Refuse(
                        correlation,
                        ProblemCodes.Correlation,
                        $"It builds on '{NearName.Shorten(inner.Title)}', which cannot be used. Put that right first."
                    );
                    bases = null;
                    break;
                case SigmaCorrelation inner:
                    depth = Math.Max(depth, _depths[inner] + 1);
                    break;
            }

            if (bases is null)
            {
                break;
            }

            if (!bases.Contains(document!))
            {
                bases.Add(document!);
            }
            else if (correlation.Type == CorrelationType.TemporalOrdered)
            {
                Refuse(
                    correlation,
                    ProblemCodes.Correlation,
                    $"It names '{NearName.Shorten(reference)}' twice: an order of a rule and itself is no order. Count its events with event_count."
                );
                bases = null;
                break;
            }
        }

        if (bases is not null && !ConditionFits(correlation, bases))
        {
            bases = null;
        }

        path.RemoveAt(path.Count - 1);
        _depths[correlation] = depth;
        _bases[correlation] = bases;
        return bases;
    }

    // The first reason is the one to put right; what follows from it is told of others only.
    private void Refuse(SigmaCorrelation correlation, string code, string message)
    {
        if (_refused.Add(correlation))
        {
            _problems.Add(
                new SigmaProblem(
                    ProblemSeverity.Error,
                    code,
                    correlation.Path,
                    correlation.Line,
                    1,
                    message,
                    correlation.Title
                )
            );
        }
    }
}

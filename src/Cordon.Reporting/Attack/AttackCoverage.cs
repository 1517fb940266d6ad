namespace Cordon.Reporting.Attack;

/// <summary>Which techniques of ATT&amp;CK a set of rules looks for, by the rules' own tags.</summary>
public sealed class AttackCoverage
{
    private const string Namespace = "attack.";

    private readonly SortedDictionary<string, SortedSet<string>> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rulesByTactic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _techniquesByTactic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rulesByTechnique = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OddTag> _odd = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, long>? _findings;

    /// <summary>How many rules were counted.</summary>
    public int RuleCount { get; private set; }

    /// <summary>How many of them name no technique.</summary>
    public int WithoutTechnique { get; private set; }

    /// <summary>The techniques by identifier.</summary>
    public IEnumerable<TechniqueCoverage> Techniques =>
        _titles.Select(entry => new TechniqueCoverage(entry.Key, [.. entry.Value])
        {
            Findings = _findings?.GetValueOrDefault(entry.Key),
        });

    /// <summary>Tags in the namespace <c>attack</c> that ATT&amp;CK does not know, or no longer.</summary>
    public IEnumerable<OddTag> OddTags => _odd.Values;

    /// <summary>Whether findings were given.</summary>
    public bool HasFindings => _findings is not null;

    /// <summary>Counts rules.</summary>
    public static AttackCoverage Of(IEnumerable<CoverageRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var coverage = new AttackCoverage();
        foreach (CoverageRule rule in rules)
        {
            coverage.Add(rule);
        }

        return coverage;
    }

    /// <summary>Adds how often techniques were found, by identifier; techniques that no rule names are added without rules.</summary>
    public void AddFindings(IReadOnlyDictionary<string, long> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _findings = findings;
        foreach (string technique in findings.Keys)
        {
            _titles.TryAdd(technique, []);
        }
    }

    /// <summary>How many rules name a technique.</summary>
    public int RulesOf(string technique) => _rulesByTechnique.GetValueOrDefault(technique);

    /// <summary>How many rules name a tactic, and how many techniques they name with it.</summary>
    public (int Rules, int Techniques) OfTactic(string tactic) =>
        (
            _rulesByTactic.GetValueOrDefault(tactic),
            _techniquesByTactic.TryGetValue(tactic, out HashSet<string>? found) ? found.Count : 0
        );

    private void Add(CoverageRule rule)
    {
        RuleCount++;
        WithoutTechnique += rule.Techniques.Count == 0 ? 1 : 0;
        foreach (string technique in rule.Techniques)
        {
            if (!_titles.TryGetValue(technique, out SortedSet<string>? titles))
            {
                _titles[technique] = titles = new SortedSet<string>(StringComparer.Ordinal);
            }

            titles.Add(rule.Title);
            _rulesByTechnique[technique] = _rulesByTechnique.GetValueOrDefault(technique) + 1;
        }

        foreach (string tactic in rule.Tactics)
        {
            _rulesByTactic[tactic] = _rulesByTactic.GetValueOrDefault(tactic) + 1;
            if (!_techniquesByTactic.TryGetValue(tactic, out HashSet<string>? techniques))
            {
                _techniquesByTactic[tactic] = techniques = new HashSet<string>(StringComparer.Ordinal);
            }

            techniques.UnionWith(rule.Techniques);
        }

        foreach (string tag in rule.Tags)
        {
            if (WhyOdd(tag, rule) is { } reason)
            {
                _odd[tag] = new OddTag(
                    tag,
                    reason,
                    _odd.TryGetValue(tag, out OddTag? known) ? known.FirstRule : rule.Title,
                    (known?.Rules ?? 0) + 1
                );
            }
        }
    }

    private static string? WhyOdd(string tag, CoverageRule rule)
    {
        if (!tag.StartsWith(Namespace, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string rest = tag[Namespace.Length..];
        if (RetiredTechniques.Successor(rest.ToUpperInvariant()) is { } successor)
        {
            return $"revoked by ATT&CK; now {successor}";
        }

        string tactic = rest.ToLowerInvariant().Replace('_', '-');
        if (AttackTactics.Successor(tactic) is { } instead)
        {
            return $"a tactic of older versions; now {instead}";
        }

        return rest.Length == 0 ? "nothing after 'attack.'"
            : rule.Tactics.Contains(tactic, StringComparer.Ordinal)
            && !AttackTactics.Present.Contains(tactic, StringComparer.Ordinal)
                ? "neither a tactic nor an identifier of ATT&CK"
            : IsMalformedTechnique(rest, rule) ? "not in the form of a technique (t1059, t1059.001)"
            : null;
    }

    private static bool IsMalformedTechnique(string rest, CoverageRule rule) =>
        rest[0] is 't' or 'T'
        && rest.Length > 1
        && char.IsAsciiDigit(rest[1])
        && !rule.Techniques.Contains(rest.ToUpperInvariant(), StringComparer.Ordinal);
}

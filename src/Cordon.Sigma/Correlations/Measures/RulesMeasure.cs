using Cordon.Sigma.Conditions;
using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary>
/// <c>temporal</c>: events of all rules, of as many different ones as the condition says, or of those that it names.
/// </summary>
/// <param name="rules">How many rules there are.</param>
/// <param name="criteria">What the number of different rules must fulfil; null for all of them.</param>
/// <param name="condition">Which rules must have events; null where the condition names none.</param>
/// <param name="names">The places of the names in <paramref name="condition"/>.</param>
internal sealed class RulesMeasure(
    int rules,
    Criteria? criteria,
    ConditionNode? condition,
    IReadOnlyDictionary<string, int> names
) : IMeasure
{
    private readonly long[] _counts = new long[rules];
    private int _different;

    public void Add(WindowEntry entry)
    {
        if (_counts[entry.Position]++ == 0)
        {
            _different++;
        }
    }

    public void Remove(WindowEntry entry)
    {
        if (--_counts[entry.Position] == 0)
        {
            _different--;
        }
    }

    public bool Holds(out double? figure)
    {
        if (condition is not null)
        {
            figure = null;
            return Holds(condition);
        }

        figure = criteria is null ? null : _different;
        return criteria is null ? _different == rules : criteria.Hold(_different);
    }

    private bool Holds(ConditionNode node) =>
        node switch
        {
            NameNode name => _counts[names[name.Name]] > 0,
            NotNode not => !Holds(not.Operand),
            BinaryNode { IsAnd: true } and => and.Operands.All(Holds),
            BinaryNode or => or.Operands.Any(Holds),
            OfNode of => HoldsOf(of),
            _ => false,
        };

    private bool HoldsOf(OfNode of)
    {
        IEnumerable<int> chosen = names
            .Where(n => of.Pattern is null || NamePattern.IsMatch(of.Pattern, n.Key))
            .Select(static n => n.Value);
        return of.IsAll ? chosen.All(p => _counts[p] > 0) : chosen.Any(p => _counts[p] > 0);
    }
}

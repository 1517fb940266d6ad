using System.Runtime.InteropServices;
using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Chooses for each rule of a group what to look for, so that few fields have to be read: reading one more field of every event
/// costs about as much as trying a rule for every third.
/// </summary>
internal static class WitnessChoice
{
    private const double FieldCost = 0.3;

    // Rules settle on common fields quickly; what more rounds change is not worth the time.
    private const int Rounds = 3;

    /// <summary>Stands for all fields of the event together.</summary>
    public static FieldId AnyField { get; } = new(-1);

    /// <summary>The field that a predicate is about.</summary>
    public static FieldId FieldOf(SigmaPredicate predicate) =>
        predicate switch
        {
            FieldExpression field => field.FieldId,
            FieldExistsExpression exists => exists.FieldId,
            FieldReferenceExpression reference => reference.FieldId,
            _ => AnyField,
        };

    /// <summary>For each rule one of its sets of witnesses; null where it has none.</summary>
    public static Witnesses?[] Of(List<List<Witnesses>> rules)
    {
        var chosen = new Witnesses?[rules.Count];
        Dictionary<FieldId, int> uses = [];
        for (int rule = 0; rule < chosen.Length; rule++)
        {
            chosen[rule] = rules[rule].MinBy(static w => w.Cost);
            Use(chosen[rule], uses, 1);
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int rule = 0; rule < chosen.Length; rule++)
            {
                if (rules[rule].Count > 1)
                {
                    Use(chosen[rule], uses, -1);
                    chosen[rule] = rules[rule].MinBy(w => w.Cost + (FieldCost * CountNew(w, uses)));
                    Use(chosen[rule], uses, 1);
                }
            }
        }

        return chosen;
    }

    private static void Use(Witnesses? witnesses, Dictionary<FieldId, int> uses, int change)
    {
        foreach (FieldId field in witnesses?.Fields ?? [])
        {
            CollectionsMarshal.GetValueRefOrAddDefault(uses, field, out _) += change;
        }
    }

    private static int CountNew(Witnesses witnesses, Dictionary<FieldId, int> uses)
    {
        int count = 0;
        foreach (FieldId field in witnesses.Fields)
        {
            count += uses.GetValueOrDefault(field) == 0 ? 1 : 0;
        }

        return count;
    }
}

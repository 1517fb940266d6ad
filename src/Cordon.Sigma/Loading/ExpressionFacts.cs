using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Loading;

/// <summary>What can be said of an expression without an event.</summary>
internal static class ExpressionFacts
{
    /// <summary>The fields it tests, without repeats, in the order in which it names them first.</summary>
    public static IReadOnlyList<string> Fields(SigmaExpression expression, out bool hasKeywords)
    {
        List<string> fields = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        hasKeywords = false;
        foreach (SigmaPredicate predicate in expression.Predicates())
        {
            switch (predicate)
            {
                case FieldExpression field:
                    Add(field.Field);
                    break;
                case FieldExistsExpression exists:
                    Add(exists.Field);
                    break;
                case FieldReferenceExpression reference:
                    Add(reference.Field);
                    Add(reference.OtherField);
                    break;
                default:
                    hasKeywords = true;
                    break;
            }
        }

        return fields;

        void Add(string field)
        {
            if (seen.Add(field))
            {
                fields.Add(field);
            }
        }
    }

    /// <summary>
    /// Whether it demands and forbids the very same thing, so that no event can fulfil it. Says so only where it is certain.
    /// </summary>
    public static bool NeverHolds(SigmaExpression expression) =>
        expression switch
        {
            OrExpression or => or.Operands.All(NeverHolds),
            AndExpression and => and.Operands.Any(NeverHolds) || Contradicts(and),
            _ => false,
        };

    private static bool Contradicts(AndExpression and)
    {
        HashSet<SigmaExpression> demanded = [];
        HashSet<SigmaExpression> forbidden = [];
        Collect(and, demanded, forbidden);
        demanded.IntersectWith(forbidden);
        return demanded.Count > 0;
    }

    private static void Collect(
        SigmaExpression expression,
        HashSet<SigmaExpression> demanded,
        HashSet<SigmaExpression> forbidden
    )
    {
        demanded.Add(expression);
        switch (expression)
        {
            case AndExpression and:
                foreach (SigmaExpression operand in and.Operands)
                {
                    Collect(operand, demanded, forbidden);
                }

                break;
            case NotExpression { Operand: OrExpression or } not:
                forbidden.Add(not.Operand);
                foreach (SigmaExpression operand in or.Operands)
                {
                    Collect(new NotExpression(operand), demanded, forbidden);
                }

                break;
            case NotExpression { Operand: NotExpression inner }:
                Collect(inner.Operand, demanded, forbidden);
                break;
            case NotExpression not:
                forbidden.Add(not.Operand);
                break;
            default:
                break;
        }
    }
}

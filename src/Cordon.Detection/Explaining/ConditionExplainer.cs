using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Detection.Explaining;

/// <summary>Walks a rule's condition for one event.</summary>
internal sealed class ConditionExplainer(SigmaRule rule, MappedEvent shown)
{
    private const int ValuesKept = 4;
    private const int ValueLength = 2_000;

    private readonly SigmaInterpreter _interpreter = new(shown.IsUnavailable);

    /// <summary>The whole condition, with the parts marked that decide.</summary>
    public TestResult Explain() => Mark(Walk(rule.Condition, []), decides: true);

    private TestResult Walk(SigmaExpression expression, HashSet<string> named)
    {
        // Searches stand in the condition as they are; the one that is being walked is not looked for in itself.
        if (rule.Searches.FirstOrDefault(s => !named.Contains(s.Name) && s.Expression.Equals(expression)) is { } search)
        {
            TestResult content = Walk(expression, [.. named, .. SameAs(expression)]);
            return new TestResult(TestKind.Search, search.Name, content.Truth, [content]);
        }

        return expression switch
        {
            AndExpression and => Node(TestKind.And, expression, and.Operands, named),
            OrExpression or => Node(TestKind.Or, expression, or.Operands, named),
            NotExpression not => Node(TestKind.Not, expression, [not.Operand], named),
            // What filters and tuning take away; that it must be certain shows in the result.
            CertainExpression certain => Walk(certain.Operand, named),
            _ => Test((SigmaPredicate)expression),
        };
    }

    private IEnumerable<string> SameAs(SigmaExpression expression) =>
        rule.Searches.Where(s => s.Expression.Equals(expression)).Select(static s => s.Name);

    private TestResult Node(
        TestKind kind,
        SigmaExpression expression,
        IReadOnlyList<SigmaExpression> operands,
        HashSet<string> named
    ) => new(kind, "", _interpreter.Evaluate(expression, shown), [.. operands.Select(operand => Walk(operand, named))]);

    private TestResult Test(SigmaPredicate predicate)
    {
        Truth truth = _interpreter.Evaluate(predicate, shown);
        FieldId? field = predicate switch
        {
            FieldExpression f => f.FieldId,
            FieldExistsExpression f => f.FieldId,
            FieldReferenceExpression f => f.FieldId,
            _ => null,
        };
        return new TestResult(TestKind.Test, predicate.ToString()!, truth, [])
        {
            Values = field is { } id ? Values(id) : null,
            ValueCount = field is { } counted ? shown.Count(counted) : 0,
        };
    }

    private List<string?> Values(FieldId field)
    {
        List<string?> values = [];
        int count = Math.Min(shown.Count(field), ValuesKept);
        for (int i = 0; i < count; i++)
        {
            FieldValue value = shown.Value(field, i);
            ReadOnlySpan<char> text = value.Text;
            values.Add(
                value.Kind is FieldKind.Null or FieldKind.Missing ? null
                : text.Length > ValueLength ? $"{text[..ValueLength]}…"
                : text.ToString()
            );
        }

        return values;
    }

    // In Kleene's logic a conjunction is as true as its least part, a disjunction as its greatest: those parts decide.
    private static TestResult Mark(TestResult node, bool decides) =>
        node with
        {
            Decides = decides,
            Parts = [.. node.Parts.Select(part => Mark(part, decides && IsDecisive(node, part)))],
        };

    private static bool IsDecisive(TestResult node, TestResult part) =>
        node.Kind is TestKind.Not or TestKind.Search || part.Truth == node.Truth;
}

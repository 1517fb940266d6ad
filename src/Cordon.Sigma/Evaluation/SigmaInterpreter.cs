using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Evaluation;

/// <summary>
/// Evaluates expressions against events, one node after the other, as they stand: slow beside a compiled matcher, and the
/// measure of whether that one is right.
/// </summary>
/// <remarks>
/// <para>
/// A predicate on a field that the log source does not carry is <see cref="Truth.Unknown"/>, so that neither it nor its
/// negation makes a rule fire. A field that the source carries and the event lacks is simply missing: tests of it fail.
/// </para>
/// <para>An instance is used by one thread at a time. Evaluation allocates nothing, save where a regular expression first meets what it has not seen.</para>
/// </remarks>
public sealed class SigmaInterpreter
{
    private readonly Predicate<FieldId>? _isUnavailable;
    private readonly FieldVisitor _visitor;
    private ValueMatcher? _sought;
    private bool _found;

    /// <summary>Makes an interpreter.</summary>
    /// <param name="isUnavailable">Says whether the log source of the events cannot carry a field; null where it carries all.</param>
    public SigmaInterpreter(Predicate<FieldId>? isUnavailable = null)
    {
        _isUnavailable = isUnavailable;
        _visitor = Visit;
    }

    /// <summary>Whether a rule fires: its condition is certain to hold.</summary>
    public bool Matches(SigmaRule rule, LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Evaluate(rule.Condition, logEvent) == Truth.True;
    }

    /// <summary>What an expression comes to for an event.</summary>
    /// <param name="expression">An expression whose field ids come from the event's table.</param>
    /// <param name="logEvent">The event.</param>
    public Truth Evaluate(SigmaExpression expression, LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(logEvent);
        return EvaluateNode(expression, logEvent);
    }

    /// <summary>What each predicate of an expression comes to for an event, in the order in which the rule names them.</summary>
    /// <remarks>Nothing is cut short: predicates that no longer matter are evaluated too. A predicate that repeats is listed once.</remarks>
    public IReadOnlyList<PredicateResult> Explain(SigmaExpression expression, LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(logEvent);
        List<PredicateResult> results = [];
        HashSet<SigmaPredicate> seen = [];
        foreach (SigmaPredicate predicate in expression.Predicates())
        {
            if (seen.Add(predicate))
            {
                results.Add(new PredicateResult(predicate, EvaluatePredicate(predicate, logEvent)));
            }
        }

        return results;
    }

    private Truth EvaluateNode(SigmaExpression expression, LogEvent logEvent)
    {
        switch (expression)
        {
            case AndExpression and:
                Truth least = Truth.True;
                for (int i = 0; i < and.Items.Length && least != Truth.False; i++)
                {
                    Truth operand = EvaluateNode(and.Items[i], logEvent);
                    least = operand < least ? operand : least;
                }

                return least;
            case OrExpression or:
                Truth greatest = Truth.False;
                for (int i = 0; i < or.Items.Length && greatest != Truth.True; i++)
                {
                    Truth operand = EvaluateNode(or.Items[i], logEvent);
                    greatest = operand > greatest ? operand : greatest;
                }

                return greatest;
            case NotExpression not:
                return (Truth)((int)Truth.True - (int)EvaluateNode(not.Operand, logEvent));
            case CertainExpression certain:
                return Of(EvaluateNode(certain.Operand, logEvent) == Truth.True);
            default:
                return EvaluatePredicate((SigmaPredicate)expression, logEvent);
        }
    }

    private Truth EvaluatePredicate(SigmaPredicate predicate, LogEvent logEvent)
    {
        switch (predicate)
        {
            case FieldExpression field:
                return IsUnavailable(field.FieldId) ? Truth.Unknown : Of(AnyValue(field, logEvent));
            case FieldExistsExpression exists:
                return IsUnavailable(exists.FieldId) ? Truth.Unknown : Of(logEvent.Count(exists.FieldId) > 0);
            case FieldReferenceExpression reference:
                return IsUnavailable(reference.FieldId) || IsUnavailable(reference.OtherFieldId)
                    ? Truth.Unknown
                    : Of(AnyPair(reference, logEvent));
            default:
                return Of(AnyField((KeywordExpression)predicate, logEvent));
        }
    }

    private bool IsUnavailable(FieldId field) => _isUnavailable is not null && _isUnavailable(field);

    private static Truth Of(bool value) => value ? Truth.True : Truth.False;

    private static bool AnyValue(FieldExpression test, LogEvent logEvent)
    {
        int count = logEvent.Count(test.FieldId);
        for (int i = 0; i < count; i++)
        {
            if (test.Matcher.Matches(logEvent.Value(test.FieldId, i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyPair(FieldReferenceExpression test, LogEvent logEvent)
    {
        int count = logEvent.Count(test.FieldId);
        int others = logEvent.Count(test.OtherFieldId);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < others; j++)
            {
                if (test.Matches(logEvent.Value(test.FieldId, i), logEvent.Value(test.OtherFieldId, j)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool AnyField(KeywordExpression test, LogEvent logEvent)
    {
        _sought = test.Matcher;
        _found = false;
        logEvent.Visit(_visitor);
        _sought = null;
        return _found;
    }

    private bool Visit(ReadOnlySpan<char> name, FieldValue value)
    {
        _found = _sought!.Matches(value);
        return !_found;
    }
}

using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>How a predicate is looked for among the values of its field.</summary>
/// <param name="Literals">Texts of which one must be there; null where nothing is looked for.</param>
/// <param name="Number">A whole number that the value must be; null where it is no such test.</param>
/// <param name="Likelihood">How often it is thought to hold for an event that has the field, with the cost of testing it.</param>
internal sealed record PredicatePlanning(IReadOnlyList<Literal>? Literals, long? Number, double Likelihood)
{
    /// <summary>No shorter value can fulfil it; 0 where that is not known.</summary>
    public int MinLength { get; private init; }

    /// <summary>Whether an index finds it; else it is evaluated for every event that has the field.</summary>
    public bool IsIndexed => Literals is not null || Number is not null;

    // Codes and types are small; ports, sizes and statuses seldom are the one that is asked for.
    private const int SmallNumbers = 32;

    /// <summary>The plan of a predicate; null where it cannot be a witness for less than it costs to try the rule.</summary>
    public static PredicatePlanning Of(SigmaPredicate predicate) =>
        predicate switch
        {
            FieldExpression field => Of(field.Matcher),
            KeywordExpression keyword => AnyField(Of(keyword.Matcher)),
            _ => new PredicatePlanning(null, null, 0.9),
        };

    // Kept beside the matcher: a rule set asks for each of them many times. Two threads may both make it, to the same end.
    private static PredicatePlanning Of(ValueMatcher matcher)
    {
        if (matcher.Planning is not PredicatePlanning known)
        {
            matcher.Planning = known = Make(matcher);
        }

        return known;
    }

    // Keywords make every field of an event be visited.
    private static PredicatePlanning AnyField(PredicatePlanning one) =>
        one with
        {
            Likelihood = (one.Likelihood * 2) + 0.3,
        };

    private static PredicatePlanning Make(ValueMatcher matcher) =>
        matcher switch
        {
            StringMatcher text => OfLiterals(PatternLiteral.Of(text.Pattern) is { } literal ? [literal] : null, 0.7, 1),
            // An expression is dear to run, so it is kept for when nothing else decides.
            RegexMatcher regex => OfLiterals(RegexLiteral.Of(regex, out int least), 5, 4) with { MinLength = least },
            NumberMatcher { Comparison: NumberComparison.Equal, Number: { IsInteger: true } number } =>
                new PredicatePlanning(null, number.Integer, number.Integer is >= 0 and < SmallNumbers ? 0.1 : 0.01),
            NullMatcher => new PredicatePlanning(null, null, 0.5),
            _ => new PredicatePlanning(null, null, 0.7),
        };

    private static PredicatePlanning OfLiterals(IReadOnlyList<Literal>? literals, double otherwise, double cost) =>
        literals is null
            ? new PredicatePlanning(null, null, otherwise)
            : new PredicatePlanning(literals, null, literals.Sum(static l => l.Likelihood) * cost);
}

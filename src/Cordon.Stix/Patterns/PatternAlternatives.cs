using System.Globalization;

namespace Cordon.Stix.Patterns;

/// <summary>Turns a pattern into the sets of tests of which one set is enough, where it asks for nothing else.</summary>
internal static class PatternAlternatives
{
    private const int Most = 10_000;

    /// <summary>The sets; null where the pattern asks for more than values of one observation.</summary>
    public static List<IReadOnlyList<StixTest>>? Of(Observation root) =>
        root switch
        {
            Observation.One one => Of(one.Comparison),
            Observation.Either either => Join(Of(either.Left), Of(either.Right)),
            _ => null,
        };

    private static List<IReadOnlyList<StixTest>>? Of(Comparison comparison) =>
        comparison switch
        {
            Comparison.Any any => Join(Of(any.Left), Of(any.Right)),
            Comparison.All all => Cross(Of(all.Left), Of(all.Right)),
            Comparison.Test { IsNegated: false } test => Of(test),
            _ => null,
        };

    private static List<IReadOnlyList<StixTest>>? Of(Comparison.Test test)
    {
        string path = $"{test.Path.ObjectType}:{string.Join('.', test.Path.Steps.Select(static s => s.Name ?? "[*]"))}";
        return test.Operation switch
        {
            ComparisonTest.Order { Symbol: "=" } order when TextOf(order.Literal) is { } text =>
            [
                [new StixTest(path, text, false)],
            ],
            ComparisonTest.In list
                when list.Literals.Count <= Most && list.Literals.All(static l => TextOf(l) is not null) =>
            [
                .. list.Literals.Select(l => (IReadOnlyList<StixTest>)[new StixTest(path, TextOf(l)!, false)]),
            ],
            ComparisonTest.Network { IsSubset: true } network =>
            [
                [new StixTest(path, network.Literal.ToString(), true)],
            ],
            _ => null,
        };
    }

    private static string? TextOf(PatternLiteral literal) =>
        literal switch
        {
            PatternLiteral.OfText text => text.Value,
            PatternLiteral.OfNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
            PatternLiteral.OfBoolean flag => flag.Value ? "true" : "false",
            _ => null,
        };

    private static List<IReadOnlyList<StixTest>>? Join(
        List<IReadOnlyList<StixTest>>? left,
        List<IReadOnlyList<StixTest>>? right
    ) => left is null || right is null || left.Count + right.Count > Most ? null : [.. left, .. right];

    private static List<IReadOnlyList<StixTest>>? Cross(
        List<IReadOnlyList<StixTest>>? left,
        List<IReadOnlyList<StixTest>>? right
    ) =>
        left is null || right is null || (long)left.Count * right.Count > Most
            ? null
            : [.. left.SelectMany(_ => right, static (l, r) => (IReadOnlyList<StixTest>)[.. l, .. r])];
}

using Cordon.Sigma.Conditions;
using Cordon.Sigma.Tests.Support;
using CsCheck;

namespace Cordon.Sigma.Tests.Language;

public sealed class ConditionTests
{
    private const string Searches = "a:\n    A: 1\nb:\n    B: 1\nc:\n    C: 1\n_hidden:\n    D: 1\n";

    private static readonly Gen<ConditionNode> Conditions = Gen.Recursive<ConditionNode>(
        (depth, inner) =>
            depth > 4
                ? Leaf()
                : Gen.Frequency(
                    (3, Leaf()),
                    (1, inner.Select(operand => (ConditionNode)new NotNode(operand, 0))),
                    (
                        2,
                        Gen.Select(
                            Gen.Bool,
                            inner.Array[2, 3],
                            (isAnd, operands) => (ConditionNode)new BinaryNode(isAnd, operands, 0)
                        )
                    )
                )
    );

    [Theory]
    [InlineData("a or b and c", "a", true)]
    [InlineData("(a or b) and c", "a", false)]
    [InlineData("not a or b", "ab", true)]
    [InlineData("not a or b", "a", false)]
    [InlineData("not (a or b)", "c", true)]
    [InlineData("not a and not b", "c", true)]
    [InlineData("not not a", "a", true)]
    [InlineData("a and b or c", "c", true)]
    [InlineData("1 of them", "b", true)]
    [InlineData("1 of them", "D", false)]
    [InlineData("all of them", "abc", true)]
    [InlineData("all of them", "ab", false)]
    [InlineData("any of them", "c", true)]
    [InlineData("1 of _hid*", "D", true)]
    [InlineData("1 of *", "D", false)]
    [InlineData("not 1 of a*", "b", true)]
    [InlineData("not all of them and a", "ab", true)]
    [InlineData("A AND NOT b", "", null)]
    [InlineData("a AND NOT b", "a", true)]
    [InlineData("a\n  and\n  b", "ab", true)]
    [InlineData("((((a))))", "a", true)]
    [InlineData("(a)and(b)", "ab", true)]
    public void Binds_as_the_specification_says(string condition, string held, bool? fires)
    {
        string rule = Sample.Rule(
            $"{Searches}condition: |\n    {condition.Replace("\n", "\n    ", StringComparison.Ordinal)}"
        );
        if (fires is null)
        {
            Assert.Equal(ProblemCodes.UnknownSearch, Sample.Problems(rule)[0].Code);
            return;
        }

        (string, object?)[] fields = [.. held.Select(c => ($"{char.ToUpperInvariant(c)}", (object?)1))];
        Assert.Equal(fires, Sample.Fires(rule, SigmaOptions.Default, fields));
    }

    [Fact]
    public void A_list_of_conditions_is_linked_with_or()
    {
        const string Detection = Searches + "condition:\n    - a and b\n    - c";
        Assert.True(Sample.FiresDetection(Detection, ("C", 1)));
        Assert.True(Sample.FiresDetection(Detection, ("A", 1), ("B", 1)));
        Assert.False(Sample.FiresDetection(Detection, ("A", 1)));
        Assert.Equal("(a and b) or (c)", Sample.Load(Sample.Rule(Detection)).ConditionText);
    }

    [Fact]
    public void Searches_may_be_named_as_quantities_are()
    {
        Assert.True(Sample.FiresDetection("all:\n    A: 1\n'1':\n    B: 1\ncondition: all and 1", ("A", 1), ("B", 1)));
        Assert.True(
            Sample.FiresDetection("them:\n    A: 1\nof-1.x:\n    B: 1\ncondition: them and of-1.x", ("A", 1), ("B", 1))
        );
    }

    [Theory]
    [InlineData("a and", ProblemCodes.ConditionSyntax, 6)]
    [InlineData("and a", ProblemCodes.ConditionSyntax, 1)]
    [InlineData("a b", ProblemCodes.ConditionSyntax, 3)]
    [InlineData("(a or b", ProblemCodes.ConditionSyntax, 8)]
    [InlineData("a)", ProblemCodes.ConditionSyntax, 2)]
    [InlineData("()", ProblemCodes.ConditionSyntax, 2)]
    [InlineData("2 of a*", ProblemCodes.ConditionSyntax, 1)]
    [InlineData("a or 1 of", ProblemCodes.ConditionSyntax, 10)]
    [InlineData("a and missing", ProblemCodes.UnknownSearch, 7)]
    [InlineData("a or 1 of x*", ProblemCodes.UnknownSearch, 6)]
    [InlineData("a or b*", ProblemCodes.UnknownSearch, 6)]
    [InlineData("a | count() by User > 5", ProblemCodes.LegacyAggregation, 3)]
    [InlineData("a | near b", ProblemCodes.LegacyAggregation, 3)]
    [InlineData("a near b", ProblemCodes.LegacyAggregation, 3)]
    [InlineData("count(a) > 5", ProblemCodes.LegacyAggregation, 1)]
    public void Refuses_what_it_cannot_read_with_the_column(string condition, string code, int column)
    {
        // 'condition: ' stands four columns in, so the text begins in column 16.
        string rule = Sample.Rule($"a:\n    A: 1\ncondition: {condition}");
        SigmaProblem problem = Sample.Problems(rule)[0];
        Assert.Equal(
            (ProblemSeverity.Error, code, 8, 15 + column),
            (problem.Severity, problem.Code, problem.Line, problem.Column)
        );
    }

    [Fact]
    public void Bounds_the_depth_of_brackets_and_negations()
    {
        foreach (string open in new[] { "(", "not " })
        {
            string deep = string.Concat(Enumerable.Repeat(open, 100_000)) + "a";
            Assert.Null(ConditionParser.Parse(deep, 64, out ConditionFault? fault));
            Assert.Contains("64", fault!.Message, StringComparison.Ordinal);
        }

        Assert.NotNull(ConditionParser.Parse(string.Join(" or ", Enumerable.Repeat("a", 10_000)), 64, out _));
    }

    [Fact]
    public void Gives_back_what_it_printed() =>
        Conditions.Sample(
            condition =>
            {
                ConditionNode? parsed = ConditionParser.Parse($"{condition}", 64, out _);
                return parsed is not null && Same(parsed, condition) && $"{parsed}" == $"{condition}";
            },
            iter: 10_000,
            seed: "0000KOaJYqT2"
        );

    private static Gen<ConditionNode> Leaf() =>
        Gen.Frequency(
            (3, Gen.Char["abc"].Select(name => (ConditionNode)new NameNode($"sel_{name}", 0))),
            (
                1,
                Gen.Select(
                    Gen.Bool,
                    Gen.Bool,
                    (isAll, isThem) => (ConditionNode)new OfNode(isAll, isThem ? null : "sel_*", 0)
                )
            )
        );

    private static bool Same(ConditionNode left, ConditionNode right) =>
        (left, right) switch
        {
            (NameNode a, NameNode b) => a.Name == b.Name,
            (OfNode a, OfNode b) => a.IsAll == b.IsAll && a.Pattern == b.Pattern,
            (NotNode a, NotNode b) => Same(a.Operand, b.Operand),
            (BinaryNode a, BinaryNode b) => a.IsAnd == b.IsAnd
                && a.Operands.Count == b.Operands.Count
                && a.Operands.Zip(b.Operands).All(pair => Same(pair.First, pair.Second)),
            _ => false,
        };
}

using Cordon.Events;
using Cordon.Sigma.Compilation;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;
using CsCheck;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>What is looked for in place of a rule: enough that nothing is missed, and not more than is needed.</summary>
public sealed class WitnessTests
{
    private static readonly FieldTable Table = new();
    private static readonly Dictionary<SigmaPredicate, Truth> Nothing = [];

    // A and B are rare, U is usual, R dear.
    private const string Searches = """
        a:
            A: qzqzqzqz
        b:
            B: zqzqzqzqzq
        u:
            U: true
        r:
            R|re: qzqzqz
        l:
            L: [l1l1l1, l2l2l2, l3l3l3, l4l4l4]

        """;

    private static readonly Gen<SigmaExpression> Expressions = Gen.Recursive<SigmaExpression>(
        (depth, inner) =>
            depth > 4
                ? Leaf()
                : Gen.Frequency(
                    (2, Leaf()),
                    (2, inner.Select(operand => (SigmaExpression)new NotExpression(operand))),
                    (1, inner.Select(operand => (SigmaExpression)new CertainExpression(operand))),
                    (2, inner.Array[2, 3].Select(operands => (SigmaExpression)new AndExpression(operands))),
                    (2, inner.Array[2, 3].Select(operands => (SigmaExpression)new OrExpression(operands)))
                )
    );

    [Theory]
    [InlineData("a", "A")]
    [InlineData("a and b", "A | B")] // of a conjunction each operand is one to choose
    [InlineData("a or b", "A B")]
    [InlineData("a and (b or u)", "A | B U")]
    [InlineData("a or (b and u)", "A B")] // within a disjunction the better one is taken
    [InlineData("a or (u and b)", "A B")]
    [InlineData("a or (u and not b)", "A U")]
    [InlineData("a or not b", "")]
    [InlineData("not a", "")]
    [InlineData("not not a", "A")]
    [InlineData("not (not a or not b)", "B")] // the better of two that both hold
    [InlineData("not (not u or not b)", "B")]
    [InlineData("not (not a and not b)", "A B")]
    [InlineData("not (a and b)", "")]
    [InlineData("not (a or b)", "")]
    [InlineData("a and not b", "A")]
    [InlineData("not b and a", "A")]
    [InlineData("l", "L L L L")]
    [InlineData("not l", "")]
    [InlineData("not not l", "L L L L")]
    [InlineData("l and a", "L L L L | A")]
    [InlineData("(u or r) and a", "U R | A")]
    public void Of_a_rule_that_is_looked_for_without_which_it_cannot_hold(string condition, string expected)
    {
        List<Witnesses> sets = Witnesses.Of(Plan(condition));
        Assert.Equal(
            expected,
            string.Join(
                " | ",
                sets.Select(set => string.Join(' ', set.Predicates.Select(p => ((FieldExpression)p).Field)))
            )
        );
        Assert.All(
            sets,
            set => Assert.Equal(set.Predicates.Sum(static p => PredicatePlanning.Of(p).Likelihood), set.Cost, 9)
        );
    }

    [Fact]
    public void A_constant_or_what_must_be_certain_has_none()
    {
        Assert.Empty(Witnesses.Of(new ConstantPlan(Truth.True)));
        Assert.Empty(Witnesses.Of(new CertainPlan(Plan("a"))));
    }

    [Fact]
    public void Whenever_an_expression_holds_one_of_each_set_does()
    {
        int held = 0;
        Gen.Select(Expressions, Gen.Bool.Array[4])
            .Sample(
                (expression, isThere) =>
                {
                    EventSnapshot one = Sample.Event(
                        Table,
                        [.. isThere.Index().Where(static f => f.Item).Select(static f => ($"F{f.Index}", (object?)1))]
                    );
                    var interpreter = new SigmaInterpreter(field => Table.NameOf(field) == "F3");
                    PlanNode plan = PlanNode.Of(expression, Nothing);
                    if (interpreter.Evaluate(expression, one) != Truth.True)
                    {
                        return true;
                    }

                    Interlocked.Increment(ref held);
                    return Witnesses
                        .Of(plan)
                        .TrueForAll(set => set.Predicates.Exists(p => interpreter.Evaluate(p, one) == Truth.True));
                },
                iter: 4_000,
                seed: "0000KOaJYqT2"
            );
        Assert.True(held > 500);
    }

    [Fact]
    public void Rules_settle_on_fields_that_others_read_too()
    {
        // Alone the second rule would look for its rarer text; the first reads A anyway.
        List<List<Witnesses>> rules = [Sets(("A", 0.1)), Sets(("B", 0.1), ("A", 0.2))];
        Assert.Equal(["A", "A"], Chosen(rules));
        Assert.Equal(["B"], Chosen([Sets(("B", 0.1), ("A", 0.2))]));
        Assert.Equal(["A", "B"], Chosen([Sets(("A", 0.1)), Sets(("B", 0.1), ("A", 0.5))]));
        // The two that agree win over the one that came first.
        Assert.Equal(["B", "B", "B"], Chosen([Sets(("A", 0.10), ("B", 0.12)), Sets(("B", 0.1)), Sets(("B", 0.1))]));
        // Two fields cost more than one.
        List<List<Witnesses>> two =
        [
            [new Witnesses([Exists("A"), Exists("B")], 0.1), new Witnesses([Exists("C"), Exists("C")], 0.3)],
        ];
        Assert.Same(two[0][1], WitnessChoice.Of(two)[0]);
        Assert.Null(
            WitnessChoice.Of([
                [],
            ])[0]
        );
        Assert.Empty(WitnessChoice.Of([]));
    }

    [Fact]
    public void Each_predicate_is_about_its_field()
    {
        SigmaRule rule = Sample.Load(
            Sample.Rule("s:\n    A: 1\n    B|exists: true\n    C|fieldref: D\nk: [word]\ncondition: s and k"),
            SigmaOptions.Default with
            {
                Fields = Table,
            }
        );
        Assert.Equal(
            [Table.Intern("A"), Table.Intern("B"), Table.Intern("C"), WitnessChoice.AnyField],
            rule.Condition.Predicates().Select(WitnessChoice.FieldOf)
        );
        Assert.Equal(
            [Table.Intern("A"), Table.Intern("B")],
            new Witnesses([Exists("A"), Exists("B"), Exists("A")], 1).Fields
        );
    }

    private static string[] Chosen(List<List<Witnesses>> rules) =>
        [.. WitnessChoice.Of(rules).Select(w => ((FieldExistsExpression)w!.Predicates[0]).Field)];

    private static List<Witnesses> Sets(params (string Field, double Cost)[] sets) =>
        [.. sets.Select(s => new Witnesses([Exists(s.Field)], s.Cost))];

    private static FieldExistsExpression Exists(string field) => new(field, Table.Intern(field));

    private static PlanNode Plan(string condition) =>
        PlanNode.Of(Sample.Load(Sample.Rule($"{Searches}condition: {condition}")).Condition, Nothing);

    private static Gen<SigmaExpression> Leaf() => Gen.Int[0, 3].Select(field => (SigmaExpression)Exists($"F{field}"));
}

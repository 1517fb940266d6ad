using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;
using CsCheck;

namespace Cordon.Sigma.Tests.Evaluation;

public sealed class InterpreterTests
{
    private static readonly FieldTable Table = new();

    /// <summary>Fields named T hold, F fail, U are unavailable.</summary>
    private static readonly EventSnapshot TrueFalse = Sample.Event(Table, ("T", "1"), ("F", "0"), ("U", "1"));

    private static readonly SigmaInterpreter Interpreter = new(field => Table.NameOf(field) == "U");

    private static readonly Gen<SigmaExpression> Expressions = Gen.Recursive<SigmaExpression>(
        (depth, inner) =>
            depth > 4
                ? Leaf()
                : Gen.Frequency(
                    (2, Leaf()),
                    (1, inner.Select(operand => (SigmaExpression)new NotExpression(operand))),
                    (1, inner.Array[2, 3].Select(operands => (SigmaExpression)new AndExpression(operands))),
                    (1, inner.Array[2, 3].Select(operands => (SigmaExpression)new OrExpression(operands)))
                )
    );

    [Theory]
    [InlineData("T", Truth.True)]
    [InlineData("F", Truth.False)]
    [InlineData("U", Truth.Unknown)]
    [InlineData("not U", Truth.Unknown)]
    [InlineData("T and U", Truth.Unknown)]
    [InlineData("U and F", Truth.False)]
    [InlineData("F or U", Truth.Unknown)]
    [InlineData("U or T", Truth.True)]
    [InlineData("T and not U", Truth.Unknown)]
    [InlineData("not (U and F)", Truth.True)]
    public void Reckons_in_three_values(string condition, Truth truth)
    {
        SigmaRule rule = Sample.Load(
            Sample.Rule($"T:\n    T: 1\nF:\n    F: 1\nU:\n    U: 1\ncondition: {condition}"),
            new SigmaOptions { Fields = Table }
        );
        Assert.Equal(truth, Interpreter.Evaluate(rule.Condition, TrueFalse));
        Assert.Equal(truth == Truth.True, Interpreter.Matches(rule, TrueFalse));
    }

    [Theory]
    [InlineData("T", Truth.True)]
    [InlineData("F", Truth.False)]
    [InlineData("U", Truth.False)]
    [InlineData("not U", Truth.False)]
    [InlineData("not F", Truth.True)]
    public void What_must_be_certain_is_never_unknown(string condition, Truth truth)
    {
        SigmaRule rule = Sample.Load(
            Sample.Rule($"T:\n    T: 1\nF:\n    F: 1\nU:\n    U: 1\ncondition: {condition}"),
            new SigmaOptions { Fields = Table }
        );
        Assert.Equal(truth, Interpreter.Evaluate(new CertainExpression(rule.Condition), TrueFalse));
    }

    [Theory]
    [InlineData("U|exists: true")]
    [InlineData("U|exists: false")]
    [InlineData("U|neq: x")]
    [InlineData("U: null")]
    [InlineData("T|fieldref: U")]
    [InlineData("U|fieldref: T")]
    public void Every_test_of_an_unavailable_field_is_unknown(string selection)
    {
        SigmaRule rule = Sample.Load(
            Sample.Rule($"s:\n    {selection}\ncondition: s"),
            new SigmaOptions { Fields = Table }
        );
        Assert.Equal(Truth.Unknown, Interpreter.Evaluate(rule.Condition, TrueFalse));
    }

    [Fact]
    public void A_field_that_the_source_carries_and_the_event_lacks_is_false_and_not_unknown()
    {
        SigmaRule rule = Sample.Load(
            Sample.Rule("s:\n    T: 1\nfilter:\n    Absent: 1\ncondition: s and not filter"),
            new SigmaOptions { Fields = Table }
        );
        Assert.True(Interpreter.Matches(rule, TrueFalse));
    }

    [Fact]
    public void Keeps_the_laws_of_de_morgan_and_double_negation() =>
        Expressions
            .Array[2, 4]
            .Sample(
                operands =>
                {
                    SigmaExpression[] negated = [.. operands.Select(operand => new NotExpression(operand))];
                    Truth notAnd = Of(new NotExpression(new AndExpression(operands)));
                    Truth notOr = Of(new NotExpression(new OrExpression(operands)));
                    return notAnd == Of(new OrExpression(negated))
                        && notOr == Of(new AndExpression(negated))
                        && Of(new NotExpression(negated[0])) == Of(operands[0]);
                },
                iter: 5_000,
                seed: "0000KOaJYqT2"
            );

    [Fact]
    public void Knowing_more_never_turns_an_answer_round() =>
        Expressions.Sample(
            expression =>
            {
                Truth before = Of(expression);
                Truth known = new SigmaInterpreter().Evaluate(expression, TrueFalse);
                return before == Truth.Unknown || before == known;
            },
            iter: 5_000,
            seed: "0000KOaJYqT2"
        );

    [Fact]
    public void Explains_what_each_predicate_came_to()
    {
        SigmaRule rule = Sample.Load(
            Sample.Rule("s:\n    T: 1\n    F: [1, 2]\nu:\n    U|contains: x\n    T: 1\ncondition: s or u"),
            new SigmaOptions { Fields = Table }
        );
        Assert.Equal(
            ["T = 1: True", "F = 1: False", "F = 2: False", "U fits '*x*': Unknown"],
            Interpreter.Explain(rule.Condition, TrueFalse).Select(result => $"{result.Predicate}: {result.Truth}")
        );
    }

    [Fact]
    public void Allocates_nothing_for_the_common_tests()
    {
        SigmaRule rule = Sample.Load(
            Sample.Rule(
                "s:\n    T|contains: x\na:\n    T|endswith: ['b', 'c*d']\nn:\n    F: [7, 8]\nr:\n    T|cidr: 10.0.0.0/8\nk: [word]\ncondition: s or a or n or r or k"
            ),
            new SigmaOptions { Fields = Table }
        );
        for (int i = 0; i < 100; i++)
        {
            Interpreter.Matches(rule, TrueFalse);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Interpreter.Matches(rule, TrueFalse);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    private static Truth Of(SigmaExpression expression) => Interpreter.Evaluate(expression, TrueFalse);

    private static Gen<SigmaExpression> Leaf() =>
        Gen.Char["TFU"]
            .Select(name =>
                (SigmaExpression)
                    new FieldExpression(
                        $"{name}",
                        Table.Intern($"{name}"),
                        new NumberMatcher(NumberComparison.Equal, new SigmaNumber(1))
                    )
            );
}

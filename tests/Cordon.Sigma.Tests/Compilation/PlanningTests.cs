using System.Text;
using Cordon.Events;
using Cordon.Sigma.Compilation;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>What is made of a rule before it is run: what is known put in, what is looked for, and in which order it is tried.</summary>
public sealed class PlanningTests
{
    private const string Searches = """
        a:
            A: aaaaaaaa
        b:
            B: bbbbbbbb
        c:
            C: cccccccc
        l:
            L: [l1, l2, l3, l4]
        m:
            M: [m1, m2, m3]

        """;

    [Theory]
    [InlineData("a and b", "", "And(A, B)")]
    [InlineData("a and b", "A=T", "B")]
    [InlineData("a and b", "A=F", "False")]
    [InlineData("a and b", "A=U", "And(Unknown, B)")]
    [InlineData("a and b", "A=T B=T", "True")]
    [InlineData("a or b", "A=T", "True")]
    [InlineData("a or b", "A=F", "B")]
    [InlineData("a or b", "A=U", "Or(Unknown, B)")]
    [InlineData("a or b", "A=F B=F", "False")]
    [InlineData("a or b or c", "B=F", "Or(A, C)")]
    [InlineData("not a", "", "Not(A)")]
    [InlineData("not a", "A=T", "False")]
    [InlineData("not a", "A=F", "True")]
    [InlineData("not a", "A=U", "Unknown")]
    [InlineData("not (a and b)", "A=F", "True")]
    [InlineData("a and not (b or c)", "B=F", "And(A, Not(C))")]
    [InlineData("l", "", "Any(4)")]
    [InlineData("m", "", "Or(M, M, M)")]
    [InlineData("l or a", "", "Or(Any(4), A)")]
    [InlineData("a or l or b", "", "Or(A, Any(4), B)")]
    [InlineData("l or m", "", "Or(Any(4), Or(M, M, M))")]
    public void What_is_known_is_put_in(string condition, string known, string expected)
    {
        SigmaRule rule = Sample.Load(Sample.Rule($"{Searches}condition: {condition}"));
        Assert.Equal(expected, Print(PlanNode.Of(rule.Condition, Known(rule, known))));
    }

    [Theory]
    [InlineData("", "Certain(A)")]
    [InlineData("A=T", "True")]
    [InlineData("A=U", "False")]
    [InlineData("A=F", "False")]
    public void What_must_be_certain_is_true_or_false(string known, string expected)
    {
        SigmaRule rule = Sample.Load(Sample.Rule($"{Searches}condition: a"));
        Assert.Equal(expected, Print(PlanNode.Of(new CertainExpression(rule.Condition), Known(rule, known))));
    }

    [Theory]
    [InlineData("F: [q1, q2, q3, q4]", "Any(4)")]
    [InlineData("F: [q1, q2, q3, 4]", "Any(4)")]
    [InlineData("F|contains: [q1, q2, q3, q4, q5]", "Any(5)")]
    [InlineData("F|re: [qqq1, qqq2, qqq3, qqq4]", "Or(F, F, F, F)")] // expressions are dear, one by one
    [InlineData("F: ['?', '??', '???', '????']", "Or(F, F, F, F)")] // nothing that an index could find
    [InlineData("F: [q1, q2, q3, '?']", "Or(F, F, F, F)")]
    [InlineData("F|contains|all: [q1, q2, q3, q4]", "And(F, F, F, F)")] // all of them are wanted
    public void Four_or_more_values_of_one_field_are_one_list(string selection, string expected)
    {
        SigmaRule rule = Sample.Load(Sample.Rule($"selection:\n    {selection}\ncondition: selection"));
        Assert.Equal(expected, Print(PlanNode.Of(rule.Condition, new Dictionary<SigmaPredicate, Truth>())));
    }

    [Theory]
    [InlineData("abcdefgh", "ABCDEFGH", LiteralPlace.End)]
    [InlineData("*qqqqqq", "QQQQQQ", LiteralPlace.End)]
    [InlineData("qqqqqq*", "QQQQQQ", LiteralPlace.Start)]
    [InlineData("*qqqqqq*", "QQQQQQ", LiteralPlace.Inside)]
    [InlineData("qqqqqq*zz", "QQQQQQ", LiteralPlace.Start)]
    [InlineData("qq*zzzzzz", "ZZZZZZ", LiteralPlace.End)]
    [InlineData("qq*zzzzzz*jj", "ZZZZZZ", LiteralPlace.Inside)]
    [InlineData("?qqqqqq", "QQQQQQ", LiteralPlace.End)]
    [InlineData("qqqq*zzzz", "QQQQ", LiteralPlace.Start)] // of two as rare the first
    [InlineData("*qqqq*zzzz", "ZZZZ", LiteralPlace.End)] // at an end it is rarer
    [InlineData("qqqq*zzzz*", "QQQQ", LiteralPlace.Start)]
    [InlineData(@"*\windows\system32\\*qz", "QZ", LiteralPlace.End)] // the longer one is usual
    [InlineData("*", null, LiteralPlace.Inside)]
    [InlineData("?", null, LiteralPlace.Inside)]
    [InlineData("", null, LiteralPlace.Inside)]
    public void Of_a_pattern_the_rarest_text_is_looked_for(string pattern, string? expected, object place)
    {
        Literal? literal = PatternLiteral.Of(StringPattern.Parse(pattern));
        Assert.Equal(expected, literal is null ? null : Encoding.ASCII.GetString(literal.Text));
        Assert.Equal(place, literal?.Place ?? LiteralPlace.Inside);
    }

    [Theory]
    [InlineData("qzjxw", true)]
    [InlineData("qzjxwv", false)]
    public void A_short_value_that_is_the_whole_pattern_is_thought_to_be_usual(string value, bool isUsual)
    {
        Assert.Equal(isUsual, PatternLiteral.Of(StringPattern.Parse(value))!.Rarity == 0);
        Assert.True(PatternLiteral.Of(StringPattern.Parse(value + "*"))!.Rarity > 0);
    }

    [Theory]
    [InlineData("F: qzqzqzqz", "F: true")]
    [InlineData("F: true", "F: '?'")]
    [InlineData("F|contains: qzqzqzqz", "F|contains: qz")]
    [InlineData("F|contains: qz", "F|contains: '\\windows\\'")]
    [InlineData("F|endswith: qzqz", "F|contains: qzqz")]
    [InlineData("F: 4711", "F: 31")]
    [InlineData("F: -1", "F: 0")]
    [InlineData("F: 32", "F: 31")]
    [InlineData("F: 31", "F: null")]
    [InlineData("F: null", "F|gt: 5")]
    [InlineData("F|contains: qzqzqz", "F|re: qzqzqz")]
    [InlineData("F|re: qzqzqz", "F|re: '.'")]
    [InlineData("F: null", "F|exists: true")]
    [InlineData("F|gt: 5", "F|exists: true")]
    [InlineData("F|contains: qzqzqz", "'': qzqzqz")]
    [InlineData("F|re: 'qzqzqz'", "F|re: 'qzqzqz|zqzqzq'")]
    public void What_is_rarer_or_cheaper_is_the_better_witness(string better, string worse) =>
        Assert.True(Planning(better).Likelihood < Planning(worse).Likelihood, $"{Planning(better)} {Planning(worse)}");

    [Fact]
    public void Numbers_and_texts_are_looked_for_and_what_has_none_is_not()
    {
        Assert.Equal(-7, Planning("F: -7").Number);
        Assert.Null(Planning("F: 7.5").Number);
        Assert.Null(Planning("F|gt: 7").Number);
        Assert.True(Planning("F: -7").IsIndexed);
        Assert.True(Planning("F: seven").IsIndexed);
        Assert.False(Planning("F|gt: 7").IsIndexed);
        Assert.False(Planning("F: null").IsIndexed);
        Assert.False(Planning("F|exists: true").IsIndexed);
        Assert.Equal(6, Planning("F|re: 'qqq\\d{3}'").MinLength);
        Assert.Equal(0, Planning("F: seven").MinLength);
        Assert.Equal(
            ["QQQ", "ZZZ"],
            Planning("F|re: 'qqq|zzz'").Literals!.Select(l => Encoding.ASCII.GetString(l.Text))
        );
    }

    [Fact]
    public void A_plan_is_made_once_for_a_matcher()
    {
        var predicate = (FieldExpression)Sample.Load(Sample.Rule("s:\n    F: qqqqqq\ncondition: s")).Condition;
        Assert.Same(PredicatePlanning.Of(predicate), PredicatePlanning.Of(predicate));
    }

    [Theory]
    [InlineData("F: qzqzqzqz", "F|re: qzqzqzqz", true)]
    [InlineData("F|re: qzqzqzqz", "'': qzqzqzqz", true)]
    [InlineData("F: qzqzqzqz", "F|contains: e.", true)] // as cheap, and likelier to decide
    [InlineData("F|contains: e.", "F: qzqzqzqz", false)]
    [InlineData("F: qzqzqzqz", "F: [q1, q2, q3, q4]", true)]
    [InlineData("F: [qz1qz1, qz2qz2, qz3qz3, qz4qz4]", "F|re: qzqzqzqz", true)]
    [InlineData("F: [qz1qz1, qz2qz2, qz3qz3, qz4qz4]", "F: [qz1qz1, qz2qz2, qz3qz3, qz4qz4, qz5qz5, qz6qz6]", true)]
    [InlineData("F: qzqzqzqz", "F: qzqzqzqz\n    G: zqzqzqzq", true)]
    [InlineData("F: qzqzqzqz\n    G: zqzqzqzq", "F: qzqzqzqz\n    G: zqzqzqzq\n    H: zqzqzqzq", true)]
    public void A_conjunction_begins_with_what_is_cheap_and_likely_to_fail(string first, string second, bool isFirst)
    {
        double one = PlanOrder.RankOf(Plan(first), NodeKind.And);
        double other = PlanOrder.RankOf(Plan(second), NodeKind.And);
        Assert.Equal(isFirst, one < other);
        // A negation fails where its operand holds.
        Assert.Equal(
            PlanOrder.RankOf(Plan(first), NodeKind.Or),
            PlanOrder.RankOf(new NotPlan(Plan(first)), NodeKind.And),
            6
        );
        Assert.Equal(one, PlanOrder.RankOf(new CertainPlan(Plan(first)), NodeKind.And), 6);
    }

    [Theory]
    [InlineData("F|contains: e.", "F: qzqzqzqz")]
    [InlineData("F|contains: e.", "F|re: e.")]
    [InlineData("F: [true, false, yes, no]", "F: [qz1qz1, qz2qz2, qz3qz3, qz4qz4]")]
    [InlineData("F: [true, false]", "F: [true, qzqzqzqz]")]
    public void A_disjunction_begins_with_what_is_cheap_and_likely_to_hold(string first, string second) =>
        Assert.True(PlanOrder.RankOf(Plan(first), NodeKind.Or) < PlanOrder.RankOf(Plan(second), NodeKind.Or));

    [Fact]
    public void No_rank_is_beyond_all_bounds()
    {
        // What holds never is not tried forever later than what holds nearly never.
        Assert.Equal(50, PlanOrder.RankOf(Plan("F: qzqzqzqzqzqzqzqzqzqzqz"), NodeKind.Or), 6);
        Assert.Equal(0, PlanOrder.RankOf(new ConstantPlan(Truth.Unknown), NodeKind.And));
        Assert.InRange(PlanOrder.RankOf(Plan("F: [true, false, yes, no]"), NodeKind.Or), 2.2, 2.2000001);
        Assert.Equal(20, PlanOrder.RankOf(Plan("F|re: qzqzqzqzqzqzqzqzqzqzqz"), NodeKind.And), 1);
        Assert.Equal(1, PlanOrder.RankOf(Plan("F: qzqzqzqzqzqzqzqzqzqzqz"), NodeKind.And), 1);
        Assert.Equal(40 / 0.02, PlanOrder.RankOf(Plan("'': 'a'"), NodeKind.And), 6);
    }

    [Fact]
    public void Of_a_conjunction_the_rarest_and_of_a_disjunction_the_sum_is_how_often_it_holds()
    {
        PlanNode rare = Plan("F: qzqzqzqz");
        PlanNode usual = Plan("F: true");
        double Chance(PlanNode plan) => CostOf(plan) / PlanOrder.RankOf(plan, NodeKind.Or);
        Assert.Equal(Math.Max(0.02, Chance(rare)), Chance(new ListPlan(NodeKind.And, [usual, rare])), 6);
        Assert.Equal(1, Chance(new ListPlan(NodeKind.Or, [usual, usual, usual])), 6);
        Assert.Equal(0.5, Chance(new ListPlan(NodeKind.And, [usual, new CertainPlan(usual)])), 6);
        Assert.Equal(0.5, Chance(new ListPlan(NodeKind.And, [usual, new ConstantPlan(Truth.Unknown)])), 6);
        Assert.Equal(1, Chance(new ListPlan(NodeKind.Or, [rare, new ConstantPlan(Truth.True)])), 6);

        static double CostOf(PlanNode plan) =>
            plan is ListPlan list ? list.Operands.Sum(o => o is ConstantPlan ? 0 : 1) : 1;
    }

    private static PredicatePlanning Planning(string selection) =>
        PredicatePlanning.Of(
            Sample
                .Load(Sample.Rule($"selection:\n    {selection}\ncondition: selection"))
                .Condition.Predicates()
                .First()
        );

    private static PlanNode Plan(string selection) =>
        PlanNode.Of(
            Sample.Load(Sample.Rule($"selection:\n    {selection}\ncondition: selection")).Condition,
            new Dictionary<SigmaPredicate, Truth>()
        );

    private static Dictionary<SigmaPredicate, Truth> Known(SigmaRule rule, string written) =>
        written
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(
                one => rule.Condition.Predicates().First(p => ((FieldExpression)p).Field == one[..1]),
                one =>
                    one[2] switch
                    {
                        'T' => Truth.True,
                        'F' => Truth.False,
                        _ => Truth.Unknown,
                    }
            );

    private static string Print(PlanNode plan) =>
        plan switch
        {
            ConstantPlan constant => $"{constant.Truth}",
            PredicatePlan { Predicate: FieldExpression field } => field.Field,
            NotPlan not => $"Not({Print(not.Operand)})",
            CertainPlan certain => $"Certain({Print(certain.Operand)})",
            AnyPlan any => $"Any({any.Tests.Count})",
            ListPlan list => $"{list.Kind}({string.Join(", ", list.Operands.Select(Print))})",
            _ => "?",
        };
}

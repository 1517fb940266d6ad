using Cordon.Events;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <content>What is noted with a key of the rules that it concerns, and what they then wait for.</content>
public sealed partial class KeyTests
{
    private const string Creation = "windows\n    category: process_creation";

    [Fact]
    public void A_rule_that_one_key_speaks_against_is_tried_with_another()
    {
        CompiledEvaluator evaluator = WithoutB(
            Load(
                "s:\n    A|contains: qzqz\nt:\n    B|contains: zqzq\nn:\n    A|startswith: x\ncondition: (s or t) and not n"
            )
        );
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "xqzqz"), ("B", "zqzq"));
            Assert.Empty(_held);
            Assert.Equal(i == 0 ? [0] : [], evaluator.Runner.Candidates);
            Reads(evaluator, ("A", "y"), ("B", "b"));
            Assert.Empty(_held);
            Reads(evaluator, ("A", "y"), ("B", "zqzq"));
            Assert.Equal([0], _held);
        }
    }

    [Theory]
    [InlineData("xqzqz1", true)]
    [InlineData("xqzqz", false)]
    public void What_an_expression_came_to_is_noted_with_the_key_when_another_rule_asks(string value, bool holds)
    {
        // For the first rule the expression need not be run.
        CompiledEvaluator evaluator = WithoutB(
            Load("s:\n    A|re: 'qzqz\\d'\nn:\n    A|startswith: x\ncondition: s and not n"),
            Load("s:\n    B|contains: zqzqzqzq\nt:\n    A|re: 'qzqz\\d'\ncondition: s and t"),
            Rule("B|contains: zqzqzqzq")
        );
        Reads(evaluator, ("A", value), ("B", "b"));
        Assert.Empty(_held);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(i == 0 ? 2 : 1, Reads(evaluator, ("A", value), ("B", "zqzqzqzq")));
            Assert.Equal(holds ? [1, 2] : [2], _held);
        }
    }

    [Fact]
    public void A_rule_waits_for_the_operand_that_least_is_looked_for_of()
    {
        // B comes first among the fields.
        CompiledEvaluator evaluator = WithoutB(
            Rule("B|contains: zqzqzq"),
            Rule("B|contains: qqzzqq"),
            Rule("B|re: 'qzqq\\d'"),
            Load(
                "s:\n    A|contains: qzqzqzqzqz\nx:\n    B|contains: [zqzqzq, qqzzqq]\ny:\n    B|re: 'qzqq\\d'\ncondition: s and x and y"
            ),
            Load(
                "s:\n    A|contains: qzqzqzqzqz\nx:\n    B|contains: zqzqzq\ny:\n    B|contains: qqzzqq\ncondition: s and x and y"
            )
        );
        Tried("b");
        Assert.Empty(Tried("b"));
        Assert.Empty(_held);
        int[] first = Tried("zqzqzq");
        Assert.Equal([0], _held);
        int[] second = Tried("qqzzqq");
        Assert.Equal([1], _held);
        // Two texts have to be there, and one of them is enough to wait for.
        Assert.Single(first.Concat(second), 4);
        Assert.DoesNotContain(3, first.Concat(second));
        Assert.Equal([2, 3], Tried("qzqq1"));
        Assert.Equal([2], _held);
        Tried("zqzqzq qzqq1");
        Assert.Equal([0, 2, 3], _held);
        Tried("zqzqzq qqzzqq");
        Assert.Equal([0, 1, 4], _held);
        // Values that came anew each time are not remembered for a while.
        for (int i = 0; i < 100; i++)
        {
            Tried("b");
        }

        Assert.Equal([2, 3], Tried("qzqq"));
        Assert.Empty(Tried("qzqq"));

        int[] Tried(string b)
        {
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", b));
            return [.. evaluator.Runner.Candidates.Order()];
        }
    }

    [Fact]
    public void What_was_there_beside_a_key_is_not_noted_with_it()
    {
        CompiledEvaluator evaluator = WithoutB(
            Load("s:\n    A|contains: qzqzqzqzqz\nn:\n    B|contains: zqzqzq\ncondition: s and not n"),
            Rule("B|contains: zqzqzq")
        );
        for (int i = 0; i < 2; i++)
        {
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "zqzqzq"));
            Assert.Equal([1], _held);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "b"));
            Assert.Equal([0], _held);
        }
    }

    [Fact]
    public void A_rule_that_waits_for_its_own_witness_is_tried_once()
    {
        CompiledEvaluator evaluator = WithoutB(
            Load(
                "s:\n    A|contains: qzqzqzqzqz\n    B|contains: zqzqzq\nt:\n    B|contains: qqzzqq\ncondition: s or t"
            ),
            Rule("B|contains: zqzqzq")
        );
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "b"));
            Assert.Empty(_held);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "qqzzqq"));
            Assert.Equal([0], _held);
            Assert.Equal([0], evaluator.Runner.Candidates);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "zqzqzq"));
            Assert.Equal([0, 1], _held);
            Assert.Equal([0, 1], evaluator.Runner.Candidates.Order());
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "zqzqzq qqzzqq"));
            Assert.Equal([0, 1], _held);
            Assert.Equal([0, 1], evaluator.Runner.Candidates.Order());
        }
    }

    [Fact]
    public void What_a_rule_waits_for_with_one_key_it_does_not_with_another()
    {
        CompiledEvaluator evaluator = WithoutB(
            Load(
                "s:\n    A|contains: qzqzqzqzqz\nt:\n    B|contains: zqzqzqzqzq\nu:\n    A|contains: zz\nv:\n    B|contains: qq\ncondition: (s or t) and (u or v)"
            ),
            Rule("B|contains: qq")
        );
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "b"));
            Assert.Empty(_held);
            Reads(evaluator, ("A", "zz"), ("B", "b"));
            Assert.Empty(_held);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "qq"));
            Assert.Equal([0, 1], _held);
            Reads(evaluator, ("A", "zz"), ("B", "zqzqzqzqzq"));
            Assert.Equal([0], _held);
        }
    }

    [Fact]
    public void Of_alternatives_a_rule_waits_for_all_and_of_what_belongs_together_for_one()
    {
        CompiledEvaluator evaluator = WithoutB(
            Rule("B|contains: zqzqzq"),
            Rule("B|contains: qqzzqq"),
            Rule("B|re: 'qzqq\\d'"),
            Load(
                "s:\n    A|contains: qzqzqzqzqz\nx:\n    B|contains: zqzqzq\ny:\n    B|contains: qqzzqq\nz:\n    B|re: 'qzqq\\d'\ncondition: s and (x or (y and z))"
            )
        );
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "b"));
            Assert.Empty(_held);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "zqzqzq"));
            Assert.Equal([0, 3], _held);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "qqzzqq"));
            Assert.Equal([1], _held);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "qqzzqq qzqq1"));
            Assert.Equal([1, 2, 3], _held);
        }
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(32, false)]
    [InlineData(33, true)]
    public void A_rule_that_would_wait_for_too_much_is_tried_each_time(int values, bool isTried)
    {
        // Short texts are likely to be there, so that A is what is looked for first.
        string[] texts =
        [
            .. Enumerable.Range(0, values).Select(static i => $"{(char)('p' + (i % 6))}{(char)('d' + (i / 6))}"),
        ];
        string list = string.Join(", ", texts);
        CompiledEvaluator evaluator = WithoutB(
            Rule($"A|contains: qzqzqzqzqz\n    B|contains: [{list}]"),
            Rule($"B|contains: [{list}]")
        );
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", "b"));
            Assert.Empty(_held);
            Assert.Equal(i == 0 || isTried ? [0] : [], evaluator.Runner.Candidates);
            Reads(evaluator, ("A", "qzqzqzqzqz"), ("B", texts[^1]));
            Assert.Equal([0, 1], _held);
        }
    }

    [Fact]
    public void What_is_not_known_by_the_key_is_looked_for_where_as_many_fields_are_compared()
    {
        CompiledEvaluator evaluator = WithoutB(
            Rule("A|contains: qzqz"),
            Rule("B|contains: zqzqzq"),
            Rule("B|fieldref: C")
        );
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "a"), ("B", "zqzqzq"), ("C", "c"));
            Assert.Equal([1], _held);
            Reads(evaluator, ("A", "a"), ("B", "b"), ("C", "b"));
            Assert.Equal([2], _held);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n    A|contains: qzqz")]
    public void An_expression_is_not_run_where_the_key_decides_without_it(string beside)
    {
        // What is cheap to ask for is asked first; here that is the expression's search.
        string many = string.Concat(Enumerable.Range(0, 60).Select(static i => $"\n    - A|gt: {i}"));
        SigmaRule rule = Load(
            $"s:\n    A|re: 'qzqz\\d'{beside}\nn:\n    - A|startswith: x{many}\ncondition: s and not n"
        );
        RegexMatcher expression = rule
            .Condition.Predicates()
            .OfType<FieldExpression>()
            .Select(static p => p.Matcher)
            .OfType<RegexMatcher>()
            .Single();
        CompiledEvaluator evaluator = Evaluator(rule);
        for (int i = 0; i < 2; i++)
        {
            Reads(evaluator, ("A", "xqzqz1"));
            Assert.Empty(_held);
            Assert.False(expression.WasAsked());
        }

        Reads(evaluator, ("A", "qzqz1"));
        Assert.Equal([0], _held);
        Assert.True(expression.WasAsked());
    }

    [Theory]
    [InlineData("s:\n    A|contains: qzqzqzqz\n    B: [aaa, b1, ccc, ddd]\ncondition: s")]
    [InlineData("s:\n    B|re: '^c'\ncondition: not s")]
    [InlineData("s:\n    A|contains: qzqzqzqz\nt:\n    B|re: '^b'\ncondition: s and t")]
    public void A_field_that_many_ask_for_comes_into_the_key_whatever_asks(string detection)
    {
        BringsBIn(Evaluator(Load(detection), Rule("A|contains: qzqzqzqz")));
    }

    [Fact]
    public void A_field_that_a_filter_asks_for_comes_into_the_key_too()
    {
        string rule = Sample.Rule("s:\n    A|contains: qzqzqzqz\ncondition: s");
        RuleSet set = RuleSet.Parse(
            $"{rule}---\n{rule}---\ntitle: F\nlogsource:\n    product: windows\nfilter:\n    rules: any\n    f:\n        B|re: '^c'\n    condition: not f\n",
            "r.yml",
            SigmaOptions.Default with
            {
                Fields = _table,
            }
        );
        CompiledEvaluator evaluator = Evaluator([.. RuleAdjuster.Adjust(set, null, default).Set.Rules]);
        BringsBIn(evaluator);
        Reads(evaluator, ("A", "qzqzqzqz0"), ("B", "c1"));
        Assert.Empty(_held);
    }

    [Fact]
    public void A_field_that_few_ask_for_at_a_time_does_not_come_into_the_key()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqzqzqz\n    B|re: '^b'"));
        for (int i = 0; i < 3 * Window; i++)
        {
            Reads(evaluator, ("A", $"qzqzqzqz{i / Window} {i % 8}"), ("B", "b1"));
        }

        Reads(evaluator, ("A", "qzqzqzqz0 0"), ("B", "b1"));
        Assert.Equal(1, Reads(evaluator, ("A", "qzqzqzqz0 0"), ("B", "b1")));
    }

    [Theory]
    [InlineData(128, 2)]
    [InlineData(129, 1)]
    public void A_field_is_left_out_where_more_than_a_quarter_of_the_events_are_not_known(int news, int reads)
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqz"), Rule("N|contains: zqzq"));
        for (int i = 0; i < 4 * Window; i++)
        {
            Reads(evaluator, ("A", "a"), ("N", i % Window < news ? $"n{i}" : "n"));
        }

        // Where it is left out, A is known.
        Reads(evaluator, ("A", "a"), ("N", "n"));
        Assert.Equal(reads, Reads(evaluator, ("A", "a"), ("N", "new")));
    }

    [Fact]
    public void After_one_field_the_next_is_left_out_sooner()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("N|contains: qqzz"),
            Rule("A|contains: qzqz"),
            Rule("M|contains: zqzq")
        );
        for (int i = 0; i < 2 * Window; i++)
        {
            Reads(evaluator, ("A", "a"), ("M", "m"), ("N", $"n{i}"));
        }

        int events = 0;
        while (Reads(evaluator, ("A", "a"), ("M", $"m{events}"), ("N", "n")) == 3)
        {
            Assert.True(++events < 4 * Window, "it is never left out");
        }

        Assert.Equal(Window + 1, events);
        Assert.Equal(2, Reads(evaluator, ("A", "a"), ("M", "new"), ("N", "n")));
    }

    [Fact]
    public void Where_no_field_is_left_out_what_is_known_stays_known()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqz"));
        KeyedEvent one = Plain(("A", "qzqz"));
        for (int i = 0; i < TryAgain + (2 * Window); i++)
        {
            evaluator.Evaluate(one, _held);
        }

        Assert.Equal(1, one.Reads);
        Assert.Equal([0], _held);
    }

    [Fact]
    public void Each_time_it_is_longer_until_all_fields_are_tried_again()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("N|contains: zqzq"));
        Assert.InRange(UntilKnown(0), TryAgain - (4 * Window), TryAgain + 3);
        Assert.InRange(UntilKnown(1), (2 * TryAgain) - (4 * Window), (2 * TryAgain) + 3);

        int UntilKnown(int time)
        {
            for (int i = 0; i < 3 * Window; i++)
            {
                Reads(evaluator, ("N", $"n{time} {i}"));
            }

            KeyedEvent same = Plain(("N", $"zqzq{time}"));
            int events = 0;
            for (int reads = -1; reads < same.Reads && events < 4 * TryAgain; events++)
            {
                reads = same.Reads;
                evaluator.Evaluate(same, _held);
            }

            return events;
        }
    }

    [Theory]
    [InlineData(58, 0)]
    [InlineData(59, 59)]
    public void A_field_that_several_are_made_of_counts_once(int others, int reads)
    {
        // A user is made of six fields, of which the rules ask for one by its own name as well.
        CompiledEvaluator evaluator = Evaluator([
            Rule("User|contains: zqzq", Creation),
            Rule("SubjectUserName|contains: zqzq", Creation),
            .. Enumerable.Range(0, others).Select(i => Rule($"F{i}|contains: qzqz", Creation)),
        ]);
        (string, object?)[] values =
        [
            ("SubjectUserName", "zqzq"),
            .. Enumerable.Range(0, others).Select(static i => ($"F{i}", (object?)"b")),
        ];
        Started(evaluator, values);
        Assert.Equal(reads, Math.Min(reads, Started(evaluator, values).Reads));
        Assert.Equal(reads == 0, Started(evaluator, values).Reads == 0);
        Assert.Equal([0, 1], _held);
    }

    [Fact]
    public void A_list_of_a_field_that_is_missing_and_may_have_been_there_is_not_known()
    {
        CompiledEvaluator evaluator = Evaluator(
            Load(
                "s:\n    Image|endswith: '\\qzqz.exe'\nn:\n    CommandLine: [aaaa11, bbbb22, cccc33, dddd44]\ncondition: s and not n",
                Creation
            ),
            Rule("CommandLine: [aaaa11, bbbb22, cccc33, dddd44]", Creation)
        );
        for (int i = 0; i < 3; i++)
        {
            Started(evaluator, ("NewProcessName", @"C:\qzqz.exe"));
            Assert.Empty(_held);
            Started(evaluator, ("NewProcessName", @"C:\qzqz.exe"), ("CommandLine", "no"));
            Assert.Equal([0], _held);
            Started(evaluator, ("NewProcessName", @"C:\qzqz.exe"), ("CommandLine", "bbbb22"));
            Assert.Equal([1], _held);
        }
    }

    [Fact]
    public void Keywords_are_found_in_texts_that_are_made_of_fields_which_the_key_does_not_know()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("Image|endswith: '\\qzqz.exe'", Creation),
            Load("k: ['corp\\zqzq']\ncondition: k", Creation)
        );
        for (int i = 0; i < 3; i++)
        {
            StartedBy(evaluator, "u");
            Assert.Equal([0], _held);
            StartedBy(evaluator, "zqzq");
            Assert.Equal([0, 1], _held);
        }
    }

    [Fact]
    public void Texts_that_are_made_of_fields_of_the_key_are_not_made_again()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("Image|endswith: '\\qzqz.exe'", Creation),
            Load("k: ['corp\\zqzq']\ncondition: k", Creation),
            Rule("User|contains: nobody", Creation),
            Rule("LogonId|contains: nothing", Creation),
            Rule("IntegrityLevel|contains: nowhere", Creation)
        );
        for (int i = 0; i < 3; i++)
        {
            KeyedEvent quiet = StartedBy(evaluator, "u");
            Assert.Equal([0], _held);
            Assert.Equal((i == 0, 0), (quiet.Reads > 0, quiet.Visits));
            KeyedEvent loud = StartedBy(evaluator, "zqzq");
            Assert.Equal([0, 1], _held);
            Assert.True(loud.Visits > 0);
        }
    }

    [Fact]
    public void What_was_learned_outlasts_events_that_other_rules_are_for()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("A|contains: qzqz"),
            Rule("Provider_Name: X\n    A|contains: zqzq")
        );
        Reads(evaluator, ("A", "qzqz"));
        // The first event of a kind is read to see which rules it is for.
        Assert.Equal(1, Of("X") - Of("Q"));

        int Of(string provider)
        {
            KeyedEvent one = Plain(provider, ("A", "qzqz"));
            evaluator.Evaluate(one, _held);
            Assert.Equal([0], _held);
            return one.Reads;
        }
    }

    private void BringsBIn(CompiledEvaluator evaluator)
    {
        for (int i = 0; i < Window; i++)
        {
            Reads(evaluator, ("A", $"qzqzqzqz{i % 20}"), ("B", "b1"));
            Assert.Equal([0, 1], _held);
        }

        Reads(evaluator, ("A", "qzqzqzqz0"), ("B", "b1"));
        Assert.Equal(0, Reads(evaluator, ("A", "qzqzqzqz0"), ("B", "b1")));
        Assert.Equal([0, 1], _held);
    }

    // B is new in every event, so that it is left out of the key.
    private CompiledEvaluator WithoutB(params SigmaRule[] rules)
    {
        CompiledEvaluator evaluator = Evaluator(rules);
        for (int i = 0; i < 4 * Window; i++)
        {
            Reads(evaluator, ("A", "a"), ("B", $"b{i}"));
            Assert.Empty(_held);
        }

        return evaluator;
    }

    private KeyedEvent StartedBy(CompiledEvaluator evaluator, string user) =>
        Started(
            evaluator,
            ("NewProcessName", @"C:\qzqz.exe"),
            ("SubjectDomainName", "CORP"),
            ("SubjectUserName", user),
            ("SubjectLogonId", "0x3e7")
        );

    private KeyedEvent Started(CompiledEvaluator evaluator, params (string Name, object? Value)[] fields)
    {
        EventSnapshot made = Sample.Event(
            _table,
            [("EventID", 4688), ("Channel", "Security"), ("Provider_Name", Auditing), .. fields]
        );
        KeyedEvent one = new(
            new EventSnapshot(
                _table,
                new EventOrigin
                {
                    Source = "made",
                    Product = "windows",
                    Channel = "Security",
                    Provider = Auditing,
                    Code = 4688,
                },
                made.All
            )
        );
        evaluator.Evaluate(one, _held);
        return one;
    }
}

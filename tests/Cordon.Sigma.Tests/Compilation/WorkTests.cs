using System.Runtime.CompilerServices;
using Cordon.Events;
using Cordon.Sigma.Compilation;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>What an event costs: which rules are evaluated and which fields read. The answers alone would not tell.</summary>
public sealed class WorkTests
{
    private readonly FieldTable _table = new();
    private readonly List<int> _held = [];
    private readonly Numbering _filterNumbers = new();

    [Fact]
    public void Only_rules_one_of_whose_witnesses_is_there_are_evaluated()
    {
        int evaluated = 0;
        int spared = 0;
        for (int seed = 0; seed < CompiledRuleSetTests.Most(12); seed++)
        {
            var random = new RandomRules(seed);
            var table = new FieldTable();
            SigmaRule[] rules =
            [
                .. Enumerable
                    .Range(0, 40)
                    .SelectMany(i =>
                        RuleSet.Parse(random.Rule(), $"r{i}.yml", SigmaOptions.Default with { Fields = table }).Rules
                    ),
            ];
            CompiledGroup group = Group(rules);
            var runner = new GroupRunner();
            var interpreter = new SigmaInterpreter();
            for (int i = 0; i < 60; i++)
            {
                EventSnapshot one = random.Event(table);
                HashSet<int> sure = [];
                HashSet<int> possible = [];
                for (int predicate = 0; predicate < group.Predicates.Length; predicate++)
                {
                    Span<int> concerned = group.WitnessRules.AsSpan(
                        group.WitnessStarts[predicate]..group.WitnessStarts[predicate + 1]
                    );
                    bool holds = interpreter.Evaluate(group.Predicates[predicate], one) == Truth.True;
                    foreach (int rule in concerned)
                    {
                        _ = holds && sure.Add(rule);
                        _ = (holds || group.Matchers[predicate] is RegexMatcher) && possible.Add(rule);
                    }
                }

                for (int time = 0; time < 2; time++)
                {
                    _held.Clear();
                    runner.Run(group, one, one, null, _held);
                    Assert.Equal(runner.Candidates.Count, runner.Candidates.Distinct().Count());
                    Assert.True(possible.IsSupersetOf(runner.Candidates), $"seed {seed}, event {i}");
                    // What a value that came before speaks against is not even tried.
                    sure.RemoveWhere(rule => !interpreter.Matches(rules[rule], one));
                    Assert.True(sure.IsSubsetOf(runner.Candidates), $"seed {seed}, event {i}");
                    Assert.Equal(
                        rules.Index().Where(r => interpreter.Matches(r.Item, one)).Select(static r => r.Index),
                        _held.Order()
                    );
                }

                evaluated += runner.Candidates.Count;
                spared += rules.Length - runner.Candidates.Count - group.Always.Length;
            }
        }

        Assert.True(evaluated > 100);
        Assert.True(spared > 2 * evaluated);
    }

    [Fact]
    public void An_expression_whose_text_is_not_there_is_no_candidate_and_one_that_failed_is_none_again()
    {
        var runner = new GroupRunner();
        CompiledGroup group = Group([Rule("A|re: 'qzqz\\d'")]);
        Assert.Empty(Candidates(runner, group, Made(("A", "qzq1"))));
        Assert.Equal([0], Candidates(runner, group, Made(("A", "qzqz"))));
        Assert.Empty(_held);
        // What it came to is remembered with the value.
        Assert.Empty(Candidates(runner, group, Made(("A", "qzqz"))));
        Assert.Equal([0], Candidates(runner, group, Made(("A", "qzqz1"))));
        Assert.Equal([0], Candidates(runner, group, Made(("A", "qzqz1"))));
        Assert.Equal([0], _held);
        Assert.Empty(Candidates(runner, group, Made(("B", "qzqz1"))));
        Assert.Empty(Candidates(runner, group, Made(("A", "qzq"), ("A", "zqz1"))));
        Assert.Equal([0], Candidates(runner, group, Made(("A", "no"), ("A", "qzqz1"))));
        Assert.Equal([0], _held);
    }

    [Fact]
    public void A_rule_that_a_value_speaks_against_is_no_candidate_when_the_value_comes_again()
    {
        var runner = new GroupRunner();
        CompiledGroup group = Group([
            Load("s:\n    A|endswith: qzqz\nn:\n    A|startswith: x\ncondition: s and not n"),
            Load("s:\n    A|endswith: qzqz\nn:\n    B|startswith: x\ncondition: s and not n"),
            Load("s:\n    A|endswith: qzqz\nn:\n    A|re: '^x'\ncondition: s and not n"),
        ]);
        Assert.Equal([0, 1, 2], Candidates(runner, group, Made(("A", "xqzqz"), ("B", "b"))));
        Assert.Equal([1], _held);
        // An expression is not run to find out.
        Assert.Equal([1, 2], Candidates(runner, group, Made(("A", "xqzqz"), ("B", "x"))));
        Assert.Empty(_held);
        Assert.Equal([1, 2], Candidates(runner, group, Made(("A", "xqzqz"), ("B", "b"))));
        Assert.Equal([1], _held);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal([0, 1, 2], Candidates(runner, group, Made(("A", "yqzqz"))));
            Assert.Equal([0, 1, 2], _held.Order());
        }

        // Several values are asked together, and another value may speak for the rule.
        Assert.Equal([0, 1, 2], Candidates(runner, group, Made(("A", "xqzqz"), ("A", "yqzqz"))));
    }

    [Fact]
    public void What_several_rules_test_is_tested_once_and_no_more_than_is_needed()
    {
        CompiledGroup group = Group([
            Rule("A|contains: qzqzqzqz\n    B|re: '^b'\n    C|gt: 5"),
            Rule("A|contains: zqzqzqzq\n    B|re: '^b'\n    C|gt: 5"),
            Rule("A|contains: zzzzqqqq\n    L: [aaa, bbb, ccc, ddd]"),
            Rule("A|contains: qqqqzzzz\n    L: [ddd, ccc, bbb, aaa]"),
        ]);
        Assert.Single(group.Lists);
        Assert.Equal("A", string.Join(' ', group.Filters.Select(f => _table.NameOf(f.Field!.Value))));
        var runner = new GroupRunner();
        const string All = "qzqzqzqz zqzqzqzq zzzzqqqq qqqqzzzz";
        Assert.Equal(1, Reads(runner, group, ("A", "nothing"), ("B", "b"), ("C", "7"), ("L", "aaa")));
        Assert.Equal(4, Reads(runner, group, ("A", All), ("B", "b"), ("C", "7"), ("L", "aaa")));
        Assert.Equal([0, 1, 2, 3], _held.Order());
        Assert.Equal(3, Reads(runner, group, ("A", All), ("B", "b"), ("C", "4"), ("L", "xxx")));
        Assert.Empty(_held);
        // Where one operand fails the next is not asked.
        Assert.Equal(2, Reads(runner, group, ("A", "qzqzqzqz"), ("B", "b"), ("C", "4")));
        Assert.Empty(_held);
        Assert.Equal(3, Reads(runner, group, ("A", "qzqzqzqz"), ("B", "b"), ("C", "7")));
        Assert.Equal([0], _held);
    }

    [Fact]
    public void Of_alternatives_none_is_asked_behind_one_that_holds()
    {
        CompiledGroup group = Group([
            Load(
                "s:\n    A|contains: qzqzqzqz\nx:\n    B|contains: zqzqzq\ny:\n    C|re: zqzqzq\ncondition: s and (x or y)"
            ),
        ]);
        var runner = new GroupRunner();
        Assert.Equal(2, Reads(runner, group, ("A", "qzqzqzqz"), ("B", "zqzqzq"), ("C", "zqzqzq")));
        Assert.Equal([0], _held);
        Assert.Equal(3, Reads(runner, group, ("A", "qzqzqzqz"), ("B", "no"), ("C", "zqzqzq")));
        Assert.Equal([0], _held);
    }

    [Fact]
    public void Several_values_are_read_until_one_fits()
    {
        CompiledGroup group = Group([Rule("A|contains: qzqzqzqz\n    B|re: '^.$'\n    L: [aaa, bbb, ccc, ddd]")]);
        var runner = new GroupRunner();
        (string, object?)[] fields =
        [
            ("A", "no"),
            ("A", "qzqzqzqz"),
            ("B", "no"),
            ("B", "1"),
            ("B", "2"),
            ("L", "no"),
            ("L", "aaa"),
            ("L", "bbb"),
        ];
        // The first of a field is read to know how many there are.
        Assert.Equal(3 + 2 + 2, Reads(runner, group, fields));
        Assert.Equal([0], _held);
        Assert.Equal(7, Reads(runner, group, [("A", "qzqzqzqz"), ("A", "x"), .. fields[2..]]));
        Assert.Equal([0], _held);
        Reads(runner, group, [("A", "no"), ("A", "no"), .. fields[2..]]);
        Assert.Empty(_held);
    }

    [Theory]
    [InlineData(14, 2)]
    [InlineData(15, 1)]
    public void Where_many_ends_are_looked_for_another_one_is_too(int witnesses, int reads)
    {
        CompiledGroup group = Group([
            .. Enumerable.Range(0, witnesses).Select(i => Rule($"A|endswith: qzqzq{(char)('a' + i)}")),
            Rule("A|contains: zqzqzqzqzqzq\n    A|endswith: '.exe'"),
        ]);
        var runner = new GroupRunner();
        // All that are looked for anyway, and from sixteen of them on the one more.
        Assert.Equal(witnesses + (witnesses < 15 ? 1 : 2), group.FilterOf.Count(static f => f >= 0));
        Assert.Equal(reads, Reads(runner, group, ("A", "zqzqzqzqzqzq.exe")));
        Assert.Equal([witnesses], _held);
        Reads(runner, group, ("A", "zqzqzqzqzqzq.dll"));
        Assert.Empty(_held);
    }

    [Fact]
    public void Values_that_are_too_short_are_not_tested()
    {
        CompiledGroup group = Group([Rule("A|re: '^....'"), Rule("A|re: '^..'")]);
        var runner = new GroupRunner();
        Assert.Empty(Candidates(runner, group, Made(("A", "1"))));
        Assert.Equal([1], Candidates(runner, group, Made(("A", "123"))));
        Assert.Equal([0, 1], Candidates(runner, group, Made(("A", "1234"))).Order());
        Assert.Equal([0, 1], Candidates(runner, group, Made(("A", "1"), ("A", "1234"), ("A", "12"))).Order());
        Assert.Empty(Candidates(runner, group, Made(("A", "1"), ("A", "2"))));
    }

    [Fact]
    public void Keywords_are_looked_for_in_texts_first()
    {
        CompiledGroup group = Group([Load("k: [whoami, mimikatz]\ncondition: k")]);
        var runner = new GroupRunner();
        KeyedEvent quiet = Made(("A", "nothing"), ("B", "here"), ("C", 5));
        Candidates(runner, group, quiet);
        Assert.Equal((0, 2), (quiet.Visits, quiet.TextsShown));
        KeyedEvent loud = Made(("A", "nothing"), ("B", "mimikatz"), ("C", "here"));
        Candidates(runner, group, loud);
        Assert.Equal([0], _held);
        // Nothing more is shown once one may hold it.
        Assert.Equal((1, 2), (loud.Visits, loud.TextsShown));
        Candidates(runner, group, quiet);
        Assert.Equal(0, quiet.Visits);
        Assert.Empty(_held);
        // Texts may be joined where values are not.
        KeyedEvent part = Made(("A", "who"), ("B", "ami"));
        Candidates(runner, group, part);
        Assert.Empty(_held);
        CompiledGroup anywhere = Group([Load("k: ['4711']\ncondition: k")]);
        KeyedEvent number = Made(("A", "x"), ("B", 47_110));
        Candidates(runner, anywhere, number);
        Assert.Equal((1, 0), (number.Visits, number.TextsShown));
        Assert.Equal([0], _held);
    }

    [Fact]
    public void A_text_that_many_events_share_may_be_harmless_for_one_rule_and_not_for_another()
    {
        // Texts of odd length are shared.
        KeyedEvent one = Made(("A", "mimikatz!"), ("B", "x"));
        CompiledGroup first = Group([Load("k: [whoami]\ncondition: k")]);
        CompiledGroup second = Group([Load("k: [mimikatz]\ncondition: k")]);
        var runner = new GroupRunner();
        for (int i = 0; i < 3; i++)
        {
            Candidates(runner, first, one);
            Assert.Empty(_held);
            Candidates(runner, second, one);
            Assert.Equal([0], _held);
        }
    }

    [Fact]
    public void Memory_of_one_group_serves_larger_ones()
    {
        var runner = new GroupRunner();
        var interpreter = new SigmaInterpreter();
        KeyedEvent one = Made(("A", "qzqz5"), ("B", "b"), ("L", "aaa"));
        for (int count = 1; count < 40; count += 3)
        {
            SigmaRule[] rules =
            [
                .. Enumerable.Range(0, count).Select(i => Rule($"A|contains: qzqz{i}\n    L: [aaa, bbb, ccc, v{i}]")),
            ];
            Candidates(runner, Group(rules), one);
            Assert.Equal(
                rules.Index().Where(r => interpreter.Matches(r.Item, one)).Select(r => r.Index),
                _held.Order()
            );
        }
    }

    [Fact]
    public void Values_go_on_to_be_remembered_when_the_memory_was_full()
    {
        var runner = new GroupRunner();
        CompiledGroup group = Group([.. Enumerable.Range(0, 6).Select(i => Rule($"A{i}|re: 'qzqz\\d'"))]);
        for (int i = 0; i < 6 * 40; i++)
        {
            Candidates(runner, group, Made(($"A{i % 6}", new string('x', 2_000) + i)));
        }

        // A short value would find a place in what is left.
        string value = "qzqz" + new string('x', 1_900);
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal([i], Candidates(runner, group, Made(($"A{i}", value))));
            Assert.Empty(Candidates(runner, group, Made(($"A{i}", value))));
        }
    }

    [Fact]
    public void What_was_found_in_several_values_is_not_noted_for_another_one()
    {
        CompiledGroup group = Group([
            Rule("A|contains: qqqq"),
            Rule("B|re: 'qzqz\\d'"),
            Rule("C|re: 'zqzq\\d'"),
            Load("s:\n    C|re: 'zqzq\\d'\ncondition: not s"),
        ]);
        var runner = new GroupRunner();
        for (int i = 0; i < 3; i++)
        {
            Candidates(runner, group, Made(("A", "qqqq"), ("B", "qzqz"), ("B", "x"), ("C", "zqzq1")));
            Assert.Equal([0, 2], _held.Order());
        }
    }

    [Fact]
    public void What_stands_in_a_value_many_times_is_found_once()
    {
        CompiledGroup group = Group([Rule("A|contains: '%'"), Rule("A|re: '%\\d'"), Rule("B|contains: '%'")]);
        var runner = new GroupRunner();
        // More often than there may be hits in a value that is remembered.
        KeyedEvent one = Made(("A", new string('%', 1_500)));
        Assert.Equal([0, 1], Candidates(runner, group, one).Order());
        Assert.Equal([0], Candidates(runner, group, one));
        Assert.Equal([0], _held);
    }

    [Theory]
    [InlineData("'|re': '^.{3}$'", true)]
    [InlineData("'|re': '^.{4}$'", false)]
    [InlineData("'': '?'", true)]
    public void Keywords_that_no_index_finds_are_tested_on_every_value(string keyword, bool fires)
    {
        var runner = new GroupRunner();
        foreach (
            string detection in new[]
            {
                $"k:\n    {keyword}\ncondition: k",
                $"k:\n    {keyword}\nq: [mimikatz]\ncondition: k or q",
            }
        )
        {
            CompiledGroup group = Group([Load(detection)]);
            KeyedEvent one = Made(("A", "abcdef"), ("B", "xyz"), ("C", 456));
            Candidates(runner, group, one);
            Assert.Equal(fires ? [0] : [], _held);
            Assert.Equal(
                group.Predicates.Count(p => new SigmaInterpreter().Evaluate(p, one) == Truth.True),
                _held.Count
            );
        }
    }

    [Fact]
    public void An_expression_is_made_ready_when_nothing_else_fails_and_not_before()
    {
        SigmaRule rule = Rule("A|re: 'qzqz\\d'\n    B|gt: 5");
        RegexMatcher expression = rule
            .Condition.Predicates()
            .OfType<FieldExpression>()
            .Select(static p => p.Matcher)
            .OfType<RegexMatcher>()
            .Single();
        CompiledGroup group = Group([rule]);
        var runner = new GroupRunner();
        Assert.Equal([0], Candidates(runner, group, Made(("A", "qzqz1"), ("B", 4))));
        Assert.Equal([0], Candidates(runner, group, Made(("A", "qzqz1"), ("A", "qzqz2"), ("B", 4))));
        Assert.False(expression.WasAsked());
        Candidates(runner, group, Made(("A", "qzqz1"), ("B", 6)));
        Assert.True(expression.WasAsked());
        Assert.Equal([0], _held);
    }

    [Fact]
    public void A_list_all_of_whose_values_are_looked_for_is_not_read_again()
    {
        CompiledGroup group = Group([Rule("L: [aaaa11, bbbb22, cccc33, dddd44]")]);
        var runner = new GroupRunner();
        Assert.Equal(1, Reads(runner, group, ("L", "bbbb22")));
        Assert.Equal([0], _held);
        Assert.Equal(1, Reads(runner, group, ("L", "bbbb23")));
        Assert.Empty(_held);
        Reads(runner, group, ("L", "no"), ("L", "dddd44"));
        Assert.Equal([0], _held);
        Assert.Equal(0, Reads(runner, group, ("M", "bbbb22")));
        Assert.Empty(_held);
    }

    [Fact]
    public void A_list_of_whose_values_another_rule_looks_for_one_is_asked_whole()
    {
        CompiledGroup group = Group([
            Rule("A|contains: qzqzqzqz\n    L: [aaaa11, bbbb22, cccc33, dddd44]"),
            Rule("L: aaaa11"),
        ]);
        var runner = new GroupRunner();
        foreach (string value in new[] { "aaaa11", "bbbb22", "dddd44", "eeee55" })
        {
            Candidates(runner, group, Made(("A", "qzqzqzqz"), ("L", value)));
            Assert.Equal(
                value switch
                {
                    "aaaa11" => [0, 1],
                    "eeee55" => Array.Empty<int>(),
                    _ => [0],
                },
                _held.Order()
            );
        }
    }

    [Fact]
    public void A_list_is_not_held_by_a_value_that_was_tested_before_it_and_is_not_there()
    {
        CompiledGroup group = Group([
            Load("s:\n    A|contains: qzqzqzqz\nn:\n    L: aaaa11\ncondition: s and not n"),
            Load("s:\n    A|contains: qzqzqzqz\nn:\n    L: [aaaa11, bbbb22, cccc33, dddd44]\ncondition: s and not n"),
            Rule("L: [aaaa11, bbbb22, cccc33, dddd44]"),
        ]);
        var runner = new GroupRunner();
        foreach (string value in new[] { "no", "bbbb22", "aaaa11", "no" })
        {
            Candidates(runner, group, Made(("A", "qzqzqzqz"), ("L", value)));
            Assert.Equal(
                value switch
                {
                    "aaaa11" => [2],
                    "bbbb22" => [0, 2],
                    _ => [0, 1],
                },
                _held.Order()
            );
        }
    }

    [Fact]
    public void Rules_of_a_value_are_found_once()
    {
        CompiledGroup group = Group([
            Load("s:\n    A|endswith: qzqz\nn:\n    A|contains: [a11, b22, c33, d44]\ncondition: s and not n"),
        ]);
        var runner = new GroupRunner();
        // When a value comes again, what else a rule asks of it is asked; from then on it is known that no rule can hold.
        Assert.Equal(2, Reads(runner, group, ("A", "a11qzqz")));
        Assert.Equal(2, Reads(runner, group, ("A", "a11qzqz")));
        Assert.Equal(1, Reads(runner, group, ("A", "a11qzqz")));
        Assert.Empty(_held);
    }

    [Fact]
    public void Which_of_several_expressions_failed_is_noted_with_their_own_value()
    {
        CompiledGroup group = Group([Rule("A|re: 'qzqz\\d'\n    B|gt: 5"), Rule("A|re: 'zqqz\\d'\n    B|gt: 5")]);
        var runner = new GroupRunner();
        Candidates(runner, group, Made(("A", "qzqz7"), ("B", 4)));
        Candidates(runner, group, Made(("A", "qzqz1 zqqz"), ("B", 4)));
        for (int i = 0; i < 2; i++)
        {
            Candidates(runner, group, Made(("A", "qzqz1 zqqz"), ("B", 6)));
            Assert.Equal([0], _held);
            Candidates(runner, group, Made(("A", "qzqz7"), ("B", 6)));
            Assert.Equal([0], _held);
        }
    }

    [Fact]
    public void Nothing_is_taken_for_known_when_runs_are_numbered_anew()
    {
        CompiledGroup group = Group([
            Load("s:\n    A|contains: qzqz\ncondition: not s"),
            Rule("A|contains: zqzq\n    L: [aaa, bbb, ccc, ddd]"),
            Rule("A|contains: qzqz"),
        ]);
        var runner = new GroupRunner();
        for (int i = 0; i < 2; i++)
        {
            Candidates(runner, group, Made(("A", "qzqz zqzq"), ("L", "no")));
            Assert.Equal([2], _held);
            RunOf(runner) = uint.MaxValue / 4;
            Candidates(runner, group, Made(("A", "zqzq"), ("L", "aaa")));
            Assert.Equal([0, 1], _held.Order());
            Assert.Equal(1u, RunOf(runner));
            RunOf(runner) = uint.MaxValue / 4;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_run")]
    private static extern ref uint RunOf(GroupRunner runner);

    [Fact]
    public void Keywords_that_are_not_there_have_no_field_that_could_be_missing()
    {
        // The field that the table knows first is not there.
        CompiledGroup group = Group([
            Rule("Z|contains: zqzq"),
            Load("s:\n    A|contains: qzqz\nk: [mimikatz]\ncondition: s and not k"),
            Load("k: [mimikatz]\ncondition: k"),
        ]);
        var runner = new GroupRunner();
        Candidates(runner, group, Made(("A", "qzqz")));
        Assert.Equal([1], _held);
        Candidates(runner, group, Made(("A", "qzqz mimikatz")));
        Assert.Equal([2], _held);
    }

    [Fact]
    public void A_group_has_each_thing_once()
    {
        CompiledGroup group = Group([
            Rule("A|contains: qzqzqz"),
            Rule("A|contains: qzqzqz\n    B: b"),
            Load("s:\n    A|contains: qzqzqz\nt:\n    C: c\ncondition: not s and not t"),
            Load("s:\n    A|contains: [qzqzqz, zqzqzq]\nt:\n    A|contains: [zqzqzq, qzqzqz]\ncondition: s or t"),
            Rule("B: b\n    C|fieldref: D"),
        ]);
        Assert.Equal([0, 1, 2, 3, 4], group.RuleIds);
        Assert.Equal([2], group.Always);
        Assert.Equal(group.Predicates.Length, group.Predicates.Distinct().Count());
        Assert.Equal(group.Predicates.Length + 1, group.WitnessStarts.Length);
        Assert.Equal(group.WitnessRules.Length, group.WitnessStarts[^1]);
        Assert.Equal(group.Fields.Length, group.Fields.Distinct().Count());
        for (int i = 0; i < group.Predicates.Length; i++)
        {
            SigmaPredicate predicate = group.Predicates[i];
            Span<int> rules = group.WitnessRules.AsSpan(group.WitnessStarts[i]..group.WitnessStarts[i + 1]);
            Assert.Equal(rules.ToArray().Distinct(), rules.ToArray());
            Assert.Equal(
                predicate is FieldExpression ? group.Fields[group.FieldOf[i]] : new FieldId(-1),
                predicate is FieldExpression field ? field.FieldId : new FieldId(-1)
            );
            Assert.Equal(predicate is FieldReferenceExpression, group.FieldOf[i] < 0);
            Assert.Equal((predicate as FieldExpression)?.Matcher, group.Matchers[i]);
            Assert.Equal(rules.Length > 0 && PredicatePlanning.Of(predicate).IsIndexed, group.FilterOf[i] >= 0);
        }

        Assert.Equal(
            group.Filters.Select(static f => f.Field!.Value.Value).Order(),
            group.Filters.Select(static f => f.Field!.Value.Value)
        );
    }

    [Fact]
    public void A_rule_that_cannot_hold_is_left_out_and_one_that_must_is_always_tried()
    {
        SigmaRule[] rules = [Rule("A: a"), Rule("B: b"), Rule("C: c")];
        Dictionary<SigmaPredicate, Truth> known = new()
        {
            [rules[0].Condition.Predicates().Single()] = Truth.True,
            [rules[1].Condition.Predicates().Single()] = Truth.False,
            [rules[2].Condition.Predicates().Single()] = Truth.Unknown,
        };
        CompiledGroup group = GroupCompiler.Compile(rules, [0, 1, 2], known, _filterNumbers);
        Assert.Equal([0], group.RuleIds);
        Assert.Equal([0], group.Always);
        Assert.False(group.IsEmpty);
        Assert.Same(CompiledGroup.Empty, GroupCompiler.Compile(rules, [1, 2], known, _filterNumbers));
        Assert.True(CompiledGroup.Empty.IsEmpty);
        var runner = new GroupRunner();
        Candidates(runner, group, Made());
        Assert.Equal([0], _held);
        Candidates(runner, CompiledGroup.Empty, Made());
        Assert.Empty(_held);
    }

    private CompiledGroup Group(SigmaRule[] rules) =>
        GroupCompiler.Compile(
            rules,
            [.. Enumerable.Range(0, rules.Length)],
            new Dictionary<SigmaPredicate, Truth>(),
            _filterNumbers
        );

    private IReadOnlyList<int> Candidates(GroupRunner runner, CompiledGroup group, LogEvent one)
    {
        _held.Clear();
        runner.Run(group, one, one, null, _held);
        return runner.Candidates;
    }

    private int Reads(GroupRunner runner, CompiledGroup group, params (string Name, object? Value)[] fields)
    {
        KeyedEvent one = Made(fields);
        Candidates(runner, group, one);
        return one.Reads;
    }

    private KeyedEvent Made(params (string Name, object? Value)[] fields) => new(Sample.Event(_table, fields));

    private SigmaRule Rule(string selection) => Load($"selection:\n    {selection}\ncondition: selection");

    private SigmaRule Load(string detection) =>
        Sample.Load(Sample.Rule(detection), SigmaOptions.Default with { Fields = _table });
}

using Cordon.Events;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>Which fields are remembered together, seen by which are still read when an event comes again.</summary>
public sealed partial class KeyTests
{
    // So many events are watched before the fields are chosen anew.
    private const int Window = 512;

    private const int TryAgain = 131_072;
    private const string Auditing = "Microsoft-Windows-Security-Auditing";

    private readonly FieldTable _table = new();
    private readonly List<int> _held = [];

    [Fact]
    public void What_an_event_came_to_is_not_worked_out_again()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("A|contains: qzqz"),
            Rule("A|contains: qzqz\n    B|contains: zqzq"),
            Rule("A|contains: qzqz\n    B|re: 'qzqz\\d'"),
            Rule("B|contains: zqzq"),
            Load("s:\n    B: b\ncondition: not s"),
            Rule("A|fieldref: B")
        );
        (string, object?)[] fields = [("A", "qzqz"), ("B", "zqzq qzqz1")];
        Assert.True(Reads(evaluator, fields) > 0);
        Assert.Equal([0, 1, 2, 3, 4], _held);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, Reads(evaluator, fields));
            Assert.Equal([0, 1, 2, 3, 4], _held);
            Assert.Empty(evaluator.Runner.Candidates);
        }

        Assert.True(Reads(evaluator, ("A", "zqzq"), ("B", "zqzq")) > 0);
        Assert.Equal([3, 4, 5], _held);
        // That two fields are alike is found out from both each time.
        Assert.Equal(2, Reads(evaluator, ("A", "zqzq"), ("B", "zqzq")));
        Assert.Equal([3, 4, 5], _held);
        // A field that repeats has no key.
        Assert.True(Reads(evaluator, ("A", "qzqz"), ("A", "qzqz"), ("B", "b")) > 0);
        Assert.True(Reads(evaluator, ("A", "qzqz"), ("A", "qzqz"), ("B", "b")) > 0);
        Assert.Equal([0], _held);
        // A snapshot cannot say what decides its fields.
        evaluator.Evaluate(Plain(fields).Inner, _held);
        Assert.Equal([0, 1, 2, 3, 4], _held);
    }

    [Fact]
    public void A_rule_that_waits_for_something_in_another_field_is_tried_when_it_is_there()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("A|contains: qzqzqzqzqz\n    B|contains: zqzqzq"),
            Load(
                "s:\n    A|contains: qzqzqzqzqz\nx:\n    B|contains: zqzqzq\ny:\n    B|contains: qqzzqq\ncondition: s and (x or y)"
            ),
            Load("s:\n    A|contains: qzqzqzqzqz\nn:\n    B|contains: zqzqzq\ncondition: s and not n"),
            Rule("B|contains: zqzqzq"),
            Rule("B|contains: qqzzqq")
        );
        // B is new in every event, so that A alone is remembered.
        for (int i = 0; i < 4 * Window; i++)
        {
            evaluator.Evaluate(Plain(("A", "qzqzqzqzqz"), ("B", $"b{i}")), _held);
            Assert.Equal([2], _held);
        }

        Assert.Equal([2], evaluator.Runner.Candidates);
        evaluator.Evaluate(Plain(("A", "qzqzqzqzqz"), ("B", "one zqzqzq")), _held);
        Assert.Equal([0, 1, 3], _held);
        evaluator.Evaluate(Plain(("A", "qzqzqzqzqz"), ("B", "one qqzzqq")), _held);
        Assert.Equal([1, 2, 4], _held);
        Assert.Equal([1, 2, 4], evaluator.Runner.Candidates.Order());
        evaluator.Evaluate(Plain(("A", "qzqzqzqzqz"), ("B", "one"), ("B", "two qqzzqq")), _held);
        Assert.Equal([1, 2, 4], _held);
        evaluator.Evaluate(Plain(("A", "qzqzqzqzqz")), _held);
        Assert.Equal([2], _held);
    }

    [Fact]
    public void A_rule_is_decided_by_the_key_whatever_is_asked_first()
    {
        // Of the two operands the one on B is tested first, as it is the rarer one.
        CompiledEvaluator evaluator = Evaluator(
            Load(
                "s:\n    A|contains: qzqzqzqzqz\nx:\n    B|contains: 'aa'\ny:\n    A|startswith: x\ncondition: s and x and y"
            )
        );
        for (int i = 0; i < 4 * Window; i++)
        {
            evaluator.Evaluate(Plain(("A", "qzqzqzqzqz"), ("B", $"aa{i}")), _held);
            Assert.Empty(_held);
        }

        Assert.Empty(evaluator.Runner.Candidates);
        evaluator.Evaluate(Plain(("A", "xqzqzqzqzqz"), ("B", "aa")), _held);
        Assert.Equal([0], _held);
    }

    [Fact]
    public void What_depends_on_more_is_asked_each_time_until_many_asked()
    {
        // B is no witness: nothing reads it but the rule.
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqzqzqz\n    B|re: '^b'"));
        Assert.Equal(2, Reads(evaluator, ("A", "qzqzqzqz"), ("B", "b1")));
        for (int i = 1; i < Window - 1; i++)
        {
            Assert.Equal(1, Reads(evaluator, ("A", "qzqzqzqz"), ("B", $"{(i % 2 == 0 ? 'b' : 'c')}1")));
            Assert.Equal(i % 2 == 0 ? [0] : [], _held);
            Assert.Equal([0], evaluator.Runner.Candidates);
        }

        Reads(evaluator, ("A", "qzqzqzqz"), ("B", "b1"));
        // What is asked is only noted when something is learned, so that new programs have to come.
        for (int i = 0; i < 2 * Window; i++)
        {
            Reads(evaluator, ("A", $"qzqzqzqz{i % 20}"), ("B", "b1"));
        }

        Reads(evaluator, ("A", "qzqzqzqz"), ("B", "b1"));
        Assert.Equal(0, Reads(evaluator, ("A", "qzqzqzqz"), ("B", "b1")));
        Assert.Equal([0], _held);
        Assert.NotEqual(0, Reads(evaluator, ("A", "qzqzqzqz"), ("B", "c1")));
        Assert.Empty(_held);
        Assert.Equal(0, Reads(evaluator, ("A", "qzqzqzqz"), ("B", "c1")));
        Assert.Empty(_held);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 0)]
    [InlineData(20, 0)]
    public void So_many_that_ask_for_a_field_bring_it_into_the_key(int asking, int reads)
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqzqzqz\n    B|re: '^b'"));
        for (int i = 0; i < Window; i++)
        {
            Reads(evaluator, ("A", $"qzqzqzqz{i % asking}"), ("B", "b1"));
        }

        Reads(evaluator, ("A", "qzqzqzqz0"), ("B", "b1"));
        Assert.Equal(reads, Reads(evaluator, ("A", "qzqzqzqz0"), ("B", "b1")));
        Assert.Equal([0], _held);
    }

    [Fact]
    public void A_field_that_is_new_in_every_event_is_left_out_until_all_are_tried_again()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqz"), Rule("N|contains: zqzq"));
        int events = 0;
        while (Reads(evaluator, ("A", "a"), ("N", $"n{events}")) == 2)
        {
            Assert.Empty(_held);
            Assert.True(++events < 4 * Window, "it is never left out");
        }

        // The first event that finds A known comes after two windows and one event to learn.
        Assert.Equal((2 * Window) + 1, events);
        for (int i = 0; i < 3 * Window; i++)
        {
            Assert.Equal(1, Reads(evaluator, ("A", "a"), ("N", $"m{i} zqzq")));
            Assert.Equal([1], _held);
        }

        Assert.Equal(1, Reads(evaluator, ("A", "a"), ("N", "n")));
        Assert.Equal(1, Reads(evaluator, ("A", "a"), ("N", "n")));
        KeyedEvent same = Plain(("A", "a"), ("N", "n"));
        int until = 0;
        int reads = same.Reads;
        for (int before = 0; ; before = reads)
        {
            evaluator.Evaluate(same, _held);
            reads = same.Reads;
            if (reads == before)
            {
                break;
            }

            if (++until > 2 * TryAgain)
            {
                Assert.Fail("all fields are never tried again");
            }
        }

        Assert.InRange(until, TryAgain - (8 * Window), TryAgain + 2);
        evaluator.Evaluate(same, _held);
        Assert.Equal(reads, same.Reads);
        Assert.Empty(_held);
    }

    [Fact]
    public void Where_every_field_is_new_nothing_is_remembered_until_all_are_tried_again()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("N|contains: zqzq"));
        for (int i = 0; i < 3 * Window; i++)
        {
            Assert.Equal(1, Reads(evaluator, ("N", $"n{i}")));
        }

        KeyedEvent same = Plain(("N", "zqzq"));
        int events = 0;
        for (int reads = -1; reads < same.Reads; events++)
        {
            reads = same.Reads;
            evaluator.Evaluate(same, _held);
            if (_held.Count != 1 || events > 2 * TryAgain)
            {
                Assert.Fail($"{_held.Count} rules held, {events} events");
            }
        }

        Assert.InRange(events, TryAgain - (4 * Window), TryAgain + 3);
    }

    [Fact]
    public void Values_that_come_in_ever_new_combinations_are_not_remembered_together_for_ever()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqz"), Rule("B|contains: zqzq"));
        var random = new Random(5);
        int[] reads = new int[8];
        for (int i = 0; i < reads.Length * Window; i++)
        {
            reads[i / Window] += Reads(evaluator, ("A", $"a{random.Next(60)}"), ("B", $"b{random.Next(60)}"));
        }

        // At first all values are new; after some patience one field is left out, and the other's are known.
        Assert.All(reads[..4], static r => Assert.InRange(r, 1.1 * Window, 2 * Window));
        Assert.All(reads[5..], static r => Assert.InRange(r, Window, 1.1 * Window));
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 65)]
    public void So_many_fields_can_be_remembered_together(int fields, int reads)
    {
        CompiledEvaluator evaluator = Evaluator([
            .. Enumerable.Range(0, fields).Select(i => Rule($"F{i}|contains: qzqz")),
        ]);
        (string, object?)[] values =
        [
            .. Enumerable.Range(0, fields).Select(i => ($"F{i}", (object?)(i % 2 == 0 ? "qzqz" : "b"))),
        ];
        Assert.Equal(fields, Reads(evaluator, values));
        Assert.Equal(reads, Reads(evaluator, values));
        Assert.Equal(Enumerable.Range(0, fields).Where(static i => i % 2 == 0), _held);
    }

    [Fact]
    public void Fields_that_are_compared_are_both_to_be_known()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqz"), Rule("A|fieldref: C"));
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "qzqz"), ("C", "y"));
            Assert.Equal([0], _held);
            Reads(evaluator, ("A", "qzqz"), ("C", "QZQZ"));
            Assert.Equal([0, 1], _held);
        }
    }

    [Fact]
    public void A_list_of_another_field_is_asked_each_time()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqzqzqz\n    L: [aaa, bbb, ccc, ddd]"));
        for (int i = 0; i < 3; i++)
        {
            Reads(evaluator, ("A", "qzqzqzqz"), ("L", "no"));
            Assert.Empty(_held);
            Reads(evaluator, ("A", "qzqzqzqz"), ("L", "ccc"));
            Assert.Equal([0], _held);
        }
    }

    [Fact]
    public void What_an_expression_came_to_is_noted_where_it_was_put_off()
    {
        // The list is asked first, so that the expression is not run before the list holds.
        CompiledEvaluator evaluator = Evaluator(
            Rule("A|re: 'qzqz\\d'\n    L: [aaa, bbb, ccc, ddd]"),
            Rule("A|contains: qzqz"),
            Load("s:\n    A|contains: other\ncondition: not s")
        );
        for (int i = 0; i < 3; i++)
        {
            foreach (string value in new[] { "qzqz1", "qzqz" })
            {
                Reads(evaluator, ("A", value), ("L", "no"));
                Assert.Equal([1, 2], _held);
                Reads(evaluator, ("A", value), ("L", "ccc"));
                Assert.Equal(value == "qzqz1" ? [0, 1, 2] : [1, 2], _held);
            }
        }
    }

    [Fact]
    public void A_field_that_is_made_of_several_is_known_where_all_of_them_are()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("Image|endswith: '\\qzqz.exe'\n    User|endswith: '7'", Creation),
            Rule("User|contains: zqzq", Creation),
            Rule("Image|endswith: '\\qzqz.exe'", Creation)
        );
        for (int i = 0; i < 4 * Window; i++)
        {
            // Who started it is new in every event.
            Started(
                evaluator,
                ("NewProcessName", @"C:\qzqz.exe"),
                ("SubjectDomainName", "D"),
                ("SubjectUserName", $"{(i % 5 == 0 ? "zqzq" : "u")}{i}")
            );
            int[] expected = [.. i % 10 == 7 ? [0] : Array.Empty<int>(), .. i % 5 == 0 ? [1] : Array.Empty<int>(), 2];
            Assert.True(expected.SequenceEqual(_held), $"event {i}: {string.Join(' ', _held)}");
        }
    }

    [Fact]
    public void A_long_key_is_none()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqz"));
        string text = new('a', 2_000);
        Reads(evaluator, ("A", text));
        Assert.Equal(0, Reads(evaluator, ("A", text)));
        Reads(evaluator, ("A", text + new string('a', 100)));
        Assert.Equal(1, Reads(evaluator, ("A", text + new string('a', 100))));
    }

    [Fact]
    public void Keywords_are_looked_for_in_each_event()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("A|contains: qzqz"),
            Load("k: [mimikatz]\ncondition: k"),
            Load("s:\n    A|contains: qzqz\nk: [whoami]\ncondition: s and not k"),
            Load("s:\n    A|contains: qzqz\nk: [mimikatz]\ncondition: s and k")
        );
        for (int i = 0; i < 4; i++)
        {
            KeyedEvent one = Plain(("A", "qzqz"), ("B", $"x mimikatz{i}"));
            evaluator.Evaluate(one, _held);
            Assert.Equal([0, 1, 2, 3], _held);
            one = Plain(("A", "qzqz"), ("B", $"x whoami{i}"));
            evaluator.Evaluate(one, _held);
            Assert.Equal([0], _held);
            one = Plain(("A", "a"), ("B", $"x{i}"));
            evaluator.Evaluate(one, _held);
            Assert.Empty(_held);
            Assert.Equal(0, one.Visits);
        }
    }

    [Fact]
    public void What_was_learned_serves_events_of_another_kind_with_the_same_rules()
    {
        CompiledEvaluator evaluator = Evaluator(Rule("A|contains: qzqz"));
        Assert.Equal(1, Reads(evaluator, ("A", "qzqz")));
        KeyedEvent other = Plain("Q", ("A", "qzqz"));
        evaluator.Evaluate(other, _held);
        Assert.Equal((0, 1), (other.Reads, _held.Count));
    }

    [Fact]
    public void More_kinds_of_events_than_are_learned_of_are_right_too()
    {
        // Each channel has rules of its own.
        CompiledEvaluator evaluator = Evaluator([
            .. Enumerable.Range(0, 11).Select(i => Rule($"Provider_Name|contains: {(char)('a' + i)}\n    A: qzqz")),
        ]);
        for (int kind = 1; kind < 1_100; kind++)
        {
            int[] bits = [.. Enumerable.Range(0, 11).Where(i => (kind >> i & 1) != 0)];
            KeyedEvent one = Plain(string.Concat(bits.Select(static i => (char)('a' + i))), ("A", "qzqz"));
            evaluator.Evaluate(one, _held);
            evaluator.Evaluate(one, _held);
            Assert.True(bits.SequenceEqual(_held), $"kind {kind}");
        }
    }

    [Fact]
    public void A_rule_that_several_targets_give_is_there_once_and_in_order()
    {
        LogSourceMap map = LogSourceMap.Load(
            """
            version: 1
            services:
              windows:
                traces: { channels: [Trace/*] }
                one: { channels: [Trace/One] }
            categories:
              windows:
                some:
                  - { service: traces, name: a }
                  - { service: one, name: b }
            """
        );
        SigmaRule[] rules =
        [
            Rule("A: a", "windows\n    category: some"),
            Rule("A: a", "windows\n    service: one"),
            Rule("A: a", "windows\n    category: some"),
            Rule("A: b", "windows\n    category: some"),
        ];
        var compiled = CompiledRuleSet.Compile(rules, [.. rules.Select(r => map.Resolve(r.LogSource))], _table);
        CompiledEvaluator evaluator = compiled.CreateEvaluator();
        Assert.Empty(evaluator.EventsByTarget);
        foreach (bool isTwice in new[] { false, true, false })
        {
            EventSnapshot one = new(
                _table,
                new EventOrigin
                {
                    Source = "made",
                    Product = "windows",
                    Channel = isTwice ? "Trace/One" : "Trace/Two",
                    Provider = "P",
                },
                [SnapshotField.OfText("A", "a")]
            );
            evaluator.Evaluate(one, _held);
            Assert.Equal(isTwice ? [0, 1, 2] : [0, 2], _held);
        }

        Dictionary<string, long> counts = evaluator.EventsByTarget.ToDictionary(t => t.Key.Id, t => t.Value);
        Assert.Equal((3, 1), (counts["windows/some/traces/a"], counts["windows/some/one/b"]));
    }

    private CompiledEvaluator Evaluator(params SigmaRule[] rules) =>
        CompiledRuleSetTests.Compile(rules, _table).CreateEvaluator();

    private int Reads(CompiledEvaluator evaluator, params (string Name, object? Value)[] fields)
    {
        KeyedEvent one = Plain(fields);
        evaluator.Evaluate(one, _held);
        return one.Reads;
    }

    private KeyedEvent Plain(params (string Name, object? Value)[] fields) => Plain("P", fields);

    private KeyedEvent Plain(string provider, params (string Name, object? Value)[] fields)
    {
        EventSnapshot made = Sample.Event(
            _table,
            [("EventID", 1), ("Channel", "Security"), ("Provider_Name", provider), .. fields]
        );
        return new KeyedEvent(
            new EventSnapshot(
                _table,
                new EventOrigin
                {
                    Source = "made",
                    Product = "windows",
                    Channel = "Security",
                    Provider = provider,
                    Code = 1,
                },
                made.All
            )
        );
    }

    private SigmaRule Rule(string selection, string product = "windows") =>
        Load($"selection:\n    {selection}\ncondition: selection", product);

    private SigmaRule Load(string detection, string product = "windows") =>
        Sample.Load(
            Sample.Rule(detection).Replace("product: windows", $"product: {product}", StringComparison.Ordinal),
            SigmaOptions.Default with
            {
                Fields = _table,
            }
        );
}

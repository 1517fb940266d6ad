using Cordon.Events;
using Cordon.Sigma.Compilation;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>Which rules an event meets, and that kinds of events which no rule tells apart are worked out once.</summary>
public sealed class RouteTests
{
    private readonly FieldTable _table = new();

    [Fact]
    public void Kinds_of_events_that_differ_in_one_thing_each_go_their_own_way()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("windows", "Channel: Security"),
            Rule("windows", "Channel: Securitx"),
            Rule("windows", "Provider_Name: P"),
            Rule("windows", "Provider_Name: Q"),
            Rule("windows", "EventID: 1"),
            Rule("windows", "EventID: 2"),
            Rule("linux", "EventID: 1"),
            Rule("windows", "EventID|gt: 1"),
            Rule("windows", "X|exists: true")
        );
        (KeyedEvent Event, int[] Held)[] kinds =
        [
            (Plain("windows", "Security", "P", 1), [0, 2, 4]),
            (Plain("windows", "Securitx", "P", 1), [1, 2, 4]),
            (Plain("windows", "Security", "Q", 1), [0, 3, 4]),
            (Plain("windows", "Security", "P", 2), [0, 2, 5, 7]),
            (Plain("linux", "Security", "P", 1), [6]),
            (Plain("windows", "Security", "P", 1, ("X", "x")), [0, 2, 4, 8]),
            (Plain("windows", "", "", 1), [4]),
            (Odd("windows", "Security", "P", 1, ("EventID", "2")), [5, 7]),
            (Odd("windows", "Security", "P", 1, ("EventID", "1"), ("EventID", "2")), [4, 5, 7]),
            (Odd("windows", "Security", "P", 1, ("EventID", "1"), ("Channel", "Securitx")), [1, 4]),
            (Odd("windows", "Security", "P", null, ("Provider_Name", "Q")), [3]),
            (Odd("", "Security", "P", 1, ("EventID", "1")), []),
        ];
        List<int> held = [99];
        var order = new Random(3);
        for (int i = 0; i < 400; i++)
        {
            int kind = i < kinds.Length ? i : order.Next(kinds.Length);
            evaluator.Evaluate(kinds[kind].Event, held);
            Assert.True(kinds[kind].Held.SequenceEqual(held), $"kind {kind}: {string.Join(' ', held)}");
            evaluator.Evaluate(kinds[kind].Event.Inner, held);
            Assert.True(kinds[kind].Held.SequenceEqual(held), $"kind {kind} as a snapshot: {string.Join(' ', held)}");
        }
    }

    [Fact]
    public void Routes_are_remembered_and_told_apart()
    {
        CompiledRuleSet rules = Compile(Rule("windows", "EventID: 1"));
        var cache = new RouteCache(rules);
        KeyedEvent[] kinds =
        [
            .. from channel in new[] { "Security", "System", "" }
            from provider in new[] { "P", "Q", "" }
            from code in new int?[] { null, 1, 2, 4688 }
            from product in new[] { "windows", "linux" }
            select Odd(product, channel, provider, code),
        ];
        Route[] routes = [.. kinds.Select(cache.Find)];
        for (int i = 0; i < kinds.Length; i++)
        {
            Assert.True(routes[i].IsFor(kinds[i].Code, kinds[i].Channel, kinds[i].Provider, kinds[i].Product));
            for (int j = 0; j < kinds.Length; j++)
            {
                Assert.Equal(
                    i == j,
                    routes[i].IsFor(kinds[j].Code, kinds[j].Channel, kinds[j].Provider, kinds[j].Product)
                );
            }
        }

        Assert.Same(cache.Find(kinds[0]), cache.Find(kinds[0]));
        KeyedEvent[] codes = [.. Enumerable.Range(0, 200).Select(code => Odd("windows", "System", "P", code))];
        Route[] ofCodes = [.. codes.Select(cache.Find)];
        Assert.InRange(codes.Where((one, i) => ReferenceEquals(ofCodes[i], cache.Find(one))).Count(), 150, 200);
    }

    [Fact]
    public void A_route_is_plain_where_its_events_are()
    {
        CompiledRuleSet rules = Compile(Rule("windows", "EventID: 1"));
        KeyedEvent plain = Plain("windows", "Security", "P", 1);
        KeyedEvent odd = Odd("windows", "Security", "P", 1);
        Assert.True(new Route(rules, plain).IsPlain(plain));
        Assert.False(new Route(rules, plain).IsPlain(odd));
        Assert.False(new Route(rules, odd).IsPlain(plain));
    }

    [Fact]
    public void Codes_that_no_rule_tells_apart_share_their_rules()
    {
        SigmaRule[] rules = [Rule("windows", "EventID: [1, 2]"), Rule("windows", "EventID: 3\n    A: b")];
        RuleGroups groups = Groups(rules);
        CompiledGroup one = groups.GroupFor(Plain("windows", "C", "P", 1), out HeaderField[] header);
        Assert.Equal(["EventID"], header.Select(h => _table.NameOf(h.Field)));
        Assert.Same(one, groups.GroupFor(Plain("windows", "C", "P", 1), out _));
        // 1 and 2 are told apart by the tests of the first rule, 4 and 5 by nothing.
        CompiledGroup four = groups.GroupFor(Plain("windows", "C", "P", 4), out _);
        Assert.NotSame(one, four);
        Assert.Same(four, groups.GroupFor(Plain("windows", "D", "Q", 5), out _));
        Assert.True(four.IsEmpty);
        Assert.Equal([0], one.RuleIds);
        Assert.Equal([1], groups.GroupFor(Plain("windows", "C", "P", 3), out _).RuleIds);
        CompiledGroup unknown = groups.GroupFor(Odd("windows", "C", "P", 3), out header);
        Assert.Empty(header);
        Assert.Same(groups.Whole, unknown);
        Assert.Equal([0, 1], unknown.RuleIds);
        Assert.Same(
            groups.Whole,
            groups.GroupFor(Odd("windows", "C", "P", 3, ("EventID", "1"), ("EventID", "3")), out _)
        );
    }

    [Fact]
    public void What_a_target_wants_beyond_the_header_is_asked_of_each_event()
    {
        CompiledEvaluator evaluator = Evaluator(
            Rule("windows\n    category: registry_add", "A: a"),
            Rule("windows\n    category: registry_delete", "A: a"),
            Rule("windows\n    category: registry_event", "A: a")
        );
        List<int> held = [];
        const string Channel = "Microsoft-Windows-Sysmon/Operational";
        const string Provider = "Microsoft-Windows-Sysmon";
        foreach (string type in new[] { "CreateKey", "DeleteKey", "DeleteValue", "CreateKey" })
        {
            KeyedEvent one = Plain("windows", Channel, Provider, 12, ("A", "a"), ("EventType", type));
            foreach (LogEvent shown in new LogEvent[] { one, one, one.Inner })
            {
                evaluator.Evaluate(shown, held);
                Assert.Equal(type == "CreateKey" ? [0, 2] : [1, 2], held);
            }
        }
    }

    [Fact]
    public void A_header_that_a_target_makes_itself_is_not_taken_from_the_event()
    {
        LogSourceMap map = LogSourceMap.Load(
            """
            version: 1
            services:
              windows:
                one: { channels: [One] }
            categories:
              windows:
                own: [{ service: one, name: a, fields: { Channel: { value: Mine }, Other: A } }]
                plain:
                  - { service: one, name: b }
                  - { service: one, name: c, codes: [1] }
            """
        );
        SigmaRule[] rules =
        [
            Rule("windows\n    category: own", "Channel: Mine\n    EventID: 1"),
            Rule("windows\n    category: own", "Channel: One"),
            Rule("windows\n    category: own", "Other: x"),
            Rule("windows\n    category: plain", "Channel: One"),
        ];
        CompiledRuleSet compiled = CompiledRuleSet.Compile(
            rules,
            [.. rules.Select(r => map.Resolve(r.LogSource))],
            _table
        );
        CompiledTarget[] targets =
        [
            .. compiled
                .Router.Targets.Select(compiled.TargetOf)
                .OrderBy(static t => t.Target.Id, StringComparer.Ordinal),
        ];
        Assert.Equal(
            ["EventID Provider_Name", "EventID Channel Provider_Name", "EventID Channel Provider_Name"],
            targets.Select(t => string.Join(' ', CompiledTarget.HeaderIdsOf(t.Target, _table).Select(_table.NameOf)))
        );
        // The two plain ones see the same rules in the same way.
        Assert.Same(targets[1].Groups, targets[2].Groups);
        Assert.NotSame(targets[0].Groups, targets[1].Groups);
        CompiledEvaluator evaluator = compiled.CreateEvaluator();
        List<int> held = [];
        KeyedEvent one = Plain("windows", "One", "P", 1, ("A", "x"));
        for (int i = 0; i < 3; i++)
        {
            evaluator.Evaluate(i == 2 ? one.Inner : one, held);
            Assert.Equal([0, 2, 3], held);
        }
    }

    [Fact]
    public void Rules_that_ask_for_no_header_have_one_group()
    {
        RuleGroups groups = Groups([Rule("windows", "A: b")]);
        Assert.Same(groups.Whole, groups.GroupFor(Plain("windows", "C", "P", 1), out HeaderField[] header));
        Assert.Empty(header);
    }

    [Fact]
    public void That_a_header_is_there_is_known_too()
    {
        RuleGroups groups = Groups([Rule("windows", "EventID|exists: true\n    Channel|contains: ecu")]);
        CompiledGroup group = groups.GroupFor(Plain("windows", "Security", "P", 1), out HeaderField[] header);
        Assert.Equal(["EventID", "Channel"], header.Select(h => _table.NameOf(h.Field)));
        Assert.Equal([0], group.Always);
        Assert.Empty(group.Predicates);
        Assert.True(groups.GroupFor(Plain("windows", "System", "P", 1), out _).IsEmpty);
    }

    [Fact]
    public void There_are_so_many_groups_and_no_more()
    {
        // Eleven tests that can come to two things each.
        RuleGroups groups = Groups([
            .. Enumerable.Range(0, 11).Select(i => Rule("windows", $"Channel|contains: {(char)('a' + i)}")),
        ]);
        HashSet<CompiledGroup> made = [];
        int whole = 0;
        for (int bits = 0; bits < 2_048; bits++)
        {
            string channel = string.Concat(
                Enumerable.Range(0, 11).Select(i => (bits >> i & 1) != 0 ? (char)('a' + i) : '-')
            );
            CompiledGroup group = groups.GroupFor(Plain("windows", channel, "P", 1), out _);
            whole += ReferenceEquals(group, groups.Whole) ? 1 : 0;
            made.Add(group);
        }

        // Whole, and the empty one that the first channel has.
        Assert.Equal((1_024 + 1, 1_024), (made.Count, whole));
        CompiledGroup first = groups.GroupFor(Plain("windows", "ab---------", "P", 1), out _);
        Assert.Equal([0, 1], first.RuleIds);
        Assert.Same(first, groups.GroupFor(Plain("windows", "ab---------", "P", 1), out _));
    }

    [Fact]
    public void Groups_are_for_their_rules_and_fields()
    {
        SigmaRule[] rules = [Rule("windows", "A: b"), Rule("windows", "A: c")];
        FieldId id = _table.Intern("EventID");
        FieldId other = _table.Intern("Channel");
        var groups = new RuleGroups(rules, [0, 1], [id], new Numbering());
        Assert.True(groups.AreFor([0, 1], [id]));
        Assert.False(groups.AreFor([0], [id]));
        Assert.False(groups.AreFor([0, 1], [other]));
        Assert.False(groups.AreFor([0, 1], []));
    }

    [Fact]
    public void Targets_with_the_same_rules_share_them()
    {
        // Process creations are in two logs, under the same names and, in one of them, under others.
        CompiledRuleSet rules = Compile(
            Rule("windows\n    category: process_creation", "Image: a"),
            Rule("windows", "Image: a"),
            Rule("windows", "Image: b")
        );
        List<CompiledTarget> targets = [.. rules.Router.Targets.Select(rules.TargetOf)];
        Assert.Equal(Enumerable.Range(0, targets.Count), targets.Select(static t => t.Index));
        foreach (CompiledTarget left in targets)
        {
            foreach (CompiledTarget right in targets)
            {
                bool sameRules =
                    rules.Router.RulesOf(left.Target).SequenceEqual(rules.Router.RulesOf(right.Target))
                    && CompiledTarget
                        .HeaderIdsOf(left.Target, _table)
                        .SequenceEqual(CompiledTarget.HeaderIdsOf(right.Target, _table));
                Assert.Equal(sameRules, ReferenceEquals(left.Groups, right.Groups));
            }
        }
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_long_header_is_not_worth_a_group(int length, bool isKnown)
    {
        FieldId channel = _table.Intern("Channel");
        var one = new KeyedEvent(Sample.Event(_table, ("Channel", new string('a', length))));
        Assert.Equal(isKnown, HeaderField.Of(one, channel) is not null);
    }

    [Fact]
    public void A_header_is_the_same_where_kind_and_text_are()
    {
        FieldId id = _table.Intern("EventID");
        HeaderField header = HeaderField.Of(Sample.Event(_table, ("EventID", 4)), id)!;
        Assert.True(header.IsIn(Sample.Event(_table, ("EventID", 4))));
        Assert.False(header.IsIn(Sample.Event(_table, ("EventID", 5))));
        Assert.False(header.IsIn(Sample.Event(_table, ("EventID", "4"))));
        Assert.False(header.IsIn(Sample.Event(_table, ("EventID", 4), ("EventID", 4))));
        Assert.False(header.IsIn(Sample.Event(_table)));
        Assert.Null(HeaderField.Of(Sample.Event(_table), id));
        Assert.Null(HeaderField.Of(Sample.Event(_table, ("EventID", 4), ("EventID", 4)), id));
        Assert.Null(HeaderField.Of(Sample.Event(_table, ("EventID", null)), id));
        Assert.Null(HeaderField.Of(Sample.Event(_table, ("EventID", 4.5)), id));
        Assert.Null(HeaderField.Of(Sample.Event(_table, ("EventID", true)), id));
        Assert.NotNull(HeaderField.Of(Sample.Event(_table, ("EventID", "4")), id));
    }

    [Fact]
    public void Rules_and_events_must_be_there()
    {
        SigmaRule[] rules = [Rule("windows", "A: b")];
        Assert.Throws<ArgumentNullException>(() => CompiledRuleSet.Compile(null!, [], _table));
        Assert.Throws<ArgumentNullException>(() => CompiledRuleSet.Compile(rules, null!, _table));
        Assert.Throws<ArgumentNullException>(() =>
            CompiledRuleSet.Compile(rules, [LogSourceMap.Default.Resolve(rules[0].LogSource)], null!)
        );
        ArgumentException wrong = Assert.Throws<ArgumentException>(() => CompiledRuleSet.Compile(rules, [], _table));
        Assert.Equal("sources", wrong.ParamName);
        Assert.Contains("log source", wrong.Message, StringComparison.Ordinal);
        CompiledEvaluator evaluator = Evaluator(rules);
        Assert.Throws<ArgumentNullException>(() => evaluator.Evaluate(null!, []));
        Assert.Throws<ArgumentNullException>(() => evaluator.Evaluate(Sample.Event(_table), null!));
    }

    private RuleGroups Groups(SigmaRule[] rules) =>
        new(
            rules,
            [.. Enumerable.Range(0, rules.Length)],
            [_table.Intern("EventID"), _table.Intern("Channel"), _table.Intern("Provider_Name")],
            new Numbering()
        );

    private CompiledRuleSet Compile(params SigmaRule[] rules) => CompiledRuleSetTests.Compile(rules, _table);

    private CompiledEvaluator Evaluator(params SigmaRule[] rules) => Compile(rules).CreateEvaluator();

    private SigmaRule Rule(string product, string selection) =>
        Sample.Load(
            Sample
                .Rule($"selection:\n    {selection}\ncondition: selection")
                .Replace("product: windows", $"product: {product}", StringComparison.Ordinal),
            SigmaOptions.Default with
            {
                Fields = _table,
            }
        );

    private KeyedEvent Plain(
        string product,
        string channel,
        string provider,
        int code,
        params (string Name, string Text)[] fields
    ) =>
        Odd(
            product,
            channel,
            provider,
            code,
            [("EventID", $"{code}"), ("Channel", channel), ("Provider_Name", provider), .. fields]
        );

    private KeyedEvent Odd(
        string product,
        string channel,
        string provider,
        int? code,
        params (string Name, string Text)[] fields
    ) =>
        new(
            new EventSnapshot(
                _table,
                new EventOrigin
                {
                    Source = "made",
                    Product = product,
                    Channel = channel,
                    Provider = provider,
                    Code = code,
                },
                fields.Select(static f => SnapshotField.OfText(f.Name, f.Text))
            )
        );
}

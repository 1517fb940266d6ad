using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>Events that can say what decides their fields: what came before is remembered, and the answers stay the same.</summary>
public sealed class RememberedTests
{
    private const int RulesPerSet = 40;

    [Theory]
    [InlineData(6, false)]
    [InlineData(6, true)]
    public void Gives_the_answers_of_the_interpreter_when_events_come_again(int sets, bool standIn)
    {
        const int Distinct = 50;
        const int Draws = 400;
        for (int seed = 0; seed < 3 * CompiledRuleSetTests.Most(sets); seed++)
        {
            var random = new RandomRules(seed, standIn);
            var order = new Random(seed);
            Given given = Rules(random);
            KeyedEvent[] events = [.. Enumerable.Range(0, Distinct).Select(_ => random.PlainEvent(given.Table))];
            int[][] expected = [.. events.Select(given.Expected)];
            List<int> held = [];
            for (int draw = 0; draw < Draws; draw++)
            {
                int one = order.Next(order.Next(2) == 0 ? Distinct : 5);
                given.Evaluator.Evaluate(events[one], held);
                Assert.True(expected[one].SequenceEqual(held), given.Difference(seed, draw, expected[one], held));
            }
        }
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void Gives_the_answers_of_the_interpreter_when_a_field_is_new_in_every_event(int sets, bool standIn)
    {
        const int Distinct = 8;
        const int Draws = 1_300;
        for (int seed = 0; seed < CompiledRuleSetTests.Most(sets); seed++)
        {
            var random = new RandomRules(seed, standIn);
            var order = new Random(seed);
            Given given = Rules(random);
            KeyedEvent[] events = [.. Enumerable.Range(0, Distinct).Select(_ => random.PlainEvent(given.Table, "0"))];
            List<int> held = [];
            for (int draw = 0; draw < Draws; draw++)
            {
                KeyedEvent one = Marked(events[order.Next(Distinct)], random.MarkedField, $"{draw}", given.Table);
                given.Evaluator.Evaluate(one, held);
                // Asking rule by rule is slow, and what is remembered wrongly stays wrong.
                if (draw % 8 == 0)
                {
                    int[] expected = given.Expected(one);
                    Assert.True(expected.SequenceEqual(held), given.Difference(seed, draw, expected, held));
                }
            }
        }
    }

    [Fact]
    public void Choosing_other_fields_allocates_nothing()
    {
        // Two windows with too many misses, after which the field is left out.
        const int Before = 800;
        const int All = 2_000;
        var table = new FieldTable();
        string[] rules =
        [
            Sample.Rule("s:\n    A: y\ncondition: s"),
            Sample.Rule("s:\n    B|contains: y\ncondition: s"),
            Sample.Rule("s:\n    A|startswith: z\n    C|fieldref: A\ncondition: s"),
        ];
        var evaluator = CompiledRuleSetTests
            .Compile(
                [
                    .. rules.SelectMany(
                        (text, i) => RuleSet.Parse(text, $"{i}.yml", SigmaOptions.Default with { Fields = table }).Rules
                    ),
                ],
                table
            )
            .CreateEvaluator();
        KeyedEvent[] events = [.. Enumerable.Range(0, All).Select(i => Plain(table, $"new {i}"))];
        List<int> held = new(rules.Length);
        foreach (KeyedEvent one in events.AsSpan(0, Before))
        {
            evaluator.Evaluate(one, held);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (KeyedEvent one in events.AsSpan(Before))
        {
            evaluator.Evaluate(one, held);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static KeyedEvent Plain(FieldTable table, string mark) =>
        new(
            new EventSnapshot(
                table,
                new EventOrigin
                {
                    Source = "sample",
                    Product = "windows",
                    Channel = "Security",
                    Provider = "P",
                    Code = 1,
                },
                [
                    SnapshotField.OfInteger("EventID", 1),
                    SnapshotField.OfText("Channel", "Security"),
                    SnapshotField.OfText("Provider_Name", "P"),
                    SnapshotField.OfText("A", "x"),
                    SnapshotField.OfText("B", mark),
                    SnapshotField.OfText("C", "c"),
                ]
            )
        );

    private static KeyedEvent Marked(KeyedEvent one, string field, string mark, FieldTable table) =>
        new(
            new EventSnapshot(
                table,
                EventOrigin.Of(one),
                one.Inner.All.Select(f => f.Name == field ? SnapshotField.OfText(f.Name, f.Text + mark) : f)
            )
        );

    private static Given Rules(RandomRules random)
    {
        var table = new FieldTable();
        List<SigmaRule> rules = [];
        for (int i = 0; i < RulesPerSet; i++)
        {
            rules.AddRange(
                RuleSet.Parse(random.Rule(), $"r{i}.yml", SigmaOptions.Default with { Fields = table }).Rules
            );
        }

        Assert.True(rules.Count > RulesPerSet / 2);
        return new Given(rules, table);
    }

    private sealed class Given
    {
        private readonly List<SigmaRule> _rules;
        private readonly CompiledRuleSet _compiled;
        private readonly MappedEvent _mapped;
        private readonly SigmaInterpreter _interpreter;
        private readonly List<LogSourceTarget> _targets = [];

        public Given(List<SigmaRule> rules, FieldTable table)
        {
            _rules = rules;
            Table = table;
            _compiled = CompiledRuleSetTests.Compile(rules, table);
            _mapped = new MappedEvent(table, _compiled.Router.Targets);
            _interpreter = new SigmaInterpreter(_mapped.IsUnavailable);
            Evaluator = _compiled.CreateEvaluator();
        }

        public FieldTable Table { get; }

        public CompiledEvaluator Evaluator { get; }

        /// <summary>The rules that hold, one after the other asked.</summary>
        public int[] Expected(KeyedEvent one)
        {
            SortedSet<int> expected = [];
            _compiled.Router.Route(one.Inner, _targets);
            foreach (LogSourceTarget target in _targets)
            {
                _mapped.Show(one.Inner, target);
                foreach (int rule in _compiled.Router.RulesOf(target))
                {
                    if (_interpreter.Matches(_rules[rule], _mapped))
                    {
                        expected.Add(rule);
                    }
                }
            }

            return [.. expected];
        }

        public string Difference(int seed, int draw, int[] expected, List<int> held)
        {
            int wrong = expected.Except(held).Concat(held.Except(expected)).FirstOrDefault(-1);
            return wrong < 0
                ? $"seed {seed}, event {draw}: a rule is there twice or in the wrong place"
                : $"seed {seed}, event {draw}: {_rules[wrong].Condition}, {(expected.Contains(wrong) ? "missing" : "too many")}";
        }
    }
}

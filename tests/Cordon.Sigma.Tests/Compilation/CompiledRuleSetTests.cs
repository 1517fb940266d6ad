using System.Globalization;
using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

public class CompiledRuleSetTests
{
    /// <summary>For fewer sets of rules, as mutation testing wants them, set CORDON_RULE_SETS to the most there may be.</summary>
    [Theory]
    [InlineData(60, false, false, 10_000)]
    [InlineData(30, true, false, 5_000)]
    [InlineData(20, false, true, 5_000)]
    [InlineData(20, true, true, 2_000)]
    public void Gives_the_answers_of_the_interpreter_for_rules_and_events_of_every_kind(
        int sets,
        bool standIn,
        bool filtered,
        int least
    )
    {
        const int RulesPerSet = 40;
        const int EventsPerSet = 150;
        int most = Most(sets);
        long held = 0;
        for (int seed = 0; seed < most; seed++)
        {
            var random = new RandomRules(seed, standIn);
            var table = new FieldTable();
            SigmaOptions options = SigmaOptions.Default with { Fields = table };
            List<SigmaRule> rules = [];
            for (int i = 0; i < RulesPerSet; i++)
            {
                string text = filtered ? $"{random.Rule()}---\n{random.Filter()}" : random.Rule();
                var set = RuleSet.Parse(text, $"r{i}.yml", options);
                rules.AddRange(RuleAdjuster.Adjust(set, null, default).Set.Rules);
            }

            Assert.True(rules.Count > RulesPerSet / 2, $"seed {seed}: only {rules.Count} rules could be read");
            held += Compare(
                rules,
                table,
                Enumerable.Range(0, EventsPerSet).Select(_ => random.Event(table)),
                $"seed {seed}"
            );
        }

        Assert.True(
            held > (long)least * most / sets,
            $"only {held} findings: the rules and events are too far apart to show anything"
        );
    }

    [Fact]
    public void Rules_that_want_another_code_are_right_again_when_the_code_repeats_as_a_field()
    {
        var table = new FieldTable();
        SigmaRule rule = Sample.Load(
            Sample.Rule("selection:\n    EventID: 7\ncondition: selection"),
            SigmaOptions.Default with
            {
                Fields = table,
            }
        );
        EventSnapshot plain = Event(table, 4, ("EventID", 4));
        EventSnapshot twice = Event(table, 4, ("EventID", 4), ("EventID", 7));
        EventSnapshot missing = Event(table, 4);
        CompiledEvaluator evaluator = Compile([rule], table).CreateEvaluator();
        List<int> held = [];
        evaluator.Evaluate(plain, held);
        Assert.Empty(held);
        evaluator.Evaluate(twice, held);
        Assert.Equal([0], held);
        evaluator.Evaluate(missing, held);
        Assert.Empty(held);
        evaluator.Evaluate(plain, held);
        Assert.Empty(held);
    }

    [Fact]
    public void A_rule_without_anything_positive_is_evaluated_for_every_event()
    {
        var table = new FieldTable();
        SigmaRule rule = Sample.Load(
            Sample.Rule("selection:\n    Image|contains: abc\ncondition: not selection"),
            SigmaOptions.Default with
            {
                Fields = table,
            }
        );
        CompiledEvaluator evaluator = Compile([rule], table).CreateEvaluator();
        List<int> held = [];
        evaluator.Evaluate(Event(table, 1, ("Image", "xyz")), held);
        Assert.Equal([0], held);
        evaluator.Evaluate(Event(table, 1, ("Image", "xABCz")), held);
        Assert.Empty(held);
    }

    [Fact]
    public void Counts_the_events_of_each_target()
    {
        var table = new FieldTable();
        SigmaRule rule = Sample.Load(
            Sample.Rule("selection:\n    A: b\ncondition: selection"),
            SigmaOptions.Default with
            {
                Fields = table,
            }
        );
        CompiledEvaluator evaluator = Compile([rule], table).CreateEvaluator();
        List<int> held = [];
        evaluator.Evaluate(Event(table, 1), held);
        evaluator.Evaluate(Event(table, 2), held);
        KeyValuePair<LogSourceTarget, long> counted = Assert.Single(evaluator.EventsByTarget);
        Assert.Equal(2, counted.Value);
    }

    [Fact]
    public void Evaluating_allocates_nothing()
    {
        var random = new RandomRules(7);
        var table = new FieldTable();
        List<SigmaRule> rules = [];
        for (int i = 0; i < 200; i++)
        {
            rules.AddRange(
                RuleSet.Parse(random.Rule(), $"r{i}.yml", SigmaOptions.Default with { Fields = table }).Rules
            );
        }

        Assert.Contains(rules, r => r.Condition.Predicates().Any(p => p is FieldExpression { Matcher: RegexMatcher }));
        Assert.Contains(rules, r => r.Condition.Predicates().Any(p => p is FieldExpression { Matcher: CidrMatcher }));
        EventSnapshot[] events = [.. Enumerable.Range(0, 200).Select(_ => random.Event(table))];
        CompiledRuleSet compiled = Compile(rules, table);
        List<int> held = new(rules.Count * 2);
        // Regular expressions build their automata after some hundred texts, and states of them as they first meet a text; they belong to the set.
        foreach (
            FieldExpression field in rules.SelectMany(static r => r.Condition.Predicates().OfType<FieldExpression>())
        )
        {
            _ = (field.Matcher as RegexMatcher)?.Regex;
        }

        Evaluate(compiled.CreateEvaluator(), events);
        for (int i = 0; i < 8; i++)
        {
            CompiledEvaluator evaluator = compiled.CreateEvaluator();
            // The half with the event that most rules have to be tried for, as there has to be room for them.
            Evaluate(evaluator, events.AsSpan(100));
            long before = GC.GetAllocatedBytesForCurrentThread();
            // Half of the events it has seen, half come new.
            Evaluate(evaluator, events);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        void Evaluate(CompiledEvaluator with, ReadOnlySpan<EventSnapshot> of)
        {
            foreach (EventSnapshot one in of)
            {
                with.Evaluate(one, held);
            }
        }
    }

    internal static int Most(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("CORDON_RULE_SETS"), CultureInfo.InvariantCulture, out int most)
            ? Math.Clamp(most, 1, usual)
            : usual;

    internal static CompiledRuleSet Compile(IReadOnlyList<SigmaRule> rules, FieldTable table) =>
        CompiledRuleSet.Compile(rules, [.. rules.Select(r => LogSourceMap.Default.Resolve(r.LogSource))], table);

    /// <summary>Demands that both give the same, and answers how many rules held.</summary>
    internal static long Compare(
        IReadOnlyList<SigmaRule> rules,
        FieldTable table,
        IEnumerable<LogEvent> events,
        string what
    )
    {
        CompiledRuleSet compiled = Compile(rules, table);
        CompiledEvaluator evaluator = compiled.CreateEvaluator();
        var mapped = new MappedEvent(table, compiled.Router.Targets);
        var interpreter = new SigmaInterpreter(mapped.IsUnavailable);
        List<LogSourceTarget> targets = [];
        List<int> held = [];
        long total = 0;
        int number = 0;
        foreach (LogEvent one in events)
        {
            SortedSet<int> expected = [];
            compiled.Router.Route(one, targets);
            foreach (LogSourceTarget target in targets)
            {
                mapped.Show(one, target);
                foreach (int rule in compiled.Router.RulesOf(target))
                {
                    if (interpreter.Matches(rules[rule], mapped))
                    {
                        expected.Add(rule);
                    }
                }
            }

            evaluator.Evaluate(one, held);
            int wrong = expected.Except(held).Concat(held.Except(expected)).FirstOrDefault(-1);
            Assert.True(
                wrong < 0,
                wrong < 0
                    ? ""
                    : $"{what}, event {number}: rule {rules[wrong].Path} ({rules[wrong].Condition}), {(expected.Contains(wrong) ? "missing" : "too many")}"
            );
            Assert.Equal(expected.Count, held.Count);
            total += held.Count;
            number++;
        }

        return total;
    }

    private static EventSnapshot Event(FieldTable table, int code, params (string Name, object Value)[] fields) =>
        new(
            table,
            new EventOrigin
            {
                Source = "made",
                Product = "windows",
                Channel = "Security",
                Provider = "P",
                Code = code,
            },
            fields.Select(f =>
                f.Value is int number
                    ? SnapshotField.OfInteger(f.Name, number)
                    : SnapshotField.OfText(f.Name, (string)f.Value)
            )
        );
}

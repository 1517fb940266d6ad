using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;
using Cordon.Testing;

namespace Cordon.Detection.Tests.Rules;

public class CompiledCorporaTests
{
    // A third of the records keeps the interpreter's part of the work to some seconds.
    private const int Every = 3;

    [Fact]
    public void Compiled_rules_hold_where_the_interpreter_says_so_over_real_logs()
    {
        var table = new FieldTable();
        RuleSet set = RuleSet.Load(
            [Corpora.Require("sigma", "rules", "windows"), Corpora.Require("sigma", "rules-emerging-threats")],
            SigmaOptions.Default with
            {
                Fields = table,
            }
        );
        SigmaRule[] rules = [.. set.Rules];
        var compiled = CompiledRuleSet.Compile(
            rules,
            [.. rules.Select(r => LogSourceMap.Default.Resolve(r.LogSource))],
            table
        );
        CompiledEvaluator evaluator = compiled.CreateEvaluator();
        var mapped = new MappedEvent(table, compiled.Router.Targets);
        var interpreter = new SigmaInterpreter(mapped.IsUnavailable);
        List<LogSourceTarget> targets = [];
        List<int> held = [];
        long number = 0;
        long total = 0;
        string[] logs = [Corpora.Require("evtx", "attack-samples"), Corpora.Require("sigma", "regression_data")];
        foreach (EventPart part in new LogReader(table).Open(LogFinder.Find(logs)))
        {
            part.Read(shown =>
            {
                if (number++ % Every != 0)
                {
                    return;
                }

                SortedSet<int> expected = [];
                compiled.Router.Route(shown, targets);
                foreach (LogSourceTarget target in targets)
                {
                    mapped.Show(shown, target);
                    foreach (int rule in compiled.Router.RulesOf(target))
                    {
                        if (interpreter.Matches(rules[rule], mapped))
                        {
                            expected.Add(rule);
                        }
                    }
                }

                evaluator.Evaluate(shown, held);
                Assert.True(expected.SetEquals(held), $"{shown.Source} at {shown.Position}: the findings differ");
                total += held.Count;
            });
        }

        Assert.True(total > 100, $"only {total} findings");
    }
}

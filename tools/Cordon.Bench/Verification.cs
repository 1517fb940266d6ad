using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;

namespace Cordon.Bench;

/// <summary>Runs compiled rules and the plain interpreter over the same events and tells every difference.</summary>
internal static class Verification
{
    public static int Run(Rules rules, Inputs inputs)
    {
        CompiledRuleSet compiled = rules.Compile();
        CompiledEvaluator evaluator = compiled.CreateEvaluator();
        var mapped = new MappedEvent(rules.Fields, compiled.Router.Targets);
        var interpreter = new SigmaInterpreter(mapped.IsUnavailable);
        List<LogSourceTarget> targets = [];
        List<int> held = [];
        long findings = 0;
        long differences = 0;
        long records = inputs.ForEach(
            rules.Fields,
            shown =>
            {
                evaluator.Evaluate(shown, held);
                SortedSet<int> expected = [];
                compiled.Router.Route(shown, targets);
                foreach (LogSourceTarget target in targets)
                {
                    mapped.Show(shown, target);
                    foreach (int rule in compiled.Router.RulesOf(target))
                    {
                        if (interpreter.Matches(compiled.Rules[rule], mapped))
                        {
                            expected.Add(rule);
                        }
                    }
                }

                findings += expected.Count;
                if (!held.SequenceEqual(expected))
                {
                    differences++;
                    Console.WriteLine($"{shown.Source} {shown.Position}:");
                    foreach (int rule in expected.Except(held))
                    {
                        Console.WriteLine($"  missing: {compiled.Rules[rule].Path}");
                    }

                    foreach (int rule in held.Except(expected))
                    {
                        Console.WriteLine($"  too many: {compiled.Rules[rule].Path}");
                    }
                }
            }
        );
        Console.WriteLine($"{records:N0} records, {findings:N0} findings, {differences:N0} records with a difference");
        return differences == 0 ? 0 : 1;
    }
}

using System.Globalization;
using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Bench;

/// <summary>Rules run over inputs on this thread, again and again with the same evaluator.</summary>
internal sealed class Scanned(Rules rules, Inputs inputs)
{
    private readonly CompiledEvaluator _evaluator = rules.Compile().CreateEvaluator();
    private readonly List<int> _held = [];

    public int Rules => rules.All.Length;

    public long Findings { get; private set; }

    public void Run()
    {
        Findings = 0;
        inputs.ForEach(
            rules.Fields,
            e =>
            {
                _evaluator.Evaluate(e, _held);
                Findings += _held.Count;
            }
        );
    }

    /// <summary>Tells of each record whether a rule matched, and how many bytes evaluating allocated.</summary>
    public void Run(Action<bool, long> onRecord) =>
        inputs.ForEach(
            rules.Fields,
            e =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                _evaluator.Evaluate(e, _held);
                onRecord(_held.Count > 0, GC.GetAllocatedBytesForCurrentThread() - before);
            }
        );

    /// <summary>Findings of each level in a million records, in words.</summary>
    public string PerMillion()
    {
        var levels = new SortedDictionary<Level, long>();
        inputs.ForEach(
            rules.Fields,
            e =>
            {
                _evaluator.Evaluate(e, _held);
                foreach (int rule in _held)
                {
                    Level level = rules.All[rule].Level;
                    levels[level] = levels.GetValueOrDefault(level) + 1;
                }
            }
        );
        IEnumerable<string> counts = levels.Select(l =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{l.Value * 1e6 / inputs.Records:N0} {l.Key.ToString().ToLowerInvariant()}"
            )
        );
        return $"Findings of all rules in a million records: {(levels.Count > 0 ? string.Join(", ", counts) : "none")}.";
    }
}

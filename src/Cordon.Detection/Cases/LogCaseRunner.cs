using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;

namespace Cordon.Detection.Cases;

/// <summary>Runs the rules of an engine over the log of a regression case and counts how often one of them fired.</summary>
/// <param name="engine">The rules; others than the one tested may be among them.</param>
public sealed class LogCaseRunner(RuleEngine engine)
{
    private const int RecordsKept = 16;

    /// <summary>Runs one case.</summary>
    /// <param name="parts">The log.</param>
    /// <param name="rule">The id of the rule that is tested, or its title where it has no id.</param>
    /// <param name="expected">How often it must fire: no more and no less; null for at least once.</param>
    /// <param name="cancel">Ends the run.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    /// <exception cref="IOException">The log could not be read.</exception>
    public LogCaseResult Run(
        IEnumerable<EventPart> parts,
        string rule,
        long? expected,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(rule);
        var counter = new Counter(rule);
        Scan.Run(parts, engine, new ScanOptions { Threads = 1 }, counter, cancel);
        return new LogCaseResult
        {
            Expected = expected,
            Found = counter.Found,
            Records = counter.Records,
            Problems = counter.Problems,
            Refusal = counter.Refusal,
            Fired = counter.Fired,
        };
    }

    private sealed class Counter(string rule) : IScanOutput
    {
        public long Found { get; private set; }

        public long Records { get; private set; }

        public long Problems { get; private set; }

        public string? Refusal { get; private set; }

        public List<ulong> Fired { get; } = [];

        public void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings)
        {
            Refusal ??= part.Source.Refusal;
            Records += report.Records;
            Problems += report.ProblemCount;
            Count(findings);
        }

        public void OnCorrelations(IReadOnlyList<Finding> findings) => Count(findings);

        private void Count(IReadOnlyList<Finding> findings)
        {
            foreach (Finding finding in findings)
            {
                if (finding.Rule.Id.Equals(rule, StringComparison.OrdinalIgnoreCase))
                {
                    Found++;
                    if (finding.Event.RecordId is { } record && Fired.Count < RecordsKept)
                    {
                        Fired.Add(record);
                    }
                }
            }
        }
    }
}

using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Evaluation;

/// <summary>
/// Holds incidents against the truth. An incident covers an attempt where the organisation is the same, their times overlap within a day's grace,
/// and they share a target; it finds the attempt if they share the way in too. docs/formats/truth.md says how the figures are made.
/// </summary>
public static class Evaluator
{
    /// <summary>How far times may lie apart.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Compares two files.</summary>
    /// <param name="truthPath">truth.json.</param>
    /// <param name="incidentsPath">incidents.json.</param>
    /// <exception cref="EvaluationException">A file can't be used; the message says which, where and why.</exception>
    public static EvaluationReport Run(string truthPath, string incidentsPath) =>
        Run(
            TruthReader.Load(truthPath, EvaluationLimits.Default),
            AnsweredIncident.Load(incidentsPath, EvaluationLimits.Default)
        );

    /// <summary>Compares.</summary>
    internal static EvaluationReport Run(TruthDocument truth, IReadOnlyList<AnsweredIncident> incidents)
    {
        var report = new EvaluationReport(truth);
        Dictionary<string, List<Case>> cases = truth
            .Attempts.Select(static a => new Case(a))
            .GroupBy(static c => c.Attempt.Organisation, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static g => g.Key, static g => g.ToList(), StringComparer.OrdinalIgnoreCase);
        foreach (AnsweredIncident incident in incidents)
        {
            List<Case> covered =
            [
                .. cases.GetValueOrDefault(incident.Organisation, []).Where(c => Covers(incident, c)),
            ];
            bool isAlert = incident.Outcome != TruthOutcome.NotAnAttack;
            report.Incident(incident, covered.Count > 0);
            List<Case> told = covered.FindAll(c => IsOfIt(incident, c.Attempt));
            report.Attribution(incident, (told.Count > 0 ? told : covered).Select(static c => c.Attempt));
            foreach (Case item in told)
            {
                item.Add(incident, isAlert, told);
            }
        }

        foreach (
            Case item in cases
                .Values.SelectMany(static c => c)
                .OrderBy(static c => c.Attempt.Id, StringComparer.Ordinal)
        )
        {
            item.Judge(report);
        }

        return report;
    }

    private static bool Covers(AnsweredIncident incident, Case item) =>
        incident.First <= Later(item.Attempt.Last)
        && Later(incident.Last) >= item.Attempt.First
        && incident.Targets.Any(t => item.Find(TargetKey.Of(t.Kind, t.Name)) is not null);

    // Two attempts may be made on one account in the same days: a spray's incident does not tell of a lure. What names no way in is taken for either.
    private static bool IsOfIt(AnsweredIncident incident, TruthAttempt attempt)
    {
        string[] told = [.. WaysIn(incident.Techniques)];
        string[] real = [.. WaysIn(attempt.Techniques)];
        return told.Length == 0 || real.Length == 0 || told.Intersect(real, StringComparer.Ordinal).Any();
    }

    // Guessing, phishing, consent and codes, requests for a second factor; sub-techniques count as what they belong to.
    private static IEnumerable<string> WaysIn(IEnumerable<string> techniques) =>
        techniques
            .Select(static t => t.Split('.')[0])
            .Where(static t => t is "T1110" or "T1566" or "T1598" or "T1528" or "T1621")
            .Select(static t => t == "T1598" ? "T1566" : t);

    // Times at the end of the calendar are anybody's to write.
    private static DateTime Later(DateTime time) => time < DateTime.MaxValue - Grace ? time + Grace : DateTime.MaxValue;

    /// <summary>An attempt with what was said of it.</summary>
    private sealed class Case
    {
        private readonly Dictionary<(bool IsHost, string Local), List<TargetCase>> _targets = [];
        private readonly List<TargetCase> _all = [];
        private int _alerts;

        public Case(TruthAttempt attempt)
        {
            Attempt = attempt;
            foreach (TruthTarget target in attempt.Targets)
            {
                TargetKey key = TargetKey.Of(target.Kind, target.Name);
                var item = new TargetCase(target, key);
                _all.Add(item);
                if (!_targets.TryGetValue((key.IsHost, key.Local), out List<TargetCase>? same))
                {
                    _targets.Add((key.IsHost, key.Local), same = []);
                }

                same.Add(item);
            }
        }

        public TruthAttempt Attempt { get; }

        public TargetCase? Find(TargetKey key) =>
            _targets.GetValueOrDefault((key.IsHost, key.Local))?.Find(t => t.Key.Matches(key));

        public void Add(AnsweredIncident incident, bool isAlert, IReadOnlyList<Case> told)
        {
            _alerts += isAlert ? 1 : 0;
            foreach (AnsweredTarget said in incident.Targets)
            {
                // The worst of what several incidents say is what a reader takes away.
                if (
                    Find(TargetKey.Of(said.Kind, said.Name)) is { } target
                    && (target.Said is null || said.Outcome > target.Said.Outcome)
                )
                {
                    target.Said = said;
                    // An incident says once what came of a target in all that it tells of.
                    target.Knowable = told.Select(c => c.Find(target.Key)?.Target.Knowable ?? TruthOutcome.Unseen)
                        .Max();
                }
            }
        }

        public void Judge(EvaluationReport report)
        {
            var figures = new AttemptFigures { Knowable = Attempt.Knowable, Incidents = _alerts };
            foreach (TargetCase target in _all)
            {
                TruthOutcome knowable = target.Target.Knowable;
                if (knowable == TruthOutcome.Unseen)
                {
                    continue;
                }

                figures.Targets++;
                report.Target(Attempt, target.Target, target.Said, target.Knowable);
                if (target.Said is not { } said)
                {
                    continue;
                }

                figures.Named++;
                figures.Right += said.Outcome == target.Knowable ? 1 : 0;
                figures.TellsExposed |=
                    knowable >= TruthOutcome.CredentialExposed && said.Outcome >= TruthOutcome.CredentialExposed;
                figures.TellsAccess |=
                    knowable >= TruthOutcome.AccessGained && said.Outcome >= TruthOutcome.AccessGained;
            }

            report.Attempt(Attempt, figures);
        }
    }

    private sealed class TargetCase(TruthTarget target, TargetKey key)
    {
        public TruthTarget Target { get; } = target;
        public TargetKey Key { get; } = key;
        public AnsweredTarget? Said { get; set; }

        /// <summary>What was knowable of it in all attempts that the incident tells of.</summary>
        public TruthOutcome Knowable { get; set; } = target.Knowable;
    }
}

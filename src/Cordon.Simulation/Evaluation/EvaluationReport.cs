using System.Globalization;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Evaluation;

/// <summary>The figures of an evaluation.</summary>
public sealed class EvaluationReport
{
    private const int MaxListed = 200;

    private readonly Dictionary<(string Attempt, TruthOutcome Knowable, TruthOutcome Said), int> _differing = [];

    internal EvaluationReport(TruthDocument truth) => Truth = truth;

    internal TruthDocument Truth { get; }

    /// <summary>Incidents that say that somebody attacked.</summary>
    internal int Alerts { get; private set; }

    /// <summary>Incidents that say that nobody did.</summary>
    internal int SetAside { get; private set; }

    /// <summary>Alerts that cover no attempt.</summary>
    internal int False { get; private set; }

    /// <summary>All attempts.</summary>
    internal KindFigures All { get; } = new();

    /// <summary>Attempts by kind.</summary>
    internal SortedDictionary<string, KindFigures> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Targets by what is knowable and what was said; null is for those that no incident names.</summary>
    internal Dictionary<(TruthOutcome Knowable, TruthOutcome? Said), int> Confusion { get; } = [];

    /// <summary>How far probabilities of incidents can be trusted.</summary>
    internal Calibration Incidents { get; } = new();

    /// <summary>How far probabilities of outcomes can be trusted.</summary>
    internal Calibration Outcomes { get; } = new();

    /// <summary>How right it is who is said to be behind incidents.</summary>
    internal AttributionFigures Who { get; } = new();

    /// <summary>How often <c>failed</c> was said where the logs do not allow it. It has to be 0.</summary>
    internal int WronglyFailed { get; private set; }

    /// <summary>The first of those: attempt and target.</summary>
    internal List<(string Attempt, string Target)> WronglyFailedTargets { get; } = [];

    /// <summary>Where something else is said than what is knowable, most targets first: attempt, and what was said of how many.</summary>
    internal IReadOnlyList<(string Attempt, string Difference)> Differing =>
        [
            .. _differing
                .OrderByDescending(static d => d.Value)
                .ThenBy(static d => d.Key)
                .Take(MaxListed)
                .Select(static d =>
                    (
                        d.Key.Attempt,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{TruthWords.Of(d.Key.Knowable)} told as {TruthWords.Of(d.Key.Said)}: {d.Value}"
                        )
                    )
                ),
        ];

    /// <summary>The first attempts that no incident covers: id and kind.</summary>
    internal List<(string Attempt, string Kind)> Missed { get; } = [];

    /// <summary>The first alerts that cover no attempt: organisation and id.</summary>
    internal List<(string Organisation, string Incident)> FalseAlerts { get; } = [];

    // Earlier versions' truth says nothing of it, and then nothing can be right or wrong.
    private bool SaysWho => Truth.Attempts.Any(static a => a.Behind.Sort.Length > 0);

    /// <summary>Members times days.</summary>
    internal double MemberDays => (double)Truth.Members.Count * Truth.Days;

    /// <summary>Writes the figures as one JSON object; docs/formats/truth.md describes it.</summary>
    /// <param name="output">Stays open.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    public void WriteJson(Stream output) => EvaluationJson.Write(output, this);

    /// <summary>Writes the figures as tables.</summary>
    /// <param name="output">Stays open.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    public void WriteText(TextWriter output) => EvaluationText.Write(output, this);

    internal void Incident(AnsweredIncident incident, bool isTrue)
    {
        Incidents.Add(incident.Probability, isTrue);
        if (incident.Outcome == TruthOutcome.NotAnAttack)
        {
            SetAside++;
            return;
        }

        Alerts++;
        if (!isTrue)
        {
            False++;
            Keep(FalseAlerts, (incident.Organisation, incident.Id));
        }
    }

    /// <summary>Only where the truth says who was behind, and the answer who is said to be.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="told">The attempts that it tells of.</param>
    internal void Attribution(AnsweredIncident incident, IEnumerable<TruthAttempt> told)
    {
        if (incident is { Outcome: not TruthOutcome.NotAnAttack, Attribution: { } said } && SaysWho)
        {
            Who.Add(said, [.. told.Select(static a => a.Behind)]);
        }
    }

    /// <param name="attempt">The attempt.</param>
    /// <param name="target">What it was made on.</param>
    /// <param name="said">What incidents say came of it.</param>
    /// <param name="knowable">What they may say at the most: of this attempt, and of others that the same incident tells of.</param>
    internal void Target(TruthAttempt attempt, TruthTarget target, AnsweredTarget? said, TruthOutcome knowable)
    {
        (TruthOutcome, TruthOutcome?) key = (knowable, said?.Outcome);
        Confusion[key] = Confusion.GetValueOrDefault(key) + 1;
        if (said is null)
        {
            return;
        }

        if (said.Probability is { } probability)
        {
            Outcomes.Add(probability, said.Outcome == knowable);
        }

        if (said.Outcome != knowable)
        {
            (string, TruthOutcome, TruthOutcome) kind = (attempt.Id, knowable, said.Outcome);
            _differing[kind] = _differing.GetValueOrDefault(kind) + 1;
        }

        if (said.Outcome == TruthOutcome.Failed && target.Knowable == TruthOutcome.Unknown)
        {
            WronglyFailed++;
            Keep(WronglyFailedTargets, (attempt.Id, target.Name));
        }
    }

    internal void Attempt(TruthAttempt attempt, AttemptFigures figures)
    {
        All.Add(figures);
        if (!Kinds.TryGetValue(attempt.Kind, out KindFigures? kind))
        {
            Kinds.Add(attempt.Kind, kind = new KindFigures());
        }

        kind.Add(figures);
        if (figures.IsVisible && !figures.IsFound)
        {
            Keep(Missed, (attempt.Id, attempt.Kind));
        }
    }

    private static void Keep<T>(List<T> list, T item)
    {
        if (list.Count < MaxListed)
        {
            list.Add(item);
        }
    }
}

using Cordon.Attribution.Knowledge;
using Cordon.Events;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Evidence;

/// <summary>
/// Looks up the incident's addresses, domains, links, mailboxes and files, and asks of whom sources say that they are. What is too old, shared or the organisation's own
/// weighs nothing; what a warning list names is not among the indicators at all.
/// </summary>
internal static class InfrastructureEvidence
{
    public static void Gather(
        IncidentFacts facts,
        ActorProfiles profiles,
        IndicatorSet indicators,
        AttributionOptions options,
        EvidenceBoard board
    )
    {
        List<(SeenObservable Seen, IReadOnlyList<Indicator> Found)> met = [];
        foreach (SeenObservable seen in facts.Observables)
        {
            IReadOnlyList<Indicator> found = indicators.Find(seen.Observable);
            if (found.Count == 0)
            {
                continue;
            }

            if (OwnNames.Of(facts.Organisation, seen.Observable) is { } whose)
            {
                board.Leave($"{seen.Observable.Value} is {whose}, whatever {found[0].From.Publisher} says of it.");
                continue;
            }

            met.Add((seen, found));
        }

        bool isRotating = IsRotating(facts, met, options);
        foreach ((SeenObservable seen, IReadOnlyList<Indicator> found) in met)
        {
            Weigh(seen, found, profiles, options, board, isRotating && seen.Observable.Kind == ObservableKind.Address);
        }
    }

    // One address of a thousand that change is rented by the hour; who had it before says little.
    private static bool IsRotating(
        IncidentFacts facts,
        List<(SeenObservable Seen, IReadOnlyList<Indicator> Found)> met,
        AttributionOptions options
    )
    {
        int all = facts.Observables.Count(static o => o.Observable.Kind == ObservableKind.Address);
        int named = met.Count(static m => m.Seen.Observable.Kind == ObservableKind.Address);
        return all >= options.ManyAddresses && named < options.RotatingShare * all;
    }

    private static void Weigh(
        SeenObservable seen,
        IReadOnlyList<Indicator> found,
        ActorProfiles profiles,
        AttributionOptions options,
        EvidenceBoard board,
        bool isRotating
    )
    {
        List<(Indicator Indicator, double Worth)> live = [];
        foreach (Indicator one in found)
        {
            double worth = IndicatorLife.WorthOn(one, seen.Day);
            if (worth >= options.LeastWorth)
            {
                live.Add((one, worth));
            }
            else if (one.Refs.Count > 0 || one.Label is not null)
            {
                board.Leave(
                    $"{one.Value}: what {one.From} says of it was worth {Number(worth * 100)} % on {seen.Day:yyyy-MM-dd}, too old to point to anybody."
                );
            }
        }

        // Everybody who is named counts, whether or not the knowledge base has him, by sources that are about as good as the best: three such owners are none.
        OwnerVotes votes = OwnerVotes.Of(live, options);
        if (votes.Owners > options.MostOwners)
        {
            board.Leave(
                $"{live[0].Indicator.Value} is said to be of {votes.Owners} different owners: shared, or a quarrel."
            );
            return;
        }

        foreach ((Indicator one, double worth) in live)
        {
            foreach (string reference in OwnerVotes.OwnersOf(one))
            {
                Take(reference, one, worth);
            }

            if (one.Refs.Count == 0 && one.Label is not null)
            {
                ByName(one, worth);
            }
        }

        void Take(string reference, Indicator one, double worth)
        {
            IReadOnlyList<ActorProfile> of =
                OwnerVotes.IsSoftware(reference) ? profiles.WithTool(reference)
                : profiles.Find(reference) is { } profile ? [profile]
                : [];
            if (OwnerVotes.IsSoftware(reference) && of.Count > options.MostOwners)
            {
                board.Leave($"{one.Label ?? reference}, which {one.Value} is a sign of, is used by {of.Count} actors.");
                return;
            }

            bool isRefuted = votes.IsRefuted(reference);
            int sharing = Math.Max(isRefuted ? votes.Owners + 1 : votes.Owners, of.Count);
            foreach (ActorProfile actor in of)
            {
                bool isAlone = sharing == 1 && !isRotating;
                Add(
                    actor,
                    one,
                    worth,
                    SourceWeight.OddsOf(one) / sharing * (isRotating ? options.RotatingFactor : 1),
                    isAlone && worth >= options.StrongWorth && SourceWeight.IsGood(one),
                    OwnerVotes.IsSoftware(reference) ? ReasonKind.Malware : ReasonKind.Infrastructure,
                    isRotating ? "one of many addresses that change"
                        : isRefuted ? "better sources say that it is another's"
                        : sharing > 1 ? "said to be of another, too"
                        : votes.HasDissent ? "weaker sources say that it is another's"
                        : ""
                );
            }
        }

        void ByName(Indicator one, double worth)
        {
            NameCandidate[] meant =
            [
                .. profiles
                    .Knowledge.Resolve(one.Label!)
                    .Where(static c => c.Score >= 0.7)
                    .Take(options.MostOwners + 1),
            ];
            if (meant.Length > options.MostOwners)
            {
                board.Leave(
                    $"{one.Value}: {one.From.Publisher} calls it a sign of {one.Label}, a name of several actors."
                );
                return;
            }

            foreach (NameCandidate candidate in meant)
            {
                if (profiles.Find(candidate.Id) is { } actor)
                {
                    Add(
                        actor,
                        one,
                        worth,
                        SourceWeight.OddsOf(one) * options.NameOnlyFactor * candidate.Score / meant.Length,
                        false,
                        ReasonKind.Infrastructure,
                        "by a name alone"
                    );
                }
            }
        }

        void Add(
            ActorProfile actor,
            Indicator one,
            double worth,
            double odds,
            bool isStrong,
            ReasonKind kind,
            string doubt
        )
        {
            ActorCase to = board.For(actor);
            to.IsCandidate = true;
            to.Matches.Add(
                new OwnerMatch
                {
                    Value = one.Value,
                    Kind = kind,
                    From = one.From,
                    Worth = worth,
                    Odds = odds * worth,
                    IsStrong = isStrong && !one.From.IsCopy,
                    Findings = seen.Findings,
                    Doubt = doubt,
                    IsDisputed = votes.Owners > 1 || votes.HasDissent,
                }
            );
        }
    }

    private static string Number(double value) =>
        value.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}

using Cordon.Attribution.Evidence;

namespace Cordon.Attribution.Ranking;

/// <summary>
/// Turns what was gathered into probabilities: masses of the hypotheses side by side, then caps. What a cap takes from an actor goes to the unknown one. Immutable.
/// </summary>
internal sealed record Ranks
{
    /// <summary>Actors, the likeliest first; of equal ones that with less against it.</summary>
    public required IReadOnlyList<Standing> Actors { get; init; }

    public required double Unknown { get; init; }

    public required double Criminal { get; init; }

    public required double NoAttack { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="cases">What was gathered for each actor.</param>
    /// <param name="attack">Probability that it was an attack.</param>
    /// <param name="comparable">How many actors could be compared by techniques: those that are not among the cases keep their share.</param>
    /// <param name="options">Masses and caps.</param>
    /// <param name="without">A publisher whose word on infrastructure is left out, by its plain key; null for none.</param>
    public static Ranks Of(
        IEnumerable<ActorCase> cases,
        double attack,
        int comparable,
        AttributionOptions options,
        string? without = null
    )
    {
        ActorCase[] candidates = [.. cases.Where(static c => c.IsCandidate)];
        OwnerStrength[] owners = [.. candidates.Select(c => OwnerStrength.Of(c.Matches, options.LeastHeard, without))];
        double[] soft = [.. candidates.Select(c => Math.Exp(options.SharedPower * c.Soft.Sum(static r => r.Weight)))];
        double left = Math.Max(
            options.Unlisted,
            comparable - candidates.Count(static c => c.Profile.Techniques.Count > 0)
        );
        double shared = soft.Sum() + left;
        double others = options.UnknownMass + options.CriminalMass;
        double[] masses = new double[candidates.Length];
        for (int i = 0; i < candidates.Length; i++)
        {
            masses[i] =
                (options.NamedMass * soft[i] / shared)
                + (owners[i].Odds * others * Math.Exp(FitOf(candidates[i], options)));
        }

        double unlisted = options.NamedMass * left / shared;
        double all = masses.Sum() + others + unlisted;
        // Of many rivals one more than are shown: enough to leave out the actor itself.
        ActorCase[] owned = [.. candidates.Where((_, i) => owners[i].StrongPublishers > 0).Take(options.MaxActors + 1)];
        ActorCase[] fitting =
        [
            .. candidates
                .Where((c, i) => owners[i].Odds >= options.LeastHeard && HasLure(c))
                .Take(options.MaxActors + 1),
        ];
        double taken = 0;
        List<Standing> standings = [];
        for (int i = 0; i < candidates.Length; i++)
        {
            ActorCase one = candidates[i];
            string[] rivals =
            [
                .. RivalsOf(one, owned, fitting).Take(options.MaxActors).Select(static c => c.Profile.Actor.ToString()),
            ];
            double raw = masses[i] / all * attack;
            (double most, string why) = Caps.Of(one, owners[i], rivals, options);
            double probability = Math.Min(raw, most);
            taken += raw - probability;
            standings.Add(
                new Standing
                {
                    Case = one,
                    Owner = owners[i],
                    Probability = probability,
                    Cap = raw > most ? why : "",
                    Rivals = rivals,
                    Inconsistency = one.Soft.Where(static r => r.Weight < 0).Sum(static r => -r.Weight) + rivals.Length,
                }
            );
        }

        return new Ranks
        {
            Actors =
            [
                .. standings
                    .OrderByDescending(static s => s.Probability)
                    .ThenBy(static s => s.Inconsistency)
                    .ThenBy(static s => s.Case.Profile.Id, StringComparer.Ordinal),
            ],
            Unknown = ((options.UnknownMass + unlisted) / all * attack) + taken,
            Criminal = options.CriminalMass / all * attack,
            NoAttack = 1 - attack,
        };
    }

    // A weak source alone takes nothing from a good one's word, or anybody could by naming others; a weak source and lures that are the other's say more than it alone.
    private static IEnumerable<ActorCase> RivalsOf(
        ActorCase one,
        IReadOnlyList<ActorCase> owned,
        IReadOnlyList<ActorCase> fitting
    ) => (HasLure(one) ? owned : owned.Union(fitting)).Where(c => c != one);

    private static bool HasLure(ActorCase one) => one.Soft.Any(static r => r is { Kind: ReasonKind.Lure, Weight: > 0 });

    // What contradicts an actor takes from its infrastructure's weight; what else fits adds a little: all of that can be put on for show.
    private static double FitOf(ActorCase one, AttributionOptions options) =>
        Math.Clamp(
            one.Soft.Sum(static r => r.Weight < 0 ? r.Weight : 0.2 * r.Weight),
            options.LeastFit,
            options.MostFit
        );
}

using Cordon.Attribution.Evidence;

namespace Cordon.Attribution.Ranking;

/// <summary>What may be said at the most, by what it rests on, whatever the numbers come to.</summary>
internal static class Caps
{
    /// <summary>The highest probability, and why.</summary>
    public static (double Most, string Why) Of(
        ActorCase one,
        OwnerStrength owner,
        IReadOnlyList<string> rivals,
        AttributionOptions options
    )
    {
        if (owner.StrongPublishers == 0)
        {
            return (
                ProbabilityWords.MostPossible,
                one.Matches.Count == 0
                    ? "techniques, lures and timing are shared: without infrastructure of its own nobody is more than a realistic possibility"
                    : "no source graded B2 or better names unshared, fresh infrastructure as its own"
            );
        }

        if (rivals.Count > 0)
        {
            return (
                ProbabilityWords.MostPossible,
                $"infrastructure of {rivals[0]} was met too, and both can't be told apart by it"
            );
        }

        bool isBorneOut =
            owner.Publishers > 1
            || owner.IsConfirmed
            || one.Soft.Any(static r => r is { Kind: ReasonKind.Lure or ReasonKind.Technique, Weight: > 0 });
        if (!isBorneOut)
        {
            return (
                ProbabilityWords.MostPossible,
                "one source's word: neither another source nor techniques or lures of the incident bear it out"
            );
        }

        if (!owner.IsIndependent)
        {
            return (
                ProbabilityWords.MostLikely,
                "one source's word: more needs a second, independent one that names something else"
            );
        }

        return one.Soft.Any(r => r.Weight <= options.Contradiction) || one.Matches.Any(static m => m.IsDisputed)
            ? (ProbabilityWords.MostLikely, "something contradicts it")
            : (ProbabilityWords.MostHighlyLikely, "almost certain is for people to say");
    }
}

using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Claims;

/// <summary>
/// Gives claims that were read out of a text an Admiralty grade: how reliable who tells it is, by what the knowledge says of him, and how credible it is beside
/// what others say. Both axes stay apart; what can't be judged is <c>F</c> and <c>6</c>.
/// </summary>
public static class ClaimGrading
{
    private const char CannotBeJudged = '6';

    /// <summary>The claims with their grades, in the same order.</summary>
    /// <param name="claims">The claims of one text.</param>
    /// <param name="knowledge">Sources that were graded, and other claims.</param>
    public static IReadOnlyList<Claim> Grade(IReadOnlyList<Claim> claims, KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(knowledge);
        Dictionary<string, char> reliability = Reliability(knowledge);
        ILookup<(string, string, string), Claim> said = claims
            .Concat(knowledge.Claims)
            .ToLookup(static c => (NameKey.Of(c.Subject), c.Predicate, NameKey.Of(c.Object)));
        return
        [
            .. claims.Select(claim =>
                claim with
                {
                    Grade = $"{ReliabilityOf(claim, reliability)}{Credibility(claim, said[KeyOf(claim)])}",
                }
            ),
        ];
    }

    private static (string, string, string) KeyOf(Claim claim) =>
        (NameKey.Of(claim.Subject), claim.Predicate, NameKey.Of(claim.Object));

    // A publisher whose publications are graded differently is as reliable as the worst of them.
    private static Dictionary<string, char> Reliability(KnowledgeBase knowledge)
    {
        Dictionary<string, char> worst = new(StringComparer.Ordinal);
        foreach (KnowledgeSource source in knowledge.Sources)
        {
            if (source.Grade is [var letter, _] && NameKey.Of(source.Publisher) is { Length: > 0 } key)
            {
                worst[key] = (char)Math.Max(letter, worst.GetValueOrDefault(key, 'A'));
            }
        }

        return worst;
    }

    // Whoever told it last is who it is had from; where nothing is known of him, of the one before.
    private static char ReliabilityOf(Claim claim, Dictionary<string, char> known)
    {
        for (int i = claim.AssertedBy.Count - 1; i >= 0; i--)
        {
            if (known.TryGetValue(NameKey.Of(claim.AssertedBy[i]), out char letter))
            {
                return letter;
            }
        }

        return 'F';
    }

    private static char Credibility(Claim claim, IEnumerable<Claim> all)
    {
        bool isHeld = false;
        bool isContested = false;
        foreach (Claim other in all)
        {
            if (OriginOf(other) == OriginOf(claim))
            {
                // Who passes on one and the same origin adds nothing.
                continue;
            }

            isHeld |= IsFor(other) == IsFor(claim);
            isContested |= IsFor(other) != IsFor(claim);
        }

        return (isHeld, isContested) switch
        {
            (true, false) => '2',
            (true, true) => '3',
            (false, true) => '4',
            _ => CannotBeJudged,
        };
    }

    private static bool IsFor(Claim claim) => claim.Stance is ClaimStance.Asserts or ClaimStance.Reports;

    private static string OriginOf(Claim claim) => claim.AssertedBy.Count > 0 ? NameKey.Of(claim.AssertedBy[0]) : "";
}

using System.Runtime.InteropServices;
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
        Dictionary<(string, string, string), Voices> said = [];
        foreach (Claim claim in claims.Concat(knowledge.Claims))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(said, KeyOf(claim), out _) ??= new Voices()).Add(claim);
        }

        return
        [
            .. claims.Select(claim =>
                claim with
                {
                    Grade = $"{ReliabilityOf(claim, reliability)}{said[KeyOf(claim)].Credibility(claim)}",
                }
            ),
        ];
    }

    private static (string, string, string) KeyOf(Claim claim) =>
        (NameKey.Of(claim.Subject), claim.Predicate, NameKey.Of(claim.Object));

    // A publisher whose publications are graded differently is as reliable as the worst of them. What a feed says well of itself makes nobody reliable.
    private static Dictionary<string, char> Reliability(KnowledgeBase knowledge)
    {
        Dictionary<string, char> worst = new(StringComparer.Ordinal);
        foreach (KnowledgeSource source in knowledge.Sources)
        {
            if (
                source.Grade is [var letter, _]
                && (!source.IsSelfGraded || letter == 'E')
                && NameKey.Of(source.Publisher) is { Length: > 0 } key
            )
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
            if (known.TryGetValue(NameKey.Of(SpokenName.Of(claim.AssertedBy[i])), out char letter))
            {
                return letter;
            }
        }

        return 'F';
    }

    private static bool IsFor(Claim claim) => claim.Stance is ClaimStance.Asserts or ClaimStance.Reports;

    private static string OriginOf(Claim claim) =>
        claim.AssertedBy.Count > 0 ? NameKey.Of(SpokenName.Of(claim.AssertedBy[0])) : "";

    /// <summary>Who says one thing and who says that it is not so, by the origins: who passes on one and the same origin adds nothing.</summary>
    private sealed class Voices
    {
        private readonly HashSet<string> _for = new(StringComparer.Ordinal);
        private readonly HashSet<string> _against = new(StringComparer.Ordinal);

        public void Add(Claim claim) => (IsFor(claim) ? _for : _against).Add(OriginOf(claim));

        public char Credibility(Claim claim)
        {
            string origin = OriginOf(claim);
            bool isHeld = HasOther(IsFor(claim) ? _for : _against, origin);
            bool isContested = HasOther(IsFor(claim) ? _against : _for, origin);
            return (isHeld, isContested) switch
            {
                (true, false) => '2',
                (true, true) => '3',
                (false, true) => '4',
                _ => CannotBeJudged,
            };
        }

        private static bool HasOther(HashSet<string> origins, string origin) =>
            origins.Count > (origins.Contains(origin) ? 1 : 0);
    }
}

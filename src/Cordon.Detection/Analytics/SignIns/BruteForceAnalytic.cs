using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Guessing at one account, and what it won.</summary>
internal sealed class BruteForceAnalytic : IAnalytic
{
    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        foreach ((BruteForce stretch, List<Suspicion> suspicions) in study.JudgedBruteForces)
        {
            cancel.ThrowIfCancellationRequested();
            SignIn[] tries = [.. stretch.Tries.Select(t => t.Source)];
            string account = tries[0].Account.Length > 0 ? tries[0].Account : "accounts that the log hides";
            yield return maker.Make(
                FindingMaker.Rule(
                    "brute-force",
                    "Brute force of an account",
                    stretch.Example.IsUnknownAccount ? Level.Medium : Level.High,
                    "T1110.001"
                ),
                tries,
                FindingMaker.EntitiesOf(tries),
                $"{Words.Count(stretch.Count, "try", "tries")} at {Words.Cut(account)} from {Words.Count(stretch.Addresses.Count, "source")}"
                    + $" in {Words.Span(stretch.Last - stretch.First)}, none of which the account is known to succeed from.",
                ("account", tries[0].Account),
                ("tries", $"{stretch.Count}")
            );
            foreach (Suspicion suspicion in suspicions)
            {
                SignIn won = suspicion.Attempt.Source;
                yield return maker.Make(
                    suspicion.Attempt.IsSuccess
                        ? FindingMaker.Rule(
                            "brute-force-success",
                            "Sign-in won by brute force",
                            Level.Critical,
                            "T1110.001",
                            "T1078"
                        )
                        : FindingMaker.Rule(
                            "credential-exposed",
                            "Password found, access stopped",
                            Level.High,
                            "T1110.001"
                        ),
                    [.. tries.Where(t => t.Time < won.Time).TakeLast(20), won],
                    FindingMaker.EntitiesOf([won]),
                    $"{Words.Cut(account)} {(suspicion.Attempt.IsSuccess ? "signed in" : "had its password proven right")} with"
                        + $" {Words.List(suspicion.Reasons)}, after {Words.Count(tries.Where(t => t.Time < won.Time).Sum(t => (long)t.Count), "failed try", "failed tries")}.",
                    ("account", won.Account),
                    ("weight", Words.Number(suspicion.Weight))
                );
            }
        }
    }
}

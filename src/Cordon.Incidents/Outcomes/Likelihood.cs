namespace Cordon.Incidents.Outcomes;

/// <summary>From sums of log-likelihood ratios to probabilities.</summary>
internal static class Likelihood
{
    private const double Most = 0.99;

    /// <summary>
    /// How much has to be said for a success before it is as likely the attacker's as anyone's: the logarithm of the odds against it beforehand.
    /// </summary>
    private const double Prior = 1.5;

    // The logarithm of the odds for an incident that weighs just enough to be one; chosen on a simulated sector (docs/quality.md).
    private const double TriesAlone = 1.6;
    private const double AccessAlone = -0.4;

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>The probability that an outcome is right.</summary>
    public static double OfOutcome(Outcome outcome, TargetCase target)
    {
        switch (outcome)
        {
            case Outcome.FollowOn or Outcome.AccessGained or Outcome.CredentialExposed:
                double weight = target.WeightOf(outcome);
                if (outcome == Outcome.FollowOn)
                {
                    weight += target.WeightOf(Outcome.AccessGained) / 2;
                }

                return Math.Clamp(Sigmoid(weight - Prior), 0.5, Most);
            case Outcome.Blocked:
                return 0.95;
            case Outcome.Failed:
                return 0.95;
            case Outcome.NotAnAttack:
                return 0.9;
            default:
                // That it can't be told is sure where a log is missing, and a way of speaking where only nothing more is known.
                return target.Missing.Count > 0 ? 0.85 : 0.6;
        }
    }

    /// <summary>The probability that an incident is an attack.</summary>
    /// <param name="weight">What its findings weigh together.</param>
    /// <param name="least">The weight from which it is an incident.</param>
    /// <param name="worst">The worst outcome of its targets.</param>
    public static double OfIncident(double weight, double least, Outcome worst)
    {
        if (worst == Outcome.NotAnAttack)
        {
            return 0.05;
        }

        // Signs of access that stand alone are more often somebody's new computer than signs of a try are a mistake.
        double atLeast = worst >= Outcome.CredentialExposed ? AccessAlone : TriesAlone;
        return Math.Min(Most, Sigmoid(atLeast + (weight - least)));
    }
}

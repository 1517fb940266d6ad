using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Indicators;

namespace Cordon.Attribution.Evidence;

/// <summary>
/// What a source's word on an indicator weighs. What a feed says of how good itself is may lower that and never raise it: one that calls itself A1 counts as one that
/// nobody graded, one that calls itself E5 as E5.
/// </summary>
internal static class SourceWeight
{
    /// <summary>How many to one it counts against all that is not named.</summary>
    public static double OddsOf(Indicator one) =>
        Math.Min(
            AttributionOptions.OddsOf(one.From.IsSelfGraded ? null : one.From.Grade),
            AttributionOptions.OddsOf(Stated(one))
        );

    /// <summary>Whether it allows <i>likely</i>.</summary>
    public static bool IsGood(Indicator one) =>
        !one.From.IsSelfGraded && AttributionOptions.IsGood(one.From.Grade) && AttributionOptions.IsGood(Stated(one));

    // The grade with the credibility that the indicator's own confidence stands for, where that is the lower one or the only one.
    private static string? Stated(Indicator one)
    {
        if (one.Confidence is not { } confidence)
        {
            return one.From.Grade;
        }

        char digit = AdmiraltyScale.CredibilityOf(confidence);
        return one.From.Grade is [var letter, var known]
            ? $"{letter}{(known == AdmiraltyScale.UnknownCredibility ? digit : (char)Math.Max(known, digit))}"
            : $"{AdmiraltyScale.UnknownReliability}{digit}";
    }
}

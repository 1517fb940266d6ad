namespace Cordon.Attribution;

/// <summary>
/// The words of the United Kingdom's yardstick for probabilities. Its bands leave gaps on purpose; a number in a gap takes the words of the nearer band, so that what
/// is printed beside the number is never more than half a gap away from it.
/// </summary>
public static class ProbabilityWords
{
    /// <summary>The highest number that is still <i>realistic possibility</i>: just below a half.</summary>
    public const double MostPossible = 0.49;

    /// <summary>The highest number that is still <i>likely</i>.</summary>
    public const double MostLikely = 0.75;

    /// <summary>The highest number that is still <i>highly likely</i>; nothing here says more.</summary>
    public const double MostHighlyLikely = 0.90;

    /// <summary>From here on a named actor counts as attributed: the start of <i>likely</i>, with half of the gap below it.</summary>
    public const double LeastLikely = 0.525;

    private static readonly (double Below, string Words)[] Bands =
    [
        (0.075, "remote chance"),
        (0.225, "highly unlikely"),
        (0.375, "unlikely"),
        (LeastLikely, "realistic possibility"),
        (0.775, "likely"),
        (0.925, "highly likely"),
    ];

    /// <summary>The words for a probability.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no probability.</exception>
    public static string Of(double probability)
    {
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "a probability lies from 0 to 1");
        }

        foreach ((double below, string words) in Bands)
        {
            if (probability < below)
            {
                return words;
            }
        }

        return "almost certain";
    }
}

namespace Cordon.Sector.Warnings;

/// <summary>
/// The words of the Professional Head of Intelligence Assessment's probability yardstick. Between two bands, which the yardstick leaves open on purpose, the nearer one's word
/// is taken, of two that are as near the lower one's.
/// </summary>
public static class Yardstick
{
    private static readonly (double From, double To, string Word)[] Bands =
    [
        (0, 0.05, "a remote chance"),
        (0.10, 0.20, "highly unlikely"),
        (0.25, 0.35, "unlikely"),
        (0.40, 0.50, "a realistic possibility"),
        (0.55, 0.75, "likely"),
        (0.80, 0.90, "highly likely"),
        (0.95, 1, "almost certain"),
    ];

    /// <summary>The word for a probability.</summary>
    /// <param name="probability">0 to 1; what lies outside is taken for the nearer end.</param>
    public static string WordOf(double probability)
    {
        double value = double.IsNaN(probability) ? 0 : Math.Clamp(probability, 0, 1);
        string word = Bands[0].Word;
        double nearest = double.MaxValue;
        foreach ((double from, double to, string name) in Bands)
        {
            double distance = Math.Max(0, Math.Max(from - value, value - to));
            // Half of a gap is no binary fraction: what differs less than that is as near.
            if (distance < nearest - 1e-9)
            {
                (word, nearest) = (name, distance);
            }
        }

        return word;
    }
}

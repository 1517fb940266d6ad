namespace Cordon.Intelligence.Indicators;

/// <summary>
/// How long an indicator says something. Its worth falls from 1 at its last confirmation to 0 at the end of its life, slowly at first: addresses change hands within weeks,
/// digests never do. What its source gives as an end goes before.
/// </summary>
public static class IndicatorLife
{
    // worth = 1 - (age / life)^(1 / speed), the form of MISP's decaying models.
    private const double Speed = 0.5;

    /// <summary>Days that an indicator of a kind lives after its last confirmation.</summary>
    public static int DaysOf(IndicatorKind kind) =>
        kind switch
        {
            IndicatorKind.Address => 90,
            IndicatorKind.Url => 180,
            IndicatorKind.Domain => 365,
            IndicatorKind.Email => 365,
            IndicatorKind.FileName => 365,
            _ => 3_650,
        };

    /// <summary>What it is worth on a day, 0 to 1; 0 outside of its life.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="on">The day that is asked about: that of the event, not today, where logs are old.</param>
    /// <param name="lastSeen">When it was last sighted; null where it was not.</param>
    public static double WorthOn(Indicator indicator, DateOnly on, DateOnly? lastSeen = null)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return WorthOn(indicator.Kind, indicator.ValidFrom ?? indicator.From.Date, indicator.ValidUntil, on, lastSeen);
    }

    internal static double WorthOn(IndicatorKind kind, DateOnly? from, DateOnly? until, DateOnly on, DateOnly? lastSeen)
    {
        if (until is { } end && on >= end)
        {
            return 0;
        }

        DateOnly? confirmed = lastSeen is { } seen && (from is null || seen > from) ? seen : from;
        if (confirmed is not { } start)
        {
            return 1;
        }

        // Attackers prepare before anybody reports: what is seen before the first report counts for as long as after it.
        int days = Math.Abs(on.DayNumber - start.DayNumber);
        double share = (double)days / DaysOf(kind);
        return share >= 1 ? 0 : 1 - Math.Pow(share, 1 / Speed);
    }
}

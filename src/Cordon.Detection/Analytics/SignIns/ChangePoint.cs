namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Finds when a rate was another: the stretch with the greatest likelihood ratio of a Poisson process of a higher rate against the ordinary one.</summary>
internal static class ChangePoint
{
    /// <summary>The best stretch; null where none speaks for the higher rate.</summary>
    /// <param name="events">By time; each counts as much as it is strange.</param>
    /// <param name="clock">How time passes.</param>
    /// <param name="perHour">The ordinary rate.</param>
    /// <param name="factor">How many times higher the other rate is.</param>
    public static (int First, int Last)? Find(List<Attempt> events, Clock clock, double perHour, double factor)
    {
        double gain = Math.Log(factor);
        double cost = (factor - 1) * perHour;
        double sum = 0;
        double best = 0;
        int begin = 0;
        (int, int)? found = null;
        for (int i = 0; i < events.Count; i++)
        {
            if (i > 0)
            {
                sum -= cost * clock.Between(events[i - 1].Time, events[i].Time);
            }

            if (sum <= 0)
            {
                (sum, begin) = (0, i);
            }

            sum += gain * events[i].Strangeness;
            if (sum > best)
            {
                best = sum;
                found = (begin, i);
            }
        }

        return found;
    }
}

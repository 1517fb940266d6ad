namespace Cordon.Incidents;

/// <summary>Worst first: by outcome, then probability, then time.</summary>
internal static class IncidentOrder
{
    public static int Compare(Incident x, Incident y)
    {
        int order = y.Outcome.CompareTo(x.Outcome);
        order = order != 0 ? order : y.Probability.CompareTo(x.Probability);
        order = order != 0 ? order : x.First.CompareTo(y.First);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }
}

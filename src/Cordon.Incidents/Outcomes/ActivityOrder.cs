using Cordon.Events.Activities;

namespace Cordon.Incidents.Outcomes;

/// <summary>By time, then by place, so that the order in which files are read does not matter.</summary>
internal static class ActivityOrder
{
    public static int Compare(Activity x, Activity y)
    {
        int order = x.Time.CompareTo(y.Time);
        order = order != 0 ? order : string.CompareOrdinal(x.Origin.Source, y.Origin.Source);
        order = order != 0 ? order : x.Origin.Position.CompareTo(y.Origin.Position);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }
}

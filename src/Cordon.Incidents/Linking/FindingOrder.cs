using Cordon.Events;

namespace Cordon.Incidents.Linking;

/// <summary>The order in which findings are taken: by time, then by what they say, so that the order in which they come does not matter.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    /// <summary>When a finding begins.</summary>
    public static DateTime? FirstOf(Finding finding) => finding.Correlation?.First ?? finding.Time;

    /// <summary>When it ends.</summary>
    public static DateTime? LastOf(Finding finding) => finding.Correlation?.Last ?? finding.Time;

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return Comparer<bool>.Default.Compare(x is not null, y is not null);
        }

        int order = Nullable.Compare(FirstOf(x), FirstOf(y));
        order = order != 0 ? order : Nullable.Compare(LastOf(x), LastOf(y));
        order = order != 0 ? order : string.CompareOrdinal(x.Rule.Id, y.Rule.Id);
        order = order != 0 ? order : string.CompareOrdinal(x.Rule.File, y.Rule.File);
        order = order != 0 ? order : string.CompareOrdinal(x.Event.Computer, y.Event.Computer);
        order = order != 0 ? order : Nullable.Compare(x.Event.RecordId, y.Event.RecordId);
        order = order != 0 ? order : string.CompareOrdinal(x.Reason, y.Reason);
        order = order != 0 ? order : string.CompareOrdinal(x.Event.Source, y.Event.Source);
        order = order != 0 ? order : x.Event.Position.CompareTo(y.Event.Position);
        return order != 0 ? order : CompareFields(x, y);
    }

    private static int CompareFields(Finding x, Finding y)
    {
        for (int i = 0; i < Math.Min(x.Fields.Count, y.Fields.Count); i++)
        {
            int order = string.CompareOrdinal(x.Fields[i].Text, y.Fields[i].Text);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Fields.Count.CompareTo(y.Fields.Count);
    }
}

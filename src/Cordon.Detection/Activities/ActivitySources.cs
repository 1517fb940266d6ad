using Cordon.Detection.Activities.Mails;
using Cordon.Events;

namespace Cordon.Detection.Activities;

/// <summary>All that Cordon can say of events, one for each kind of log.</summary>
internal static class ActivitySources
{
    public static IReadOnlyList<IActivitySource> Of(FieldTable fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return [new MailSource(), new TraceSource()];
    }
}

using Cordon.Detection.Activities.Identity;
using Cordon.Detection.Activities.Mails;
using Cordon.Detection.Activities.Text;
using Cordon.Detection.Activities.Windows;
using Cordon.Events;

namespace Cordon.Detection.Activities;

/// <summary>All that Cordon can say of events, one for each kind of log.</summary>
internal static class ActivitySources
{
    public static IReadOnlyList<IActivitySource> Of(FieldTable fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return
        [
            .. WindowsActivitySources.Of(fields),
            new EntraSignIns(fields),
            new DirectoryChanges(fields),
            new EntraRisks(fields),
            new UnifiedAudit(fields),
            new AzureActivities(fields),
            new OktaEvents(fields),
            new GoogleEvents(fields),
            new DuoEvents(fields),
            new OneLoginEvents(fields),
            new CloudTrailEvents(fields),
            new MailSource(),
            new TraceSource(),
            new AuthLines(fields),
            new WebRequests(fields),
        ];
    }
}

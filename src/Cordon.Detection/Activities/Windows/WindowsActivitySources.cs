using Cordon.Events;

namespace Cordon.Detection.Activities.Windows;

/// <summary>All that is read out of Windows event logs.</summary>
internal static class WindowsActivitySources
{
    public static IReadOnlyList<IActivitySource> Of(FieldTable fields) =>
        [
            new WindowsLogons(fields),
            new WindowsAccountActions(fields),
            new AdfsLogons(),
            new RemoteSessions(fields),
            new OpenSshLogons(fields),
        ];
}

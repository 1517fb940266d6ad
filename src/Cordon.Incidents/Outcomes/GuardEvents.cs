using Cordon.Events;

namespace Cordon.Incidents.Outcomes;

/// <summary>Knows events in which a guard says that it stopped something, or a server that it refused it.</summary>
internal static class GuardEvents
{
    /// <summary>Whether the finding's event says that a control stopped what it tells of.</summary>
    public static bool IsStopped(Finding finding)
    {
        EventOrigin origin = finding.Event;
        if (origin.Channel.Contains("Windows Defender", StringComparison.OrdinalIgnoreCase))
        {
            // 1117: an action was taken against malware; 1121, 1127: a rule of attack surface reduction or controlled access blocked it.
            return origin.Code is 1117 or 1121 or 1127;
        }

        if (origin.Channel.Contains("AppLocker", StringComparison.OrdinalIgnoreCase))
        {
            return origin.Code is 8004 or 8007;
        }

        if (origin.Channel.Contains("CodeIntegrity", StringComparison.OrdinalIgnoreCase))
        {
            return origin.Code is 3077 or 3033;
        }

        return Text(finding, "alert.action").Equals("blocked", StringComparison.OrdinalIgnoreCase)
            || Text(finding, "action").Equals("blocked", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the finding's event is a request that the server answered with a refusal (status 400 to 499).</summary>
    public static bool IsRefused(Finding finding)
    {
        string status = Text(finding, "sc-status");
        status = status.Length > 0 ? status : Text(finding, "status");
        return status.Length == 3 && status[0] == '4' && char.IsAsciiDigit(status[1]) && char.IsAsciiDigit(status[2]);
    }

    private static string Text(Finding finding, string name)
    {
        foreach (SnapshotField field in finding.Fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Text;
            }
        }

        return "";
    }
}

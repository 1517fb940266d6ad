using Cordon.Events;
using Cordon.Incidents.Linking;

namespace Cordon.Incidents.Outcomes;

/// <summary>
/// When an attack on many accounts went on. Whoever tries them all goes on while a log is silent: an account that was tried before a gap may have been
/// tried again in it, so that its outcome needs logs of the whole attack, and of a pause after it.
/// </summary>
internal sealed class GuessingTimes
{
    /// <summary>Fewer accounts are no campaign.</summary>
    private const int LeastAccounts = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);
    private readonly List<(string Logs, DateTime First, DateTime Last)> _times = [];

    public GuessingTimes(IEnumerable<FindingGroup> groups)
    {
        HashSet<string> campaigns = new(StringComparer.Ordinal);
        foreach (FindingGroup group in groups.Where(g => Techniques.IsGuessing(g.Rule)))
        {
            foreach (Finding finding in group.Samples)
            {
                string logs = LogsOf(finding.Event.Product);
                if (finding.Correlation is not { } facts)
                {
                    // A refused password by itself is a typing error as often as not.
                    if (finding.Rule.Level >= Level.Medium && finding.Time is { } time)
                    {
                        _times.Add((logs, time, time));
                    }

                    continue;
                }

                if (group.TargetCount >= LeastAccounts)
                {
                    campaigns.Add(logs);
                }

                // The longest of n pauses that come by chance is ln n mean ones; within one more the next try would have come, and the one before the
                // first that is seen.
                long pauses = Math.Max(1, facts.EventCount - 1);
                TimeSpan pause = (facts.Last - facts.First) / pauses * (1 + Math.Log(pauses));
                pause = pause < LongestPause ? pause : LongestPause;
                _times.Add((logs, facts.First - pause, facts.Last + pause));
            }
        }

        _times.RemoveAll(t => !campaigns.Contains(t.Logs));
    }

    /// <summary>
    /// A time of tries at a system with the whole attack on it: what an incident tells of in several findings went on between them. Computers have a log
    /// each, and what was tried at another one, days before, is not this one's to show.
    /// </summary>
    public (DateTime From, DateTime Until) Widen(string system, DateTime from, DateTime until)
    {
        string own = LogsOf(system);
        bool isOfHosts = own is "windows" or "linux" or "";
        (DateTime tried, DateTime ended) = (from, until);
        foreach ((string logs, DateTime begin, DateTime end) in _times)
        {
            if (logs == own && (!isOfHosts || (begin <= ended && end >= tried)))
            {
                from = begin < from ? begin : from;
                until = end > until ? end : until;
            }
        }

        return (from, until);
    }

    // What an attack on one system leaves is not in the logs of another.
    private static string LogsOf(string productOrSystem) =>
        productOrSystem.ToLowerInvariant() switch
        {
            "azure" or "m365" or "entra" or "adfs" => "microsoft",
            "gcp" or "google" => "google",
            "windows" or "kerberos" or "ntlm" => "windows",
            "okta" or "duo" or "onelogin" or "aws" => productOrSystem.ToLowerInvariant(),
            "linux" or "sshd" or "sudo" => "linux",
            _ => "",
        };
}

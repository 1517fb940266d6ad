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
        foreach (FindingGroup group in groups)
        {
            if (!Techniques.IsGuessing(group.Rule) || group.TargetCount < LeastAccounts)
            {
                continue;
            }

            foreach (Finding finding in group.Samples)
            {
                if (finding.Correlation is { } facts)
                {
                    // The longest of n pauses that come by chance is ln n mean ones; after one more the next try would have come.
                    long pauses = Math.Max(1, facts.EventCount - 1);
                    TimeSpan pause = (facts.Last - facts.First) / pauses * (1 + Math.Log(pauses));
                    pause = pause < LongestPause ? pause : LongestPause;
                    _times.Add((LogsOf(finding.Event.Product), facts.First, facts.Last + pause));
                }
            }
        }
    }

    /// <summary>A time of tries at a system with the attacks on it that they are part of.</summary>
    public (DateTime From, DateTime Until) Widen(string system, DateTime from, DateTime until)
    {
        DateTime first = from;
        DateTime last = until;
        // What one attack is told of in several findings goes on from each to the next: _times is in the order of its beginnings.
        foreach ((string logs, DateTime begin, DateTime end) in _times)
        {
            if (logs == LogsOf(system) && begin <= last && end >= first)
            {
                first = begin < first ? begin : first;
                last = end > last ? end : last;
            }
        }

        return (first, last);
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

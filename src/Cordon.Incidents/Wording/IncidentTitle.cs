using Cordon.Events;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Outcomes;

namespace Cordon.Incidents.Wording;

/// <summary>Says in one line what an incident is.</summary>
internal static class IncidentTitle
{
    public static string Of(IncidentDraft draft, IReadOnlyList<IncidentTarget> targets)
    {
        string[] people =
        [
            .. targets.Where(t => t.Observable.Kind != ObservableKind.Host).Select(t => t.Observable.Value),
        ];
        string[] hosts =
        [
            .. targets.Where(t => t.Observable.Kind == ObservableKind.Host).Select(t => t.Observable.Value),
        ];
        string title = Beginning(draft, people, hosts);
        IncidentTarget[] reached = [.. targets.Where(t => t.Outcome >= Outcome.CredentialExposed)];
        if (reached.Length == 0 || targets.Count < 2)
        {
            return title;
        }

        Outcome worst = reached.Max(t => t.Outcome);
        string[] names = [.. reached.Where(t => t.Outcome == worst).Select(t => t.Observable.Value)];
        string who =
            names.Length <= 2
                ? string.Join(" and ", names.Select(Words.Name))
                : Words.Count(names.Length, "", "of them");
        return worst switch
        {
            Outcome.FollowOn => $"{title}; access to {who} was used",
            Outcome.AccessGained => $"{title}; access to {who}",
            _ => $"{title}; password of {who} known to the attacker",
        };
    }

    private static string Beginning(IncidentDraft draft, string[] people, string[] hosts)
    {
        bool Has(params ReadOnlySpan<string> techniques)
        {
            foreach (FindingGroup group in draft.Groups)
            {
                if (Techniques.Any(group.Rule, techniques) && group.Weight >= 1)
                {
                    return true;
                }
            }

            return false;
        }

        string accounts =
            people.Length == 1 ? Words.Name(people[0]) : Words.Count(people.Length, "account", "accounts");
        string computers =
            hosts.Length == 1 ? Words.Name(hosts[0]) : Words.Count(hosts.Length, "computer", "computers");
        string all = people.Length > 0 ? accounts : computers;
        if (Has("T1566", "T1598"))
        {
            return people.Length == 1
                ? $"Lure mail to {Words.Name(people[0])}"
                : $"Lure mail to {Words.Count(people.Length, "recipient", "recipients")}";
        }

        if (Has("T1110.003", "T1110.004") || (Has("T1110") && people.Length > 2))
        {
            return $"Password spray against {all}";
        }

        if (Has("T1110"))
        {
            return $"Password guessing against {all}";
        }

        if (Has("T1621"))
        {
            return $"Requests for the second factor, over and over, to {all}";
        }

        if (Has("T1528"))
        {
            return $"Consent or token given to a stranger's application by {all}";
        }

        if (Has("T1539", "T1550", "T1557"))
        {
            return $"Stolen session of {all}";
        }

        FindingGroup first = draft
            .Groups.OrderByDescending(g => g.Weight)
            .ThenBy(g => g.First)
            .ThenBy(g => g.Rule.Title, StringComparer.Ordinal)
            .First();
        string where = hosts.Length > 0 ? computers : accounts;
        return people.Length + hosts.Length > 0
            ? $"{Words.Name(first.Rule.Title)} on {where}"
            : Words.Name(first.Rule.Title);
    }
}

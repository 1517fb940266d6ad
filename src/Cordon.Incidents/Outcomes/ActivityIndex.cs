using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Entities;

namespace Cordon.Incidents.Outcomes;

/// <summary>Finds activities by whom they concern. Lists are by time.</summary>
internal sealed class ActivityIndex
{
    private readonly Dictionary<string, List<SignIn>> _byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SignIn>> _byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AccountAction>> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Mail>> _mails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WebRequest>> _requests = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<EventKey, List<Activity>> _cited = [];
    private readonly ClientOwners _owners = new();

    // Looked for once, and asked for by each recipient of a lure.
    private readonly Dictionary<string, string[]> _below = new(StringComparer.OrdinalIgnoreCase);

    public ActivityIndex(IncidentInput input, AccountNames names, IReadOnlySet<EventKey> cited)
    {
        foreach (SignIn signIn in input.SignIns)
        {
            Put(_byAccount, names.Of(signIn.Account), signIn);
            Put(_byHost, EntityExtractor.HostName(signIn.Host), signIn);
            Cite(cited, signIn);
        }

        foreach (AccountAction action in input.Actions)
        {
            string account = names.Of(action.Account);
            string target = names.Of(action.Target);
            Put(_actions, account, action);
            if (target != account)
            {
                Put(_actions, target, action);
            }

            Cite(cited, action);
        }

        foreach (Mail mail in input.Mails)
        {
            foreach (string recipient in mail.Recipients.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                Put(_mails, names.Of(recipient), mail);
            }

            Cite(cited, mail);
        }

        foreach (WebRequest request in input.WebRequests)
        {
            Put(_requests, request.Domain, request);
            _owners.Add(request);
            Cite(cited, request);
        }

        foreach (List<SignIn> list in _byAccount.Values.Concat(_byHost.Values))
        {
            list.Sort(ActivityOrder.Compare);
        }

        foreach (List<AccountAction> list in _actions.Values)
        {
            list.Sort(ActivityOrder.Compare);
        }

        foreach (List<Mail> list in _mails.Values)
        {
            list.Sort(ActivityOrder.Compare);
        }

        foreach (List<WebRequest> list in _requests.Values)
        {
            list.Sort(ActivityOrder.Compare);
        }
    }

    public IReadOnlyList<SignIn> SignInsOf(string account) => Get(_byAccount, account);

    public IReadOnlyList<SignIn> SignInsOn(string host) => Get(_byHost, host);

    public IReadOnlyList<AccountAction> ActionsOf(string account) => Get(_actions, account);

    public IReadOnlyList<Mail> MailsTo(string recipient) => Get(_mails, recipient);

    /// <summary>Requests and look-ups of exactly this host.</summary>
    public IReadOnlyList<WebRequest> RequestsOf(string host) => Get(_requests, host);

    /// <summary>Hosts below a domain that nobody asked for before a time, in no order.</summary>
    public IReadOnlyList<string> NewHostsBelow(string domain, DateTime from)
    {
        if (!_below.TryGetValue(domain, out string[]? hosts))
        {
            string suffix = "." + domain;
            _below[domain] = hosts = [
                .. _requests.Keys.Where(h => h.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)),
            ];
        }

        return [.. hosts.Where(h => _requests[h][0].Time >= from)];
    }

    /// <summary>Who used a client about a time, by requests of it that name an account; empty where none does.</summary>
    public string OwnerOf(string client, DateTime time) => _owners.Of(client, time);

    /// <summary>The activities of an event that a finding rests on.</summary>
    public IReadOnlyList<Activity> Cited(EventKey key) => Get(_cited, key);

    private void Cite(IReadOnlySet<EventKey> cited, Activity activity)
    {
        var key = EventKey.Of(activity.Origin);
        if (cited.Contains(key))
        {
            Put(_cited, key, activity);
        }
    }

    private static void Put<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
        where TKey : notnull
    {
        if (key is string { Length: 0 })
        {
            return;
        }

        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists[key] = list = [];
        }

        list.Add(item);
    }

    private static List<T> Get<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull => lists.TryGetValue(key, out List<T>? list) ? list : [];
}

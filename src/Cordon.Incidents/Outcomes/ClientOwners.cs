using Cordon.Events.Activities;

namespace Cordon.Incidents.Outcomes;

/// <summary>Who worked at a client when: the proxy names accounts, the name server only addresses, and both tell of the same visit.</summary>
internal sealed class ClientOwners
{
    // Addresses are given to other computers within days, people change at a computer within hours.
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);
    private readonly Dictionary<string, List<(DateTime Time, string Account)>> _uses = new(
        StringComparer.OrdinalIgnoreCase
    );
    private bool _isSorted;

    public void Add(WebRequest request)
    {
        if (request.Client.Length == 0 || request.Account.Length == 0)
        {
            return;
        }

        if (!_uses.TryGetValue(request.Client, out List<(DateTime, string)>? uses))
        {
            _uses[request.Client] = uses = [];
        }

        uses.Add((request.Time, request.Account));
        _isSorted = false;
    }

    /// <summary>The account whose request is nearest; empty where none is near.</summary>
    public string Of(string client, DateTime time)
    {
        if (!_uses.TryGetValue(client, out List<(DateTime Time, string Account)>? uses))
        {
            return "";
        }

        if (!_isSorted)
        {
            foreach (List<(DateTime, string)> list in _uses.Values)
            {
                list.Sort();
            }

            _isSorted = true;
        }

        int at = uses.BinarySearch((time, ""));
        at = at < 0 ? ~at : at;
        string best = "";
        TimeSpan distance = Near;
        for (int i = Math.Max(0, at - 1); i < Math.Min(uses.Count, at + 1); i++)
        {
            TimeSpan apart = (uses[i].Time - time).Duration();
            if (apart <= distance)
            {
                (best, distance) = (uses[i].Account, apart);
            }
        }

        return best;
    }
}

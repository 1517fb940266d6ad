using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Activities;

/// <summary>Gathers the activities of a scan, each for the organisation whose log it stands in, and puts them in the order of their times.</summary>
/// <remarks>
/// Memory is bounded by a number of activities for each organisation; what is beyond is counted (<see cref="LossesOf"/>). Activities are added in an order that does
/// not depend on threads.
/// </remarks>
public sealed class ActivityCollector
{
    /// <summary>How many activities are kept of one organisation by default; about 1 kB each.</summary>
    public const int DefaultLimit = 3_000_000;

    private readonly FieldTable _fields;
    private readonly Func<string, Organisation> _organisationOf;
    private readonly int _limit;
    private readonly Dictionary<Organisation, Kept> _kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes an empty collector.</summary>
    /// <param name="fields">The table that events are asked with.</param>
    /// <param name="organisationOf">Whose a log is, by its path; always the same object for the same organisation.</param>
    /// <param name="limit">How many activities are kept of one organisation.</param>
    public ActivityCollector(FieldTable fields, Func<string, Organisation> organisationOf, int limit = DefaultLimit)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(organisationOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        (_fields, _organisationOf, _limit) = (fields, organisationOf, limit);
        // Logs look up the names of the table once for each of their layouts, so all must be in it before the first event.
        CreateReader();
    }

    /// <summary>Rows that repeat one that was there already, by their own identifier.</summary>
    public long Duplicates => _kept.Values.Sum(static k => k.Duplicates);

    /// <summary>Activities of an organisation that were left out because there are too many.</summary>
    public long LossesOf(Organisation organisation) =>
        _kept.TryGetValue(organisation, out Kept? kept) ? kept.Losses : 0;

    /// <summary>Something that takes activities out of events, for one thread.</summary>
    public ActivityReader CreateReader() => new(_fields);

    /// <summary>Takes what was read of one part of a log.</summary>
    /// <param name="source">The log's path.</param>
    /// <param name="activities">In the order of its records.</param>
    public void Add(string source, IReadOnlyList<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Count == 0)
        {
            return;
        }

        Organisation organisation = _organisationOf(source);
        if (!_kept.TryGetValue(organisation, out Kept? kept))
        {
            _kept[organisation] = kept = new Kept();
        }

        foreach (Activity activity in activities)
        {
            kept.Add(activity, _limit);
        }
    }

    /// <summary>What was done at an organisation, by time; empty where its logs say nothing.</summary>
    public ActivityTimeline TimelineOf(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return _kept.TryGetValue(organisation, out Kept? kept)
            ? new ActivityTimeline
            {
                Organisation = organisation,
                SignIns = ByTime(kept.SignIns),
                Actions = ByTime(kept.Actions),
                Mails = ByTime(kept.Mails),
                WebRequests = ByTime(kept.WebRequests),
            }
            : new ActivityTimeline { Organisation = organisation };
    }

    // A stable sort: equal times stay in the order of the logs.
    private static List<T> ByTime<T>(List<T> activities)
        where T : Activity
    {
        bool isSorted = true;
        for (int i = 1; i < activities.Count && isSorted; i++)
        {
            isSorted = activities[i - 1].Time <= activities[i].Time;
        }

        return isSorted ? activities : [.. activities.OrderBy(static a => a.Time)];
    }

    private sealed class Kept
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public List<SignIn> SignIns { get; } = [];

        public List<AccountAction> Actions { get; } = [];

        public List<Mail> Mails { get; } = [];

        public List<WebRequest> WebRequests { get; } = [];

        public long Duplicates { get; private set; }

        public long Losses { get; private set; }

        private int Count => SignIns.Count + Actions.Count + Mails.Count + WebRequests.Count;

        public void Add(Activity activity, int limit)
        {
            // One record can give several activities of different types, so the type is part of what must not repeat.
            if (activity.Id is { Length: > 0 } id && !_ids.Add($"{activity.GetType().Name} {id}"))
            {
                Duplicates++;
                return;
            }

            if (Count >= limit)
            {
                Losses++;
                return;
            }

            switch (activity)
            {
                case SignIn signIn:
                    SignIns.Add(signIn);
                    break;
                case AccountAction action:
                    Actions.Add(action);
                    break;
                case Mail mail:
                    Mails.Add(mail);
                    break;
                case WebRequest request:
                    WebRequests.Add(request);
                    break;
                default:
                    throw new NotSupportedException($"nobody looks at {activity.GetType().Name}");
            }
        }
    }
}

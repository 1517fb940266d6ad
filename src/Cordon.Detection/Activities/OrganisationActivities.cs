using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cordon.Detection.Activities.Packing;
using Cordon.Detection.Analytics;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Activities;

/// <summary>The activities of one organisation in the order in which they came: the first of them on disk, the others in memory.</summary>
internal sealed class OrganisationActivities(int limit)
{
    // Digests in place of identifiers: there may be millions, and whoever writes a log can't make two that are alike.
    private readonly HashSet<UInt128> _ids = [];
    private readonly List<PackedRange> _packed = [];
    private readonly HourlySignIns _hourly = new();
    private List<Activity> _waiting = [];

    public long Duplicates { get; private set; }

    public long Losses { get; private set; }

    /// <summary>How many are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Takes an activity.</summary>
    /// <returns>About how many bytes of memory that took.</returns>
    public int Add(Activity activity)
    {
        // One record can give several activities of different types, so the type is part of what must not repeat.
        UInt128 id = default;
        if (activity.Id is { Length: > 0 } text)
        {
            id = DigestOf($"{activity.GetType().Name} {text}");
            if (_ids.Contains(id))
            {
                Duplicates++;
                return 0;
            }
        }

        SignIn? hourly = activity is SignIn { IsHourly: true } signIn ? signIn : null;
        if (hourly is not null && _hourly.TryAdd(hourly, _waiting))
        {
            return 0;
        }

        if (Count >= limit)
        {
            Losses++;
            return 0;
        }

        if (id != default)
        {
            _ids.Add(id);
        }

        if (hourly is not null)
        {
            _hourly.Note(hourly, _waiting.Count);
        }

        Count++;
        _waiting.Add(activity);
        return ActivitySize.Of(activity);
    }

    /// <summary>Moves what is in memory to disk.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public void Pack(ActivityPack pack)
    {
        if (_waiting.Count > 0)
        {
            _packed.Add(pack.Write(_waiting));
            _waiting = [];
            _hourly.Clear();
        }
    }

    /// <summary>All of them by time; what is on disk is read again each time.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public ActivityTimeline Timeline(Organisation organisation, ActivityPack pack)
    {
        List<SignIn> signIns = [];
        List<AccountAction> actions = [];
        List<Mail> mails = [];
        List<WebRequest> requests = [];
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (Activity activity in _packed.SelectMany(p => pack.Read(p, texts)).Concat(_waiting))
        {
            switch (activity)
            {
                case SignIn signIn:
                    signIns.Add(signIn);
                    break;
                case AccountAction action:
                    actions.Add(action);
                    break;
                case Mail mail:
                    mails.Add(mail);
                    break;
                case WebRequest request:
                    requests.Add(request);
                    break;
                default:
                    throw new NotSupportedException($"nobody looks at {activity.GetType().Name}");
            }
        }

        return new ActivityTimeline
        {
            Organisation = organisation,
            SignIns = ByTime(signIns),
            Actions = ByTime(actions),
            Mails = ByTime(mails),
            WebRequests = ByTime(requests),
        };
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

    private static UInt128 DigestOf(string id)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.Unicode.GetBytes(id), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}

using Cordon.Detection.Activities.Packing;
using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Activities;

/// <summary>Gathers the activities of a scan, each for the organisation whose log it stands in, and puts them in the order of their times.</summary>
/// <remarks>
/// Memory is bounded: beyond some bytes, activities lie in a temporary file until somebody asks for the timeline of their organisation. The number of activities
/// of one organisation is bounded too; what is beyond is counted (<see cref="LossesOf"/>). Activities are added in an order that does not depend on threads. For one
/// thread at a time.
/// </remarks>
public sealed class ActivityCollector : IDisposable
{
    /// <summary>How many activities are kept of one organisation by default; about 1 kB each.</summary>
    public const int DefaultLimit = 3_000_000;

    /// <summary>So many bytes of activities, about, are kept in memory by default before they are moved to disk.</summary>
    public const long DefaultMemoryBytes = 32 * 1024 * 1024;

    private readonly FieldTable _fields;
    private readonly Func<string, Organisation> _organisationOf;
    private readonly int _limit;
    private readonly long _memoryBytes;
    private readonly ActivityPack _pack;
    private readonly Dictionary<Organisation, OrganisationActivities> _kept = new(ReferenceEqualityComparer.Instance);
    private long _memory;

    /// <summary>Makes an empty collector.</summary>
    /// <param name="fields">The table that events are asked with.</param>
    /// <param name="organisationOf">Whose a log is, by its path; always the same object for the same organisation.</param>
    /// <param name="limit">How many activities are kept of one organisation.</param>
    /// <param name="memoryBytes">How many bytes of activities, about, are kept in memory before they are moved to disk.</param>
    public ActivityCollector(
        FieldTable fields,
        Func<string, Organisation> organisationOf,
        int limit = DefaultLimit,
        long memoryBytes = DefaultMemoryBytes
    )
        : this(fields, organisationOf, limit, memoryBytes, new ActivityPack()) { }

    internal ActivityCollector(
        FieldTable fields,
        Func<string, Organisation> organisationOf,
        int limit,
        long memoryBytes,
        ActivityPack pack
    )
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(organisationOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(memoryBytes);
        (_fields, _organisationOf, _limit) = (fields, organisationOf, limit);
        (_memoryBytes, _pack) = (memoryBytes, pack);
        // Logs look up the names of the table once for each of their layouts, so all must be in it before the first event.
        CreateReader();
    }

    /// <summary>Rows that repeat one that was there already, by their own identifier.</summary>
    public long Duplicates => _kept.Values.Sum(static k => k.Duplicates);

    /// <summary>Activities of an organisation that were left out because there are too many.</summary>
    public long LossesOf(Organisation organisation) =>
        _kept.TryGetValue(organisation, out OrganisationActivities? kept) ? kept.Losses : 0;

    /// <summary>How many activities are kept of an organisation.</summary>
    public int CountOf(Organisation organisation) =>
        _kept.TryGetValue(organisation, out OrganisationActivities? kept) ? kept.Count : 0;

    /// <summary>Something that takes activities out of events, for one thread.</summary>
    public ActivityReader CreateReader() => new(_fields);

    /// <summary>Takes what was read of one part of a log.</summary>
    /// <param name="source">The log's path.</param>
    /// <param name="activities">In the order of its records.</param>
    /// <exception cref="IOException">There is no room for temporary files; the message names their folder.</exception>
    public void Add(string source, IReadOnlyList<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Count == 0)
        {
            return;
        }

        Organisation organisation = _organisationOf(source);
        if (!_kept.TryGetValue(organisation, out OrganisationActivities? kept))
        {
            _kept[organisation] = kept = new OrganisationActivities(_limit);
        }

        foreach (Activity activity in activities)
        {
            _memory += kept.Add(activity);
            if (_memory > _memoryBytes)
            {
                Pack();
            }
        }
    }

    /// <summary>What was done at an organisation, by time; empty where its logs say nothing. What lies on disk is read again at each call.</summary>
    /// <exception cref="IOException">The temporary file can't be read, or does not take the rest.</exception>
    public ActivityTimeline TimelineOf(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (_pack.IsUsed)
        {
            // What is read again shares its texts, and takes half the room.
            Pack();
        }

        return _kept.TryGetValue(organisation, out OrganisationActivities? kept)
            ? kept.Timeline(organisation, _pack)
            : new ActivityTimeline { Organisation = organisation };
    }

    /// <summary>Removes what lies on disk.</summary>
    public void Dispose() => _pack.Dispose();

    private void Pack()
    {
        foreach (OrganisationActivities kept in _kept.Values)
        {
            kept.Pack(_pack);
        }

        _memory = 0;
    }
}

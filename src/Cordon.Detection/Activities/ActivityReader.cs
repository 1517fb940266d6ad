using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities;

/// <summary>Says of events what somebody did. For one thread.</summary>
public sealed class ActivityReader
{
    private const int MaxChannel = 128;

    private readonly Dictionary<string, List<(string Product, IActivitySource Source)>> _byChannel = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, List<(string Product, IActivitySource Source)>>.AlternateLookup<
        ReadOnlySpan<char>
    > _lookup;
    private readonly List<(string Product, IActivitySource Source)> _elsewhere;
    private readonly IActivitySource[] _sources;

    // The channel that was met last, and who reads it: most events are of the same log as those before.
    private readonly char[] _channel = new char[MaxChannel];
    private int _channelLength = -1;
    private List<(string Product, IActivitySource Source)>? _ofChannel;

    /// <summary>Makes a reader.</summary>
    /// <param name="fields">The table that events are asked with; names are added to it, so make readers before events flow.</param>
    public ActivityReader(FieldTable fields)
        : this(ActivitySources.Of(fields)) { }

    internal ActivityReader(IReadOnlyList<IActivitySource> sources)
    {
        _sources = [.. sources];
        _lookup = _byChannel.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (IActivitySource source in sources)
        {
            foreach ((string product, string channel) in source.Streams)
            {
                if (!_byChannel.TryGetValue(channel, out List<(string, IActivitySource)>? list))
                {
                    _byChannel[channel] = list = [];
                }

                list.Add((product, source));
            }
        }

        _elsewhere = _byChannel.GetValueOrDefault("*") ?? [];
    }

    /// <summary>Adds what the event that <paramref name="logEvent"/> shows now says.</summary>
    public void Read(LogEvent logEvent, List<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(activities);
        if (SourcesOf(logEvent.Channel) is { } sources)
        {
            Read(logEvent, sources, activities);
        }

        if (_elsewhere.Count > 0)
        {
            Read(logEvent, _elsewhere, activities);
        }
    }

    /// <summary>To be called after the last event of each part: adds what was put together of several.</summary>
    public void Complete(List<Activity> activities)
    {
        foreach (IActivitySource source in _sources)
        {
            source.Complete(activities);
        }
    }

    private List<(string Product, IActivitySource Source)>? SourcesOf(ReadOnlySpan<char> channel)
    {
        if (_channelLength == channel.Length && channel.SequenceEqual(_channel.AsSpan(0, _channelLength)))
        {
            return _ofChannel;
        }

        _lookup.TryGetValue(channel, out List<(string Product, IActivitySource Source)>? sources);
        _ofChannel = sources;
        _channelLength = channel.TryCopyTo(_channel) ? channel.Length : -1;
        return sources;
    }

    private static void Read(
        LogEvent logEvent,
        List<(string Product, IActivitySource Source)> sources,
        List<Activity> activities
    )
    {
        foreach ((string product, IActivitySource source) in sources)
        {
            if (logEvent.Product.Equals(product, StringComparison.OrdinalIgnoreCase))
            {
                source.Read(logEvent, activities);
            }
        }
    }
}

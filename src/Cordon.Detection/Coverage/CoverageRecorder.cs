using Cordon.Events;

namespace Cordon.Detection.Coverage;

/// <summary>Notes which streams the records of a part belong to and what times and numbers they have. For one thread, one part at a time.</summary>
/// <remarks>Looks at the header of each event and allocates nothing for it; a stream, an hour and a run of numbers cost once.</remarks>
public sealed class CoverageRecorder
{
    private const int MaxStreams = 10_000;
    private const int PropertyCount = 4;

    private readonly FieldId _throttled;
    private readonly FieldId _channel;
    private readonly FieldId _eventType;
    private readonly FieldId[] _names;
    private readonly FieldId[] _values;
    private readonly Dictionary<int, StreamPart> _streams = [];
    private List<StreamPart> _order = [];
    private StreamPart? _current;
    private long _unassigned;

    /// <summary>Makes a recorder.</summary>
    /// <param name="fields">The table that events are asked with; names are added to it, so make recorders before events flow.</param>
    public CoverageRecorder(FieldTable fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _throttled = fields.Intern("IsThrottled");
        _channel = fields.Intern("Channel");
        _eventType = fields.Intern("eventType");
        _names = [.. Enumerable.Range(0, PropertyCount).Select(i => fields.Intern($"OperationProperties.{i}.Name"))];
        _values = [.. Enumerable.Range(0, PropertyCount).Select(i => fields.Intern($"OperationProperties.{i}.Value"))];
    }

    /// <summary>Notes the event that <paramref name="logEvent"/> shows now. Records carved out of slack space are left out.</summary>
    public void Add(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        if (logEvent.IsRecovered)
        {
            return;
        }

        DateTime? time = logEvent.Time;
        StreamPart? stream = StreamOf(logEvent);
        if (stream is null)
        {
            _unassigned++;
            return;
        }

        // Only Windows numbers its records; the numbers of other logs' rows are those of the file.
        stream.Add(time, stream.Key.Product is "windows" ? logEvent.RecordId : null);
        switch (logEvent.Code)
        {
            case 4688 when stream.Key.Product is "windows" && stream.Key.Channel is "Security":
                (stream.Processes ??= Find(stream.Key with { IsProcess = true }))?.Add(time, null);
                break;
            case 1102 when stream.Key.Channel is "Security" && time is { } at:
                stream.Clear(at);
                break;
            case 104 when stream.Key.Channel is "System" && time is { } at:
                Find(stream.Key with { Channel = ClearedChannel(logEvent) })?.Clear(at);
                break;
        }

        if (stream.Key.Channel is "unified-audit" && IsThrottled(logEvent))
        {
            stream.Throttled++;
        }
    }

    /// <summary>What was noted since the last call; the recorder is then empty.</summary>
    public CoveragePart Take()
    {
        foreach (StreamPart stream in _order)
        {
            stream.Finish();
        }

        var part = new CoveragePart(_order, _unassigned);
        _order = [];
        _streams.Clear();
        _current = null;
        _unassigned = 0;
        return part;
    }

    private StreamPart? StreamOf(LogEvent logEvent)
    {
        ReadOnlySpan<char> product = logEvent.Product;
        ReadOnlySpan<char> channel = logEvent.Channel;
        ReadOnlySpan<char> writer = logEvent.Computer;
        if (product is "linux" && LogKinds.IsLinuxAuthentication(channel))
        {
            channel = "auth";
        }
        else if (product is "okta" && !LogKinds.IsOktaSignIn(logEvent.Value(_eventType).Text))
        {
            channel = LogKinds.OktaAdministration;
        }

        if (_current is { } current && IsSame(current, product, channel, writer))
        {
            return current;
        }

        int hash = Hash(product, channel, writer);
        for (StreamPart? known = _streams.GetValueOrDefault(hash); known is not null; known = known.Next)
        {
            if (IsSame(known, product, channel, writer))
            {
                return _current = known;
            }
        }

        string written = writer.ToString();
        var key = new StreamKey(product.ToString(), channel.ToString(), written.ToLowerInvariant());
        return _current = Make(key, written, hash);
    }

    private StreamPart? Find(StreamKey key)
    {
        int hash = Hash(key.Product, key.Channel, key.Writer) ^ (key.IsProcess ? 1 : 0);
        for (StreamPart? known = _streams.GetValueOrDefault(hash); known is not null; known = known.Next)
        {
            if (known.Key == key)
            {
                return known;
            }
        }

        return Make(key, key.Writer, hash);
    }

    private StreamPart? Make(StreamKey key, string written, int hash)
    {
        if (_order.Count == MaxStreams)
        {
            return null;
        }

        var stream = new StreamPart(key, written) { Next = _streams.GetValueOrDefault(hash) };
        _streams[hash] = stream;
        _order.Add(stream);
        return stream;
    }

    private static bool IsSame(
        StreamPart stream,
        ReadOnlySpan<char> product,
        ReadOnlySpan<char> channel,
        ReadOnlySpan<char> writer
    ) =>
        !stream.Key.IsProcess
        && channel.SequenceEqual(stream.Key.Channel)
        && product.SequenceEqual(stream.Key.Product)
        && (
            writer.SequenceEqual(stream.Written) || writer.Equals(stream.Key.Writer, StringComparison.OrdinalIgnoreCase)
        );

    private static int Hash(ReadOnlySpan<char> product, ReadOnlySpan<char> channel, ReadOnlySpan<char> writer) =>
        HashCode.Combine(
            string.GetHashCode(product, StringComparison.Ordinal),
            string.GetHashCode(channel, StringComparison.Ordinal),
            string.GetHashCode(writer, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The log that an event 104 says was emptied: the last of its values that are called Channel.</summary>
    private string ClearedChannel(LogEvent logEvent)
    {
        for (int i = logEvent.Count(_channel) - 1; i >= 0; i--)
        {
            FieldValue value = logEvent.Value(_channel, i);
            if (value.Text.Length is > 0 and < 256 && value.Text is not "System")
            {
                return value.Text.ToString();
            }
        }

        return "System";
    }

    private bool IsThrottled(LogEvent logEvent)
    {
        if (IsTrue(logEvent.Value(_throttled)))
        {
            return true;
        }

        for (int i = 0; i < PropertyCount; i++)
        {
            if (logEvent.Value(_names[i]).Text is "IsThrottled")
            {
                return IsTrue(logEvent.Value(_values[i]));
            }
        }

        return false;
    }

    private static bool IsTrue(FieldValue value) => value.Text.Equals("true", StringComparison.OrdinalIgnoreCase);
}

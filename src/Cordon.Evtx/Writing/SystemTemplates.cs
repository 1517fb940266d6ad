namespace Cordon.Evtx.Writing;

/// <summary>The templates of the Event element with its System part, and the values for them.</summary>
internal sealed class SystemTemplates
{
    /// <summary>Above this the cache starts anew: a forwarded log can come from any number of computers.</summary>
    private const int MaxCached = 1_024;

    private const int FixedCount = 18;
    private const int EventSourceName = 17;

    private readonly Dictionary<(string Computer, int Payloads), BinXmlTemplate> _cache = [];
    private readonly List<BinXmlValue> _values = [];
    private string? _lastSid;
    private BinXmlValue _lastSidValue;

    /// <summary>The template for an event. Its payload stands in it as the event's form asks.</summary>
    public BinXmlTemplate For(EvtxWriteEvent @event)
    {
        if (@event.Form == EvtxRecordForm.Inline)
        {
            var first = FixedCount;
            var payload = new List<BinXmlNode>();
            foreach (var fragment in @event.Payload)
            {
                payload.Add(fragment.Template.Root.Shift(first));
                first += fragment.Values.Count;
            }

            return Make(@event.Computer, payload);
        }

        var key = (@event.Computer, @event.Payload.Count);
        if (!_cache.TryGetValue(key, out var template))
        {
            if (_cache.Count >= MaxCached)
            {
                _cache.Clear();
            }

            template = Make(
                @event.Computer,
                [
                    .. Enumerable
                        .Range(FixedCount, @event.Payload.Count)
                        .Select(index => new BinXmlSubstitution(index, EvtxValueType.BinXml, isOptional: true)),
                ]
            );
            _cache.Add(key, template);
        }

        return template;
    }

    /// <summary>The values for the template, valid until the next call.</summary>
    public IReadOnlyList<BinXmlValue> ValuesOf(EvtxWriteEvent @event, ulong recordId)
    {
        _values.Clear();
        _values.Add(@event.Level is { } level ? BinXmlValue.UInt8(level) : default);
        _values.Add(@event.Opcode is { } opcode ? BinXmlValue.UInt8(opcode) : default);
        _values.Add(@event.Task is { } task ? BinXmlValue.UInt16(task) : default);
        _values.Add(BinXmlValue.UInt16(@event.EventId));
        _values.Add(@event.Qualifiers is { } qualifiers ? BinXmlValue.UInt16(qualifiers) : default);
        _values.Add(@event.Keywords is { } keywords ? BinXmlValue.HexInt64(keywords) : default);
        _values.Add(BinXmlValue.FileTime(@event.Time));
        _values.Add(@event.ActivityId is { } activity ? BinXmlValue.Guid(activity) : default);
        _values.Add(@event.ProcessId is { } process ? BinXmlValue.UInt32(process) : default);
        _values.Add(@event.ThreadId is { } thread ? BinXmlValue.UInt32(thread) : default);
        _values.Add(BinXmlValue.UInt64(recordId));
        _values.Add(@event.Version is { } version ? BinXmlValue.UInt8(version) : default);
        _values.Add(SidOf(@event.UserSid));
        _values.Add(@event.RelatedActivityId is { } related ? BinXmlValue.Guid(related) : default);
        _values.Add(@event.ProviderName is { } name ? BinXmlValue.String(name) : default);
        _values.Add(@event.ProviderGuid is { } guid ? BinXmlValue.Guid(guid) : default);
        _values.Add(@event.Channel is { } channel ? BinXmlValue.String(channel) : default);
        _values.Add(@event.EventSourceName is { } source ? BinXmlValue.String(source) : default);
        foreach (var fragment in @event.Payload)
        {
            if (@event.Form == EvtxRecordForm.Inline)
            {
                _values.AddRange(fragment.Values);
            }
            else
            {
                _values.Add(BinXmlValue.BinXml(fragment));
            }
        }

        return _values;
    }

    private BinXmlValue SidOf(string? sid)
    {
        // Most events in a row have the same user.
        if (!string.Equals(sid, _lastSid, StringComparison.Ordinal))
        {
            _lastSidValue = sid is null ? default : BinXmlValue.Sid(sid);
            _lastSid = sid;
        }

        return _lastSidValue;
    }

    private static BinXmlTemplate Make(string computer, IReadOnlyList<BinXmlNode> payload) =>
        new(
            new BinXmlElement(
                "Event",
                [new BinXmlAttribute("xmlns", "http://schemas.microsoft.com/win/2004/08/events/event")],
                [SystemPart(computer), .. payload]
            )
        );

    private static BinXmlElement SystemPart(string computer) =>
        new(
            "System",
            Attributes(
                "Provider",
                ("Name", 14, EvtxValueType.String),
                ("Guid", 15, EvtxValueType.Guid),
                ("EventSourceName", EventSourceName, EvtxValueType.String)
            ),
            new BinXmlElement(
                "EventID",
                [Attribute("Qualifiers", 4, EvtxValueType.UInt16)],
                Value(3, EvtxValueType.UInt16)
            ),
            new BinXmlElement("Version", Value(11, EvtxValueType.UInt8)),
            new BinXmlElement("Level", Value(0, EvtxValueType.UInt8)),
            new BinXmlElement("Task", Value(2, EvtxValueType.UInt16)),
            new BinXmlElement("Opcode", Value(1, EvtxValueType.UInt8)),
            new BinXmlElement("Keywords", Value(5, EvtxValueType.HexInt64)),
            Attributes("TimeCreated", ("SystemTime", 6, EvtxValueType.FileTime)),
            new BinXmlElement("EventRecordID", Value(10, EvtxValueType.UInt64)),
            Attributes(
                "Correlation",
                ("ActivityID", 7, EvtxValueType.Guid),
                ("RelatedActivityID", 13, EvtxValueType.Guid)
            ),
            Attributes("Execution", ("ProcessID", 8, EvtxValueType.UInt32), ("ThreadID", 9, EvtxValueType.UInt32)),
            new BinXmlElement("Channel", Value(16, EvtxValueType.String)),
            new BinXmlElement("Computer", new BinXmlText(computer)),
            Attributes("Security", ("UserID", 12, EvtxValueType.Sid))
        );

    private static BinXmlElement Attributes(
        string name,
        params IReadOnlyList<(string Name, int Index, EvtxValueType Type)> attributes
    ) => new(name, [.. attributes.Select(item => Attribute(item.Name, item.Index, item.Type))]);

    private static BinXmlAttribute Attribute(string name, int index, EvtxValueType type) =>
        new(name, Value(index, type));

    private static BinXmlSubstitution Value(int index, EvtxValueType type) => new(index, type, isOptional: true);
}

namespace Cordon.Evtx.Writing;

/// <summary>Makes the payloads that most events have.</summary>
public static class EvtxPayload
{
    /// <summary>EventData with one Data element for each value; a null name gives Data without a name.</summary>
    /// <remarks>
    /// Makes and hashes a template on each call. Where many events have the same fields, keep one from
    /// <see cref="EventDataTemplate"/> and give it the values.
    /// </remarks>
    public static BinXmlFragment EventData(params IReadOnlyList<(string? Name, BinXmlValue Value)> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var fields = new (string?, EvtxValueType)[data.Count];
        var values = new BinXmlValue[data.Count];
        for (var i = 0; i < data.Count; i++)
        {
            var (name, value) = data[i];
            // A provider declares a type; Null only ever takes its place.
            var type = value.Type == EvtxValueType.Null ? EvtxValueType.String : value.Type;
            fields[i] = (name, type);
            values[i] = value;
        }

        return new BinXmlFragment(EventDataTemplate(fields), values);
    }

    /// <summary>The template of EventData with one Data element for each field, in order.</summary>
    public static BinXmlTemplate EventDataTemplate(params IReadOnlyList<(string? Name, EvtxValueType Type)> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var content = new BinXmlNode[fields.Count];
        for (var i = 0; i < content.Length; i++)
        {
            var (name, type) = fields[i];
            content[i] = new BinXmlElement(
                "Data",
                name is null ? null : [new BinXmlAttribute("Name", name)],
                new BinXmlSubstitution(i, type)
            );
        }

        return new BinXmlTemplate(new BinXmlElement("EventData", content));
    }

    /// <summary>UserData around any element.</summary>
    public static BinXmlFragment UserData(BinXmlElement content, params IReadOnlyList<BinXmlValue> values) =>
        new(new BinXmlElement("UserData", content), values);

    /// <summary>What Windows writes in place of a payload that did not fit its description.</summary>
    /// <param name="errorCode">A Win32 error code.</param>
    /// <param name="dataItemName">The field that failed.</param>
    /// <param name="payload">The payload as the provider gave it.</param>
    public static BinXmlFragment ProcessingErrorData(uint errorCode, string dataItemName, byte[] payload) =>
        new(
            new BinXmlElement(
                "ProcessingErrorData",
                new BinXmlElement("ErrorCode", new BinXmlSubstitution(0, EvtxValueType.UInt32)),
                new BinXmlElement("DataItemName", new BinXmlSubstitution(1, EvtxValueType.String)),
                new BinXmlElement("EventPayload", new BinXmlSubstitution(2, EvtxValueType.Binary))
            ),
            BinXmlValue.UInt32(errorCode),
            BinXmlValue.String(dataItemName),
            BinXmlValue.Binary(payload)
        );
}

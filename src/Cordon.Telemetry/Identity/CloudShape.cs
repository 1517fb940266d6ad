using System.Text.Json;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>Knows the records of one log of a cloud service in all the shapes that it is exported in. Stateless.</summary>
internal abstract class CloudShape
{
    /// <summary>What reports call it.</summary>
    public abstract string Name { get; }

    /// <summary>How sure it is of a record: 0 (not at all) to 100.</summary>
    public abstract int Score(IndexedObject record);

    /// <summary>How sure it is of a table: 0 (not at all) to 100.</summary>
    public virtual int Score(CsvHeader header) => 0;

    /// <summary>What tells a record from all others of its log, so that one that repeats is known; empty where there is none.</summary>
    public virtual string KeyOf(IndexedObject record) => "";

    /// <summary>Shows the record as one or more events; false where no more are wanted.</summary>
    public abstract bool Read(CloudRecord record);

    /// <summary>The first of these members that has a text, each looked for below <c>properties</c> first; empty where none has.</summary>
    protected static string Of(IndexedObject record, params ReadOnlySpan<string> names)
    {
        IndexedObject? inner = record.Properties;
        foreach (string name in names)
        {
            if (inner is not null && At(inner, name) is { Length: > 0 } within)
            {
                return within;
            }

            if (At(record, name) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>A member that is an object or list, below <c>properties</c> first; null where there is none.</summary>
    protected static JsonElement? Part(IndexedObject record, string name) =>
        record.Properties?.Find(name) ?? record.Find(name);

    private static string At(IndexedObject record, string name)
    {
        if (record.Text(name) is { Length: > 0 } whole)
        {
            return whole;
        }

        int point = name.IndexOf('.');
        return point > 0 && record.Find(name[..point]) is { } part ? At(part, name[(point + 1)..]) : "";
    }

    private static string At(JsonElement part, string name)
    {
        if (part.Text(name) is { Length: > 0 } whole)
        {
            return whole;
        }

        int point = name.IndexOf('.');
        return point > 0 && part.Find(name[..point]) is { } inner ? At(inner, name[(point + 1)..]) : "";
    }
}

using System.Globalization;
using System.Text.Json;

namespace Cordon.Reporting.Stix;

/// <summary>What all domain and relationship objects of a bundle have in common.</summary>
/// <param name="Json">Where to.</param>
/// <param name="Marking">Identifier of the marking definition that every object carries.</param>
/// <param name="Modified">When the report was made, UTC.</param>
internal sealed record StixWriter(Utf8JsonWriter Json, string Marking, DateTime Modified)
{
    /// <summary>The time of objects that depend on nothing but their name, such as an organisation: the same in every report.</summary>
    public static readonly DateTime Timeless = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Whether an object still has to be written; true once for each identifier.</summary>
    public bool IsNew(string id) => _written.Add(id);

    /// <summary>Begins an object that changes with the report: its creation is in what it tells of, its version the report's time.</summary>
    public void Start(string type, string id, string creator, DateTime created)
    {
        DateTime modified = Modified > created ? Modified : created;
        Start(type, id, creator, created, modified);
    }

    /// <summary>Begins an object that never changes.</summary>
    public void StartTimeless(string type, string id, string? creator = null) =>
        Start(type, id, creator, Timeless, Timeless);

    /// <summary>Ends an object.</summary>
    public void End() => Json.WriteEndObject();

    /// <summary>A list of texts or identifiers; STIX allows no empty list, so none is written for none.</summary>
    public void List(string name, IEnumerable<string> texts)
    {
        bool any = false;
        foreach (string text in texts)
        {
            if (!any)
            {
                Json.WriteStartArray(name);
                any = true;
            }

            Json.WriteStringValue(text);
        }

        if (any)
        {
            Json.WriteEndArray();
        }
    }

    /// <summary>A time to the millisecond, as creation and version are compared.</summary>
    public void Time(string name, DateTime time) =>
        Json.WriteString(name, time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>A relationship between two objects.</summary>
    public void Relate(
        string creator,
        string source,
        string type,
        string target,
        DateTime created,
        string description = ""
    )
    {
        string id = StixId.OfOwn("relationship", source, type, target);
        if (!IsNew(id))
        {
            return;
        }

        Start("relationship", id, creator, created);
        Json.WriteString("relationship_type", type);
        if (description.Length > 0)
        {
            Json.WriteString("description", description);
        }

        Json.WriteString("source_ref", source);
        Json.WriteString("target_ref", target);
        End();
    }

    private void Start(string type, string id, string? creator, DateTime created, DateTime modified)
    {
        Json.WriteStartObject();
        Json.WriteString("type", type);
        Json.WriteString("spec_version", "2.1");
        Json.WriteString("id", id);
        if (creator is not null)
        {
            Json.WriteString("created_by_ref", creator);
        }

        Time("created", created);
        Time("modified", modified);
        List("object_marking_refs", [Marking]);
    }
}

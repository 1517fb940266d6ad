using System.Text.Json;
using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Knowledge;

/// <summary>Writes what <see cref="KnowledgeReader"/> reads.</summary>
internal sealed class KnowledgeWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<KnowledgeSource, string> _ids = new(ReferenceEqualityComparer.Instance);

    private KnowledgeWriter(Utf8JsonWriter json) => _json = json;

    public static void Write(KnowledgePart part, Stream target)
    {
        using var json = new Utf8JsonWriter(target);
        new KnowledgeWriter(json).Write(part);
    }

    private void Write(KnowledgePart part)
    {
        _json.WriteStartObject();
        _json.WriteString("format", KnowledgeReader.Format);
        _json.WriteStartArray("sources");
        foreach (KnowledgeSource source in part.Sources)
        {
            // Two files of one import may have used the same word for different sources.
            string id = $"s{_ids.Count}";
            if (!_ids.TryAdd(source, id))
            {
                continue;
            }

            _json.WriteStartObject();
            _json.WriteString("id", id);
            _json.WriteString("publisher", source.Publisher);
            _json.WriteString("title", source.Title);
            Optional("date", Day(source.Date));
            Optional("grade", source.Grade);
            if (source.IsSelfGraded)
            {
                _json.WriteBoolean("self_graded", true);
            }

            if (source.IsCopy)
            {
                _json.WriteBoolean("copy", true);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("actors");
        part.Actors.ForEach(Write);
        _json.WriteEndArray();
        _json.WriteStartArray("software");
        part.Software.ForEach(Write);
        _json.WriteEndArray();
        _json.WriteStartArray("claims");
        part.Claims.ForEach(Write);
        _json.WriteEndArray();
        _json.WriteStartObject("techniques");
        foreach (Technique technique in part.Techniques.Values.OrderBy(static t => t.Number, StringComparer.Ordinal))
        {
            _json.WriteStartObject(technique.Number);
            _json.WriteString("id", technique.Id);
            _json.WriteString("name", technique.Name);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Write(ActorEntry actor)
    {
        _json.WriteStartObject();
        _json.WriteString("id", actor.Id);
        _json.WriteString("name", actor.Name);
        _json.WriteString("source", _ids[actor.Keeper]);
        Optional("external_id", actor.ExternalId);
        if (actor.IsWithdrawn)
        {
            _json.WriteBoolean("withdrawn", true);
        }

        _json.WriteStartArray("names");
        foreach (
            IGrouping<(KnowledgeSource From, DateOnly? Date), ActorName> group in actor.Names.GroupBy(static n =>
                (n.From, n.Date)
            )
        )
        {
            foreach (ActorName listed in group.Where(static n => n.IsListed))
            {
                StartGroup(group.Key.From, group.Key.Date);
                _json.WriteString("listed", listed.Name);
                Optional("vendor", listed.Vendor);
                _json.WriteEndObject();
            }

            if (group.All(static n => n.IsListed))
            {
                continue;
            }

            StartGroup(group.Key.From, group.Key.Date);
            _json.WriteStartArray("names");
            foreach (ActorName name in group.Where(static n => !n.IsListed))
            {
                if (name.Vendor is null || name.Vendor == NamingSchemes.VendorOf(name.Name))
                {
                    _json.WriteStringValue(name.Name);
                    continue;
                }

                _json.WriteStartObject();
                _json.WriteString("name", name.Name);
                _json.WriteString("vendor", name.Vendor);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        Values(
            "techniques",
            actor.Techniques.Where(static t => !t.IsOurMapping).Select(static t => (t.From, t.Id)),
            actor.Techniques.Where(static t => t.IsOurMapping).Select(static t => (t.From, t.Id))
        );
        Values("tools", actor.Tools.Select(static t => (t.From, t.Id)), []);
        Values("lures", actor.Lures.Select(static l => (l.From, l.Theme)), []);
        Values("origins", actor.Origins.Select(static o => (o.From, o.Value)), []);
        Values(
            "sectors",
            actor.Targets.Where(static t => t.Kind == TargetKind.Sector).Select(static t => (t.From, t.Value)),
            []
        );
        Values(
            "countries",
            actor.Targets.Where(static t => t.Kind == TargetKind.Country).Select(static t => (t.From, t.Value)),
            []
        );
        _json.WriteEndObject();
    }

    private void Values(
        string name,
        IEnumerable<(KnowledgeSource From, string Value)> theirs,
        IEnumerable<(KnowledgeSource From, string Value)> ours
    )
    {
        ILookup<KnowledgeSource, string> plain = theirs.ToLookup(static v => v.From, static v => v.Value);
        ILookup<KnowledgeSource, string> mapped = ours.ToLookup(static v => v.From, static v => v.Value);
        if (plain.Count + mapped.Count == 0)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach ((ILookup<KnowledgeSource, string> groups, bool isOurs) in new[] { (plain, false), (mapped, true) })
        {
            foreach (IGrouping<KnowledgeSource, string> group in groups)
            {
                StartGroup(group.Key, null);
                if (isOurs)
                {
                    _json.WriteBoolean("our_mapping", true);
                }

                Texts("values", group);
                _json.WriteEndObject();
            }
        }

        _json.WriteEndArray();
    }

    private void Write(Software one)
    {
        _json.WriteStartObject();
        _json.WriteString("id", one.Id);
        _json.WriteString("source", _ids[one.From]);
        Texts("names", one.Names);
        Texts("techniques", one.Techniques);
        _json.WriteEndObject();
    }

    private void Write(Claim claim)
    {
        _json.WriteStartObject();
        Optional("id", claim.Id);
        _json.WriteString("source", _ids[claim.From!]);
        _json.WriteString("subject", claim.Subject);
        Optional("subject_ref", claim.SubjectRef);
        _json.WriteString("predicate", claim.Predicate);
        _json.WriteString("object", claim.Object);
        Optional("object_ref", claim.ObjectRef);
        _json.WriteString("stance", ClaimWords.Of(claim.Stance));
        _json.WriteString("outcome", ClaimWords.Of(claim.Outcome));
        Texts("asserted_by", claim.AssertedBy);
        Optional("said", Day(claim.Said));
        Optional("grade", claim.Grade);
        Optional("answers", claim.Answers);
        Optional("note", claim.Note);
        Texts("techniques", claim.Techniques);
        _json.WriteEndObject();
    }

    private void StartGroup(KnowledgeSource from, DateOnly? date)
    {
        _json.WriteStartObject();
        _json.WriteString("source", _ids[from]);
        Optional("date", date == from.Date ? null : Day(date));
    }

    private void Texts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (string text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private static string? Day(DateOnly? date) =>
        date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

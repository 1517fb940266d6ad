using System.Text.Json;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Claims;

/// <summary>
/// Writes claims as a STIX 2.1 bundle: who asserts or reports something as a relationship, who denies or takes back another's claim as an opinion on it, and what answers no
/// claim that is there as a note. Each carries Cordon's extension, so that nothing is lost.
/// </summary>
public static class ClaimBundle
{
    private const string Cordon = "Cordon";
    private static readonly DateOnly Epoch = new(2021, 2, 16);

    /// <summary>Writes all claims.</summary>
    /// <param name="claims">In any order; each keeps its own object.</param>
    /// <param name="knowledge">Tells the actors that the claims refer to.</param>
    /// <param name="target">Gets UTF-8; it is not closed.</param>
    public static void Write(IReadOnlyList<Claim> claims, KnowledgeBase knowledge, Stream target)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(knowledge);
        using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true });
        new Writer(json, knowledge).Write(claims);
    }

    /// <summary>Writes the objects of claims, and what they refer to and is not there yet, into a bundle that somebody else has begun.</summary>
    /// <param name="claims">Claims whose references name objects of the bundle or of another's collection, where they have any.</param>
    /// <param name="knowledge">Tells the actors that the claims refer to.</param>
    /// <param name="json">Stands in the bundle's list of objects.</param>
    /// <returns>The identifiers of the claims' own objects: relationships, opinions and notes.</returns>
    public static IReadOnlyList<string> WriteObjects(
        IReadOnlyList<Claim> claims,
        KnowledgeBase knowledge,
        Utf8JsonWriter json
    )
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(json);
        var writer = new Writer(json, knowledge);
        writer.WriteObjects(claims);
        return writer.ClaimObjects;
    }

    private sealed class Writer(Utf8JsonWriter json, KnowledgeBase knowledge)
    {
        private readonly HashSet<string> _written = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _byClaim = new(StringComparer.Ordinal);

        public void Write(IReadOnlyList<Claim> claims)
        {
            json.WriteStartObject();
            json.WriteString("type", "bundle");
            json.WriteString("id", EntityIds.Of("bundle", string.Join('\n', claims.Select(KeyOf))));
            json.WriteStartArray("objects");
            WriteObjects(claims);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        public List<string> ClaimObjects { get; } = [];

        public void WriteObjects(IReadOnlyList<Claim> claims)
        {
            string cordon = Identity(Cordon, Epoch);
            WriteDefinition(cordon);
            foreach (Claim claim in claims)
            {
                string subject = Entity(claim.Subject, claim.SubjectRef, DayOf(claim));
                string entity = Entity(claim.Object, claim.ObjectRef, DayOf(claim));
                if (claim.Stance is ClaimStance.Asserts or ClaimStance.Reports)
                {
                    WriteRelationship(claim, subject, entity);
                }
            }

            foreach (Claim claim in claims.Where(static c => c.Stance is ClaimStance.Denies or ClaimStance.Retracts))
            {
                WriteAgainst(claim);
            }
        }

        private void WriteRelationship(Claim claim, string subject, string entity)
        {
            string id = EntityIds.Of("relationship", KeyOf(claim));
            if (claim.Id is not null)
            {
                _byClaim[claim.Id] = id;
            }

            string speaker = Speaker(claim);
            if (!Start("relationship", id, speaker, DayOf(claim)))
            {
                return;
            }

            json.WriteString("relationship_type", TypeOf(claim.Predicate));
            if (claim.Note is not null)
            {
                json.WriteString("description", claim.Note);
            }

            json.WriteString("source_ref", subject);
            json.WriteString("target_ref", entity);
            End(claim, id);
        }

        private void WriteAgainst(Claim claim)
        {
            string? against = claim.Answers is { } answers ? _byClaim.GetValueOrDefault(answers) : null;
            string type = against is null ? "note" : "opinion";
            string speaker = Speaker(claim);
            string id = EntityIds.Of(type, KeyOf(claim));
            string text =
                $"{(claim.Stance == ClaimStance.Denies ? "Denied" : "Taken back")}: {claim.Subject} {claim.Predicate} {claim.Object}."
                + (claim.Note is null ? "" : " " + claim.Note);
            string subject = Entity(claim.Subject, claim.SubjectRef, DayOf(claim));
            if (!Start(type, id, speaker, DayOf(claim)))
            {
                return;
            }

            json.WriteString(against is null ? "content" : "explanation", text);
            if (against is not null)
            {
                json.WriteString("opinion", claim.Stance == ClaimStance.Denies ? "strongly-disagree" : "disagree");
                _byClaim.TryAdd(claim.Id ?? id, id);
            }

            json.WriteStartArray("authors");
            foreach (string one in claim.AssertedBy.Count > 0 ? claim.AssertedBy : ["unnamed"])
            {
                json.WriteStringValue(one);
            }

            json.WriteEndArray();
            json.WriteStartArray("object_refs");
            json.WriteStringValue(against ?? subject);
            json.WriteEndArray();
            End(claim, id);
        }

        // Whom a description means; as written it stands with who told it.
        private string Speaker(Claim claim) =>
            Identity(claim.AssertedBy.Count > 0 ? SpokenName.Of(claim.AssertedBy[0]) : "unnamed", DayOf(claim));

        // An actor of another's collection is referred to and not written again: only who made an object may give it a new version (STIX 2.1, section 3.6.2).
        private string Entity(string name, string? reference, DateOnly day)
        {
            if (reference is null)
            {
                return Identity(name, day);
            }

            if (
                knowledge.Find(reference) is { } actor
                && actor.Id == EntityIds.Actor("microsoft", actor.Name)
                && Start("intrusion-set", actor.Id, Identity(Cordon, Epoch), Epoch)
            )
            {
                json.WriteString("name", actor.Name);
                string[] others =
                [
                    .. actor
                        .Names.Select(static n => n.Name)
                        .Where(n => n != actor.Name)
                        .Distinct(StringComparer.OrdinalIgnoreCase),
                ];
                if (others.Length > 0)
                {
                    json.WriteStartArray("aliases");
                    foreach (string other in others)
                    {
                        json.WriteStringValue(other);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            return reference;
        }

        private string Identity(string name, DateOnly day)
        {
            string id = EntityIds.Of("identity", name);
            if (Start("identity", id, null, day))
            {
                json.WriteString("name", name);
                json.WriteString("identity_class", name == Cordon ? "system" : "unknown");
                json.WriteEndObject();
            }

            return id;
        }

        private void WriteDefinition(string cordon)
        {
            if (Start("extension-definition", ClaimExtension.Id, cordon, Epoch))
            {
                json.WriteString("name", "Cordon claim");
                json.WriteString(
                    "description",
                    "How somebody stands to a statement, what is said to have come of it, who told whom, and how it is graded."
                );
                json.WriteString("schema", "docs/intelligence.md of the Cordon project, part 'Claims as STIX'");
                json.WriteString("version", ClaimExtension.Version);
                json.WriteStartArray("extension_types");
                json.WriteStringValue("property-extension");
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }

        private bool Start(string type, string id, string? by, DateOnly day)
        {
            if (!_written.Add(id))
            {
                return false;
            }

            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", id);
            if (by is not null)
            {
                json.WriteString("created_by_ref", by);
            }

            string time = ClaimExtension.Day(day) + "T00:00:00.000Z";
            json.WriteString("created", time);
            json.WriteString("modified", time);
            return true;
        }

        private void End(Claim claim, string id)
        {
            ClaimObjects.Add(id);
            if (Confidence(claim.Grade) is { } confidence)
            {
                json.WriteNumber("confidence", confidence);
            }

            if (claim.From is { } from)
            {
                json.WriteStartArray("external_references");
                json.WriteStartObject();
                json.WriteString("source_name", from.Publisher);
                json.WriteString("description", from.ToString());
                json.WriteEndObject();
                json.WriteEndArray();
            }

            ClaimExtension.Write(json, claim);
            json.WriteEndObject();
        }

        private static DateOnly DayOf(Claim claim) => claim.Said ?? claim.From?.Date ?? Epoch;

        private static int? Confidence(string? grade) =>
            grade is [_, var credibility] ? AdmiraltyScale.ConfidenceOf(credibility) : null;

        private static string TypeOf(string predicate)
        {
            string type = string.Concat(
                    predicate.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-')
                )
                .Trim('-');
            return type.Length == 0 ? "related-to" : type;
        }

        private static string KeyOf(Claim claim) =>
            string.Join(
                '\u001f',
                claim.Id,
                claim.Subject,
                claim.Predicate,
                claim.Object,
                ClaimWords.Of(claim.Stance),
                ClaimWords.Of(claim.Outcome),
                string.Join('\u001e', claim.AssertedBy),
                ClaimExtension.Day(claim.Said),
                claim.From?.ToString()
            );
    }
}

using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Json;

namespace Cordon.Intelligence.Knowledge;

/// <summary>Reads Cordon's own form of knowledge, <c>cordon-knowledge/1</c>: what ships, what users write, and what imports are kept as (docs/intelligence.md).</summary>
internal sealed class KnowledgeReader
{
    public const string Format = "cordon-knowledge/1";

    private const int MaxNumber = 20;

    private readonly ProblemList _problems;
    private readonly string _import;
    private readonly string _place;
    private readonly Dictionary<string, KnowledgeSource> _sources = new(StringComparer.Ordinal);

    private string? Given { get; init; }

    private KnowledgeReader(string import, string place, ProblemList problems) =>
        (_import, _place, _problems) = (import, place, problems);

    /// <summary>Reads one document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="import">The import it belongs to.</param>
    /// <param name="place">How problems name it.</param>
    /// <param name="problems">Gets what can't be used.</param>
    /// <param name="grade">The grade that the import's user gave it; null for none.</param>
    public static KnowledgePart Read(
        JsonElement root,
        string import,
        string place,
        ProblemList problems,
        string? grade = null
    )
    {
        var reader = new KnowledgeReader(import, place, problems) { Given = grade };
        var part = new KnowledgePart();
        reader.ReadSources(root, part);
        reader.Each(root, "actors", one => part.Actors.Add(reader.Actor(one)));
        reader.Each(root, "software", one => part.Software.Add(reader.Tool(one)));
        reader.Each(root, "claims", one => part.Claims.Add(reader.Claim(one)));
        foreach (JsonProperty technique in JsonFields.Members(root, "techniques"))
        {
            if (
                technique.Name.Length <= MaxNumber
                && JsonFields.Text(technique.Value, "id") is { } id
                && JsonFields.Text(technique.Value, "name") is { } name
            )
            {
                part.Techniques[technique.Name] = new Technique(technique.Name, id, name);
            }
        }

        return part;
    }

    private void ReadSources(JsonElement root, KnowledgePart part) =>
        Each(
            root,
            "sources",
            one =>
            {
                KnowledgeSource source = new KnowledgeSource(
                    Needed(one, "id"),
                    Needed(one, "publisher"),
                    Needed(one, "title"),
                    JsonFields.Date(one, "date")
                )
                {
                    Import = _import,
                    Grade = GradeOf(one),
                    IsSelfGraded = JsonFields.Flag(one, "self_graded"),
                    IsCopy = JsonFields.Flag(one, "copy"),
                }.GradedBy(Given);
                if (!_sources.TryAdd(source.Id, source))
                {
                    throw new FormatException($"the source '{source.Id}' is there twice");
                }

                part.Sources.Add(source);
            }
        );

    private ActorEntry Actor(JsonElement json)
    {
        string id = Needed(json, "id");
        if (
            !id.StartsWith("intrusion-set--", StringComparison.Ordinal)
            && !id.StartsWith("threat-actor--", StringComparison.Ordinal)
        )
        {
            throw new FormatException($"'{id}' is no identifier of an intrusion-set or threat-actor");
        }

        KnowledgeSource keeper = Source(json);
        var actor = new ActorEntry(id, Needed(json, "name"), keeper)
        {
            ExternalId = JsonFields.Text(json, "external_id"),
            IsWithdrawn = JsonFields.Flag(json, "withdrawn"),
        };
        foreach (JsonElement group in JsonFields.Items(json, "names"))
        {
            KnowledgeSource source = Source(group);
            DateOnly? date = JsonFields.Date(group, "date");
            if (JsonFields.Text(group, "listed") is { } listed)
            {
                actor.AddName(listed, JsonFields.Text(group, "vendor"), true, source, date);
            }

            foreach (JsonElement name in JsonFields.Items(group, "names").Take(JsonFields.MaxTexts))
            {
                if ((JsonFields.Text(name) ?? JsonFields.Text(name, "name")) is { } text)
                {
                    actor.AddName(text, JsonFields.Text(name, "vendor"), false, source, date);
                }
            }
        }

        if (actor.Names.Count == 0)
        {
            actor.AddName(actor.Name, null, true, keeper);
        }

        foreach ((KnowledgeSource source, string value, JsonElement group) in Values(json, "techniques"))
        {
            actor.Techniques.Add(
                new ActorTechnique(value, source) { IsOurMapping = JsonFields.Flag(group, "our_mapping") }
            );
        }

        actor.Tools.AddRange(Values(json, "tools").Select(static v => new ActorTool(v.Value, v.Source)));
        actor.Lures.AddRange(Values(json, "lures").Select(static v => new ActorLure(v.Value, v.Source)));
        actor.Origins.AddRange(Values(json, "origins").Select(static v => new ActorOrigin(v.Value, v.Source)));
        actor.Targets.AddRange(
            Values(json, "sectors").Select(static v => new ActorTarget(TargetKind.Sector, v.Value, v.Source))
        );
        actor.Targets.AddRange(
            Values(json, "countries").Select(static v => new ActorTarget(TargetKind.Country, v.Value, v.Source))
        );
        return actor;
    }

    private IEnumerable<(KnowledgeSource Source, string Value, JsonElement Group)> Values(JsonElement json, string name)
    {
        foreach (JsonElement group in JsonFields.Items(json, name))
        {
            KnowledgeSource source = Source(group);
            foreach (string value in JsonFields.Texts(group, "values"))
            {
                yield return (source, value, group);
            }
        }
    }

    private Software Tool(JsonElement json)
    {
        string[] names = [.. JsonFields.Texts(json, "names")];
        return names.Length == 0
            ? throw new FormatException("'names' is missing")
            : new Software(
                Needed(json, "id"),
                names[0],
                names,
                [.. JsonFields.Texts(json, "techniques")],
                Source(json)
            );
    }

    private Claim Claim(JsonElement json)
    {
        KnowledgeSource source = Source(json);
        string[] chain = [.. JsonFields.Texts(json, "asserted_by")];
        return new Claim(
            Needed(json, "subject"),
            Needed(json, "predicate"),
            Needed(json, "object"),
            ClaimWords.StanceOf(JsonFields.Text(json, "stance") ?? "asserts"),
            ClaimWords.OutcomeOf(JsonFields.Text(json, "outcome") ?? "unstated"),
            chain.Length > 0 ? chain : [source.Publisher]
        )
        {
            Id = JsonFields.Text(json, "id"),
            SubjectRef = JsonFields.Text(json, "subject_ref"),
            ObjectRef = JsonFields.Text(json, "object_ref"),
            Answers = JsonFields.Text(json, "answers"),
            Said = JsonFields.Date(json, "said") ?? source.Date,
            Grade = GradeOf(json) ?? source.Grade,
            Techniques = [.. JsonFields.Texts(json, "techniques")],
            Note = JsonFields.Text(json, "note"),
            From = source,
        };
    }

    private static string? GradeOf(JsonElement json) =>
        JsonFields.Text(json, "grade") is not { } grade ? null
        : grade is [>= 'A' and <= 'F', >= '1' and <= '6'] ? grade
        : throw new FormatException($"'{grade}' is no Admiralty grade: a letter A to F and a digit 1 to 6");

    private KnowledgeSource Source(JsonElement json)
    {
        string id = Needed(json, "source");
        return _sources.GetValueOrDefault(id) ?? throw new FormatException($"there is no source '{id}'");
    }

    private static string Needed(JsonElement json, string name) =>
        JsonFields.Text(json, name)
        ?? throw new FormatException(
            $"'{name}' is missing, empty, no text or longer than {JsonFields.MaxText} characters"
        );

    private void Each(JsonElement root, string list, Action<JsonElement> take)
    {
        int at = 0;
        foreach (JsonElement one in JsonFields.Items(root, list))
        {
            try
            {
                take(one);
            }
            catch (FormatException fault)
            {
                _problems.Add($"{_place}: {list}[{at}]", fault.Message);
            }

            at++;
        }
    }
}

using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;
using Cordon.Stix;

namespace Cordon.Intelligence.Importing;

/// <summary>
/// Reads STIX 2.1 and 2.0, ATT&amp;CK's bundle among it: actors, software, techniques, what is said to use and to target what, and indicators. Objects come in any order, and
/// references may lead nowhere.
/// </summary>
internal sealed class StixImport
{
    public const string Format = "STIX";

    private readonly ImportContent _content;
    private readonly string _place;
    private readonly Dictionary<string, string> _techniques = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StixObject> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StixObject> _software = new(StringComparer.Ordinal);
    private readonly List<Link> _links = [];
    private readonly StixClaims _claims = new();
    private readonly StixSources _sources;
    private readonly StixIndicators _indicators;

    private StixImport(string name, string place, ImportContent content)
    {
        (_place, _content) = (place, content);
        _sources = new StixSources(content, name);
        _indicators = new StixIndicators(content, Place);
    }

    private readonly record struct Link(
        string From,
        string Kind,
        string To,
        string? By,
        DateOnly? Said,
        string Id,
        StatedGrade Grade
    );

    /// <summary>Reads all objects of a stream.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="name">What a source is called that the objects do not name.</param>
    /// <param name="place">How problems name the stream.</param>
    /// <param name="content">Gets what is read.</param>
    public static void Read(Stream stream, string name, string place, ImportContent content)
    {
        var import = new StixImport(name, place, content);
        var reader = new StixReader(
            stream,
            new StixLimits { MaxDepth = content.Limits.MaxDepth },
            problem => content.Problems.Add($"{place}: byte {problem.Offset}", problem.Reason)
        );
        try
        {
            foreach (StixObject one in reader.Objects())
            {
                import.Take(one);
            }
        }
        catch (FormatException fault)
        {
            content.Problems.Add(place, fault.Message);
        }

        import.Finish();
    }

    private void Take(StixObject one)
    {
        bool isGone = one.IsRevoked || JsonFields.Flag(one.Json, "x_mitre_deprecated");
        switch (one.Type)
        {
            case "identity" when JsonFields.Text(one.Json, "name") is { } name:
                _sources.TakeIdentity(one, name);
                _names[one.Id] = name;
                break;
            case "intrusion-set" or "threat-actor":
                Keep(_actors, one);
                break;
            case "malware" or "tool":
                if (!isGone)
                {
                    Keep(_software, one);
                }

                break;
            case "attack-pattern":
                TakeTechnique(one, isGone);
                break;
            case "x-mitre-collection" when JsonFields.Text(one.Json, "name") is { } title:
                _sources.TakeCollection(one, title);
                break;
            case "relationship" when !isGone:
                TakeRelationship(one);
                break;
            case "indicator" when !isGone:
                _indicators.Take(one);
                break;
            case "opinion" or "note" or "extension-definition":
                _claims.Take(one);
                break;
            case "campaign" or "location" or "vulnerability" when JsonFields.Text(one.Json, "name") is { } name:
                _names[one.Id] = name;
                _content.Leave($"objects of type {one.Type}");
                break;
            default:
                _content.Leave($"objects of type {(one.Type.Length > 40 ? "others" : one.Type)}");
                break;
        }
    }

    // The newest version of an object counts (STIX 2.1, section 3.6).
    private static void Keep(Dictionary<string, StixObject> all, StixObject one)
    {
        if (
            !all.TryGetValue(one.Id, out StixObject? before)
            || before.Modified is not { } older
            || one.Modified is not { } newer
            || newer >= older
        )
        {
            all[one.Id] = one;
        }
    }

    private void TakeTechnique(StixObject one, bool isGone)
    {
        if (!isGone && StixSources.NumberOf(one) is { } number)
        {
            _techniques[one.Id] = number;
            if (JsonFields.Text(one.Json, "name") is { } name)
            {
                _content.Part.Techniques[number] = new Technique(number, one.Id, name);
                _names[one.Id] = name;
            }
        }
    }

    private void TakeRelationship(StixObject one)
    {
        if (
            JsonFields.Text(one.Json, "source_ref") is not { } from
            || JsonFields.Text(one.Json, "target_ref") is not { } to
            || JsonFields.Text(one.Json, "relationship_type") is not { } kind
        )
        {
            _content.Problems.Add(Place(one), "the relationship has no source, target or type");
            return;
        }

        if (StixClaims.IsClaim(one))
        {
            _claims.Take(one);
        }
        else
        {
            _links.Add(
                new Link(
                    from,
                    kind,
                    to,
                    one.Text("created_by_ref"),
                    JsonFields.Date(one.Json, "created"),
                    one.Id,
                    StixSources.StatedBy(one)
                )
            );
        }
    }

    private void Finish()
    {
        Dictionary<string, ActorEntry> actors = new(StringComparer.Ordinal);
        foreach (StixObject one in _actors.Values)
        {
            if (JsonFields.Text(one.Json, "name") is { } name)
            {
                actors[one.Id] = Actor(one, name);
                _names[one.Id] = name;
            }
            else
            {
                _content.Problems.Add(Place(one), "the actor has no name");
            }
        }

        Dictionary<string, List<string>> does = new(StringComparer.Ordinal);
        foreach (StixObject one in _software.Values)
        {
            does[one.Id] = [];
            _names[one.Id] = JsonFields.Text(one.Json, "name") ?? one.Id;
        }

        foreach (Link link in _links)
        {
            Apply(link, actors, does);
        }

        foreach (ActorEntry actor in actors.Values)
        {
            _content.Add(actor, $"{_place}: {actor.Id}");
        }

        foreach (StixObject one in _software.Values)
        {
            string[] names =
            [
                _names[one.Id],
                .. JsonFields.Texts(one.Json, "aliases").Concat(JsonFields.Texts(one.Json, "x_mitre_aliases")),
            ];
            _content.Part.Software.Add(
                new Software(
                    one.Id,
                    names[0],
                    [.. names.Distinct(StringComparer.Ordinal)],
                    does[one.Id],
                    _sources.Of(one)
                )
            );
        }

        _indicators.Finish(_sources, id => _names.GetValueOrDefault(id));
        _content.Part.Claims.AddRange(
            _claims.Read(
                id => _names.GetValueOrDefault(id),
                _sources.Of,
                (one, why) => _content.Problems.Add(Place(one), why)
            )
        );
    }

    private ActorEntry Actor(StixObject one, string name)
    {
        KnowledgeSource source = _sources.Of(one);
        DateOnly? date = JsonFields.Date(one.Json, "modified");
        var actor = new ActorEntry(one.Id, name, source)
        {
            ExternalId = StixSources.NumberOf(one),
            IsWithdrawn = one.IsRevoked || JsonFields.Flag(one.Json, "x_mitre_deprecated"),
        };
        actor.AddName(name, null, true, source, date);
        foreach (string other in JsonFields.Texts(one.Json, "aliases"))
        {
            actor.AddName(other, null, false, source, date);
        }

        return actor;
    }

    private void Apply(Link link, Dictionary<string, ActorEntry> actors, Dictionary<string, List<string>> does)
    {
        if (link.Kind == "indicates" && EntityIds.IsOne(link.To))
        {
            _indicators.TakeSign(link.From, link.To);
            return;
        }

        if (actors.TryGetValue(link.From, out ActorEntry? actor))
        {
            KnowledgeSource source = _sources.Of(link.By, actor.Keeper);
            if (link.Kind == "uses" && _techniques.TryGetValue(link.To, out string? technique))
            {
                actor.Techniques.Add(new ActorTechnique(technique, source));
            }
            else if (link.Kind == "uses" && _software.ContainsKey(link.To))
            {
                actor.Tools.Add(new ActorTool(link.To, source));
            }
            else if (
                link.Kind is "targets" or "attributed-to" or "originates-from" or "impersonates"
                && _names.TryGetValue(link.To, out string? target)
            )
            {
                _content.Part.Claims.Add(
                    new Claim(
                        actor.Name,
                        link.Kind,
                        target,
                        ClaimStance.Asserts,
                        ClaimedOutcome.Unstated,
                        [source.Publisher]
                    )
                    {
                        Id = link.Id,
                        SubjectRef = link.From,
                        ObjectRef = link.To,
                        Said = link.Said,
                        Grade = _sources.GradeOf(link.Grade, link.By).OfClaim,
                        From = source,
                    }
                );
            }
        }
        else if (
            link.Kind == "uses"
            && does.TryGetValue(link.From, out List<string>? list)
            && _techniques.TryGetValue(link.To, out string? technique)
        )
        {
            list.Add(technique);
        }
    }

    private string Place(StixObject one) => $"{_place}: {(one.Id.Length > 100 ? one.Id[..100] : one.Id)}";
}

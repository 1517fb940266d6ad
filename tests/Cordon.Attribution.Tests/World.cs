using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cordon.Events;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Storing;

namespace Cordon.Attribution.Tests;

/// <summary>Knowledge, indicators and an incident to be put together in a test, in the words of Cordon's own form.</summary>
internal sealed class World
{
    public const string A = "intrusion-set--aaaaaaaa-1111-4111-8111-111111111111";
    public const string B = "intrusion-set--bbbbbbbb-2222-4222-8222-222222222222";
    public const string C = "intrusion-set--cccccccc-3333-4333-8333-333333333333";
    public const string D = "intrusion-set--dddddddd-4444-4444-8444-444444444444";
    public const string Malware = "malware--eeeeeeee-5555-4555-8555-555555555555";

    public static readonly DateTime When = new(2020, 11, 20, 8, 0, 0, DateTimeKind.Utc);

    private readonly JsonArray _sources = [];
    private readonly JsonArray _actors = [];
    private readonly JsonArray _software = [];
    private readonly JsonArray _claims = [];
    private readonly JsonArray _indicators = [];
    private readonly List<JsonObject> _feeds = [];

    public Organisation Organisation { get; set; } = new() { Name = "Lab", Domains = ["lab.example"] };

    public List<Finding> Findings { get; } = [];

    public List<Observable> Sources { get; } = [];

    public double Probability { get; set; } = 0.99;

    public string Confidence { get; set; } = "high";

    public Outcome Outcome { get; set; } = Outcome.Failed;

    public AttributionOptions Options { get; set; } = AttributionOptions.Default;

    public World Actor(
        string id,
        string name,
        string[]? techniques = null,
        string[]? lures = null,
        string[]? sectors = null,
        string[]? tools = null,
        string[]? names = null
    )
    {
        Source("keeper", "Keeper", "B2");
        JsonArray Group(string[]? values) =>
            values is null ? [] : [new JsonObject { ["source"] = "keeper", ["values"] = Texts(values) }];
        var actor = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["source"] = "keeper",
            ["techniques"] = Group(techniques),
            ["lures"] = Group(lures),
            ["sectors"] = Group(sectors),
            ["tools"] = Group(tools),
        };
        if (names is not null)
        {
            actor["names"] = new JsonArray(
                new JsonObject { ["source"] = "keeper", ["listed"] = name },
                new JsonObject { ["source"] = "keeper", ["names"] = Texts(names) }
            );
        }

        _actors.Add(actor);
        return this;
    }

    public World Software(string id, string name)
    {
        Source("keeper", "Keeper", "B2");
        _software.Add(
            new JsonObject
            {
                ["id"] = id,
                ["source"] = "keeper",
                ["names"] = Texts([name]),
            }
        );
        return this;
    }

    public World Indicator(
        string publisher,
        string? grade,
        string[] of,
        string[] values,
        string date = "2020-11-15",
        string? label = null
    )
    {
        string id = Source($"{publisher}/{grade}/{date}", publisher, grade, date);
        var group = new JsonObject
        {
            ["source"] = id,
            ["of"] = Texts(of),
            ["values"] = Texts(values),
        };
        if (label is not null)
        {
            group["label"] = label;
        }

        _indicators.Add(group);
        return this;
    }

    /// <summary>What a MISP server says, with its own tags on how good that is.</summary>
    public World Feed(string[] tags, string of, string value)
    {
        _feeds.Add(
            new JsonObject
            {
                ["Event"] = new JsonObject
                {
                    ["info"] = "A feed",
                    ["date"] = "2020-11-15",
                    ["Orgc"] = new JsonObject { ["name"] = "A feed" },
                    ["Tag"] = new JsonArray([.. tags.Select(static t => new JsonObject { ["name"] = t })]),
                    ["Galaxy"] = new JsonArray(
                        new JsonObject
                        {
                            ["GalaxyCluster"] = new JsonArray(
                                new JsonObject
                                {
                                    ["type"] = "mitre-intrusion-set",
                                    ["value"] = of,
                                    ["uuid"] = of[(of.IndexOf("--", StringComparison.Ordinal) + 2)..],
                                }
                            ),
                        }
                    ),
                    ["Attribute"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "domain",
                            ["value"] = value,
                            ["to_ids"] = true,
                        }
                    ),
                },
            }
        );
        return this;
    }

    public World Claim(
        string id,
        string? actor,
        string predicate = "targets",
        string stance = "asserts",
        string? answers = null,
        string said = "2020-11-13",
        string[]? techniques = null,
        string by = "Vendor"
    )
    {
        Source("claims", "Vendor", "B2");
        var claim = new JsonObject
        {
            ["id"] = id,
            ["source"] = "claims",
            ["subject"] = "Somebody",
            ["predicate"] = predicate,
            ["object"] = "vaccine makers",
            ["stance"] = stance,
            ["said"] = said,
            ["asserted_by"] = Texts([by]),
            ["techniques"] = Texts(techniques ?? []),
        };
        if (actor is not null)
        {
            claim["subject_ref"] = actor;
        }

        if (answers is not null)
        {
            claim["answers"] = answers;
        }

        _claims.Add(claim);
        return this;
    }

    public World Finding(string[] techniques, params Observable[] sources) => Finding(techniques, "none", sources);

    public World Finding(string[] techniques, string lure, params Observable[] sources)
    {
        Findings.Add(
            new Finding
            {
                Rule = new FindingRule(
                    $"rule-{Findings.Count}",
                    "A rule",
                    Level.High,
                    FindingKind.Analytic,
                    techniques
                ),
                Event = new EventOrigin
                {
                    Source = "a.json",
                    Position = Findings.Count,
                    Time = When.AddMinutes(Findings.Count),
                },
                Fields = [SnapshotField.OfText("lure", lure)],
                Entities = [.. sources.Select(static s => new FindingEntity(s, EntityRole.Source))],
            }
        );
        return this;
    }

    public Incident Incident() =>
        new()
        {
            Id = "0123456789abcdef0123456789abcdef",
            Organisation = Organisation.Name,
            Title = "An attempt",
            First = When,
            Last = When.AddHours(2),
            Outcome = Outcome,
            Targets = [],
            Sources = Sources,
            Techniques =
            [
                .. Findings.SelectMany(static f => f.Rule.Techniques).Distinct().Order(StringComparer.Ordinal),
            ],
            Findings = Findings,
            FindingCount = Findings.Count,
            Probability = Probability,
            Confidence = Confidence,
        };

    public IncidentAttribution Ask() => Attributor().Of(Incident(), Organisation);

    public Attributor Attributor()
    {
        // Without what ships with Cordon: a test's world is its own.
        ImportContent content = Load();
        return new Attributor(
            new KnowledgeBase([content.Part]),
            IndicatorSet.Of(content.Indicators, new WarningLists(content.WarningLists)),
            Options
        );
    }

    public static Observable Domain(string value) => new(ObservableKind.Domain, value);

    public static Observable Address(string value) => new(ObservableKind.Address, value);

    private ImportContent Load()
    {
        string folder = Directory.CreateTempSubdirectory("cordon-attribution-").FullName;
        try
        {
            string path = Path.Combine(folder, "k.json");
            File.WriteAllText(
                path,
                new JsonObject
                {
                    ["format"] = "cordon-knowledge/1",
                    ["sources"] = _sources.DeepClone(),
                    ["actors"] = _actors.DeepClone(),
                    ["software"] = _software.DeepClone(),
                    ["claims"] = _claims.DeepClone(),
                    ["indicators"] = _indicators.DeepClone(),
                }.ToJsonString(new JsonSerializerOptions())
            );
            for (int i = 0; i < _feeds.Count; i++)
            {
                File.WriteAllText(
                    Path.Combine(folder, $"feed{i}.json"),
                    _feeds[i].ToJsonString(new JsonSerializerOptions())
                );
            }

            return IntelligenceStore.ReadFiles(folder, ImportLimits.Default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Source(string id, string publisher, string? grade, string date = "2020-10-01")
    {
        if (!_sources.Any(s => (string?)s!["id"] == id))
        {
            var source = new JsonObject
            {
                ["id"] = id,
                ["publisher"] = publisher,
                ["title"] = string.Create(CultureInfo.InvariantCulture, $"Report {_sources.Count}"),
                ["date"] = date,
            };
            if (grade is not null)
            {
                source["grade"] = grade;
            }

            _sources.Add(source);
        }

        return id;
    }

    private static JsonArray Texts(string[] values) =>
        new([.. values.Select(static v => (JsonNode?)JsonValue.Create(v))]);
}

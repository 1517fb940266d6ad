using System.Text.Json;
using Cordon.Stix.Patterns;
using Cordon.Stix.Validation;

namespace Cordon.Stix;

/// <summary>Holds objects against STIX 2.1: properties, forms, vocabularies that are closed, and rules over several properties.</summary>
/// <remarks>
/// References that lead to objects elsewhere are no fault (STIX 2.1, section 2.9), nor are custom types and custom properties. An object of STIX 2.0 is to be converted
/// first (<see cref="StixConverter"/>).
/// </remarks>
public static class StixValidator
{
    /// <summary>How many problems of one object are told.</summary>
    public const int MaxProblems = 100;

    /// <summary>What is wrong with an object; empty where it is valid.</summary>
    public static IReadOnlyList<StixProblem> Validate(StixObject one)
    {
        ArgumentNullException.ThrowIfNull(one);
        List<StixProblem> problems = [];
        new Checker(one, problems).Check();
        return problems;
    }

    private sealed class Checker(StixObject one, List<StixProblem> problems)
    {
        private static readonly PropertyDefinition[] Common =
        [
            new("created_by_ref", "ref", ["identity"], false),
            new("created", "millis", [], false),
            new("modified", "millis", [], false),
            new("revoked", "flag", [], false),
            new("labels", "texts", [], false),
            new("confidence", "percent", [], false),
            new("lang", "text", [], false),
            new("external_references", "references", [], false),
            new("object_marking_refs", "refs", ["marking-definition"], false),
            new("granular_markings", "granular", [], false),
            new("extensions", "extensions", [], false),
            new("defanged", "flag", [], false),
            new("spec_version", "one", ["2.0", "2.1"], false),
        ];

        private readonly ValueForms _forms = new(
            (path, reason) =>
            {
                if (problems.Count < MaxProblems)
                {
                    problems.Add(new StixProblem(one.Id, path, reason));
                }
            }
        );

        public void Check()
        {
            if (!Names.IsType(one.Type))
            {
                _forms.Tell("type", "a type is lower-case letters, digits and hyphens, of 3 to 250 characters");
            }

            if (!Names.IsId(one.Id) || !one.Id.StartsWith(one.Type + "--", StringComparison.Ordinal))
            {
                _forms.Tell("id", "an identifier is the object's own type, two hyphens and a UUID of version 1 to 5");
            }

            bool isKnown = ObjectDefinition.All.TryGetValue(one.Type, out ObjectDefinition? definition);
            string kind =
                isKnown ? definition!.Kind
                : one.Created is null ? "sco"
                : "sdo";
            CheckCommon(kind);
            if (isKnown)
            {
                CheckOwn(definition!);
            }

            foreach (JsonProperty property in one.Json.EnumerateObject())
            {
                if (!Names.IsProperty(property.Name))
                {
                    _forms.Tell(
                        property.Name,
                        "a property's name is lower-case letters, digits and underscores, of 1 to 250 characters"
                    );
                }

                if (property.Value.ValueKind == JsonValueKind.Null)
                {
                    _forms.Tell(property.Name, "null is no value; leave the property out");
                }
                else if (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() == 0)
                {
                    _forms.Tell(property.Name, "a list is not empty; leave the property out");
                }
            }
        }

        private void CheckCommon(string kind)
        {
            foreach (PropertyDefinition property in Common)
            {
                Check(property);
            }

            if (kind is "sdo" or "sro" || one.Type == "language-content" || one.Type == "extension-definition")
            {
                Require("created");
                Require("modified");
                Require("spec_version");
                if (one.Created is { } created && one.Modified is { } modified && modified < created)
                {
                    _forms.Tell("modified", "a version is not older than the object: 'modified' is before 'created'");
                }
            }
            else if (kind == "meta")
            {
                Require("created");
                Require("spec_version");
            }

            if (one.Type == "extension-definition")
            {
                Require("created_by_ref");
            }
        }

        private void CheckOwn(ObjectDefinition definition)
        {
            foreach (PropertyDefinition property in definition.Properties.Values)
            {
                if (property.IsRequired)
                {
                    Require(property.Name);
                }

                Check(property);
            }

            foreach (ObjectRule rule in definition.Rules)
            {
                Check(rule);
            }

            switch (one.Type)
            {
                case "indicator" when one.Text("pattern_type") == "stix" && one.Text("pattern") is { } text:
                    CheckPattern(text);
                    break;
                case "malware"
                    when one.Json.TryGetProperty("is_family", out JsonElement family)
                        && family.ValueKind == JsonValueKind.True:
                    Require("name");
                    break;
                case "email-message":
                    CheckBody();
                    break;
                case "network-traffic"
                    when one.Json.TryGetProperty("is_active", out JsonElement active)
                        && active.ValueKind == JsonValueKind.True
                        && one.Json.TryGetProperty("end", out _):
                    _forms.Tell("end", "traffic that goes on has no end: leave it out, or set is_active to false");
                    break;
                case "artifact" when one.Json.TryGetProperty("url", out _):
                    Require("hashes");
                    if (one.Json.TryGetProperty("payload_bin", out _))
                    {
                        _forms.Tell("payload_bin", "an artifact has either payload_bin or url");
                    }

                    break;
            }
        }

        private void CheckPattern(string text)
        {
            if (!StixPattern.TryParse(text, out StixPattern? pattern, out StixPatternException? fault))
            {
                _forms.Tell("pattern", fault.Message);
                return;
            }

            foreach (StixPatternException problem in pattern.Problems)
            {
                _forms.Tell("pattern", problem.Message);
            }
        }

        private void CheckBody()
        {
            if (!one.Json.TryGetProperty("is_multipart", out JsonElement multipart))
            {
                return;
            }

            if (multipart.ValueKind == JsonValueKind.True && one.Json.TryGetProperty("body", out _))
            {
                _forms.Tell("body", "a mail in several parts has body_multipart, not body");
            }
            else if (multipart.ValueKind == JsonValueKind.False && one.Json.TryGetProperty("body_multipart", out _))
            {
                _forms.Tell("body_multipart", "a mail in one part has body, not body_multipart");
            }
        }

        private void Check(PropertyDefinition property)
        {
            if (one.Json.TryGetProperty(property.Name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
            {
                _forms.Check(property, value);
            }
        }

        private void Require(string name)
        {
            if (!one.Json.TryGetProperty(name, out _))
            {
                _forms.Tell(name, "this property is required and missing");
            }
        }

        private void Check(ObjectRule rule)
        {
            bool[] there = [.. rule.Names.Select(n => one.Json.TryGetProperty(n, out _))];
            switch (rule.Kind)
            {
                case "any" when !there.Contains(true):
                    _forms.Tell("", $"one of these has to be there: {string.Join(", ", rule.Names)}");
                    break;
                case "both" when there[0] != there[1]:
                    _forms.Tell(rule.Names[there[0] ? 1 : 0], $"'{rule.Names[0]}' and '{rule.Names[1]}' go together");
                    break;
                case "order"
                or "before" when one.Time(rule.Names[0]) is { } first && one.Time(rule.Names[1]) is { } second:
                    if (second < first || (rule.Kind == "before" && second == first))
                    {
                        _forms.Tell(rule.Names[1], $"it has to be later than '{rule.Names[0]}'");
                    }

                    break;
            }
        }
    }
}

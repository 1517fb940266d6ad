using System.Globalization;
using Cordon.Events;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads the keys that rules, correlations and filters share. Only a missing title forbids using a document.</summary>
internal sealed class HeaderReader(DocumentContext context, YamlMapping root, string[] ownKeys)
{
    private static readonly string[] SharedKeys =
    [
        "title",
        "id",
        "name",
        "related",
        "taxonomy",
        "status",
        "description",
        "license",
        "references",
        "author",
        "date",
        "modified",
        "fields",
        "falsepositives",
        "level",
        "tags",
        "scope",
    ];

    private static readonly string[] Relations = ["derived", "obsolete", "merged", "renamed", "similar"];

    public Header Read()
    {
        string? title = Text("title");
        context.Title = title;
        if (string.IsNullOrWhiteSpace(title))
        {
            context.Error(
                root,
                ProblemCodes.Missing,
                "The document has no title. Add 'title:' with a few words on what is found."
            );
        }

        return new Header
        {
            Path = context.Path,
            Document = context.Document,
            Line = root.Line,
            Title = title ?? "",
            Id = ReadId(),
            Name = Text("name"),
            Description = Text("description"),
            Author = ReadAuthor(),
            License = Text("license"),
            Date = ReadDate("date"),
            Modified = ReadDate("modified"),
            Status = ReadStatus(),
            Taxonomy = ReadTaxonomy(),
            Level = ReadLevel(),
            References = Texts("references"),
            Tags = ReadTags(),
            FalsePositives = Texts("falsepositives"),
            Scope = Texts("scope"),
            Fields = Texts("fields"),
            Related = ReadRelated(),
            CustomKeys = ReadCustomKeys(),
        };
    }

    private string? Text(string key)
    {
        YamlNode? node = root[key];
        if (node is null or YamlScalar { Kind: YamlKind.Null })
        {
            return null;
        }

        if (node is YamlScalar scalar)
        {
            return scalar.Value.Trim();
        }

        context.Warn(
            node,
            ProblemCodes.WrongType,
            $"'{key}' is text in Sigma; this is {node.Describe()}, and is not read."
        );
        return null;
    }

    private List<string> Texts(string key)
    {
        YamlNode? node = root[key];
        List<string> texts = [];
        switch (node)
        {
            case null or YamlScalar { Kind: YamlKind.Null }:
                break;
            case YamlScalar single:
                context.Warn(
                    single,
                    ProblemCodes.WrongType,
                    $"'{key}' is a list in Sigma; this single text is read as a list of one."
                );
                texts.Add(single.Value);
                break;
            case YamlSequence list:
                foreach (YamlNode item in list.Items)
                {
                    if (item is YamlScalar text)
                    {
                        texts.Add(text.Value);
                    }
                    else
                    {
                        context.Warn(
                            item,
                            ProblemCodes.WrongType,
                            $"'{key}' is a list of texts; this item is {item.Describe()}, and is not read."
                        );
                    }
                }

                break;
            default:
                context.Warn(
                    node,
                    ProblemCodes.WrongType,
                    $"'{key}' is a list in Sigma; this is {node.Describe()}, and is not read."
                );
                break;
        }

        return texts;
    }

    private string? ReadId()
    {
        string? id = Text("id");
        if (id is not null && !Guid.TryParseExact(id, "D", out _))
        {
            context.Warn(
                root["id"]!,
                ProblemCodes.IdNotUuid,
                $"The id '{NearName.Shorten(id)}' is not a UUID, by which rules are told apart everywhere. It is used as it stands."
            );
        }

        return string.IsNullOrEmpty(id) ? null : id;
    }

    // Authors are one text by the specification; many write a list.
    private string? ReadAuthor() =>
        root["author"] is YamlSequence ? string.Join(", ", Texts("author")) : Text("author");

    private DateOnly? ReadDate(string key)
    {
        string? text = Text(key);
        if (text is null)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
        )
        {
            return date;
        }

        bool isOld = DateOnly.TryParseExact(
            text,
            "yyyy/MM/dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out date
        );
        context.Warn(
            root[key]!,
            ProblemCodes.Date,
            isOld
                ? $"'{key}' is written with slashes, as in Sigma 1. Write {date:yyyy-MM-dd}."
                : $"'{key}' is not a date: '{NearName.Shorten(text)}'. Write it as year-month-day, such as 2026-01-31."
        );
        return isOld ? date : null;
    }

    private RuleStatus ReadStatus()
    {
        string? text = Text("status");
        RuleStatus status = text switch
        {
            "stable" => RuleStatus.Stable,
            "test" => RuleStatus.Test,
            "experimental" => RuleStatus.Experimental,
            "deprecated" => RuleStatus.Deprecated,
            "unsupported" => RuleStatus.Unsupported,
            _ => RuleStatus.None,
        };
        if (text is not null && status == RuleStatus.None)
        {
            context.Warn(
                root["status"]!,
                ProblemCodes.UnknownValue,
                $"'{NearName.Shorten(text)}' is no status. Sigma has stable, test, experimental, deprecated and unsupported."
            );
        }

        return status;
    }

    private Level? ReadLevel()
    {
        string? text = Text("level");
        Level? level = text switch
        {
            "informational" => Level.Informational,
            "low" => Level.Low,
            "medium" => Level.Medium,
            "high" => Level.High,
            "critical" => Level.Critical,
            _ => null,
        };
        if (text is not null && level is null)
        {
            context.Warn(
                root["level"]!,
                ProblemCodes.UnknownValue,
                $"'{NearName.Shorten(text)}' is no level; the rule counts as medium. Sigma has informational, low, medium, high and critical."
            );
        }

        return level;
    }

    private string ReadTaxonomy()
    {
        string taxonomy = Text("taxonomy") ?? "sigma";
        if (!taxonomy.Equals("sigma", StringComparison.OrdinalIgnoreCase))
        {
            context.Warn(
                root["taxonomy"]!,
                ProblemCodes.Taxonomy,
                $"The rule takes its names from the taxonomy '{NearName.Shorten(taxonomy)}', which is not translated: its fields are looked for under these names as they stand."
            );
        }

        return taxonomy;
    }

    private List<string> ReadTags()
    {
        List<string> tags = Texts("tags");
        foreach (string tag in tags)
        {
            if (!tag.Contains('.', StringComparison.Ordinal))
            {
                context.Warn(
                    root["tags"]!,
                    ProblemCodes.UnknownValue,
                    $"The tag '{NearName.Shorten(tag)}' has no namespace. Tags are written as 'namespace.name', such as 'attack.t1110'."
                );
            }
        }

        return tags;
    }

    private List<RelatedRule> ReadRelated()
    {
        List<RelatedRule> related = [];
        if (root["related"] is not YamlSequence list)
        {
            return related;
        }

        foreach (YamlNode item in list.Items)
        {
            if (item is not YamlMapping map || map["id"] is not YamlScalar id || map["type"] is not YamlScalar type)
            {
                context.Warn(
                    item,
                    ProblemCodes.WrongType,
                    "An entry of 'related' has an 'id' and a 'type'; this one is not read."
                );
                continue;
            }

            if (!Relations.Contains(type.Value, StringComparer.Ordinal))
            {
                context.Warn(
                    type,
                    ProblemCodes.UnknownValue,
                    $"'{NearName.Shorten(type.Value)}' is no relation. Sigma has {string.Join(", ", Relations)}."
                );
            }

            related.Add(new RelatedRule(id.Value, type.Value));
        }

        return related;
    }

    private List<string> ReadCustomKeys()
    {
        List<string> custom = [];
        foreach (KeyValuePair<YamlScalar, YamlNode> entry in root.Entries)
        {
            string key = entry.Key.Value;
            if (!SharedKeys.Contains(key, StringComparer.Ordinal) && !ownKeys.Contains(key, StringComparer.Ordinal))
            {
                custom.Add(key);
            }
        }

        return custom;
    }
}

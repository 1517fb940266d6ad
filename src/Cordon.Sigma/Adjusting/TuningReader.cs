using System.Globalization;
using Cordon.Events;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Adjusting;

/// <summary>Reads a tuning file, strictly: a word that is not understood may be the one that matters.</summary>
internal sealed class TuningReader
{
    private static readonly string[] Parts = ["rules", "placeholders"];
    private static readonly string[] Names = ["id", "name", "title"];
    private static readonly string[] Keys = [.. Names, "level", "disable", "reason", "exclude", "until"];

    private readonly DocumentContext _context;
    private readonly List<TuningEntry> _entries;
    private readonly Dictionary<string, IReadOnlyList<string>> _placeholders;

    private TuningReader(
        DocumentContext context,
        List<TuningEntry> entries,
        Dictionary<string, IReadOnlyList<string>> placeholders
    ) => (_context, _entries, _placeholders) = (context, entries, placeholders);

    public static RuleTuning Read(string text, string path, SigmaOptions options)
    {
        List<YamlDocumentText> documents = YamlDocuments.Split(text);
        List<TuningEntry> entries = [];
        Dictionary<string, IReadOnlyList<string>> placeholders = new(StringComparer.Ordinal);
        List<SigmaProblem> problems = [];
        foreach (YamlDocumentText document in documents)
        {
            var context = new DocumentContext(path, document.Number, options, options.Fields ?? new FieldTable());
            var reader = new TuningReader(context, entries, placeholders);
            YamlNode? root = YamlReader.Read(document, options, out YamlFault? fault);
            if (fault is not null)
            {
                context.Error(fault.Line, fault.Column, fault.Code, fault.Message);
            }
            else
            {
                reader.ReadRoot(root);
            }

            problems.AddRange(context.Problems);
        }

        return new RuleTuning(problems) { Entries = entries, Placeholders = placeholders };
    }

    private void ReadRoot(YamlNode? root)
    {
        if (root is null or YamlScalar { Kind: YamlKind.Null })
        {
            return;
        }

        if (root is not YamlMapping map || !Parts.Any(p => map[p] is not null))
        {
            Error(
                root,
                "A tuning file is a map with 'rules', a list of entries such as '- id: …' with 'level: low', or with 'placeholders'."
            );
            return;
        }

        foreach (KeyValuePair<YamlScalar, YamlNode> part in map.Entries)
        {
            switch (part.Key.Value)
            {
                case "rules":
                    ReadEntries(part.Value);
                    break;
                case "placeholders":
                    ReadPlaceholders(part.Value);
                    break;
                default:
                    Unknown(part.Key, Parts);
                    break;
            }
        }
    }

    private void ReadEntries(YamlNode node)
    {
        if (node is not YamlSequence list)
        {
            Error(node, "'rules' is a list of entries such as '- id: …' with 'level: low'.");
            return;
        }

        foreach (YamlNode item in list.Items)
        {
            if (item is YamlMapping entry)
            {
                ReadEntry(entry);
            }
            else
            {
                Error(item, "An entry is a map that names a rule by 'id', 'name' or 'title'.");
            }
        }
    }

    private void ReadPlaceholders(YamlNode node)
    {
        if (node is not YamlMapping map)
        {
            Error(node, "'placeholders' is a map from names to values: 'Servers: [srv-*, dc-01]'.");
            return;
        }

        foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
        {
            List<YamlNode> values = entry.Value is YamlSequence list ? list.Items : [entry.Value];
            string name = entry.Key.Value.Trim('%');
            if (values.Count == 0 || !values.TrueForAll(static v => v is YamlScalar { Kind: not YamlKind.Null }))
            {
                Error(
                    entry.Value,
                    "A placeholder stands for a value or a list of values, each of which may hold wildcards."
                );
            }
            else if (!_placeholders.TryAdd(name, [.. values.Select(static v => ((YamlScalar)v).Value)]))
            {
                Error(entry.Key, $"The placeholder '{NearName.Shorten(name)}' has its values already.");
            }
        }
    }

    private void ReadEntry(YamlMapping map)
    {
        foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
        {
            if (!Keys.Contains(entry.Key.Value))
            {
                Unknown(entry.Key, Keys);
            }
        }

        string[] named = [.. Names.Where(n => map[n] is not null)];
        if (named.Length != 1 || map[named[0]] is not YamlScalar { Value.Length: > 0 } rule)
        {
            Error(map, "An entry names one rule, by 'id', 'name' or 'title'.");
            return;
        }

        Level? level = ReadLevel(map["level"]);
        bool isDisabled = ReadDisable(map["disable"]);
        SigmaExpression? exclusion = ReadExclusion(map);
        DateOnly? until = ReadDate(map["until"]);
        if (map["level"] is null && map["exclude"] is null && !isDisabled)
        {
            Error(map, "The entry changes nothing. Give it 'level', 'disable: true' or 'exclude'.");
        }

        _entries.Add(
            new TuningEntry(
                _context.Path,
                map.Line,
                map.Column,
                named[0],
                rule.Value,
                level,
                isDisabled,
                (map["reason"] as YamlScalar)?.Value,
                exclusion,
                until
            )
        );
    }

    private Level? ReadLevel(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        foreach (Level level in Enum.GetValues<Level>())
        {
            if (
                node is YamlScalar text
                && string.Equals(text.Value, level.ToString(), StringComparison.OrdinalIgnoreCase)
            )
            {
                return level;
            }
        }

        Error(node, "A level is informational, low, medium, high or critical.");
        return null;
    }

    private bool ReadDisable(YamlNode? node)
    {
        if (node is null or YamlScalar { Kind: YamlKind.Boolean })
        {
            return node is YamlScalar { IsTrue: true };
        }

        Error(node, "'disable' is true or false.");
        return false;
    }

    private SigmaExpression? ReadExclusion(YamlMapping map)
    {
        if (map.Find("exclude") is not { } entry)
        {
            return null;
        }

        if (entry.Value is not (YamlMapping or YamlSequence { Items: [YamlMapping, ..] }))
        {
            Error(
                entry.Value,
                "'exclude' is a map of fields that must all fit, or a list of such maps, written as in a rule: 'Image|endswith: …'."
            );
            return null;
        }

        return new DetectionReader(_context).Read(entry.Key, entry.Value);
    }

    private DateOnly? ReadDate(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (
            node is YamlScalar text
            && DateOnly.TryParseExact(
                text.Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
        )
        {
            return date;
        }

        Error(node, "A date is written 2026-12-31.");
        return null;
    }

    private void Unknown(YamlScalar key, string[] known)
    {
        string? near = NearName.Find(key.Value, known);
        Error(
            key,
            $"'{NearName.Shorten(key.Value)}' means nothing here. "
                + (near is null ? $"There is {string.Join(", ", known)}." : $"Did you mean '{near}'?")
        );
    }

    private void Error(YamlNode place, string message) => _context.Error(place, ProblemCodes.Tuning, message);
}

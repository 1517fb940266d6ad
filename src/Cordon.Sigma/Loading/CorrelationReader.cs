using System.Globalization;
using Cordon.Sigma.Conditions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads a correlation and checks it against Sigma 2.1's schema.</summary>
internal sealed class CorrelationReader
{
    private static readonly string[] OwnKeys = ["correlation", "generate", "logsource", "detection"];

    private static readonly Dictionary<string, CorrelationType> Types = new(StringComparer.Ordinal)
    {
        ["event_count"] = CorrelationType.EventCount,
        ["value_count"] = CorrelationType.ValueCount,
        ["temporal"] = CorrelationType.Temporal,
        ["temporal_ordered"] = CorrelationType.TemporalOrdered,
        ["value_sum"] = CorrelationType.ValueSum,
        ["value_avg"] = CorrelationType.ValueAverage,
        ["value_percentile"] = CorrelationType.ValuePercentile,
        ["value_median"] = CorrelationType.ValueMedian,
    };

    private static readonly Dictionary<string, CorrelationComparison> Comparisons = new(StringComparer.Ordinal)
    {
        ["eq"] = CorrelationComparison.Equal,
        ["neq"] = CorrelationComparison.NotEqual,
        ["lt"] = CorrelationComparison.Less,
        ["lte"] = CorrelationComparison.LessOrEqual,
        ["gt"] = CorrelationComparison.Greater,
        ["gte"] = CorrelationComparison.GreaterOrEqual,
    };

    private readonly DocumentContext _context;
    private readonly YamlMapping _root;
    private readonly YamlMapping _map;

    private CorrelationReader(DocumentContext context, YamlMapping root, YamlMapping map) =>
        (_context, _root, _map) = (context, root, map);

    public static SigmaCorrelation? Read(DocumentContext context, YamlMapping root)
    {
        Header header = new HeaderReader(context, root, OwnKeys).Read();
        if (root["correlation"] is not YamlMapping map)
        {
            context.Error(
                root["correlation"]!,
                ProblemCodes.WrongType,
                "'correlation' is a map of type, rules, group-by, timespan and condition."
            );
            return null;
        }

        return new CorrelationReader(context, root, map).Read(header);
    }

    private SigmaCorrelation? Read(Header header)
    {
        CorrelationType? type = ReadType();
        List<string> rules = StringLists.Read(_context, _map, "rules", ProblemCodes.Correlation);
        List<string> groupBy = StringLists.Read(_context, _map, "group-by", ProblemCodes.Correlation);
        TimeSpan timespan = ReadTimespan();
        Dictionary<string, IReadOnlyDictionary<string, string>> aliases = ReadAliases(rules);
        string? ruleCondition = ReadRuleCondition(type);
        (List<CorrelationCriterion> criteria, List<string> fields) = ruleCondition is null
            ? ReadCondition(type)
            : ([], []);
        bool generate = ReadGenerate();
        CheckRules(type, rules);
        if (_map["group-by"] is null)
        {
            Error(
                _map,
                "The correlation has no 'group-by', so that events of all users and machines would be thrown together. Name the fields that must agree."
            );
        }

        if (_context.HasErrors || type is not { } known)
        {
            return null;
        }

        return new SigmaCorrelation(header)
        {
            DeclaredLevel = header.Level,
            Type = known,
            Rules = rules,
            GroupBy = groupBy,
            Timespan = timespan,
            Criteria = criteria,
            RuleCondition = ruleCondition,
            ConditionFields = fields,
            Aliases = aliases,
            Generate = generate,
        };
    }

    private CorrelationType? ReadType()
    {
        if (_map["type"] is not YamlScalar text)
        {
            Error(
                _map["type"] ?? _map,
                "The correlation has no 'type'. Sigma has " + string.Join(", ", Types.Keys) + "."
            );
            return null;
        }

        if (Types.TryGetValue(text.Value, out CorrelationType type))
        {
            return type;
        }

        string? near = NearName.Find(text.Value, Types.Keys);
        Error(
            text,
            $"'{NearName.Shorten(text.Value)}' is no type of correlation. "
                + (
                    near is null
                        ? $"Sigma has {string.Join(", ", Types.Keys)}."
                        : $"Did you mean '{NearName.Shorten(near)}'?"
                )
        );
        return null;
    }

    private TimeSpan ReadTimespan()
    {
        YamlNode? node = _map["timespan"];
        if (node is YamlScalar text && Timespans.TryParse(text.Value, out TimeSpan span))
        {
            return span;
        }

        Error(
            node ?? _map,
            node is null
                ? "The correlation has no 'timespan'. Say how long the window is, such as 'timespan: 10m'."
                : "A timespan is a whole number greater than 0 and one of s, m, h, d, such as 90m; at most 100 years."
        );
        return default;
    }

    private void CheckRules(CorrelationType? type, List<string> rules)
    {
        if (_map["rules"] is null or YamlSequence { Items.Count: 0 })
        {
            Error(
                _map["rules"] ?? _map,
                "The correlation has no 'rules'. List the ids or names of the rules whose matches it looks at."
            );
        }

        if (type is CorrelationType.Temporal or CorrelationType.TemporalOrdered && rules.Count == 1)
        {
            _context.Warn(
                _map["rules"]!,
                ProblemCodes.Correlation,
                "A temporal correlation of one rule matches whenever that rule does. Name at least two, or count with event_count."
            );
        }
    }

    private bool ReadGenerate()
    {
        YamlNode? node = _root["generate"] ?? _map["generate"];
        if (node is null)
        {
            return false;
        }

        if (node is YamlScalar { Kind: YamlKind.Boolean } value)
        {
            return value.IsTrue;
        }

        Error(node, "'generate' is true or false.");
        return false;
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> ReadAliases(List<string> rules)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> aliases = new(StringComparer.Ordinal);
        YamlNode? node = _map["aliases"];
        if (node is null)
        {
            return aliases;
        }

        if (node is not YamlMapping map)
        {
            Error(node, "'aliases' is a map: for each alias, a map from rule names to fields.");
            return aliases;
        }

        foreach (KeyValuePair<YamlScalar, YamlNode> alias in map.Entries)
        {
            if (alias.Value is not YamlMapping fields)
            {
                Error(
                    alias.Value,
                    $"The alias '{NearName.Shorten(alias.Key.Value)}' is a map from rule names to fields."
                );
                continue;
            }

            aliases[alias.Key.Value] = ReadAlias(fields, rules);
        }

        return aliases;
    }

    private Dictionary<string, string> ReadAlias(YamlMapping map, List<string> rules)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
        {
            if (entry.Value is not YamlScalar field || field.Kind == YamlKind.Null)
            {
                Error(entry.Value, "An alias names one field for each rule.");
                continue;
            }

            if (!rules.Contains(entry.Key.Value, StringComparer.Ordinal))
            {
                _context.Warn(
                    entry.Key,
                    ProblemCodes.Correlation,
                    $"The alias names the rule '{NearName.Shorten(entry.Key.Value)}', which is not among the rules of this correlation."
                );
            }

            fields[entry.Key.Value] = field.Value;
        }

        return fields;
    }

    // Sigma's schema wants a map here; naming the rules is what other tools added for temporal correlations.
    private string? ReadRuleCondition(CorrelationType? type)
    {
        if (_map["condition"] is not YamlScalar { Kind: YamlKind.Text } text || type != CorrelationType.Temporal)
        {
            return null;
        }

        if (ConditionParser.Parse(text.Value, _context.Options.MaxConditionDepth, out ConditionFault? fault) is null)
        {
            Error(text, fault!.Message);
        }

        return text.Value;
    }

    private (List<CorrelationCriterion> Criteria, List<string> Fields) ReadCondition(CorrelationType? type)
    {
        List<CorrelationCriterion> criteria = [];
        List<string> fields = [];
        bool isTemporal = type is CorrelationType.Temporal or CorrelationType.TemporalOrdered;
        YamlNode? node = _map["condition"];
        if (node is null)
        {
            if (type is not null && !isTemporal)
            {
                Error(
                    _map,
                    "The correlation has no 'condition'. Say from which figure on it matches, such as 'condition:' with 'gte: 10'."
                );
            }

            return (criteria, fields);
        }

        if (node is not YamlMapping map)
        {
            Error(
                node,
                "A correlation's condition is a map such as 'gte: 10'. Only 'temporal' may link the names of its rules, as in 'a and not b'."
            );
            return (criteria, fields);
        }

        foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
        {
            ReadCriterion(entry, criteria, fields);
        }

        if (criteria.Count is 0 or > 2 && !_context.HasErrors)
        {
            Error(map, "A condition has one comparison (gt, gte, lt, lte, eq, neq), or two that form a range.");
        }

        bool needsField = type is not (null or CorrelationType.EventCount) && !isTemporal;
        if (needsField && fields.Count == 0)
        {
            Error(map, "This type works on the values of a field. Name it in the condition: 'field: User'.");
        }

        return (criteria, fields);
    }

    private void ReadCriterion(
        KeyValuePair<YamlScalar, YamlNode> entry,
        List<CorrelationCriterion> criteria,
        List<string> fields
    )
    {
        string key = entry.Key.Value;
        if (key == "field")
        {
            fields.AddRange(StringLists.Read(_context, entry.Value, "field", ProblemCodes.Correlation));
            return;
        }

        if (!Comparisons.TryGetValue(key, out CorrelationComparison comparison))
        {
            Error(
                entry.Key,
                $"'{NearName.Shorten(key)}' is no comparison. Sigma has {string.Join(", ", Comparisons.Keys)} and 'field'."
            );
            return;
        }

        if (
            entry.Value is not YamlScalar number
            || !double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !double.IsFinite(value)
        )
        {
            Error(entry.Value, $"'{key}' compares with a number.");
            return;
        }

        criteria.Add(new CorrelationCriterion(comparison, value));
    }

    private void Error(YamlNode place, string message) => _context.Error(place, ProblemCodes.Correlation, message);
}

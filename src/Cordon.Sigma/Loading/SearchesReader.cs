using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>What a detection, or the selections of a filter, comes to.</summary>
internal sealed record DetectionParts(
    SigmaExpression Condition,
    string ConditionText,
    IReadOnlyList<SearchIdentifier> Searches
);

/// <summary>Reads a map of searches with its condition.</summary>
internal static class SearchesReader
{
    private const string ConditionKey = "condition";

    /// <summary>Reads the map; null where it cannot be used, which has been reported.</summary>
    /// <param name="context">The document.</param>
    /// <param name="map">The map of searches.</param>
    /// <param name="otherKeys">Keys of the map that are no searches, beside the condition.</param>
    public static DetectionParts? Read(DocumentContext context, YamlMapping map, params ReadOnlySpan<string> otherKeys)
    {
        var reader = new DetectionReader(context);
        Dictionary<string, SigmaExpression> expressions = new(StringComparer.Ordinal);
        List<SearchIdentifier> searches = [];
        List<YamlScalar> names = [];
        foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
        {
            string name = entry.Key.Value;
            if (name == ConditionKey || otherKeys.Contains(name))
            {
                continue;
            }

            names.Add(entry.Key);
            SigmaExpression? expression = reader.Read(entry.Key, entry.Value);
            if (expression is not null)
            {
                expressions[name] = expression;
                searches.Add(new SearchIdentifier(name, entry.Key.Line, expression));
            }
        }

        List<YamlScalar>? texts = ReadConditionTexts(context, map);
        if (texts is null)
        {
            return null;
        }

        var binder = new ConditionBinder(context, names.ConvertAll(name => name.Value));
        List<SigmaExpression> conditions = [];
        foreach (YamlScalar text in texts)
        {
            SigmaExpression? condition = binder.Bind(text, expressions);
            if (condition is not null)
            {
                WarnIfImpossible(context, text, condition);
                conditions.Add(condition);
            }
        }

        if (conditions.Count < texts.Count)
        {
            return null;
        }

        WarnAboutUnused(context, names, binder.Used);
        return new DetectionParts(OperandList.Or(conditions), JoinTexts(texts), searches);
    }

    private static List<YamlScalar>? ReadConditionTexts(DocumentContext context, YamlMapping map)
    {
        YamlNode? node = map[ConditionKey];
        List<YamlNode> items =
            node is YamlSequence list ? list.Items
            : node is null ? []
            : [node];
        if (items.Count == 0)
        {
            context.Error(
                node ?? map,
                ProblemCodes.Missing,
                "There is no condition that says how the searches are linked. Add 'condition: selection', say."
            );
            return null;
        }

        List<YamlScalar> texts = [];
        foreach (YamlNode item in items)
        {
            if (item is YamlScalar text && !string.IsNullOrWhiteSpace(text.Value))
            {
                texts.Add(text);
                continue;
            }

            context.Error(
                item,
                ProblemCodes.WrongType,
                $"A condition is a text, or a list of texts of which one must hold; this is {(item is YamlScalar ? "empty" : item.Describe())}."
            );
        }

        return texts.Count == items.Count ? texts : null;
    }

    private static void WarnIfImpossible(DocumentContext context, YamlScalar text, SigmaExpression condition)
    {
        if (ExpressionFacts.NeverHolds(condition))
        {
            context.Warn(
                text,
                ProblemCodes.NeverHolds,
                "No event can fulfil this condition: it demands and forbids the same test. Look for a pattern such as 'selection*' that takes in the same search twice."
            );
        }
    }

    private static void WarnAboutUnused(DocumentContext context, List<YamlScalar> names, IReadOnlySet<string> used)
    {
        foreach (YamlScalar name in names)
        {
            if (!used.Contains(name.Value) && !name.Value.StartsWith('_'))
            {
                context.Warn(
                    name,
                    ProblemCodes.UnusedSearch,
                    $"The condition does not use the search '{NearName.Shorten(name.Value)}'. Name it there, or take it out."
                );
            }
        }
    }

    private static string JoinTexts(List<YamlScalar> texts) =>
        texts.Count == 1 ? texts[0].Value.Trim() : string.Join(" or ", texts.Select(text => $"({text.Value.Trim()})"));
}

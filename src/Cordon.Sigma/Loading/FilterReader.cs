using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads a filter and checks it against Sigma 2.1's schema.</summary>
internal static class FilterReader
{
    private static readonly string[] OwnKeys = ["logsource", "filter"];

    public static SigmaFilter? Read(DocumentContext context, YamlMapping root)
    {
        Header header = new HeaderReader(context, root, OwnKeys).Read();
        LogSourceParts? logSource = LogSourceReader.Read(context, root);
        if (root["filter"] is not YamlMapping map)
        {
            context.Error(
                root["filter"]!,
                ProblemCodes.Filter,
                "'filter' is a map of rules, searches and a condition."
            );
            return null;
        }

        (List<string> rules, bool isForAny) = ReadRules(context, map);
        DetectionParts? detection = SearchesReader.Read(context, map, "rules");
        if (detection is { Searches.Count: 0 } && !context.HasErrors)
        {
            context.Error(
                map,
                ProblemCodes.Filter,
                "The filter has no search. Add one, such as 'selection:', with the fields that tell what to leave out."
            );
        }

        if (context.HasErrors || logSource is null || detection is null)
        {
            return null;
        }

        WarnIfPositive(context, map, detection);
        return new SigmaFilter(header)
        {
            LogSource = logSource.Source,
            Rules = rules,
            IsForAnyRule = isForAny,
            Condition = detection.Condition,
            ConditionText = detection.ConditionText,
            Searches = detection.Searches,
            Fields = ExpressionFacts.Fields(detection.Condition, out _),
        };
    }

    private static (List<string> Rules, bool IsForAny) ReadRules(DocumentContext context, YamlMapping map)
    {
        YamlNode? node = map["rules"];
        if (node is YamlScalar scalar && string.Equals(scalar.Value, "any", StringComparison.OrdinalIgnoreCase))
        {
            return ([], true);
        }

        if (node is null or YamlSequence { Items.Count: 0 })
        {
            context.Error(
                node ?? map,
                ProblemCodes.Filter,
                "The filter has no 'rules'. List the ids or names of the rules it is for, or write 'rules: any'."
            );
            return ([], false);
        }

        return (StringLists.Read(context, node, "rules", ProblemCodes.Filter), false);
    }

    // The specification's prose excludes, its example selects; tools link filter and rule with AND, and so does this reading.
    private static void WarnIfPositive(DocumentContext context, YamlMapping map, DetectionParts detection)
    {
        if (!HasNegation(detection.Condition))
        {
            context.Warn(
                map["condition"]!,
                ProblemCodes.Filter,
                "This filter keeps only events that fit it: its condition is linked with the rule's by AND. To leave such events out, write 'not', as in 'not selection'."
            );
        }
    }

    private static bool HasNegation(SigmaExpression expression) =>
        expression switch
        {
            NotExpression => true,
            AndExpression and => and.Operands.Any(HasNegation),
            OrExpression or => or.Operands.Any(HasNegation),
            _ => false,
        };
}

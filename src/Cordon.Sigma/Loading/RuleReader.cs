using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads a detection rule.</summary>
internal static class RuleReader
{
    private static readonly string[] OwnKeys = ["logsource", "detection"];

    public static SigmaRule? Read(DocumentContext context, YamlMapping root)
    {
        Header header = new HeaderReader(context, root, OwnKeys).Read();
        LogSourceParts? logSource = LogSourceReader.Read(context, root);
        DetectionParts? detection = ReadDetection(context, root);
        if (context.HasErrors || logSource is null || detection is null)
        {
            return null;
        }

        if (root["level"] is null)
        {
            context.Warn(
                root,
                ProblemCodes.Missing,
                "The rule has no level; it counts as medium. Add 'level:' to say how urgent a match is."
            );
        }

        IReadOnlyList<string> fields = ExpressionFacts.Fields(detection.Condition, out bool hasKeywords);
        return new SigmaRule(header, new Detection(detection.Searches, detection.Condition))
        {
            DeclaredLevel = header.Level,
            FieldsOfInterest = header.Fields,
            LogSource = logSource.Source,
            LogSourceDefinition = logSource.Definition,
            LogSourceExtras = logSource.Extras,
            ConditionText = detection.ConditionText,
            Fields = fields,
            HasKeywords = hasKeywords,
        };
    }

    private static DetectionParts? ReadDetection(DocumentContext context, YamlMapping root)
    {
        YamlNode? node = root["detection"];
        if (node is not YamlMapping map)
        {
            context.Error(
                node ?? root,
                node is null ? ProblemCodes.Missing : ProblemCodes.WrongType,
                node is null
                    ? "The rule has no detection. Add 'detection:' with a search and a condition."
                    : $"'detection' is a map of searches and a condition; this is {node.Describe()}."
            );
            return null;
        }

        if (map.Find("timeframe") is { } timeframe)
        {
            context.Warn(
                timeframe.Key,
                ProblemCodes.LegacyAggregation,
                "'timeframe' belongs to the counting conditions of Sigma 1 and has no meaning without them; it is not used. Time windows stand in correlations ('timespan')."
            );
        }

        return SearchesReader.Read(context, map, "timeframe");
    }
}

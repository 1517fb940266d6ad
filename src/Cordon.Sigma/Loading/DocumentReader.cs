using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Tells rules, correlations and filters apart.</summary>
internal static class DocumentReader
{
    public static SigmaDocument? Read(DocumentContext context, YamlMapping root)
    {
        if (root["correlation"] is not null)
        {
            return CorrelationReader.Read(context, root);
        }

        if (root["filter"] is not null)
        {
            return FilterReader.Read(context, root);
        }

        if (root.Find("action") is { } action)
        {
            context.Error(
                action.Key,
                ProblemCodes.LegacyCollection,
                "Rule collections ('action: global' and the like) belong to Sigma 1 and were taken out of the language. Write each rule out as a document of its own."
            );
            return null;
        }

        if (root["detection"] is null && root["logsource"] is null)
        {
            context.Error(
                root,
                ProblemCodes.NotARule,
                "This is neither a rule (detection and logsource) nor a correlation nor a filter. If the file holds something else, keep it out of the rule folders."
            );
            return null;
        }

        return RuleReader.Read(context, root);
    }
}

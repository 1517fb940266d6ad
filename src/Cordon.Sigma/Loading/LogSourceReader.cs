using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>What stands under <c>logsource</c>.</summary>
internal sealed record LogSourceParts(LogSource Source, string? Definition, IReadOnlyDictionary<string, string> Extras);

/// <summary>Reads <c>logsource</c>: at least one of product, category and service must be there.</summary>
internal static class LogSourceReader
{
    public static LogSourceParts? Read(DocumentContext context, YamlMapping root)
    {
        YamlNode? node = root["logsource"];
        if (node is not YamlMapping map)
        {
            context.Error(
                node ?? root,
                node is null ? ProblemCodes.Missing : ProblemCodes.WrongType,
                node is null
                    ? "The document has no logsource, so nobody can say which log it is for. Add 'logsource:' with product, category or service."
                    : $"'logsource' is a map of product, category and service; this is {node.Describe()}."
            );
            return null;
        }

        Dictionary<string, string> extras = new(StringComparer.Ordinal);
        foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
        {
            if (
                entry.Key.Value is not ("product" or "category" or "service" or "definition")
                && entry.Value is YamlScalar extra
            )
            {
                extras[entry.Key.Value] = extra.Value;
            }
        }

        var source = new LogSource(
            Part(context, map, "product"),
            Part(context, map, "category"),
            Part(context, map, "service")
        );
        if (source is { Product: null, Category: null, Service: null })
        {
            context.Error(
                map,
                ProblemCodes.LogSource,
                "The logsource names neither product nor category nor service, so nobody can say which log the rule is for."
            );
            return null;
        }

        string? definition = (map["definition"] as YamlScalar)?.Value;
        return new LogSourceParts(source, definition, extras.Count == 0 ? SigmaRule.EmptyExtras : extras);
    }

    private static string? Part(DocumentContext context, YamlMapping map, string key)
    {
        YamlNode? node = map[key];
        if (node is null or YamlScalar { Kind: YamlKind.Null })
        {
            return null;
        }

        if (node is not YamlScalar scalar)
        {
            context.Error(
                node,
                ProblemCodes.WrongType,
                $"'{key}' of the logsource is a single text; this is {node.Describe()}. A rule has one log source."
            );
            return null;
        }

        string text = scalar.Value.Trim();
        string lower = text.ToLowerInvariant();
        if (!string.Equals(lower, text, StringComparison.Ordinal))
        {
            context.Warn(
                scalar,
                ProblemCodes.LogSource,
                $"Log sources are written in lower case; '{NearName.Shorten(text)}' is read as '{NearName.Shorten(lower)}'."
            );
        }

        return lower.Length == 0 ? null : lower;
    }
}

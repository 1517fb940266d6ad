using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads lists of texts in correlations and filters, where a wrong item changes what they mean.</summary>
internal static class StringLists
{
    public static List<string> Read(DocumentContext context, YamlMapping map, string key, string code) =>
        map[key] is { } node ? Read(context, node, key, code) : [];

    /// <summary>A list of texts, or a single one; repeats are dropped with a warning.</summary>
    public static List<string> Read(DocumentContext context, YamlNode node, string key, string code)
    {
        List<string> texts = [];
        List<YamlNode> items = node is YamlSequence list ? list.Items : [node];
        foreach (YamlNode item in items)
        {
            if (item is not YamlScalar text || text.Kind == YamlKind.Null || text.Value.Length == 0)
            {
                context.Error(
                    item,
                    code,
                    $"'{key}' is a list of texts; this is {(item is YamlScalar ? "empty" : item.Describe())}."
                );
            }
            else if (texts.Contains(text.Value, StringComparer.Ordinal))
            {
                context.Warn(item, code, $"'{NearName.Shorten(text.Value)}' stands twice in '{key}'; once is enough.");
            }
            else
            {
                texts.Add(text.Value);
            }
        }

        return texts;
    }
}

using System.Text.Json;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads the list <c>indicators</c> of Cordon's own form: values by source, and of whom they are a sign, by identifier (docs/intelligence.md).</summary>
internal static class KnowledgeIndicators
{
    private const int MostRefs = 20;

    /// <summary>Reads it; a group without a source, and a value that is none, are problems and cost themselves.</summary>
    /// <param name="root">The document.</param>
    /// <param name="sources">The document's own sources.</param>
    /// <param name="place">How problems name it.</param>
    /// <param name="content">Gets the indicators.</param>
    public static void Read(
        JsonElement root,
        IReadOnlyList<KnowledgeSource> sources,
        string place,
        ImportContent content
    )
    {
        Dictionary<string, KnowledgeSource> byId = new(StringComparer.Ordinal);
        foreach (KnowledgeSource source in sources)
        {
            byId.TryAdd(source.Id, source);
        }

        int at = 0;
        foreach (JsonElement group in JsonFields.Items(root, "indicators"))
        {
            string here = $"{place}: indicators[{at++}]";
            if (JsonFields.Text(group, "source") is not { } id || !byId.TryGetValue(id, out KnowledgeSource? source))
            {
                content.Problems.Add(here, "'source' is missing, or names none of the document's sources");
                continue;
            }

            var like = new Indicator(IndicatorKind.Hash, "", source)
            {
                ValidFrom = JsonFields.Date(group, "valid_from"),
                ValidUntil = JsonFields.Date(group, "valid_until"),
                Label = JsonFields.Text(group, "label"),
                Refs =
                [
                    .. JsonFields
                        .Texts(group, "of")
                        .Where(EntityIds.IsOne)
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal)
                        .Take(MostRefs),
                ],
            };
            foreach (string text in JsonFields.Texts(group, "values"))
            {
                if (IndicatorValue.Guess(text) is { } value)
                {
                    content.AddIndicator(value.Kind, value.Value, like, here);
                }
                else
                {
                    content.Problems.Add(here, "the value is of no kind that can be looked for");
                }
            }
        }
    }
}

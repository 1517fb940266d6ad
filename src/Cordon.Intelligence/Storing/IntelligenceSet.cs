using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Storing;

/// <summary>What one path says: indicators, and knowledge beside that which ships. Read once. Immutable; for several threads.</summary>
public sealed class IntelligenceSet
{
    private IntelligenceSet(IndicatorSet indicators, KnowledgeBase knowledge, bool hasKnowledge) =>
        (Indicators, Knowledge, HasKnowledge) = (indicators, knowledge, hasKnowledge);

    /// <summary>What ships with Cordon, and no indicators.</summary>
    public static IntelligenceSet BuiltIn { get; } = new(IndicatorSet.Empty, KnowledgeBase.BuiltIn, false);

    /// <summary>The indicators, without those that a warning list speaks against.</summary>
    public IndicatorSet Indicators { get; }

    /// <summary>What ships with Cordon, and what the path adds.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>Whether the path adds actors, software, claims or techniques.</summary>
    public bool HasKnowledge { get; }

    /// <summary>Loads a store (a folder that <c>cordon intel import</c> made), or a file or folder of any form that can be imported.</summary>
    /// <param name="path">The store, file or folder.</param>
    /// <param name="limits">How much is taken of files.</param>
    /// <exception cref="IntelligenceException">The store can't be read.</exception>
    /// <exception cref="IOException">It is not there, or can't be read.</exception>
    public static IntelligenceSet Load(string path, ImportLimits limits)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        if (IntelligenceStore.IsOne(path))
        {
            var store = new IntelligenceStore(path, TimeProvider.System);
            IReadOnlyList<KnowledgePart> parts = store.Parts();
            return new IntelligenceSet(
                IndicatorSet.Of(store.Indicators(), new WarningLists(store.WarningLists())),
                KnowledgeBase.WithBuiltIn(parts),
                parts.Any(static p => !p.IsEmpty)
            );
        }

        ImportContent content = IntelligenceStore.ReadFiles(path, limits);
        return new IntelligenceSet(
            IndicatorSet.Of(content.Indicators, new WarningLists(content.WarningLists), content.Problems.Count),
            KnowledgeBase.WithBuiltIn(content.Part.IsEmpty ? [] : [content.Part]),
            !content.Part.IsEmpty
        );
    }
}

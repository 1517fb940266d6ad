using System.Collections.Immutable;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Chooses of a pattern the literal to look for.</summary>
internal static class PatternLiteral
{
    private const int LongestWord = 5;

    /// <summary>The rarest literal that an index can find; null where the pattern has none.</summary>
    public static Literal? Of(StringPattern pattern)
    {
        ImmutableArray<PatternSegment> segments = pattern.Segments;
        Literal? best = null;
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Kind != PatternSegmentKind.Literal)
            {
                continue;
            }

            byte[] text = FoldedText.Of(segments[i].Text);
            LiteralPlace place =
                i == segments.Length - 1 ? LiteralPlace.End
                : i == 0 ? LiteralPlace.Start
                : LiteralPlace.Inside;
            if (segments.Length == 1 && text.Length <= LongestWord)
            {
                // Fields of two or three values (true, false, SetValue) have a value like this in every other event.
                return new Literal(text, place, 0);
            }

            // At an end of a value a text is rarer than anywhere in it.
            double rarity = TextModel.RarityOf(text) + (place == LiteralPlace.Inside ? 0 : 2);
            if (best is null || rarity > best.Rarity)
            {
                best = new Literal(text, place, rarity);
            }
        }

        return best;
    }
}

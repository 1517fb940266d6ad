using System.Collections.Frozen;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading;

/// <summary>
/// Finds trades by what they are called: STIX 2.1's <c>industry-sector-ov</c> in the words that reports use, and those of health research.
/// </summary>
internal static class SectorTerms
{
    private const int MostTokens = 4;

    // These say a trade by themselves.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Alone = WordSet.Of(
        "healthcare|health care|public health|pharmaceuticals|biotechnology|biotech|life sciences|medical research|vaccine research|telecommunications|telecommunication|telecom|telecoms|aerospace|agriculture|automotive|financial services|financial institutions|e-commerce|higher education|critical infrastructure|public utilities|oil and gas|oil & gas|hospitality|manufacturing|insurance|defense industrial base|defence industrial base|professional services|business services|logistics",
        '|'
    );

    // These do before a word for trades only: "banking Trojan", "defense evasion".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Named = WordSet.Of(
        "health|medical|pharmaceutical|chemical|communications|construction|defense|defence|military|education|academic|energy|nuclear|power|oil|gas|water|utilities|utility|entertainment|gaming|game|media|financial|finance|banking|government|public|private|commercial|legal|mining|maritime|shipping|retail|technology|software|transport|transportation|travel|food|semiconductor|electronics|engineering|security|cryptocurrency",
        '|'
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Trades = WordSet.Of(
        "sector sectors industry industries"
    );

    /// <summary>Each term's first token and how many there are.</summary>
    public static IEnumerable<(int First, int Count)> Find(string text, Sentence sentence)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        for (int t = 0; t < tokens.Count; t++)
        {
            for (int count = Math.Min(MostTokens, tokens.Count - t); count > 0; count--)
            {
                if (IsSector(text, tokens, t, count))
                {
                    yield return (t, count);
                    t += count - 1;
                    break;
                }
            }
        }
    }

    private static bool IsSector(string text, IReadOnlyList<Token> tokens, int first, int count)
    {
        if (Alone.Contains(Words(text, tokens, first, count)))
        {
            return true;
        }

        if (count == 1 || !Trades.Contains(Words(text, tokens, first + count - 1, 1)))
        {
            return false;
        }

        ReadOnlySpan<char> trade = Words(text, tokens, first, count - 1);
        return Named.Contains(trade) || Alone.Contains(trade);
    }

    private static ReadOnlySpan<char> Words(string text, IReadOnlyList<Token> tokens, int first, int count) =>
        text.AsSpan(tokens[first].Start..tokens[first + count - 1].End);
}

using System.Buffers;
using System.Text;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Text folded to one byte per UTF-16 unit, so that texts which are equal ignoring case fold to equal bytes. The opposite
/// need not hold: whatever is found in folded text is checked by the predicate itself.
/// </summary>
/// <remarks>
/// ASCII folds to its upper case. Other characters share the bytes from 128 up; surrogates share one, because ordinal comparison
/// folds some of their pairs as a whole.
/// </remarks>
internal static class FoldedText
{
    private const int Chars = 65_536;
    private const byte Surrogate = 128;

    private static readonly byte[] Table = MakeTable();

    /// <summary>Folds one unit.</summary>
    public static byte Of(char c) => Table[c];

    /// <summary>Folds a text into new memory.</summary>
    public static byte[] Of(string text)
    {
        byte[] folded = new byte[text.Length];
        Fold(text, folded);
        return folded;
    }

    /// <summary>Folds a text; <paramref name="folded"/> is at least as long.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<byte> folded)
    {
        const int ScalarRun = 16;
        int at = 0;
        while (at < text.Length)
        {
            if (Ascii.ToUpper(text[at..], folded[at..], out int written) == OperationStatus.Done)
            {
                return;
            }

            // Text that is not ASCII comes in runs; going back to the vectorised loop for each character would be slow.
            at += written;
            int end = Math.Min(text.Length, at + ScalarRun);
            for (; at < end; at++)
            {
                folded[at] = Table[text[at]];
            }
        }
    }

    private static byte[] MakeTable()
    {
        byte[] table = new byte[Chars];
        for (int i = 0; i < Chars; i++)
        {
            char upper = Upper((char)i);
            table[i] =
                upper < 128 ? (byte)upper
                : char.IsSurrogate(upper) ? Surrogate
                : (byte)(Surrogate + 1 + ((upper ^ (upper >> 7)) % 127));
        }

        return table;
    }

    // Regular expressions that ignore case take these for the letters they resemble; plain comparison does not.
    private static char Upper(char c) =>
        c switch
        {
            '\u0130' or '\u0131' => 'I',
            '\u017F' => 'S',
            '\u212A' => 'K',
            _ => char.ToUpperInvariant(c),
        };
}

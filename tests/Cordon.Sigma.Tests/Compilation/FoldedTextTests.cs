using Cordon.Sigma.Compilation;

namespace Cordon.Sigma.Tests.Compilation;

public class FoldedTextTests
{
    [Fact]
    public void Characters_that_are_equal_ignoring_case_fold_to_the_same_byte()
    {
        Dictionary<string, char> firsts = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i <= char.MaxValue; i++)
        {
            char c = (char)i;
            if (!firsts.TryAdd(c.ToString(), c))
            {
                Assert.Equal(FoldedText.Of(firsts[c.ToString()]), FoldedText.Of(c));
            }
        }
    }

    [Fact]
    public void Ascii_folds_to_its_upper_case_whatever_stands_beside_it()
    {
        string text = string.Concat(Enumerable.Range(0, 100).Select(i => i % 7 == 0 ? "é" : "aZ1\\"));
        byte[] folded = new byte[text.Length];
        FoldedText.Fold(text, folded);
        for (int i = 0; i < text.Length; i++)
        {
            Assert.Equal(FoldedText.Of(text[i]), folded[i]);
            Assert.True(text[i] >= 128 || folded[i] == char.ToUpperInvariant(text[i]));
        }
    }

    [Fact]
    public void Runs_of_any_length_and_place_are_folded_character_by_character()
    {
        for (int before = 0; before < 20; before++)
        {
            for (int run = 0; run < 40; run += 3)
            {
                string text = new string('a', before) + new string('ж', run) + "bc" + new string('é', run) + "d";
                byte[] folded = FoldedText.Of(text);
                Assert.Equal(text.Select(FoldedText.Of), folded);
            }
        }
    }

    [Fact]
    public void Surrogates_share_a_byte_that_no_other_character_has()
    {
        byte[] surrogates = [.. All.Where(char.IsSurrogate).Select(FoldedText.Of).Distinct()];
        Assert.Equal([128], surrogates);
        Assert.DoesNotContain(All.Where(static c => !char.IsSurrogate(c)), static c => FoldedText.Of(c) == 128);
    }

    [Fact]
    public void Only_letters_that_expressions_take_for_ascii_fold_to_it() =>
        Assert.Equal(
            [('\u0130', 'I'), ('\u0131', 'I'), ('\u017F', 'S'), ('\u212A', 'K')],
            All.Where(static c => c >= 128 && FoldedText.Of(c) < 128).Select(static c => (c, (char)FoldedText.Of(c)))
        );

    [Fact]
    public void Other_characters_are_spread_over_the_bytes_that_are_left()
    {
        int[] counts = new int[256];
        foreach (char c in All.Where(static c => c >= 128 && !char.IsSurrogate(c)))
        {
            counts[FoldedText.Of(c)]++;
        }

        Assert.All(counts[129..], static n => Assert.InRange(n, 400, 600));
        // Letters of one alphabet are told from each other.
        Assert.InRange(All.Skip('\u00C0').Take(0x1F).Select(FoldedText.Of).Distinct().Count(), 28, 31);
        Assert.InRange(All.Skip('\u0410').Take(0x20).Select(FoldedText.Of).Distinct().Count(), 28, 32);
    }

    private static IEnumerable<char> All => Enumerable.Range(0, char.MaxValue + 1).Select(static i => (char)i);
}

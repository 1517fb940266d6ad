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
}

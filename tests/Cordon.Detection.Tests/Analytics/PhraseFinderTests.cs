using Cordon.Detection.Analytics.Phishing.Lures;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>Phrases are words of a text, not pieces of other words.</summary>
public sealed class PhraseFinderTests
{
    private static readonly string[] Phrases = ["mfa", "tender", "price list", "price", "d'emploi"];

    [Theory]
    [InlineData("the tender is open", "tender")]
    [InlineData("tender", "tender")]
    [InlineData("tenders for carriers", "tender")]
    [InlineData("our price list.", "price list|price")]
    [InlineData("prices", "price")]
    [InlineData("(mfa)", "mfa")]
    [InlineData("mfa2", "mfa")]
    [InlineData("tend tender", "tender")]
    [InlineData("offre d'emploi", "d'emploi")]
    [InlineData("tenderly", "")]
    [InlineData("pretender", "")]
    [InlineData("2tender", "")]
    [InlineData("etender price", "price")]
    [InlineData("mf", "")]
    [InlineData("", "")]
    public void A_phrase_begins_where_a_word_begins_and_ends_where_one_ends(string text, string wanted)
    {
        bool[] found = new PhraseFinder(Phrases).Find(text);

        Assert.Equal(wanted, string.Join('|', Phrases.Where((_, i) => found[i]).OrderByDescending(p => p.Length)));
    }
}

namespace Cordon.Attribution.Tests;

public sealed class ProbabilityWordsTests
{
    [Theory]
    [InlineData(0, "remote chance")]
    [InlineData(0.05, "remote chance")]
    [InlineData(0.074, "remote chance")]
    [InlineData(0.076, "highly unlikely")]
    [InlineData(0.2, "highly unlikely")]
    [InlineData(0.23, "unlikely")]
    [InlineData(0.35, "unlikely")]
    [InlineData(0.38, "realistic possibility")]
    [InlineData(0.49, "realistic possibility")]
    [InlineData(0.53, "likely")]
    [InlineData(0.75, "likely")]
    [InlineData(0.78, "highly likely")]
    [InlineData(0.9, "highly likely")]
    [InlineData(0.95, "almost certain")]
    [InlineData(1, "almost certain")]
    public void A_number_in_a_gap_takes_the_words_of_the_nearer_band(double probability, string words) =>
        Assert.Equal(words, ProbabilityWords.Of(probability));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityWords.Of(probability));

    [Fact]
    public void Caps_stay_within_their_words()
    {
        Assert.Equal("realistic possibility", ProbabilityWords.Of(ProbabilityWords.MostPossible));
        Assert.Equal("likely", ProbabilityWords.Of(ProbabilityWords.MostLikely));
        Assert.Equal("highly likely", ProbabilityWords.Of(ProbabilityWords.MostHighlyLikely));
        Assert.Equal("likely", ProbabilityWords.Of(ProbabilityWords.LeastLikely));
    }
}

using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Language;

public sealed class KeywordTests
{
    [Fact]
    public void Keywords_are_looked_for_in_every_value_but_not_in_names()
    {
        const string Detection = "words:\n    - needle\n    - 'b?d*x'\ncondition: words";
        Assert.True(Sample.FiresDetection(Detection, ("A", "hay"), ("B", "hayNEEDLEhay")));
        Assert.True(Sample.FiresDetection(Detection, ("A", "a bad, bad fox b")));
        Assert.False(Sample.FiresDetection(Detection, ("needle", "hay")));
        Assert.False(Sample.FiresDetection(Detection, ("A", "need"), ("B", "le")));
        Assert.False(Sample.FiresDetection(Detection, ("A", null)));
    }

    [Fact]
    public void All_of_a_list_of_keywords_may_be_in_different_values()
    {
        const string Detection = "words:\n    '|all':\n        - one\n        - 2\ncondition: words";
        Assert.True(Sample.FiresDetection(Detection, ("A", "xonex"), ("B", 12)));
        Assert.False(Sample.FiresDetection(Detection, ("A", "xonex")));
    }

    [Fact]
    public void Keywords_take_modifiers_and_stand_beside_fields()
    {
        Assert.True(Sample.Fires("'|re': 'a+b$'", ("A", "xaab")));
        Assert.True(Sample.Fires("'|cased': Ab", ("A", "xAb")));
        Assert.False(Sample.Fires("'|cased': Ab", ("A", "xab")));
        Assert.False(Sample.Fires("'|startswith': b", ("A", "ab")));
        Assert.True(Sample.Fires("'': b\nC: 1", ("A", "ab"), ("C", 1)));
        Assert.False(Sample.Fires("'': b\nC: 1", ("A", "ab"), ("C", 2)));
    }

    [Fact]
    public void Lists_of_maps_and_keywords_are_alternatives()
    {
        const string Detection = "any:\n    - A: 1\n      B: 2\n    - C: 3\n    - word\ncondition: any";
        Assert.True(Sample.FiresDetection(Detection, ("A", 1), ("B", 2)));
        Assert.False(Sample.FiresDetection(Detection, ("A", 1), ("B", 3)));
        Assert.True(Sample.FiresDetection(Detection, ("C", 3)));
        Assert.True(Sample.FiresDetection(Detection, ("D", "a word")));
    }

    [Fact]
    public void A_single_text_is_read_as_a_keyword_with_a_warning()
    {
        string rule = Sample.Rule("words: needle\ncondition: words");
        Sample.HasProblem(rule, ProblemSeverity.Warning, ProblemCodes.WrongType, 6, 12);
        Assert.True(Sample.Fires(rule, SigmaOptions.Default, ("A", "a needle")));
    }
}

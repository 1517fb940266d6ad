using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Tests.Knowledge;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Fancy Bear", "fancybear")]
    [InlineData("APT-28", "apt28")]
    [InlineData("TEMP.Periscope", "tempperiscope")]
    [InlineData("…", "")]
    public void Case_blanks_and_punctuation_do_not_count(string name, string key) =>
        Assert.Equal(key, NameKey.Of(name));

    [Theory]
    [InlineData("Everest Ransomware Group", "everest")]
    [InlineData("The Dukes", "dukes")]
    [InlineData("Group 74", "group74")]
    [InlineData("APT", "apt")]
    public void Words_that_say_little_are_left_out_where_something_else_is_left(string name, string key) =>
        Assert.Equal(key, NameKey.LooseOf(name));

    [Theory]
    [InlineData("ZINC", "Microsoft")]
    [InlineData("Diamond Sleet", "Microsoft")]
    [InlineData("Storm-0558", "Microsoft")]
    [InlineData("FANCY BEAR", "CrowdStrike")]
    [InlineData("NICKEL ACADEMY", "Secureworks")]
    [InlineData("APT41", "Mandiant")]
    [InlineData("TA453", "Proofpoint")]
    [InlineData("Lazarus Group", null)]
    public void A_name_s_form_tells_whose_it_is(string name, string? vendor) =>
        Assert.Equal(vendor, NamingSchemes.VendorOf(name));
}

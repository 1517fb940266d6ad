namespace Cordon.Settings.Tests;

public sealed class SettingsFileTests
{
    [Fact]
    public void Mappings_lists_and_texts_keep_their_order_and_place()
    {
        var file = SettingsFile.Read("name: Meridale\ndomains:\n  - a.example\n  - b.example\n", "cordon.yaml");
        Assert.Equal("Meridale", file.Text(file.Root["name"]!, "name"));
        Assert.Equal(["a.example", "b.example"], file.Texts(file.Root["domains"], "domains"));
        Assert.Equal(3, file.List(file.Root["domains"]!, "domains")[0].Line);
        Assert.Null(file.Root["absent"]);
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("a: 1\na: 2\n", 2, "second time")]
    [InlineData("a: &x 1\n", 1, "anchors")]
    [InlineData("- a\n", 1, "mapping")]
    [InlineData("a: [1, 2\n", 2, "")]
    [InlineData("a: 1\n---\nb: 2\n", 2, "one document")]
    [InlineData("a: [[[[[[[[[[[[[1]]]]]]]]]]]]]\n", 1, "nested deeper")]
    public void What_cannot_be_used_is_refused_with_its_place(string text, long line, string reason)
    {
        SettingsException fault = Assert.Throws<SettingsException>(() => SettingsFile.Read(text, "cordon.yaml"));
        Assert.Equal(line, fault.Line);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("cordon.yaml:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_taken_as_what_is_wanted_or_refused()
    {
        var file = SettingsFile.Read("share: 0.5\non: true\nodd: maybe\n", "t");
        Assert.Equal(0.5, file.Number(file.Root["share"]!, "share", 0, 1));
        Assert.True(file.Flag(file.Root["on"]!, "on"));
        Assert.Throws<SettingsException>(() => file.Number(file.Root["share"]!, "share", 1, 2));
        Assert.Throws<SettingsException>(() => file.Flag(file.Root["odd"]!, "odd"));
        SettingsException fault = Assert.Throws<SettingsException>(() => file.AllowKeys(file.Root, "share", "on"));
        Assert.Contains("'odd'", fault.Message, StringComparison.Ordinal);
    }
}

using Cordon.Sigma.Caching;

namespace Cordon.Sigma.Tests.Caching;

public sealed class PackTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("abc\0\r\n")]
    [InlineData("\u00E9\u00FF")]
    [InlineData("\u0100")]
    [InlineData("\u2603\U0001F600")]
    [InlineData("\uD800")]
    [InlineData("\uDC00\uD800x")]
    public void A_text_comes_back_unit_for_unit(string text) =>
        Assert.Equal(text, PackText.Decode(PackText.Encode(text)), StringComparer.Ordinal);

    [Theory]
    [InlineData()]
    [InlineData(2, 65)]
    [InlineData(1, 65)]
    public void What_is_no_text_is_a_fault(params int[] entry) =>
        Assert.Throws<PackFaultException>(() => PackText.Decode([.. entry.Select(static b => (byte)b)]));
}

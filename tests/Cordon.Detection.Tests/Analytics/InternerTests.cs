using Cordon.Detection.Analytics.SignIns;

namespace Cordon.Detection.Tests.Analytics;

public sealed class InternerTests
{
    [Fact]
    public void Texts_in_parts_have_the_number_of_the_whole_whatever_their_case_and_length()
    {
        var interner = new Interner();
        int id = interner.OfJoined("tool ", "Chrome", "\n", "");
        Assert.Equal(id, interner.Of("tool chrome\n"));
        Assert.Equal("tool Chrome\n", interner[id]);
        string half = new('x', 400);
        Assert.Equal(interner.OfJoined(half, half), interner.Of(half + half));
        Assert.Equal(0, interner.OfJoined("", ""));
        Assert.NotEqual(id, interner.Of("tool chrome"));
    }
}

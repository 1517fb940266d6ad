namespace Cordon.Events.Tests;

public class TextPoolTests
{
    [Fact]
    public void A_text_that_repeats_is_one_object()
    {
        var pool = new TextPool();
        string first = pool.Of("amal");
        Assert.Equal("amal", first);
        Assert.Same(first, pool.Of("xamalx".AsSpan(1, 4)));
        Assert.Equal("Amal", pool.Of("Amal"));
        Assert.Same("", pool.Of(default));
    }

    [Fact]
    public void Neither_long_texts_nor_ever_more_of_them_are_kept()
    {
        var pool = new TextPool();
        string @long = new('x', 257);
        Assert.Equal(@long, pool.Of(@long));
        Assert.NotSame(pool.Of(@long), pool.Of(@long));
        for (int i = 0; i < 10_000; i++)
        {
            pool.Of($"name {i}");
        }

        Assert.Same(pool.Of("name 1"), pool.Of("name 1"));
        Assert.NotSame(pool.Of("name 9999"), pool.Of("name 9999"));
        Assert.Equal("name 9999", pool.Of("name 9999"));
    }
}

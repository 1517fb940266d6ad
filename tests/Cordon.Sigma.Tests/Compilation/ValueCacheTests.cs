using Cordon.Events;
using Cordon.Sigma.Compilation;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>A value that comes again is known, and nothing is taken for it that only resembles it.</summary>
public sealed class ValueCacheTests
{
    private readonly ValueCache _cache = new();
    private readonly FieldFilter _filter = new(null, [], 8);

    private bool Knows(string text, FieldFilter? filter = null) => Ask(text, filter).Known;

    private (bool Known, bool IsWanted, int[] Hits) Ask(string text, FieldFilter? filter = null)
    {
        bool known = _cache.TryFind(filter ?? _filter, FieldValue.FromText(text), out int at, out bool isWanted);
        return (known, isWanted, known ? _cache.Hits(at, out _).ToArray() : []);
    }

    private void Add(string text, params int[] predicates)
    {
        Assert.True(Ask(text).IsWanted);
        foreach (int predicate in predicates)
        {
            _cache.Add(predicate, 2);
        }

        _cache.Finish();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("abc")]
    [InlineData("abcd")]
    [InlineData(@"C:\Windows\System32\svchost.exe -k netsvcs -p -s Schedule")]
    public void A_value_that_was_added_is_found_with_its_hits(string text)
    {
        Add("before", 5);
        Add(text, 3, 9);
        Add("after", 7);
        Assert.Equal([(3 << 2) | 2, (9 << 2) | 2], Ask(text).Hits);
        Assert.Equal([(5 << 2) | 2], Ask("before").Hits);
        Assert.False(Knows(text + "x"));
        Assert.False(Knows(text, new FieldFilter(null, [], 9)));
    }

    [Fact]
    public void Every_piece_of_a_text_tells()
    {
        string text = new('a', 100);
        Add(text, 1);
        for (int i = 0; i < text.Length; i++)
        {
            char[] other = text.ToCharArray();
            other[i] = 'b';
            Assert.False(Knows(new string(other)), $"a text that differs at {i} is taken for the one that is known");
        }
    }

    [Fact]
    public void Text_is_not_a_number_that_is_written_like_it()
    {
        Add("16", 1);
        Assert.False(_cache.TryFind(_filter, FieldValue.FromInteger(16, "16"), out _, out bool isWanted));
        Assert.True(isWanted);
        Assert.False(_cache.TryFind(_filter, FieldValue.FromReal(16, "16"), out _, out isWanted));
        Assert.False(isWanted);
    }

    [Fact]
    public void What_was_possible_is_settled_for_the_next_time()
    {
        Assert.True(Ask("x").IsWanted);
        int first = _cache.Add(4, 3);
        int second = _cache.Add(6, 3);
        _cache.Finish();
        _cache.Settle(second, 0);
        Assert.Equal([(4 << 2) | 3, 6 << 2], Ask("x").Hits);
        _cache.Settle(first, 2);
        Assert.Equal([(4 << 2) | 2, 6 << 2], Ask("x").Hits);
    }

    [Fact]
    public void Rules_are_asked_for_once()
    {
        Add("x", 4);
        Add("y", 5);
        Add("none");
        Assert.True(_cache.TryFind(_filter, FieldValue.FromText("x"), out int known, out _));
        Assert.False(_cache.TryRules(known, out _));
        _cache.AddRules(known, [7, 8]);
        Assert.True(_cache.TryRules(known, out ReadOnlySpan<int> rules));
        Assert.Equal([7, 8], rules.ToArray());
        Assert.Equal([(4 << 2) | 2], Ask("x").Hits);
        Assert.True(_cache.TryFind(_filter, FieldValue.FromText("y"), out known, out _));
        Assert.False(_cache.TryRules(known, out _));
        _cache.AddRules(known, []);
        Assert.True(_cache.TryRules(known, out rules));
        Assert.Equal(0, rules.Length);
        // Where nothing was found, no rule is to be tried.
        Assert.True(_cache.TryFind(_filter, FieldValue.FromText("none"), out known, out _));
        Assert.True(_cache.TryRules(known, out rules));
        Assert.Equal(0, rules.Length);
    }

    [Fact]
    public void Rules_that_there_is_no_room_for_are_asked_for_again()
    {
        Add("x", 4);
        Assert.True(_cache.TryFind(_filter, FieldValue.FromText("x"), out int known, out _));
        _cache.AddRules(known, new int[256 * 1_024]);
        Assert.False(_cache.TryRules(known, out _));
        Assert.Equal([(4 << 2) | 2], Ask("x").Hits);
    }

    [Theory]
    [InlineData(2_048, true)]
    [InlineData(2_049, false)]
    public void Long_texts_are_not_kept(int length, bool isWanted) =>
        Assert.Equal(isWanted, Ask(new string('a', length)).IsWanted);

    [Theory]
    [InlineData(1_024, true)]
    [InlineData(1_025, false)]
    public void Values_with_many_hits_are_not_kept(int hits, bool isKept)
    {
        Assert.True(Ask("x").IsWanted);
        for (int i = 0; i < hits; i++)
        {
            Assert.Equal(i < 1_024, _cache.Add(i, 2) >= 0);
        }

        _cache.Finish();
        (bool known, _, int[] found) = Ask("x");
        Assert.Equal((isKept, isKept ? hits : 0), (known, found.Length));
    }

    [Fact]
    public void Where_hits_of_a_value_that_is_not_kept_are_settled_no_other_value_is()
    {
        Assert.True(Ask("many").IsWanted);
        int first = _cache.Add(0, 3);
        for (int i = 1; i <= 1_024; i++)
        {
            _cache.Add(i, 2);
        }

        _cache.Finish();
        Add("x", 5);
        Assert.True(_cache.TryFind(_filter, FieldValue.FromText("x"), out int known, out _));
        _cache.AddRules(known, [4]);
        _cache.Settle(first, 0);
        Assert.Equal([(5 << 2) | 2], Ask("x").Hits);
        Assert.True(_cache.TryRules(known, out ReadOnlySpan<int> rules));
        Assert.Equal([4], rules.ToArray());
    }

    [Fact]
    public void A_filter_whose_values_never_come_back_is_left_alone_for_a_while()
    {
        int wanted = 0;
        int number = 0;
        while (Ask($"v{number++}").IsWanted)
        {
            wanted++;
        }

        Assert.InRange(wanted, 10, 1_000);
        int left = 1;
        while (!Ask($"v{number++}").IsWanted)
        {
            left++;
        }

        Assert.InRange(left, wanted, 10_000);
    }

    [Fact]
    public void A_filter_whose_values_come_back_every_other_time_is_not_left_alone()
    {
        for (int i = 0; i < 2_000; i++)
        {
            Add($"v{i}", 1);
            Assert.True(Knows($"v{i}"));
            _cache.MakeRoom();
        }
    }

    [Fact]
    public void Credit_is_bounded_however_often_values_came_back()
    {
        Add("x", 1);
        for (int i = 0; i < 100_000; i++)
        {
            Assert.True(Knows("x"));
        }

        int wanted = 0;
        while (Ask($"v{wanted}").IsWanted)
        {
            Assert.True(++wanted < 5_000, "values that never come back are still added");
        }
    }

    [Fact]
    public void What_is_full_begins_anew()
    {
        string[] texts = [.. Enumerable.Range(0, 1_000).Select(static i => i + new string('a', 2_000))];
        Add(texts[0], 1);
        int at = 1;
        while (Ask(texts[at]).IsWanted)
        {
            _cache.Finish();
            // Keeps the credit of the filter.
            Assert.True(Knows(texts[at]));
            at++;
        }

        Assert.InRange(at, 250, 265);
        Assert.False(Knows(texts[at]));
        // The others may have had to make place for each other.
        Assert.True(Knows(texts[at - 1]));
        _cache.MakeRoom();
        Assert.False(Knows(texts[at - 1]));
        Assert.True(Ask(texts[at]).IsWanted);
    }

    [Fact]
    public void What_is_not_half_full_is_kept()
    {
        Add("x", 1);
        _cache.MakeRoom();
        Assert.True(Knows("x"));
    }

    [Fact]
    public void Where_there_is_no_room_a_value_is_neither_known_nor_wanted()
    {
        int[] hits = [.. Enumerable.Range(0, 1_000)];
        int at = 0;
        for (; Ask($"v{at}") is { IsWanted: true }; at++)
        {
            foreach (int hit in hits)
            {
                _cache.Add(hit, 2);
            }

            _cache.Finish();
            Assert.True(Knows($"v{at}"));
        }

        Assert.Equal(260, at);
        Assert.Equal((false, false), (Ask("x").Known, Ask("x").IsWanted));
        Assert.True(Knows("v259"));
    }

    [Fact]
    public void What_is_half_full_of_hits_begins_anew()
    {
        // Of 262,144 units there may be half at the beginning of an event. A value takes 7 and one for each of its hits.
        for (int i = 0; i < 130; i++)
        {
            Add($"v{i}", [.. Enumerable.Range(0, 1_000)]);
            Assert.True(Knows($"v{i}"));
            _cache.MakeRoom();
            Assert.True(Knows($"v{i}"));
        }

        Add("v130", [.. Enumerable.Range(0, 1_000)]);
        _cache.MakeRoom();
        Assert.False(Knows("v130"));
    }

    [Fact]
    public void What_is_half_full_and_no_more_is_kept()
    {
        // 1,024 units each.
        string last = Fill(128, 2_038, 0);
        _cache.MakeRoom();
        Assert.True(Knows(last));
        Add("one more", 1);
        _cache.MakeRoom();
        Assert.False(Knows(last));
        last = Fill(128, 8, 1_015);
        _cache.MakeRoom();
        Assert.True(Knows(last));
        Add("one more", 1);
        _cache.MakeRoom();
        Assert.False(Knows(last));
    }

    [Theory]
    [InlineData(2_048, 0)]
    [InlineData(8, 1_024)]
    public void All_the_room_is_used(int length, int hits)
    {
        string last = Fill(253, length, hits);
        Assert.False(Ask(new string('x', length)).IsWanted);
        Assert.True(Knows(last));
    }

    // Adds so many values, all of which are wanted, and gives the last.
    private string Fill(int values, int length, int hits)
    {
        int[] predicates = [.. Enumerable.Range(0, hits)];
        string text = "";
        for (int i = 0; i < values; i++)
        {
            text = $"{i:D4}".PadRight(length, 'a');
            Add(text, predicates);
            // Keeps the credit of the filter.
            Assert.True(Knows(text));
        }

        return text;
    }

    [Theory]
    [InlineData("", "")]
    // Of long values a piece of every sixteen characters tells here.
    [InlineData(
        "a-start-of-48-characters-that-is-like-all-others",
        "-and-an-end-of-52-characters-that-is-like-all-others"
    )]
    [InlineData("", "-a-long-end-of-a-value-that-is-like-all-the-others")]
    [InlineData("a-long-start-of-a-value-that-is-like-all-the-others-", "")]
    public void Values_that_differ_little_are_kept_beside_each_other(string start, string end)
    {
        // As many as a filter may have that are new.
        const int Count = 60;
        FieldFilter[] filters = [.. Enumerable.Range(0, 8).Select(static i => new FieldFilter(null, [], i))];
        string[] texts =
        [
            .. Enumerable.Range(0, Count).Select(i => $"{start}{(char)('a' + (i % 26))}{(char)('0' + (i / 26))}{end}"),
        ];
        foreach (FieldFilter filter in filters)
        {
            foreach (string text in texts)
            {
                Assert.True(Ask(text, filter).IsWanted);
                _cache.Finish();
            }
        }

        int kept = filters.Sum(filter => texts.Count(text => Knows(text, filter)));
        // Of 480 values at 8,192 places some 14 take another's.
        Assert.InRange(kept, 430, 480);
    }

    [Fact]
    public void Values_of_every_length_are_kept_beside_each_other()
    {
        FieldFilter[] filters = [.. Enumerable.Range(0, 8).Select(static i => new FieldFilter(null, [], i))];
        for (int length = 0; length < 400; length++)
        {
            Assert.True(Ask(new string('x', length), filters[length / 50]).IsWanted);
            _cache.Finish();
        }

        Assert.InRange(
            Enumerable.Range(0, 400).Count(length => Knows(new string('x', length), filters[length / 50])),
            370,
            400
        );
    }

    [Fact]
    public void A_value_that_came_back_pays_for_two_that_did_not()
    {
        for (int i = 0; i < 1_000; i++)
        {
            // Of two that are new one comes back.
            Assert.True(Ask($"v{i}").IsWanted);
            _cache.Finish();
            Assert.True(i % 2 == 0 || Knows($"v{i}"));
            _cache.MakeRoom();
        }

        int left = 0;
        for (; Ask($"w{left}").IsWanted; left++)
        {
            Assert.True(left < 200);
        }

        Assert.InRange(left, 55, 75);
    }
}

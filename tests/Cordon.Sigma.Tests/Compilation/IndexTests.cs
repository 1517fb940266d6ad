using System.Text;
using Cordon.Sigma.Compilation;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>The indexes that find literals, against looking for each of them.</summary>
public sealed class IndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void Keys_lead_to_their_lists_and_others_to_none(int keys)
    {
        var random = new Random(keys);
        Dictionary<uint, List<int>> lists = [];
        while (lists.Count < keys)
        {
            lists[(uint)random.NextInt64(uint.MaxValue)] =
            [
                .. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next()),
            ];
        }

        var map = new HashMap(lists);
        foreach ((uint key, List<int> list) in lists)
        {
            Assert.True(map.MayHold(key));
            Assert.Equal(list, map.Find(key).ToArray());
        }

        int mayHold = 0;
        for (int i = 0; i < 10_000; i++)
        {
            uint key = (uint)random.NextInt64(uint.MaxValue);
            if (!lists.ContainsKey(key))
            {
                Assert.Empty(map.Find(key).ToArray());
                mayHold += map.MayHold(key) ? 1 : 0;
            }
        }

        Assert.True(mayHold < 1_000, $"{mayHold} of 10,000 keys without a list were not turned away");
    }

    [Fact]
    public void Keys_are_found_at_every_place_of_a_text_and_nothing_is_read_behind_it()
    {
        for (int length = 0; length < 24; length++)
        {
            for (int at = 0; at <= length; at++)
            {
                // The text is cut out of a longer one, in which the key goes on behind it.
                byte[] text = new byte[length + 4];
                Encoding.ASCII.GetBytes("key!").CopyTo(text, at);
                var map = new HashMap(new() { [BitConverter.ToUInt32("key!"u8)] = [1] });
                bool isInside = at + 4 <= length;
                Assert.Equal(isInside ? at : -1, map.Next(text.AsSpan(0, length), 0));
                Assert.Equal(isInside ? at : -1, map.Next(text.AsSpan(0, length), Math.Min(at, length)));
                Assert.Equal(-1, map.Next(text.AsSpan(0, length), at + 1));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Literals_at_an_end_are_found_there_and_only_there(bool fromEnd)
    {
        int found = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            // Of longer ones than are hashed the rest is for the predicate itself to see.
            (byte[] Text, int Predicate)[] literals = Literals(random, AnchoredIndex.MaxLength);
            var index = new AnchoredIndex(literals, fromEnd);
            for (int i = 0; i < 20; i++)
            {
                byte[] value = Text(random, random.Next(30));
                int[] expected =
                [
                    .. literals
                        .Where(l => fromEnd ? value.AsSpan().EndsWith(l.Text) : value.AsSpan().StartsWith(l.Text))
                        .Select(static l => l.Predicate)
                        .Order(),
                ];
                List<int> hits = [];
                var sink = new Sink(hits);
                index.Find(value, ref sink);
                Assert.Equal(expected, hits.Order());
                found += hits.Count;
            }
        }

        Assert.True(found > 1_000, $"only {found} hits show nothing");
    }

    [Theory]
    [InlineData(false, "xxxxxxxxxxxxxxxxxxxxxxxx", true)]
    [InlineData(false, "xxxxxxxxxxxxxxxxxxxxxxxz", false)]
    [InlineData(true, "xxxxxxxxxxxxxxxxxxxxxxxx", true)]
    [InlineData(true, "zxxxxxxxxxxxxxxxxxxxxxxx", false)]
    public void Of_a_long_literal_as_much_counts_as_is_hashed(bool fromEnd, string value, bool isHit)
    {
        string hashed = new('x', AnchoredIndex.MaxLength);
        var index = new AnchoredIndex([(Encoding.ASCII.GetBytes(fromEnd ? "yy" + hashed : hashed + "yy"), 7)], fromEnd);
        List<int> hits = [];
        var sink = new Sink(hits);
        index.Find(Encoding.ASCII.GetBytes(value), ref sink);
        Assert.Equal(isHit ? [7] : [], hits);
    }

    [Fact]
    public void Literals_anywhere_are_found_as_often_as_they_stand_there()
    {
        int found = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            (byte[] Text, int Predicate)[] literals = Literals(random, 9);
            var index = new GramIndex(literals);
            for (int i = 0; i < 20; i++)
            {
                byte[] value = Text(random, random.Next(20));
                List<int> hits = [];
                var sink = new Sink(hits);
                index.Find(value, ref sink);
                Assert.Equal(literals.SelectMany(l => Places(value, l)).Order(), hits.Order());
                found += hits.Count;
            }
        }

        Assert.True(found > 1_000, $"only {found} hits show nothing");

        static IEnumerable<int> Places(byte[] value, (byte[] Text, int Predicate) literal) =>
            Enumerable
                .Range(0, value.Length)
                .Where(at => value.AsSpan(at).StartsWith(literal.Text))
                .Select(_ => literal.Predicate);
    }

    private static (byte[] Text, int Predicate)[] Literals(Random random, int longest) =>
        [
            .. Enumerable
                .Range(0, 1 + random.Next(8))
                .Select(i => (Text(random, 1 + random.Next(random.Next(2) == 0 ? 3 : longest)), i)),
        ];

    // Few letters, so that literals stand in values and in each other.
    private static byte[] Text(Random random, int length) =>
        Encoding.ASCII.GetBytes(random.GetItems("AB\\".AsSpan(), length));

    private readonly struct Sink(List<int> hits) : IHitSink
    {
        public void Hit(int predicate) => hits.Add(predicate);
    }
}

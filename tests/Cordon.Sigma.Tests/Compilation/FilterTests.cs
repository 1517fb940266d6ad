using Cordon.Events;
using Cordon.Sigma.Compilation;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>What a filter reports for a value, against asking each of its predicates.</summary>
public sealed class FilterTests
{
    private static readonly FieldTable Table = new();

    private static readonly string[] Words =
    [
        "qz",
        "q",
        "zq",
        "qqz",
        "qzq",
        "QZqz",
        "zzqqzz",
        "qzqzqzqzqzqzqzqzqzqzqzqzqzqzqz",
        "é",
        "qé",
        "ÉQ",
        "\u212A",
        "k",
        "ſt",
        "st",
    ];

    [Theory]
    [InlineData(3, 120)]
    [InlineData(20, 40)]
    [InlineData(120, 10)]
    public void Every_predicate_that_holds_is_reported_and_few_others(int predicates, int sets)
    {
        int holding = 0;
        int reported = 0;
        byte[] buffer = [];
        for (int seed = 0; seed < sets; seed++)
        {
            var random = new Random((predicates * 1_000) + seed);
            (int Index, SigmaPredicate Predicate)[] tests =
            [
                .. Enumerable.Range(0, predicates).Select(i => (i, (SigmaPredicate)Test(random))),
            ];
            var filter = new FieldFilter(Table.Intern("F"), tests);
            for (int i = 0; i < 40; i++)
            {
                SnapshotField made = Value(random);
                HashSet<int> hits = [];
                var sink = new Sink(hits);
                filter.Find(made.Value, ref buffer, ref sink);
                hits.UnionWith(filter.Direct);
                int[] expected =
                [
                    .. tests
                        .Where(t => ((FieldExpression)t.Predicate).Matcher.Matches(made.Value))
                        .Select(t => t.Index),
                ];
                Assert.True(hits.IsSupersetOf(expected), $"seed {seed}: '{made.Text}'");
                Assert.True(expected.Length == 0 || filter.MayFit(made.Value.Text.Length));
                holding += expected.Length;
                reported += hits.Count;
            }
        }

        Assert.True(holding > 300, $"only {holding} predicates held");
        Assert.InRange(reported, holding, 3 * holding);
    }

    [Theory]
    [InlineData("F: ab", 2)]
    [InlineData("F: 'a?'", 2)]
    [InlineData("F: ''", 0)]
    [InlineData("F|cased: abc", 3)]
    public void A_fixed_text_fits_values_of_its_length_alone(string selection, int length)
    {
        FieldFilter filter = Filter(selection);
        Assert.Equal([length], Enumerable.Range(0, 100).Where(filter.MayFit));
    }

    [Theory]
    [InlineData("F|contains: ab", 2)]
    [InlineData("F|contains: 'a?c'", 3)]
    [InlineData("F: '*'", 0)]
    [InlineData("F|re: abc", 0)]
    [InlineData("F|gt: 5", 0)]
    [InlineData("F: 5", 0)]
    public void Other_tests_fit_longer_values_too(string selection, int least) =>
        Assert.Equal(Enumerable.Range(least, 100), Enumerable.Range(0, 100 + least).Where(Filter(selection).MayFit));

    [Fact]
    public void Long_values_share_a_length()
    {
        FieldFilter whole = Filter($"F: {new string('a', 62)}");
        Assert.Equal([62], Enumerable.Range(0, 300).Where(whole.MayFit));
        FieldFilter longer = Filter($"F: {new string('a', 200)}");
        Assert.Equal(Enumerable.Range(63, 237), Enumerable.Range(0, 300).Where(longer.MayFit));
        FieldFilter part = Filter($"F|contains: {new string('a', 200)}");
        Assert.Equal(Enumerable.Range(63, 237), Enumerable.Range(0, 300).Where(part.MayFit));
    }

    [Fact]
    public void Lengths_of_several_predicates_are_joined() =>
        Assert.Equal([2, 5], Enumerable.Range(0, 300).Where(Filter("F: [ab, abcde]").MayFit));

    [Theory]
    [InlineData("16", "F: 16", true)]
    [InlineData("0x10", "F: 16", true)]
    [InlineData("16.0", "F: 16", true)]
    [InlineData("1.6e1", "F: 16", true)]
    [InlineData("17", "F: 16", false)]
    [InlineData("sixteen", "F: 16", false)]
    [InlineData("", "F: 16", false)]
    public void Numbers_are_found_however_they_are_written(string text, string selection, bool isHit) =>
        Assert.Equal(isHit ? [0] : [], Hits(Filter(selection), FieldValue.FromText(text)));

    [Fact]
    public void Numbers_are_found_in_values_of_every_kind_that_can_be_one()
    {
        FieldFilter filter = Filter("F: [16, 17, 16]", "G: 16");
        Assert.Equal([0, 2, 3], Hits(filter, FieldValue.FromInteger(16, "16")));
        Assert.Equal([1], Hits(filter, FieldValue.FromInteger(17, "17")));
        Assert.Equal([0, 1, 2, 3], Hits(filter, FieldValue.FromReal(16, "16")));
        Assert.Empty(Hits(filter, FieldValue.FromInteger(18, "16")));
        Assert.Empty(Hits(filter, FieldValue.FromBoolean(true)));
        Assert.Empty(Hits(filter, FieldValue.FromTime(16, "16")));
        Assert.Empty(Hits(filter, FieldValue.Null));
        Assert.Empty(Hits(filter, FieldValue.Missing));
    }

    [Fact]
    public void An_empty_text_is_not_looked_for_where_there_is_none()
    {
        FieldFilter filter = Filter("F|contains: q", "F|startswith: z");
        Assert.Empty(Hits(filter, FieldValue.FromText("")));
        Assert.Empty(Hits(filter, FieldValue.Null));
    }

    [Theory]
    [InlineData("F|contains: whoami", true)]
    [InlineData("F|contains: [whoami, mimikatz]", true)]
    [InlineData("F|contains: [whoami, abcdef]", false)] // may be in a number that is written in hexadecimal
    [InlineData("F|contains: '-1'", false)]
    [InlineData("F|contains: whoami\n    G|endswith: whoami", false)]
    [InlineData("F|contains: whoami\n    G|startswith: whoami", false)]
    [InlineData("F|contains: whoami\n    G: 5", false)]
    [InlineData("F|contains: whoami\n    G|gt: 5", false)]
    [InlineData("F|contains: whoami\n    G|fieldref: H", false)]
    [InlineData("F|contains: whoami\n    G|re: mimikatz", true)]
    public void Only_texts_are_looked_at_where_nothing_else_can_hold_it(string selection, bool isForTextsOnly) =>
        Assert.Equal(isForTextsOnly, Filter(selection.Split("\n    ")).IsForTextsOnly);

    [Theory]
    [InlineData("F|contains: [whoami, mimikatz]", "xWHOAMIx", true)]
    [InlineData("F|contains: [whoami, mimikatz]", "whoam", false)]
    [InlineData("F|contains: [whoami, mimikatz]", "whoamx whoamx", false)]
    [InlineData("F|contains: [whoami, mimikatz]", "", false)]
    [InlineData("F|contains: [whoami, hé]", "a HÉ", true)]
    [InlineData("F|contains: [whoami, hé]", "a hello whoam", false)]
    [InlineData("F|contains: [whoami, hé]", "h", false)]
    [InlineData("F|contains: wh", "xwhx", true)]
    [InlineData("F|contains: wh", "w", false)]
    public void A_text_is_told_from_one_that_cannot_hold_it(string selection, string text, bool mayHold)
    {
        byte[] buffer = [];
        Assert.Equal(mayHold, Filter(selection).MayHold(text, ref buffer));
    }

    [Theory]
    [InlineData(48)]
    [InlineData(49)]
    public void Few_texts_and_many_are_found_alike(int count)
    {
        FieldFilter filter = Filter(
            $"F|contains: [{string.Join(", ", Enumerable.Range(0, count).Select(i => $"xx{(char)('a' + (i % 26))}{i / 26}yy"))}]"
        );
        for (int i = 0; i < count; i++)
        {
            string text = $"xx{(char)('A' + (i % 26))}{i / 26}yy";
            Assert.Equal([i], Hits(filter, FieldValue.FromText("-" + text + "-")));
            byte[] buffer = [];
            Assert.True(filter.MayHold(text, ref buffer));
        }

        Assert.Empty(Hits(filter, FieldValue.FromText("xxa9yy")));
    }

    [Fact]
    public void The_buffer_grows_to_what_is_needed_and_is_kept()
    {
        FieldFilter filter = Filter("F|contains: [hé, whoami]");
        byte[] buffer = new byte[16];
        List<int> hits = [];
        var sink = new ListSink(hits);
        filter.Find(FieldValue.FromText(new string('x', 16)), ref buffer, ref sink);
        Assert.Equal(16, buffer.Length);
        filter.Find(FieldValue.FromText(new string('x', 17)), ref buffer, ref sink);
        Assert.Equal(32, buffer.Length);
        filter.Find(FieldValue.FromText(new string('x', 100) + "whoami"), ref buffer, ref sink);
        Assert.Equal(106, buffer.Length);
        Assert.Equal([1], hits);
    }

    [Fact]
    public void A_text_is_only_folded_where_something_may_be_in_it()
    {
        byte[] buffer = [];
        List<int> hits = [];
        var sink = new ListSink(hits);
        // Few texts are looked for at once, and ends need no more than the ends.
        FieldFilter few = Filter("F|contains: [whoami, mimikatz]", "F|endswith: zqzq");
        few.Find(FieldValue.FromText("nothing of it zqzq"), ref buffer, ref sink);
        Assert.Equal([2], hits);
        Filter("F|endswith: zqzq", "F|startswith: zqzq").Find(FieldValue.FromText("zqzq"), ref buffer, ref sink);
        Assert.Equal([2, 0, 1], hits);
        Assert.False(few.MayHold("nothing of it", ref buffer));
        Assert.False(Filter("F|contains: [whoami, hé]").MayHold("h", ref buffer));
        Assert.Empty(buffer);
        few.Find(FieldValue.FromText("whoami zqzq"), ref buffer, ref sink);
        Assert.Equal([2, 0, 1, 2, 0], hits);
        Assert.Equal(11, buffer.Length);
    }

    [Theory]
    [InlineData(48, true)]
    [InlineData(49, false)]
    public void Many_texts_are_looked_for_in_the_folded_text(int count, bool isFew)
    {
        byte[] buffer = [];
        List<int> hits = [];
        var sink = new ListSink(hits);
        string texts = string.Join(
            ", ",
            Enumerable.Range(0, count).Select(i => $"xx{(char)('a' + (i % 26))}{i / 26}yy")
        );
        Filter($"F|contains: [{texts}]").Find(FieldValue.FromText("nothing of it"), ref buffer, ref sink);
        Assert.Empty(hits);
        Assert.Equal(isFew, buffer.Length == 0);
    }

    [Theory]
    [InlineData("F|contains: [whoami, qzq]", true)]
    [InlineData("F|contains: [whoami, qz]", false)] // two letters are in too many texts
    [InlineData("F|contains: [whoami, qzé]", false)]
    public void Only_texts_that_are_long_and_plain_are_looked_for_at_once(string selection, bool isAtOnce)
    {
        byte[] buffer = [];
        List<int> hits = [];
        var sink = new ListSink(hits);
        Filter(selection).Find(FieldValue.FromText("nothing of it"), ref buffer, ref sink);
        Assert.Equal(isAtOnce, buffer.Length == 0);
    }

    [Fact]
    public void Filters_tell_what_is_to_be_tested_directly()
    {
        FieldFilter filter = Filter("F|gt: 5", "F|re: '.{3}'", "F|fieldref: G", "F: qzqz");
        Assert.Equal([0, 1], filter.Direct);
        Assert.Equal([0, 3], filter.DirectMinLengths);
        Assert.Equal([2], filter.Comparisons);
        Assert.Equal(Table.Intern("F"), filter.Field);
    }

    [Fact]
    public void A_list_holds_where_one_of_its_tests_does()
    {
        FieldExpression[] tests = [.. Predicates("F: [qzqz, zqzq, 'q*z', 4711]").Cast<FieldExpression>()];
        var list = new ValueList(Table.Intern("F"), tests);
        byte[] buffer = [];
        foreach (string text in new[] { "QZQZ", "zqzq", "qz", "q-z", "4711", "qzq", "zq", "", "4712" })
        {
            FieldValue value = FieldValue.FromText(text);
            bool expected = false;
            foreach (FieldExpression test in tests)
            {
                expected |= test.Matcher.Matches(value);
            }

            Assert.Equal(expected, list.HoldsFor(value, ref buffer));
        }

        Assert.Equal(Table.Intern("F"), list.Field);
        Assert.False(list.HoldsFor(FieldValue.Null, ref buffer));
    }

    [Fact]
    public void What_is_harmless_is_so_for_one_filter_and_one_text()
    {
        var known = new SharedTexts();
        FieldFilter[] filters = [new(null, [], 1), new(null, [], 2)];
        Assert.False(known.IsHarmless(filters[0], 7));
        known.Add(filters[0], 7);
        Assert.True(known.IsHarmless(filters[0], 7));
        Assert.False(known.IsHarmless(filters[0], 8));
        Assert.False(known.IsHarmless(filters[1], 7));
        int kept = 0;
        for (int text = 1; text <= 2_000; text++)
        {
            known.Add(filters[1], text);
            kept += known.IsHarmless(filters[1], text) ? 1 : 0;
        }

        Assert.Equal(2_000, kept);
        kept = Enumerable.Range(1, 2_000).Count(text => known.IsHarmless(filters[1], text));
        Assert.InRange(kept, 1_200, 2_000);
        Assert.Equal(0, Enumerable.Range(3_000, 2_000).Count(text => known.IsHarmless(filters[1], text)));
    }

    private static int[] Hits(FieldFilter filter, FieldValue value)
    {
        List<int> hits = [];
        var sink = new ListSink(hits);
        byte[] buffer = [];
        filter.Find(value, ref buffer, ref sink);
        return [.. hits.Distinct().Order()];
    }

    private static FieldFilter Filter(params string[] selections) =>
        new(Table.Intern("F"), [.. selections.SelectMany(Predicates).Select(static (p, i) => (i, p))]);

    private static IEnumerable<SigmaPredicate> Predicates(string selection) =>
        Sample
            .Load(
                Sample.Rule($"selection:\n    {selection}\ncondition: selection"),
                SigmaOptions.Default with
                {
                    Fields = Table,
                }
            )
            .Condition.Predicates();

    private static FieldExpression Test(Random random)
    {
        string word = Words[random.Next(Words.Length)] + (random.Next(3) == 0 ? Words[random.Next(Words.Length)] : "");
        string pattern = random.Next(7) switch
        {
            0 => word,
            1 => $"{word}*",
            2 => $"*{word}",
            3 => $"{word}*{word[..1]}",
            4 => $"?{word}",
            _ => $"*{word}*",
        };
        ValueMatcher matcher =
            random.Next(8) == 0
                ? new NumberMatcher(NumberComparison.Equal, new SigmaNumber(random.Next(4)))
                : new StringMatcher(StringPattern.Parse(pattern), isCased: random.Next(4) == 0);
        return new FieldExpression("F", Table.Intern("F"), matcher);
    }

    private static SnapshotField Value(Random random)
    {
        int number = random.Next(4);
        return random.Next(12) switch
        {
            0 => SnapshotField.OfInteger("F", number),
            1 => SnapshotField.OfText("F", $"{number}"),
            2 => SnapshotField.Of("F", FieldValue.FromReal(number, $"{number}")),
            3 => SnapshotField.OfNull("F"),
            _ => SnapshotField.OfText(
                "F",
                string.Concat(
                    Enumerable
                        .Range(0, random.Next(4))
                        .Select(_ => Words[random.Next(Words.Length)])
                        .Select(w => random.Next(2) == 0 ? w : w.ToUpperInvariant())
                )
            ),
        };
    }

    private readonly struct Sink(HashSet<int> hits) : IHitSink
    {
        public void Hit(int predicate) => hits.Add(predicate);
    }

    private readonly struct ListSink(List<int> hits) : IHitSink
    {
        public void Hit(int predicate) => hits.Add(predicate);
    }
}

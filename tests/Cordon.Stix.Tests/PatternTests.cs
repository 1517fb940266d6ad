using System.Globalization;
using System.Text.Json;

namespace Cordon.Stix.Tests;

public sealed class PatternTests
{
    [Theory]
    [InlineData("[ipv4-addr:value = '198.51.100.7']")]
    [InlineData("[domain-name:value = 'a.example' OR url:value LIKE 'https://%.example/%']")]
    [InlineData("[file:hashes.'SHA-256' IN ()]")]
    [InlineData("[EXISTS user-account:user_id]")]
    [InlineData("[x:list[*].name NOT = 'a' AND x:list[0].name != 'b'] REPEATS 3 TIMES WITHIN 0.5 SECONDS")]
    [InlineData(
        "[a:b = 1] FOLLOWEDBY ([c:d = 2] OR [e:f = 3]) START t'2021-01-01T00:00:00Z' STOP t'2021-01-02T00:00:00.5Z'"
    )]
    [InlineData("[a:b = 1] // a remark\n AND /* another */ [c:d = b'YQ==']")]
    public void What_STIX_allows_is_valid(string pattern) => Assert.Empty(StixPattern.Parse(pattern).Problems);

    [Theory]
    [InlineData("", 0, "'['")]
    [InlineData("[a:b = 1", 8, "']'")]
    [InlineData("[a:b = 1] [c:d = 2]", 10, "join")]
    [InlineData("[a:b = 'x]", 7, "not closed")]
    [InlineData("[a:b = 'x\\y']", 9, "backslash")]
    [InlineData("[a:b > true]", 7, "no order")]
    [InlineData("[a:b IN (1, 'x')]", 12, "one type")]
    [InlineData("[a:b MATCHES '(a)\\\\1']", 13, "can't be used")]
    [InlineData("[a:b ISSUBSET '198.51.100.0/33']", 14, "network")]
    [InlineData("[a:b = t'2021-02-32T00:00:00Z']", 7, "no timestamp")]
    [InlineData("[a:b = 1] WITHIN 0 SECONDS", 17, "above 0")]
    [InlineData("[a:b = 1] REPEATS 1.5 TIMES", 18, "whole number")]
    [InlineData("[a:b = 1] START t'2021-01-01T00:00:00Z'", 39, "STOP")]
    [InlineData("[a:b[-1] = 1]", 5, "from 0")]
    public void What_it_does_not_is_refused_with_its_place(string pattern, int position, string reason)
    {
        Assert.False(StixPattern.TryParse(pattern, out _, out StixPatternException? fault));
        Assert.Equal(position, fault.Position);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a:b = 1] WITHIN 5 SECONDS WITHIN 6 SECONDS")]
    [InlineData("[file:hashes.MD5 = 'abc']")]
    [InlineData("[file:hashes.'SHA-1' IN ('zz')]")]
    public void What_can_be_understood_and_is_forbidden_is_told(string pattern) =>
        Assert.NotEmpty(StixPattern.Parse(pattern).Problems);

    [Fact]
    public void Parentheses_beyond_a_depth_are_refused() =>
        Assert.Throws<StixPatternException>(() =>
            StixPattern.Parse(new string('(', 100_000) + "[a:b = 1]" + new string(')', 100_000))
        );

    [Fact]
    public void One_observation_serves_one_part_of_a_pattern()
    {
        Assert.False(Matches("[a:n = 1] AND [a:n = 1]", (0, 1)));
        Assert.True(Matches("[a:n = 1] AND [a:n = 1]", (0, 1), (0, 1)));
        Assert.False(Matches("([a:n = 1] AND [a:n > 0]) REPEATS 2 TIMES", (0, 1), (1, 1), (2, 2)));
        Assert.True(Matches("([a:n = 1] AND [a:n > 0]) REPEATS 2 TIMES", (0, 1), (1, 1), (2, 2), (3, 2)));
    }

    [Fact]
    public void What_stands_between_brackets_concerns_one_object() =>
        Assert.False(Matches("[a:n = 1 AND b:n = 1]", (0, 1)));

    [Fact]
    public void An_observation_counted_several_times_stands_for_as_many()
    {
        Assert.True(StixPattern.Parse("[a:n = 1] REPEATS 3 TIMES").Matches(Observed([(0, 1)], count: 3)));
        Assert.False(StixPattern.Parse("[a:n = 1] REPEATS 4 TIMES").Matches(Observed([(0, 1)], count: 3)));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_span_takes_in_its_ends(int seconds, bool matches) =>
        Assert.Equal(
            matches,
            Matches(
                string.Create(CultureInfo.InvariantCulture, $"([a:n = 1] AND [a:n = 2]) WITHIN {seconds} SECONDS"),
                (0, 1),
                (5, 2)
            )
        );

    [Fact]
    public void A_span_concerns_what_stands_before_it_only() =>
        Assert.True(Matches("[a:n = 1] AND [a:n = 2] WITHIN 1 SECONDS", (0, 1), (500, 2)));

    [Fact]
    public void What_follows_may_happen_at_the_same_time_and_not_before()
    {
        Assert.True(Matches("[a:n = 1] FOLLOWEDBY [a:n = 2]", (0, 1), (0, 2)));
        Assert.False(Matches("[a:n = 1] FOLLOWEDBY [a:n = 2]", (1, 1), (0, 2)));
        Assert.True(Matches("[a:n = 1] FOLLOWEDBY [a:n = 2] FOLLOWEDBY [a:n = 3]", (9, 3), (0, 1), (4, 2)));
    }

    [Fact]
    public void The_end_of_a_time_is_not_part_of_it()
    {
        const string Pattern = "[a:n = 1] START t'2021-01-01T00:00:00Z' STOP t'2021-01-01T00:00:05Z'";
        Assert.True(Matches(Pattern, (0, 1)));
        Assert.True(Matches(Pattern, (4, 1)));
        Assert.False(Matches(Pattern, (5, 1)));
    }

    [Fact]
    public void Many_observations_in_a_span_that_is_too_short_are_no_burden()
    {
        (int, int)[] many = [.. Enumerable.Range(0, 3_000).Select(i => (i * 10, 1))];
        Assert.False(Matches("[a:n = 1] REPEATS 20 TIMES WITHIN 100 SECONDS", many));
        Assert.True(Matches("[a:n = 1] REPEATS 11 TIMES WITHIN 100 SECONDS", many));
        Assert.True(Matches("[a:n = 1] REPEATS 3000 TIMES", many));
    }

    [Fact]
    public void Too_many_combinations_are_told()
    {
        (int, int)[] many = [.. Enumerable.Range(0, 60).Select(_ => (0, 1)), (-1, 2)];
        StixPatternException fault = Assert.Throws<StixPatternException>(() =>
            Matches(
                "([a:n = 1] AND [a:n = 1] AND [a:n = 1] AND [a:n = 1] AND [a:n = 1] AND [a:n = 1]) FOLLOWEDBY [a:n = 2]",
                many
            )
        );
        Assert.Contains("combinations", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_that_Unicode_holds_for_the_same_are_alike_and_not_equal()
    {
        Assert.True(MatchesText("[a:n LIKE 'caf\u00E9']", "cafe\u0301"));
        Assert.True(MatchesText("[a:n LIKE '\uAC01']", "\u1100\u1161\u11A8"));
        Assert.True(MatchesText("[a:n LIKE '_']", "e\u0301"));
        Assert.True(MatchesText("[a:n MATCHES '^q\u0323\u0307$']", "q\u0307\u0323"));
        Assert.False(MatchesText("[a:n LIKE '\u2126x']", "\u03A9"));
        Assert.True(MatchesText("[a:n LIKE '\u2126']", "\u03A9"));
        Assert.False(MatchesText("[a:n = 'caf\u00E9']", "cafe\u0301"));
    }

    [Fact]
    public void References_in_circles_end()
    {
        using var bundle = JsonDocument.Parse(
            """
            {"type":"bundle","objects":[
             {"type":"observed-data","id":"observed-data--1","first_observed":"2021-01-01T00:00:00Z","last_observed":"2021-01-01T00:00:00Z","number_observed":1,"object_refs":["a--1"]},
             {"type":"a","id":"a--1","next_refs":["a--1","a--1","a--1"],"n":1}]}
            """
        );
        IReadOnlyList<ObservedData> observed = ObservedData.Of(bundle.RootElement);
        Assert.True(StixPattern.Parse("[a:next_refs[*].next_refs[*].n = 1]").Matches(observed));
        string deep = string.Concat(Enumerable.Repeat("next_refs[*].", 30));
        Assert.Throws<StixPatternException>(() => StixPattern.Parse($"[a:{deep}n = 1]").Matches(observed));
    }

    [Fact]
    public void Observations_of_STIX_2_0_keep_their_objects_within()
    {
        using var bundle = JsonDocument.Parse(
            """
            {"type":"bundle","objects":[
             {"type":"observed-data","id":"observed-data--1","first_observed":"2021-01-01T00:00:00Z","last_observed":"2021-01-01T00:00:00Z","number_observed":1,
              "objects":{"0":{"type":"ipv4-addr","value":"198.51.100.7"},"1":{"type":"network-traffic","src_ref":"0"}}}]}
            """
        );
        Assert.True(
            StixPattern
                .Parse("[network-traffic:src_ref.value ISSUBSET '198.51.100.0/24']")
                .Matches(ObservedData.Of(bundle.RootElement))
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"type":"bundle"}""")]
    [InlineData(
        """{"objects":[{"type":"observed-data","id":"o","first_observed":"soon","last_observed":"2021-01-01T00:00:00Z"}]}"""
    )]
    [InlineData(
        """{"objects":[{"type":"observed-data","id":"o","first_observed":"2021-01-01T00:00:00Z","last_observed":"2021-01-01T00:00:00Z","number_observed":0}]}"""
    )]
    public void What_is_no_observation_is_told(string text)
    {
        using var bundle = JsonDocument.Parse(text);
        Assert.Throws<FormatException>(() => ObservedData.Of(bundle.RootElement));
    }

    private static bool Matches(string pattern, params (int Second, int Number)[] observed) =>
        StixPattern.Parse(pattern).Matches(Observed(observed, count: 1));

    private static bool MatchesText(string pattern, string text)
    {
        string json = JsonSerializer.Serialize(text, StringContext.Default.String);
        return StixPattern.Parse(pattern).Matches(Observed([(0, json)], count: 1));
    }

    private static IReadOnlyList<ObservedData> Observed<T>(IEnumerable<(int Second, T Value)> observed, int count)
    {
        var start = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> objects = observed.Select(
            (o, i) =>
            {
                string time = start.AddSeconds(o.Second).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"type":"observed-data","id":"observed-data--{{i}}","first_observed":"{{time}}","last_observed":"{{time}}","number_observed":{{count}},"object_refs":["a--{{i}}"]},{"type":"a","id":"a--{{i}}","n":{{o.Value}}}"""
                );
            }
        );
        return ObservedData.Of(
            JsonDocument.Parse($$"""{"type":"bundle","objects":[{{string.Join(',', objects)}}]}""").RootElement
        );
    }
}

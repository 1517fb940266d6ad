using System.Globalization;
using Cordon.Events;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;
using CsCheck;

namespace Cordon.Intelligence.Tests.Indicators;

/// <summary>What is looked for is found wherever it stands in an event's texts, and nothing else is.</summary>
public sealed class IndicatorSetTests
{
    private const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static readonly KnowledgeSource Source = new("s", "A Vendor", "A report", new DateOnly(2024, 1, 1));

    [Theory]
    [InlineData("evil.example", "evil.example")]
    [InlineData("a query for www.EVIL.example. came", "evil.example")]
    [InlineData("https://cdn.evil.example:8443/x?y=z", "evil.example")]
    [InlineData("someone@mail.evil.example", "evil.example")]
    [InlineData("198.51.100.77", "198.51.100.0/24")]
    [InlineData("src=198.51.100.77:443 dst", "198.51.100.0/24")]
    [InlineData("[203.0.113.5]:22", "203.0.113.5")]
    [InlineData("::ffff:203.0.113.5", "203.0.113.5")]
    [InlineData("from 2001:db8:1:2::9 port", "2001:db8:1::/48")]
    [InlineData("SHA1=ab,SHA256=0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF,IMPHASH=0", Digest)]
    [InlineData("GET HTTP://Bad.example/Path/a.js then", "http://bad.example/Path/a.js")]
    [InlineData("From: <Trick@Lure.example>", "trick@lure.example")]
    [InlineData("C:\\Users\\Public\\Dropper One.exe", "dropper one.exe")]
    public void Values_are_found_wherever_they_stand(string text, string value)
    {
        IndicatorMatch match = Assert.Single(Look(text));
        Assert.Contains(value, match.Rule.Id, StringComparison.Ordinal);
        Assert.Equal(FindingKind.Indicator, match.Rule.Kind);
        Assert.Contains("A Vendor", match.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notevil.example")]
    [InlineData("evil.example.org")]
    [InlineData("evil-example")]
    [InlineData("198.51.101.77")]
    [InlineData("1198.51.100.77")]
    [InlineData("198.51.100.77.5")]
    [InlineData("2001:db9::1")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("http://bad.example/path/a.js")]
    [InlineData("")]
    [InlineData("....::::@@@@")]
    public void What_only_looks_like_it_is_not_found(string text) => Assert.Empty(Look(text));

    [Fact]
    public void One_event_tells_an_indicator_once() =>
        Assert.Single(Look("evil.example evil.example www.evil.example"));

    [Fact]
    public void What_has_run_out_by_the_event_s_day_is_not_found_and_what_is_worn_is_low()
    {
        Assert.Equal(Level.Medium, Assert.Single(Look("203.0.113.5", On("2024-01-02"))).Rule.Level);
        Assert.Equal(Level.Low, Assert.Single(Look("203.0.113.5", On("2024-03-28"))).Rule.Level);
        Assert.Empty(Look("203.0.113.5", On("2025-01-01")));
        Assert.Empty(Look("ended.example", On("2024-02-01")));
        Assert.Single(Look("ended.example", On("2024-01-31")));
    }

    [Fact]
    public void A_value_on_a_warning_list_is_left_out_and_counted_with_the_list()
    {
        var set = IndicatorSet.Of(
            [
                new Indicator(IndicatorKind.Address, "192.0.2.8", Source),
                new Indicator(IndicatorKind.Domain, "resolver.example", Source),
                new Indicator(IndicatorKind.Domain, "evil.resolver.example", Source),
            ],
            new WarningLists([
                new WarningList("public resolvers", WarningListType.Network, new HashSet<string>(), ["192.0.2.0/24"]),
                new WarningList("popular names", WarningListType.HostName, new HashSet<string>(), ["resolver.example"]),
            ])
        );
        Assert.Equal(1, set.Count);
        Assert.Equal(
            [("popular names", 1), ("public resolvers", 1)],
            set.LeftOut.Select(static l => (l.Key, l.Value)).Order()
        );
    }

    [Fact]
    public void The_index_finds_what_a_plain_search_finds()
    {
        string[] labels = ["a", "b", "evil", "mail"];
        Gen<string> label = Gen.Int[0, 3].Select(i => labels[i]);
        Gen<string> name = Gen.Select(label, label, label, static (x, y, z) => $"{x}.{y}.{z}.example");
        Gen<string> address = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 255], static (c, d) => $"10.0.{c}.{d}");
        Gen.Select(name.Array[0, 5], address.Array[0, 5], Gen.Int[16, 32], name, address)
            .Sample(
                (names, addresses, length, oneName, oneAddress) =>
                {
                    string[] known = [.. names.Select(static n => n[(n.IndexOf('.', StringComparison.Ordinal) + 1)..])];
                    string[] networks =
                    [
                        .. addresses.Select(a =>
                            IndicatorValue.Network($"{a}/{length.ToString(CultureInfo.InvariantCulture)}")!
                        ),
                    ];
                    var set = IndicatorSet.Of(
                        [
                            .. known.Select(static n => new Indicator(IndicatorKind.Domain, n, Source)),
                            .. networks.Select(static n => new Indicator(IndicatorKind.Address, n, Source)),
                        ],
                        new WarningLists([])
                    );
                    List<IndicatorMatch> matches = [];
                    set.CreateReader().Read(new TextEvent($"{oneName} {oneAddress}"), matches);
                    int expected =
                        known
                            .Distinct(StringComparer.Ordinal)
                            .Count(n => oneName == n || oneName.EndsWith("." + n, StringComparison.Ordinal))
                        + networks
                            .Distinct(StringComparer.Ordinal)
                            .Count(n =>
                                n.Contains('/', StringComparison.Ordinal)
                                    ? System.Net.IPNetwork.Parse(n).Contains(System.Net.IPAddress.Parse(oneAddress))
                                    : n == oneAddress
                            );
                    Assert.Equal(expected, matches.Count);
                },
                seed: "0N0XIzNsQ0O2"
            );
    }

    [Fact]
    public void A_million_take_less_than_two_hundred_bytes_each()
    {
        var set = IndicatorSet.Of(Million(), new WarningLists([]));
        Assert.Equal(1_000_000, set.Count);
        Assert.True(set.Bytes / set.Count < 200, $"{(double)set.Bytes / set.Count:0.0} bytes each");
        List<IndicatorMatch> matches = [];
        set.CreateReader().Read(new TextEvent("host777777.evil.example 7 host7.other.example"), matches);
        Assert.Single(matches);
    }

    private static IEnumerable<Indicator> Million()
    {
        for (int i = 0; i < 1_000_000; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            yield return (i % 4) switch
            {
                0 => new Indicator(IndicatorKind.Hash, number.PadLeft(64, '0'), Source),
                1 => new Indicator(IndicatorKind.Domain, $"host{number}.evil.example", Source),
                2 => new Indicator(IndicatorKind.Address, $"10.{(i >> 16) & 255}.{(i >> 8) & 255}.{i & 255}", Source),
                _ => new Indicator(IndicatorKind.Url, $"http://site{number}.example/a/path/to/a.js", Source),
            };
        }
    }

    private static DateTime On(string day) => DateTime.Parse(day, CultureInfo.InvariantCulture);

    private static List<IndicatorMatch> Look(string text, DateTime? time = null)
    {
        var set = IndicatorSet.Of(
            [
                new Indicator(IndicatorKind.Domain, "evil.example", Source),
                new Indicator(IndicatorKind.Domain, "ended.example", Source) { ValidUntil = new DateOnly(2024, 2, 1) },
                new Indicator(IndicatorKind.Address, "198.51.100.0/24", Source),
                new Indicator(IndicatorKind.Address, "203.0.113.5", Source),
                new Indicator(IndicatorKind.Address, "2001:db8:1::/48", Source),
                new Indicator(IndicatorKind.Hash, Digest, Source),
                new Indicator(IndicatorKind.Url, "http://bad.example/Path/a.js", Source),
                new Indicator(IndicatorKind.Email, "trick@lure.example", Source),
                new Indicator(IndicatorKind.FileName, "dropper one.exe", Source),
            ],
            new WarningLists([])
        );
        List<IndicatorMatch> matches = [];
        set.CreateReader().Read(new TextEvent(text, time), matches);
        return matches;
    }
}

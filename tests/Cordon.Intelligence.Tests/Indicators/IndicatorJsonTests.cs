using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Events;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;
using CsCheck;

namespace Cordon.Intelligence.Tests.Indicators;

/// <summary>What is found in a record as it is written is what is found in its texts.</summary>
public sealed class IndicatorJsonTests
{
    private const string Digest = "bbcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789";
    private static readonly KnowledgeSource Source = new("s", "A Vendor", "A report", new DateOnly(2024, 1, 1));

    private static readonly string[] Pieces =
    [
        "evil.example",
        "EVIL.example",
        "198.51.100.77",
        "2001:db8:1:2::9",
        Digest,
        "bad.example/Path/a.js",
        "http://bad.example/Path/a.js",
        "http://bäd.example/Ü",
        "trick@lure.example",
        "dropper one.exe",
        "C:\\Users\\",
        "\n",
        "\t",
        "\r\n",
        "\b",
        "\f",
        "\"",
        "\\",
        "\\\\",
        "/",
        "://",
        ":",
        ".",
        " ",
        "n",
        "b",
        "f",
        "u",
        "u002e",
        "ä",
        "😀",
        "\u0001",
    ];

    private static readonly JsonSerializerOptions[] Writers =
    [
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default },
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_holds_what_its_texts_hold(bool withFiles)
    {
        IndicatorSet set = Set(withFiles);
        Gen<string> text = Gen.Int[0, Pieces.Length - 1]
            .Array[0, 6]
            .Select(all => string.Concat(all.Select(i => Pieces[i])));
        Gen.Select(text, text, Gen.Int[0, 3])
            .Sample(
                (first, second, how) =>
                {
                    byte[] json = Encoding.UTF8.GetBytes(Written(first, second, how));
                    Assert.Equal(Look(set, new JsonEvent(json, false)), Look(set, new JsonEvent(json, true)));
                },
                seed: "0N0XIzNsQ0O2",
                iter: 20_000
            );
    }

    [Theory]
    [InlineData("\\nevil.example")]
    [InlineData("\\\\nevil.example", false)]
    [InlineData("\\\\\\nevil.example")]
    [InlineData("evil\\u002eexample")]
    [InlineData("http:\\/\\/bad.example\\/Path\\/a.js")]
    [InlineData("\\thttp://bad.example/Path/a.js\\r\\n")]
    [InlineData("\\b" + Digest)]
    [InlineData("\\u000a" + Digest)]
    [InlineData("\\f2001:db8:1:2::9")]
    [InlineData("C:\\\\users\\\\evil.example")]
    public void Escapes_hide_nothing_and_make_nothing_up(string written, bool isThere = true)
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"a":"{{written}}"}""");
        Assert.Equal(isThere ? 1 : 0, Look(Set(withFiles: false), new JsonEvent(json, true)).Count);
    }

    [Fact]
    public void Names_and_numbers_hold_no_indicator()
    {
        byte[] json = """{"evil.example":198.51,"x":"y"}"""u8.ToArray();
        Assert.Empty(Look(Set(withFiles: false), new JsonEvent(json, true)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Texts_of_a_record_that_holds_none_are_not_asked_for(bool withFiles)
    {
        byte[] json =
            """{"a":"C:\\Windows\\System32\\unknown.dll","b":"10.0.17763.1 and 192.0.2.1","c":"good.example http://good.example/a"}"""u8.ToArray();
        var seen = new JsonEvent(json, true);
        Assert.Empty(Look(Set(withFiles), seen));
        Assert.Equal(0, seen.Visits);
    }

    private static string Written(string first, string second, int how)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = first, ["b"] = second };
        string json = JsonSerializer.Serialize(texts, Writers[how % 2]);
        return how < 2 ? json : json.Replace("/", "\\/", StringComparison.Ordinal);
    }

    private static List<string> Look(IndicatorSet set, LogEvent logEvent)
    {
        List<IndicatorMatch> matches = [];
        set.CreateReader().Read(logEvent, matches);
        return [.. matches.Select(static m => m.Rule.Id)];
    }

    private static IndicatorSet Set(bool withFiles)
    {
        List<Indicator> all =
        [
            new Indicator(IndicatorKind.Domain, "evil.example", Source),
            new Indicator(IndicatorKind.Address, "198.51.100.0/24", Source),
            new Indicator(IndicatorKind.Address, "2001:db8:1::/48", Source),
            new Indicator(IndicatorKind.Hash, Digest, Source),
            new Indicator(IndicatorKind.Url, "http://bad.example/Path/a.js", Source),
            new Indicator(IndicatorKind.Url, "http://bäd.example/Ü", Source),
            new Indicator(IndicatorKind.Email, "trick@lure.example", Source),
        ];
        if (withFiles)
        {
            all.Add(new Indicator(IndicatorKind.FileName, "dropper one.exe", Source));
            all.Add(new Indicator(IndicatorKind.FileName, "ü.ä", Source));
        }

        return IndicatorSet.Of(all, new WarningLists([]));
    }
}

using System.Text.Json;

namespace Cordon.Stix.Tests;

public sealed class StixObjectTests
{
    private const string Uuid = "0d2f5a3c-7b1e-4c89-9f60-3a1b2c4d5e6f";
    private const string Head =
        "\"spec_version\":\"2.1\",\"created\":\"2021-01-12T09:30:00.000Z\",\"modified\":\"2021-01-12T09:30:00.000Z\"";

    [Theory]
    [InlineData("\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\"", null)]
    [InlineData("\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\"", "pattern")]
    [InlineData("\"pattern\":\"[a:b\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\"", "pattern")]
    [InlineData("\"pattern\":\"rule x\",\"pattern_type\":\"yara\",\"valid_from\":\"2021-01-12T09:30:00Z\"", null)]
    [InlineData("\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"12 January\"", "valid_from")]
    [InlineData(
        "\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\",\"valid_until\":\"2021-01-12T09:30:00Z\"",
        "valid_until"
    )]
    [InlineData(
        "\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\",\"labels\":[]",
        "labels"
    )]
    [InlineData(
        "\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\",\"confidence\":101",
        "confidence"
    )]
    [InlineData(
        "\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\",\"kill_chain_phases\":[{\"phase_name\":\"x\"}]",
        "kill_chain_phases[0].kill_chain_name"
    )]
    [InlineData(
        "\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\",\"created_by_ref\":\"malware--0d2f5a3c-7b1e-4c89-9f60-3a1b2c4d5e6f\"",
        "created_by_ref"
    )]
    [InlineData(
        "\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\",\"x_note\":{\"any\":[1]}",
        null
    )]
    [InlineData(
        "\"pattern\":\"[a:b = 1]\",\"pattern_type\":\"stix\",\"valid_from\":\"2021-01-12T09:30:00Z\",\"external_references\":[{\"source_name\":\"x\"}]",
        "external_references[0]"
    )]
    public void An_indicator_is_held_against_the_standard(string properties, string? wrong)
    {
        IReadOnlyList<StixProblem> problems = StixValidator.Validate(
            Read($"{{\"type\":\"indicator\",\"id\":\"indicator--{Uuid}\",{Head},{properties}}}")
        );
        Assert.Equal(wrong is null ? [] : [wrong], problems.Select(p => p.Path));
    }

    [Theory]
    [InlineData("\"type\":\"file\",\"id\":\"file--{0}\"", "")]
    [InlineData("\"type\":\"file\",\"id\":\"file--{0}\",\"name\":\"x\",\"size\":-1", "size")]
    [InlineData("\"type\":\"file\",\"id\":\"file--{0}\",\"hashes\":{{\"MD5\":\"zz\"}}", "hashes.MD5")]
    [InlineData("\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--{0}\",\"value\":\"2001:db8::1\"", "value")]
    [InlineData("\"type\":\"url\",\"id\":\"domain-name--{0}\",\"value\":\"x\"", "id")]
    [InlineData("\"type\":\"url\",\"id\":\"url--{0}\",\"value\":\"x\",\"Bad\":1", "Bad")]
    [InlineData("\"type\":\"x-mine\",\"id\":\"x-mine--{0}\",\"anything\":[1,2]", null)]
    public void Observables_are_held_against_the_standard(string properties, string? wrong)
    {
        IReadOnlyList<StixProblem> problems = StixValidator.Validate(
            Read("{" + string.Format(System.Globalization.CultureInfo.InvariantCulture, properties, Uuid) + "}")
        );
        Assert.Equal(wrong is null ? [] : [wrong], problems.Select(p => p.Path));
    }

    [Fact]
    public void A_version_is_not_older_than_its_object() =>
        Assert.Equal(
            "modified",
            Assert
                .Single(
                    StixValidator.Validate(
                        Read(
                            $"{{\"type\":\"campaign\",\"id\":\"campaign--{Uuid}\",\"name\":\"x\",\"spec_version\":\"2.1\",\"created\":\"2021-01-12T09:30:00.001Z\",\"modified\":\"2021-01-12T09:30:00.000Z\"}}"
                        )
                    )
                )
                .Path
        );

    [Theory]
    // Worked out by hand from RFC 8785 and RFC 9562 with Python's uuid module.
    [InlineData("{\"type\":\"ipv4-addr\",\"value\":\"198.51.100.3\"}", "{\"value\":\"198.51.100.3\"}")]
    [InlineData(
        "{\"type\":\"user-account\",\"account_login\":\"a\",\"user_id\":\"7\",\"x\":1}",
        "{\"account_login\":\"a\",\"user_id\":\"7\"}"
    )]
    [InlineData(
        "{\"type\":\"file\",\"size\":5,\"name\":\"é\\n\",\"hashes\":{\"SHA-256\":\"b\",\"MD5\":\"a\"}}",
        "{\"hashes\":{\"MD5\":\"a\"},\"name\":\"é\\n\"}"
    )]
    public void An_observable_has_the_identifier_of_what_counts_of_it(string observable, string counts)
    {
        StixObject withId = Read(observable.Insert(1, "\"id\":\"x--1\","));
        Guid expected = StixId.FromName(new Guid("00abedb4-aa42-466c-9c01-fed23315a9b7"), counts);
        Assert.Equal($"{withId.Type}--{expected}", StixId.OfObservable(withId.Json));
    }

    [Fact]
    public void The_identifier_of_a_name_is_the_published_one() =>
        // RFC 9562, appendix A.4.
        Assert.Equal(
            new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            StixId.FromName(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
        );

    [Fact]
    public void A_process_has_no_identifier_that_everybody_gives_it() =>
        Assert.Null(StixId.OfObservable(Read("{\"type\":\"process\",\"id\":\"x--1\",\"pid\":4}").Json));

    [Theory]
    [InlineData("1e21", "1e+21")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("1E-7", "1e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("-0.0", "0")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("9007199254740993", "9007199254740992")]
    public void Numbers_are_written_as_ECMAScript_does(string number, string canonical) =>
        Assert.Equal(canonical, Canonical(number));

    [Fact]
    public void Canonical_JSON_sorts_names_and_escapes_no_more_than_it_must() =>
        Assert.Equal(
            """{"a":"\u0001\b\t\n\f\r\"\\/é\u001f","b":[true,null,{"c":1,"d":""}]}""",
            Canonical(
                """{ "b": [true, null, { "d": "", "c": 1.0 }], "a": "\u0001\u0008\u0009\n\f\r\"\\\/\u00e9\u001F" }"""
            )
        );

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new System.Text.StringBuilder();
        Identifiers.CanonicalJson.Write(document.RootElement, text);
        return text.ToString();
    }

    [Fact]
    public void Observed_data_of_2_0_becomes_observables_of_2_1()
    {
        StixObject[] made =
        [
            .. StixConverter.ToVersion21(
                Read(
                    $$$$"""
                    {"type":"observed-data","id":"observed-data--{{{{Uuid}}}}","created":"2021-01-12T09:30:00Z","modified":"2021-01-12T09:30:00.5Z",
                     "first_observed":"2021-01-12T09:30:00Z","last_observed":"2021-01-12T09:30:00Z","number_observed":1,
                     "objects":{"0":{"type":"network-traffic","src_ref":"1","protocols":["tcp"]},"1":{"type":"ipv4-addr","value":"198.51.100.3"}}}
                    """
                )
            ),
        ];
        Assert.Equal(["observed-data", "ipv4-addr", "network-traffic"], made.Select(o => o.Type));
        Assert.Equal(made[1].Id, made[2].Text("src_ref"));
        Assert.Equal([made[2].Id, made[1].Id], made[0].Texts("object_refs"));
        Assert.Equal("2021-01-12T09:30:00.000Z", made[0].Text("created"));
    }

    [Fact]
    public void Observables_in_circles_are_refused() =>
        Assert.Throws<FormatException>(() =>
            StixConverter.ToVersion21(
                Read(
                    $$$$"""{"type":"observed-data","id":"observed-data--{{{{Uuid}}}}","created":"2021-01-12T09:30:00Z","objects":{"0":{"type":"a","x_ref":"1"},"1":{"type":"b","x_ref":"0"}}}"""
                )
            )
        );

    [Fact]
    public void An_object_of_2_1_stays_as_it_is()
    {
        StixObject one = Read($"{{\"type\":\"campaign\",\"id\":\"campaign--{Uuid}\",\"name\":\"x\",{Head}}}");
        Assert.Same(one, Assert.Single(StixConverter.ToVersion21(one)));
    }

    private static StixObject Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return new StixObject(document.RootElement.Clone());
    }
}

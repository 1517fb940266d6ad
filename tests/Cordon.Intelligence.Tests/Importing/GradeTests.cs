using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Tests.Importing;

/// <summary>What feeds say of how good their own word is comes along, and nothing is made up where they do not say.</summary>
public sealed class GradeTests
{
    private const string Team = "identity--00000000-0000-4000-8000-000000000001";

    [Theory]
    [InlineData("", null, null)]
    [InlineData("admiralty-scale:source-reliability=\"b\" admiralty-scale:information-credibility=\"2\"", "B2", 70)]
    [InlineData("admiralty-scale:source-reliability=\"a\"", "A6", null)]
    [InlineData("admiralty-scale:source-reliability=\"g\"", "E6", null)]
    [InlineData("admiralty-scale:source-reliability=\"z\"", null, null)]
    [InlineData("admiralty-scale:information-credibility=\"5\"", null, 10)]
    [InlineData("admiralty-scale:information-credibility=\"6\"", null, null)]
    [InlineData("admiralty-scale:information-credibility=\"7\"", null, null)]
    [InlineData("estimative-language:likelihood-probability=\"very-likely\"", null, 85)]
    [InlineData("estimative-language:confidence-in-analytic-judgment=\"low\"", null, 15)]
    [InlineData("misp:confidence-level=\"usually-confident\"", null, 75)]
    [InlineData("tlp:amber type:OSINT", null, null)]
    [InlineData("Admiralty-Scale:Source-Reliability=\"C\" admiralty-scale:source-reliability=\"a\"", "C6", null)]
    public void Tags_of_a_misp_event_grade_its_source_and_its_indicators(string tags, string? grade, int? confidence)
    {
        ImportContent content = Misp(tags, "");
        Indicator one = Assert.Single(content.Indicators);
        Assert.Equal((grade, confidence), (one.From.Grade, one.Confidence));
        Assert.Equal(("A Team", "A title"), (one.From.Publisher, one.From.Title));
        Assert.Single(content.Part.Sources);
    }

    [Fact]
    public void Tags_of_an_attribute_come_before_those_of_its_event()
    {
        ImportContent content = Misp(
            "admiralty-scale:source-reliability=\"b\" admiralty-scale:information-credibility=\"2\"",
            "admiralty-scale:information-credibility=\"4\""
        );
        Indicator one = Assert.Single(content.Indicators);
        Assert.Equal(("B4", 30, "A title"), (one.From.Grade, one.Confidence, one.From.Title));
        Assert.Equal(["B2", "B4"], content.Part.Sources.Select(static s => s.Grade));
    }

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("", "\"confidence\":85,", null, 85)]
    [InlineData("", "\"confidence\":101,", null, null)]
    [InlineData("\"x_opencti_reliability\":\"B - Usually reliable\",", "", "B6", null)]
    [InlineData("\"labels\":[\"admiralty-scale:source-reliability=\\\"c\\\"\"],", "\"confidence\":35,", "C6", 35)]
    [InlineData(
        "\"x_opencti_reliability\":\"B - Usually reliable\",",
        "\"confidence\":35,\"labels\":[\"admiralty-scale:information-credibility=\\\"2\\\"\"],",
        "B2",
        70
    )]
    public void A_stix_indicator_has_the_grade_of_its_maker_and_its_own_confidence(
        string identity,
        string indicator,
        string? grade,
        int? confidence
    )
    {
        ImportContent content = Stix(
            identity,
            $$"""{"type":"indicator","id":"indicator--00000000-0000-4000-8000-000000000002","created_by_ref":"{{Team}}",{{indicator}}"created":"2024-01-01T00:00:00Z","modified":"2024-01-01T00:00:00Z","pattern_type":"stix","pattern":"[domain-name:value = 'evil.example']","valid_from":"2024-01-01T00:00:00Z"}"""
        );
        Indicator one = Assert.Single(content.Indicators);
        Assert.Equal(("A Team", grade, confidence), (one.From.Publisher, one.From.Grade, one.Confidence));
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("", "\"confidence\":0,", "F5")]
    [InlineData("", "\"confidence\":19,", "F5")]
    [InlineData("", "\"confidence\":20,", "F4")]
    [InlineData("", "\"confidence\":50,", "F3")]
    [InlineData("", "\"confidence\":79,", "F2")]
    [InlineData("", "\"confidence\":100,", "F1")]
    [InlineData("\"x_opencti_reliability\":\"A - Completely reliable\",", "\"confidence\":70,", "A2")]
    [InlineData("\"x_opencti_reliability\":\"D - Not usually reliable\",", "", "D6")]
    public void A_stix_relationship_is_a_claim_with_the_grade_that_it_states(
        string identity,
        string relationship,
        string? grade
    )
    {
        ImportContent content = Stix(
            identity,
            $$"""
            {"type":"intrusion-set","id":"intrusion-set--00000000-0000-4000-8000-000000000003","created_by_ref":"{{Team}}","name":"Grey Finch","created":"2024-01-01T00:00:00Z","modified":"2024-01-01T00:00:00Z"},
            {"type":"identity","id":"identity--00000000-0000-4000-8000-000000000004","name":"A Hospital","created":"2024-01-01T00:00:00Z","modified":"2024-01-01T00:00:00Z"},
            {"type":"relationship","id":"relationship--00000000-0000-4000-8000-000000000005","created_by_ref":"{{Team}}",{{relationship}}"relationship_type":"targets","source_ref":"intrusion-set--00000000-0000-4000-8000-000000000003","target_ref":"identity--00000000-0000-4000-8000-000000000004","created":"2024-01-01T00:00:00Z","modified":"2024-01-01T00:00:00Z"}
            """
        );
        Claim claim = Assert.Single(content.Part.Claims);
        Assert.Equal(grade, claim.Grade);
        Assert.Equal(["A Team"], claim.AssertedBy);
        KnowledgeSource source = Assert.IsType<KnowledgeSource>(claim.From);
        Assert.Equal(grade is null or ['F', _] ? null : $"{grade[0]}6", source.Grade);
    }

    private static ImportContent Stix(string identity, string objects) =>
        Imported.Of(
            // Who made an object may come behind it.
            $$"""{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000009","objects":[{{objects}},{"type":"identity","id":"{{Team}}",{{identity}}"name":"A Team","created":"2024-01-01T00:00:00Z","modified":"2024-01-01T00:00:00Z"}]}"""
        );

    private static ImportContent Misp(string tags, string own) =>
        Imported.Of(
            $$"""{"Event":{"info":"A title","date":"2024-01-02","Orgc":{"name":"A Team"},"Tag":[{{Tags(tags)}}],"Attribute":[{"type":"domain","value":"evil.example","to_ids":true,"Tag":[{{Tags(own)}}]}]} }"""
        );

    private static string Tags(string tags) =>
        string.Join(
            ',',
            tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(static t => $$"""{"name":"{{t.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""")
        );
}

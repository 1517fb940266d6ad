using System.Text;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;
using CsCheck;

namespace Cordon.Intelligence.Tests.Importing;

/// <summary>Every form is told by its content; what is broken in it costs itself and is counted with its place.</summary>
public sealed class ImportTests
{
    private const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_row_of_the_mapping_is_an_actor_and_its_other_names_are_assertions()
    {
        ImportContent read = Imported.Of(
            """[{"Threat actor name":"Plum Squall","Origin/Threat":"North Korea, Espionage","Other names":"DEV-9999, PLUM BEAR"},{"Other names":"x"}]"""
        );
        ActorEntry actor = Assert.Single(read.Part.Actors);
        Assert.Equal("Plum Squall", actor.Name);
        Assert.Equal(["KP", "Espionage"], actor.Origins.Select(static o => o.Value));
        Assert.Equal(["Microsoft", "Microsoft", "CrowdStrike"], actor.Names.Select(static n => n.Vendor));
        Assert.All(actor.Names, static n => Assert.Equal("Microsoft", n.AssertedBy));
        Assert.Equal("file: row 2", Assert.Single(read.Problems.Kept).Place);
    }

    [Fact]
    public void Clusters_keep_synonyms_countries_and_targets()
    {
        ImportContent read = Imported.Of(
            """
            {"name":"Threat Actor","type":"threat-actor","uuid":"7cdff317-a673-4474-84ec-000000000000","values":[
              {"value":"Grey Finch","uuid":"11111111-2222-4333-8444-555555555555","meta":{"synonyms":["TA999"],"country":"ir","targeted-sector":["Health"],"cfr-suspected-victims":["France"]}},
              {"value":"No identifier"}]}
            """
        );
        ActorEntry actor = Assert.Single(read.Part.Actors);
        Assert.Equal("threat-actor--11111111-2222-4333-8444-555555555555", actor.Id);
        Assert.Equal("IR", Assert.Single(actor.Origins).Value);
        Assert.Equal(["health", "FR"], actor.Targets.Select(static t => t.Value));
        Assert.Equal(1, read.Problems.Count);
    }

    [Fact]
    public void Stix_of_both_versions_gives_actors_with_what_they_use_and_indicators()
    {
        ImportContent read = Imported.Of(
            """
            {"type":"bundle","id":"bundle--1","objects":[
              {"type":"relationship","id":"relationship--1","source_ref":"intrusion-set--a","target_ref":"attack-pattern--a","relationship_type":"uses","created":"2024-01-01T00:00:00Z"},
              {"type":"intrusion-set","id":"intrusion-set--a","name":"Grey Finch","aliases":["Grey Finch","TA999"],"created_by_ref":"identity--a","modified":"2024-02-03T00:00:00Z"},
              {"type":"identity","id":"identity--a","name":"A Vendor"},
              {"type":"attack-pattern","id":"attack-pattern--a","name":"Guessing","external_references":[{"source_name":"mitre-attack","external_id":"T1110"}]},
              {"type":"indicator","id":"indicator--a","created_by_ref":"identity--a","pattern":"[file:name = 'a.exe' AND file:hashes.'SHA-256' = 'DIGEST'] OR [ipv4-addr:value ISSUBSET '198.51.100.0/24']","valid_from":"2024-01-01T00:00:00Z","valid_until":"2025-01-01T00:00:00Z"},
              {"type":"indicator","id":"indicator--b","pattern":"[ipv4-addr:value = ","valid_from":"2024-01-01T00:00:00Z"},
              {"type":"intrusion-set","id":"intrusion-set--b"}]}
            """.Replace("DIGEST", Digest, StringComparison.Ordinal)
        );
        ActorEntry actor = Assert.Single(read.Part.Actors);
        Assert.Equal("A Vendor", actor.Keeper.Publisher);
        Assert.Equal(new DateOnly(2024, 2, 3), actor.Names[0].Date);
        Assert.Equal("T1110", Assert.Single(actor.Techniques).Id);
        NameCandidate technique = Assert.Single(new KnowledgeBase([read.Part]).Resolve("t1110"));
        Assert.Equal(("attack-pattern--a", "T1110 Guessing"), (technique.Id, technique.Name));
        Assert.Empty(new KnowledgeBase([read.Part]).Resolve("T1999"));
        Assert.Equal(
            [(IndicatorKind.Hash, Digest), (IndicatorKind.Address, "198.51.100.0/24")],
            read.Indicators.Select(static i => (i.Kind, i.Value))
        );
        Assert.Equal(new DateOnly(2025, 1, 1), read.Indicators[0].ValidUntil);
        Assert.Equal(
            ["file: indicator--b", "file: intrusion-set--b"],
            read.Problems.Kept.Select(static p => p.Place).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Events_give_what_their_author_means_for_detection()
    {
        ImportContent read = Imported.Of(
            """
            {"response":[{"Event":{"info":"A title","date":"2024-01-02","Orgc":{"name":"A Team"},"Attribute":[
              {"type":"domain|ip","value":"evil.example|198.51.100.7","to_ids":true,"timestamp":"1704153600"},
              {"type":"domain","value":"fine.example","to_ids":false},
              {"type":"md5","value":"no digest","to_ids":true},
              {"type":"domain","value":"gone.example","to_ids":true,"deleted":true}],
              "Object":[{"Attribute":[{"type":"filename|sha256","value":"a.exe|DIGEST","to_ids":true}]}]}}]}
            """.Replace("DIGEST", Digest, StringComparison.Ordinal)
        );
        Assert.Equal(["evil.example", "198.51.100.7", Digest], read.Indicators.Select(static i => i.Value));
        Assert.All(read.Indicators, static i => Assert.Equal("A Team", i.From.Publisher));
        Assert.Equal("file: [0]: Attribute[2]", Assert.Single(read.Problems.Kept).Place);
        Assert.Equal(2, read.LeftOut.Values.Sum());
    }

    [Fact]
    public void Lists_are_read_line_by_line_with_their_values_made_whole()
    {
        ImportContent read = Imported.Of(
            """
            # a comment
            198.51.100.0/24 ; a network
            hxxps://evil[.]example/a,b
            evil[.]example # a label
            0.0.0.0 blocked.example
            "2024-01-01","http://quoted.example/x","malware"
            2001:db8::1
            what is this?
            """
        );
        Assert.Equal(
            [
                "198.51.100.0/24",
                "https://evil.example/a,b",
                "evil.example",
                "blocked.example",
                "http://quoted.example/x",
                "2001:db8::1",
            ],
            read.Indicators.Select(static i => i.Value)
        );
        Assert.Equal("a label", read.Indicators[2].Label);
        Assert.Equal("file: line 8", Assert.Single(read.Problems.Kept).Place);
    }

    [Fact]
    public void Own_knowledge_of_a_user_is_read_and_written_without_loss()
    {
        KnowledgePart built = BuiltInKnowledge.Read();
        using var stream = new MemoryStream();
        KnowledgeWriter.Write(built, stream);
        KnowledgePart read = Imported.Of(stream.ToArray()).Part;
        Assert.Equal(built.Actors.Count, read.Actors.Count);
        Assert.Equal(
            built
                .Actors.SelectMany(static a => a.Names)
                .Select(static n => (n.Name, n.Vendor, n.IsListed, n.AssertedBy, n.Date))
                .Order(),
            read.Actors.SelectMany(static a => a.Names)
                .Select(static n => (n.Name, n.Vendor, n.IsListed, n.AssertedBy, n.Date))
                .Order()
        );
        Assert.Equal(
            built.Actors.Sum(static a => a.Techniques.Count + a.Targets.Count + a.Origins.Count + a.Tools.Count),
            read.Actors.Sum(static a => a.Techniques.Count + a.Targets.Count + a.Origins.Count + a.Tools.Count)
        );
        Assert.Equal(
            built.Claims.Select(static c =>
                (c.Id, c.Subject, c.Object, c.Stance, c.Outcome, c.Said, c.Grade, c.Note, c.Answers)
            ),
            read.Claims.Select(static c =>
                (c.Id, c.Subject, c.Object, c.Stance, c.Outcome, c.Said, c.Grade, c.Note, c.Answers)
            )
        );
    }

    [Theory]
    [InlineData("""{"some":"thing"}""")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[[[[[[")]
    public void What_is_no_form_that_is_known_is_a_problem(string text) =>
        Assert.Equal(1, Imported.Of(text).Problems.Count);

    [Fact]
    public void Nesting_without_end_and_names_without_end_are_refused()
    {
        string deep = new('[', 5_000);
        Assert.True(
            Imported.Of($$"""{"values":[],"uuid":"x","type":"threat-actor","more":{{deep}}""").Problems.Count > 0
        );
        string names = string.Join(',', Enumerable.Range(0, 2_000).Select(static i => $"\"name {i}\""));
        ImportContent read = Imported.Of(
            $$$"""{"type":"threat-actor","uuid":"x","values":[{"value":"A","uuid":"11111111-2222-4333-8444-555555555555","meta":{"synonyms":[{{{names}}}]}}]}"""
        );
        Assert.Equal(ImportLimits.Default.MaxNames, Assert.Single(read.Part.Actors).Names.Count);
        Assert.Equal(1, read.Problems.Count);
    }

    [Fact]
    public void Damaged_files_end_and_keep_what_can_be_read()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            """
            {"type":"bundle","objects":[{"type":"intrusion-set","id":"intrusion-set--a","name":"Grey Finch","aliases":["b"]},
            {"type":"indicator","id":"indicator--a","pattern":"[domain-name:value = 'evil.example']","valid_from":"2024-01-01T00:00:00Z"}]}
            """
        );
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[1, whole.Length])
            .Sample(
                (at, with, length) =>
                {
                    byte[] damaged = whole[..length];
                    damaged[at % length] = with;
                    ImportContent read = Imported.Of(damaged);
                    Assert.True(read.Part.Actors.Count <= 1 && read.Indicators.Count <= 1);
                },
                iter: 3_000,
                seed: "0N0XIzNsQ0O2"
            );
    }
}

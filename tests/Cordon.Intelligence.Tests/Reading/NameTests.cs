using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Models;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Tests.Reading;

public sealed class NameTests
{
    [Theory]
    [InlineData("Foxmoth|Foxmoth RAT", 1)]
    [InlineData("Foxmoth RAT", 2)]
    [InlineData("Foxmoth", 1)]
    public void A_known_name_goes_without_its_kind_where_it_is_known_without(string known, int tokens)
    {
        TokenFacts[] facts = Facts("Then Foxmoth RAT ran.", known).Facts(0);
        Assert.Equal(1, facts[1].NamePlace);
        Assert.Equal(tokens, facts[1].NameLength);
        Assert.Equal(tokens == 2 ? 2 : 0, facts[2].NamePlace);
    }

    [Fact]
    public void A_word_is_taken_for_what_it_is_at_most_of_its_places()
    {
        FeatureReader reader = Facts("Foxmoth ran. Foxmoth slept. Foxmoth woke. Foxmoth ended.", "Otherthing");
        int malware = Labels.Begin(Labels.Malware);
        var repeats = new Repeats(
            reader,
            [
                [malware, 0, 0],
                [malware, 0, 0],
                [malware, 0, 0],
                [0, 0, 0],
            ]
        );
        var scores = new float[3 * Labels.Count];
        Assert.True(repeats.Prefer(3, scores, 2));
        Assert.Equal(1, scores[malware]);
        Assert.Equal(1, scores[Labels.Inside(Labels.Malware)]);
        Assert.Equal(-2, scores[Labels.Begin(Labels.Actor)]);
        Assert.Equal(0, scores[Labels.Outside]);
        Assert.All(scores[Labels.Count..], static s => Assert.Equal(0, s));
    }

    [Fact]
    public void A_word_that_is_the_same_everywhere_is_left_alone()
    {
        FeatureReader reader = Facts("Foxmoth ran. Foxmoth slept.", "Otherthing");
        int malware = Labels.Begin(Labels.Malware);
        var scores = new float[3 * Labels.Count];
        Assert.False(
            new Repeats(
                reader,
                [
                    [malware, 0, 0],
                    [malware, 0, 0],
                ]
            ).Prefer(0, scores, 2)
        );
        Assert.False(
            new Repeats(
                reader,
                [
                    [0, 0, 0],
                    [0, 0, 0],
                ]
            ).Prefer(0, scores, 2)
        );
        Assert.All(scores, static s => Assert.Equal(0, s));
    }

    [Theory]
    [InlineData("PowerShell")]
    [InlineData("PsExec")]
    [InlineData("TeamViewer")]
    public void Tools_of_every_day_are_no_malware(string tool)
    {
        Assert.Equal(
            NameKinds.Tool,
            ReadingModels.BuiltIn.Names[Hashing.OfName(0, tool)] & (NameKinds.Tool | NameKinds.Malware)
        );
        string text = $"After the break-in they used {tool} to reach other machines, and {tool} again to leave.";
        Assert.DoesNotContain(new ReportReader().Read(text).Entities, static e => e.Type == EntityType.Malware);
    }

    [Fact]
    public void Names_that_are_words_are_told_from_those_that_are_not()
    {
        Assert.True(Known("Carbon").HasFlag(NameKinds.Ordinary | NameKinds.Malware));
        Assert.Equal(NameKinds.Malware, Known("Emotet") & (NameKinds.Ordinary | NameKinds.Malware));

        static NameKinds Known(string name) => ReadingModels.BuiltIn.Names[Hashing.OfName(0, name)];
    }

    [Theory]
    [InlineData("Remcos", "In March they sent mails with the Remcos RAT, and Remcos wrote down what was typed.")]
    [InlineData("Emotet", "The Emotet trojan came first; a week later the Emotet loader fetched the rest.")]
    public void A_kind_is_no_part_of_a_name(string name, string text)
    {
        ReportEntity[] malware =
        [
            .. new ReportReader().Read(text).Entities.Where(static e => e.Type == EntityType.Malware),
        ];
        Assert.Equal([name, name], malware.Select(static e => e.Text));
    }

    [Fact]
    public void What_is_loaded_is_known_by_its_names_and_not_by_proposals()
    {
        KnowledgeBase loaded = KnowledgeBase.BuiltIn;
        string name = loaded
            .Actors.SelectMany(static a => a.Names)
            .Select(static n => n.Name)
            .First(n => n.All(char.IsLetter) && loaded.ResolveExactly(n + " operators").Count == 0);
        Assert.NotEmpty(loaded.Resolve(name + " operators"));
        string text = $"{name} operators came back.";
        Sentence sentence = SentenceSplitter.Split(text, [])[0];
        var knowledge = new NameKnowledge(NameList.Empty, loaded);
        Assert.Equal(NameKinds.Actor, knowledge.Of(text, sentence, 0, 1));
        Assert.Equal(NameKinds.None, knowledge.Of(text, sentence, 0, 2));
    }

    [Fact]
    public void A_loaded_name_that_is_a_tool_of_every_day_stays_one()
    {
        NameList listed = NameList.Of([KeyValuePair.Create("Foxmoth", NameKinds.Tool)]);
        const string text = "Foxmoth Kitewing came back.";
        Sentence sentence = SentenceSplitter.Split(text, [])[0];
        var knowledge = new NameKnowledge(listed, new MalwareOnly());
        Assert.Equal(NameKinds.Tool, knowledge.Of(text, sentence, 0, 1));
        Assert.Equal(NameKinds.Malware, knowledge.Of(text, sentence, 1, 1));
    }

    [Fact]
    public void A_name_that_texts_mean_otherwise_is_kept_as_a_word_alone()
    {
        NameList listed = NameList
            .Of([KeyValuePair.Create("Foxmoth", NameKinds.Malware)])
            .Without(new Dictionary<ulong, NameKinds> { [Hashing.OfName(0, "Foxmoth")] = NameKinds.Malware });
        const string text = "Foxmoth came back.";
        Sentence sentence = SentenceSplitter.Split(text, [])[0];
        Assert.Equal(NameKinds.None, new NameKnowledge(listed, null).Of(text, sentence, 0, 1));
        Assert.Equal(
            NameKinds.Malware | NameKinds.Ordinary,
            new NameKnowledge(listed, new MalwareOnly()).Of(text, sentence, 0, 1)
        );
    }

    [Fact]
    public void Kinds_alone_name_nothing() =>
        Assert.DoesNotContain(
            new ReportReader().Read("They sell RATs, and a RAT is all one needs; Trojans cost more.").Entities,
            static e => e.Type == EntityType.Malware
        );

    private sealed class MalwareOnly : INameResolver
    {
        public IReadOnlyList<NameCandidate> Resolve(string name) =>
            [
                new NameCandidate(
                    "malware--00000000-0000-4000-8000-000000000002",
                    name,
                    1,
                    ["the same name"],
                    ["somebody"]
                ),
            ];
    }

    private static FeatureReader Facts(string text, string known)
    {
        List<Sentence> sentences = SentenceSplitter.Split(text, []);
        NameList names = NameList.Of(known.Split('|').Select(static n => KeyValuePair.Create(n, NameKinds.Malware)));
        return new FeatureReader(text, sentences, [], new NameKnowledge(names, null).Of);
    }
}

using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Storing;

namespace Cordon.Intelligence.Tests.Storing;

/// <summary>Imports can be repeated without effect and taken back without trace.</summary>
public sealed class IntelligenceStoreTests : IDisposable
{
    private const string First =
        """[{"Threat actor name":"Plum Squall","Origin/Threat":"Nowhere","Other names":"GREY FINCH"}]""";
    private const string Second =
        """[{"Threat actor name":"Plum Squall","Origin/Threat":"Nowhere","Other names":"OTHER FINCH"}]""";
    private readonly TemporaryFolder _folder = new();
    private readonly IntelligenceStore _store;

    public IntelligenceStoreTests() =>
        _store = new IntelligenceStore(Path.Combine(_folder.Path, "store"), TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_content_again_changes_nothing()
    {
        string file = _folder.Write("a.json", First);
        ImportReport first = Import(file);
        string before = Everything();
        ImportReport again = Import(file);
        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.Equal(first.Record.Id, again.Record.Id);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void An_import_that_is_undone_leaves_what_was_there_before()
    {
        Import(_folder.Write("a.json", First));
        string before = Everything();
        ImportReport second = Import(_folder.Write("list.txt", "evil.example\n"));
        Assert.Single(_store.Indicators());
        Assert.Equal(second.Record.Id, _store.Undo(second.Record.Id[..6]).Id);
        Assert.Equal(before, Everything());
        Assert.Empty(_store.Indicators());
    }

    [Fact]
    public void A_later_import_from_the_same_place_replaces_and_its_undoing_brings_back()
    {
        string file = _folder.Write("a.json", First);
        Import(file);
        Assert.Single(Knowledge().Resolve("Grey Finch"));
        _folder.Write("a.json", Second);
        ImportReport second = Import(file);
        Assert.Empty(Knowledge().Resolve("Grey Finch"));
        Assert.Single(Knowledge().Resolve("Other Finch"));
        Assert.True(_store.Imports()[0].IsReplaced);
        _store.Undo(second.Record.Id);
        Assert.Single(Knowledge().Resolve("Grey Finch"));
        Assert.Empty(Knowledge().Resolve("Other Finch"));
    }

    [Fact]
    public void Every_field_says_which_import_it_came_with()
    {
        ImportReport import = Import(_folder.Write("a.json", First));
        Actor actor = Knowledge().Find(Knowledge().Resolve("Plum Squall")[0].Id)!;
        Assert.All(actor.Names, n => Assert.Equal(import.Record.Id, n.From.Import));
        Assert.All(actor.Origins, o => Assert.Equal(import.Record.Id, o.From.Import));
    }

    [Fact]
    public void Whose_word_a_grade_is_is_kept()
    {
        Import(
            _folder.Write(
                "event.json",
                """{"Event":{"info":"A title","date":"2024-01-02","Orgc":{"name":"A Team"},"Tag":[{"name":"admiralty-scale:source-reliability=\"a\""}],"Attribute":[{"type":"domain","value":"evil.example","to_ids":true}]}}"""
            )
        );
        Import(
            _folder.Write(
                "own.json",
                """{"format":"cordon-knowledge/1","sources":[{"id":"v","publisher":"A Vendor","title":"A report","grade":"B2"}],"indicators":[{"source":"v","values":["worse.example"]}]}"""
            )
        );

        Assert.Equal(
            [("A6", true), ("B2", false)],
            _store.Indicators().Select(static i => (i.From.Grade, i.From.IsSelfGraded)).Order()
        );
        Assert.Equal(
            [("A6", true), ("B2", false)],
            Knowledge()
                .Sources.Where(static s => s.Publisher is "A Team" or "A Vendor")
                .Select(static s => (s.Grade, s.IsSelfGraded))
                .Order()
        );
    }

    [Theory]
    [InlineData("b", "C", "C6")]
    [InlineData("c", "B", "C6")]
    [InlineData("f", "B", "B6")]
    [InlineData("", "B", "B2")]
    public void A_grade_of_the_user_counts_as_it_is_and_what_a_feed_says_of_itself_may_lower_it(
        string stated,
        string given,
        string expected
    )
    {
        string tag = stated.Length == 0 ? "" : $$"""{"name":"admiralty-scale:source-reliability={{stated}}"}""";
        string digit = stated.Length == 0 ? "2" : "6";
        string Event(string day) =>
            _folder.Write(
                "event.json",
                $$$"""{"Event":{"info":"A title","date":"{{{day}}}","Orgc":{"name":"A Team"},"Tag":[{{{tag}}}],"Attribute":[{"type":"domain","value":"evil.example","to_ids":true}]}}"""
            );

        string id = Import(Event("2024-01-02")).Record.Id;
        Assert.Equal(given + digit, _store.Grade(id[..6], given + digit).Grade);
        Assert.Equal([(expected, false)], Grades());
        Assert.Equal((expected, false), Known());

        // It is the origin's: a later import from there has it too, and until it is taken back.
        string later = Import(Event("2024-02-03")).Record.Id;
        Assert.NotEqual(id, later);
        Assert.Equal([(expected, false)], Grades());
        Assert.Null(_store.Grade(later, null).Grade);
        Assert.Equal([(stated.Length == 0 ? null : $"{stated.ToUpperInvariant()}6", stated.Length > 0)], Grades());

        IEnumerable<(string?, bool)> Grades() =>
            _store.Indicators().Select(static i => (i.From.Grade, i.From.IsSelfGraded));
        (string?, bool) Known() =>
            Knowledge()
                .Sources.Where(static s => s.Publisher == "A Team")
                .Select(static s => (s.Grade, s.IsSelfGraded))
                .Single();
    }

    [Fact]
    public void What_is_no_grade_is_refused()
    {
        string id = Import(_folder.Write("list.txt", "evil.example\n")).Record.Id;
        Assert.Throws<ArgumentException>(() => _store.Grade(id, "B7"));
        Assert.Throws<IntelligenceException>(() => _store.Grade("ffffffffffff", "B2"));
    }

    [Fact]
    public void A_folder_is_one_import()
    {
        _folder.Write("in/a.json", First);
        _folder.Write("in/b/list.txt", "198.51.100.7\nevil.example\n");
        ImportReport import = Import(Path.Combine(_folder.Path, "in"));
        Assert.Equal((1, 2), (import.Record.Actors, import.Record.Indicators));
        Assert.Equal(["198.51.100.7", "evil.example"], _store.Indicators().Select(static i => i.Value));
    }

    [Fact]
    public void What_cannot_be_used_leaves_the_store_as_it_was()
    {
        Import(_folder.Write("a.json", First));
        string before = Everything();
        Assert.Throws<IntelligenceException>(() => Import(_folder.Write("b.json", """{"some":"thing"}""")));
        Assert.Throws<IntelligenceException>(() => _store.Undo("ffff"));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void What_an_interrupted_import_left_is_no_part_of_the_store()
    {
        Import(_folder.Write("a.json", First));
        Directory.CreateDirectory(Path.Combine(_store.Folder, "staging"));
        File.WriteAllText(Path.Combine(_store.Folder, "staging", "knowledge.json"), "{");
        File.WriteAllText(Path.Combine(_store.Folder, "imports.json.new"), "{");
        Assert.Single(_store.Imports());
        Assert.True(Import(_folder.Write("b.json", Second)).IsNew);
        Assert.Equal(2, _store.Imports().Count);
    }

    private ImportReport Import(string path) => _store.Import(path, null, ImportLimits.Default, CancellationToken.None);

    private KnowledgeBase Knowledge() => KnowledgeBase.Load(_store.Folder);

    private string Everything() =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(_store.Folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(static f => f + Convert.ToHexString(File.ReadAllBytes(f)))
        );
}

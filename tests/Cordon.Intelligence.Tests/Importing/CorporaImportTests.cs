using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Knowledge;
using Cordon.Testing;

namespace Cordon.Intelligence.Tests.Importing;

/// <summary>Public collections, together: nothing is fused, and every name of Microsoft's leads to Microsoft's own actor first.</summary>
public sealed class CorporaImportTests
{
    [Fact]
    public void Every_row_of_the_mapping_leads_to_an_actor_of_its_own_first()
    {
        KnowledgeBase all = All();
        Actor[] rows = [.. all.Actors.Where(static a => a.Keeper == "Microsoft")];
        Assert.Equal(166, rows.Length);
        List<string> wrong = [];
        int others = 0;
        int found = 0;
        foreach (Actor row in rows)
        {
            IReadOnlyList<NameCandidate> answer = all.Resolve(row.Name);
            if (answer[0].Id != row.Id)
            {
                wrong.Add($"{row.Name}: {answer[0].Name}");
            }

            foreach (ActorName other in row.Names.Where(static n => !n.IsListed))
            {
                others++;
                found += all.Resolve(other.Name).Any(c => c.Id == row.Id) ? 1 : 0;
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(others, found);
    }

    [Fact]
    public void Collections_together_fuse_no_two_groups_of_attack()
    {
        KnowledgeBase all = All();
        Actor[] groups = [.. all.Actors.Where(static a => a.Keeper == "MITRE ATT&CK" && !a.IsWithdrawn)];
        Assert.Equal(172, groups.Length);
        Assert.Equal(172, groups.Select(static g => g.ExternalId).Distinct(StringComparer.Ordinal).Count());
        List<string> wrong = [];
        foreach (Actor group in groups)
        {
            if (all.Resolve(group.ExternalId!)[0].Id != group.Id)
            {
                wrong.Add(group.Name);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Attack_gives_groups_with_techniques_and_software()
    {
        KnowledgeBase all = All();
        Actor lazarus = all.Find("intrusion-set--c93fccb1-e8e8-42cf-ae33-2ad1d183913a")!;
        Assert.Equal("Lazarus Group", lazarus.Name);
        string[] techniques =
        [
            .. lazarus
                .Techniques.Where(static t => t.From.Import == "test")
                .Select(static t => t.Id)
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.Equal(93, techniques.Length);
        Assert.Equal("Password Spraying", all.Techniques["T1110.003"].Name);
        Assert.StartsWith("attack-pattern--", Assert.Single(all.Resolve("T1110.003")).Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talos", 9_000)]
    [InlineData("eset-misp", 300)]
    public void Real_indicators_are_read(string folder, int atLeast)
    {
        ImportContent content = Folder(Corpora.Require("intel", folder));
        Assert.True(content.Indicators.Count >= atLeast, $"{content.Indicators.Count}");
        Assert.True(
            content.Problems.Count < 40,
            string.Join('\n', content.Problems.Kept.Select(static p => $"{p.Place}: {p.Reason}"))
        );
    }

    [Fact]
    public void Real_warning_lists_are_read()
    {
        ImportContent content = Folder(Corpora.Require("intel", "misp-warninglists"));
        Assert.True(content.WarningLists.Count > 130, $"{content.WarningLists.Count}");
        Assert.Equal(0, content.Problems.Count);
    }

    private static KnowledgeBase All()
    {
        var content = new ImportContent("test", ImportLimits.Default);
        ReadInto(content, Corpora.Require("intel", "mstic"));
        ReadInto(content, Corpora.Require("intel", "attack"));
        ReadInto(content, Corpora.Require("intel", "misp-galaxy"));
        Assert.Equal(0, content.Problems.Count);
        return new KnowledgeBase([BuiltInKnowledge.Read(), content.Part]);
    }

    private static ImportContent Folder(string path)
    {
        var content = new ImportContent("test", ImportLimits.Default);
        ReadInto(content, path);
        return content;
    }

    private static void ReadInto(ImportContent content, string path)
    {
        foreach (
            string file in Directory
                .EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            using FileStream stream = File.OpenRead(file);
            FileImport.Read(stream, Path.GetRelativePath(path, file), content);
        }
    }
}

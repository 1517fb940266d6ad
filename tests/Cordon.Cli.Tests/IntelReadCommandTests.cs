using System.Text.Json;

namespace Cordon.Cli.Tests;

public sealed class IntelReadCommandTests : IDisposable
{
    private const string Story =
        "Copper Heron attacked Brightwell Labs with hxxps://lure[.]example/a, the ministry said.\nThe Kremlin has denied targeting vaccine research.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-intel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Places_in_json_count_in_the_text_that_is_printed()
    {
        string file = Written("report.txt", Story);
        Outcome text = CordonCommand.Run("intel", "read", file, "--format", "text");
        Outcome json = CordonCommand.Run("intel", "read", file);
        Assert.Equal(Story, text.Output);
        using var document = JsonDocument.Parse(json.Output);
        JsonElement url = Assert.Single(
            document.RootElement.GetProperty("entities").EnumerateArray(),
            static e => e.GetProperty("type").GetString() == "url"
        );
        int start = url.GetProperty("start").GetInt32();
        Assert.Equal("hxxps://lure[.]example/a", text.Output[start..url.GetProperty("end").GetInt32()]);
        Assert.Contains(
            document.RootElement.GetProperty("claims").EnumerateArray(),
            static c =>
                c.GetProperty("stance").GetString() == "denies"
                && c.GetProperty("assertedBy")[0].GetString() == "The Kremlin"
        );
    }

    [Fact]
    public void The_bundle_is_valid_stix()
    {
        string bundle = Written(
            "bundle.json",
            CordonCommand.Run("intel", "read", Written("report.txt", Story), "--format", "stix").Output
        );
        Outcome checkedOutcome = CordonCommand.Run("stix", "validate", bundle);
        Assert.True(checkedOutcome.Code == 0, checkedOutcome.Output + checkedOutcome.Errors);
    }

    [Fact]
    public void Claims_are_relationships_with_who_says_them_in_the_bundle()
    {
        string output = CordonCommand.Run("intel", "read", Written("report.txt", Story), "--format", "stix").Output;
        using var document = JsonDocument.Parse(output);
        JsonElement[] objects = [.. document.RootElement.GetProperty("objects").EnumerateArray()];
        JsonElement claim = Assert.Single(
            objects,
            static o =>
                o.GetProperty("type").GetString() == "relationship"
                && o.GetProperty("relationship_type").GetString() == "targets"
        );
        string[] ids = [.. objects.Select(static o => o.GetProperty("id").GetString()!)];
        Assert.Contains(claim.GetProperty("source_ref").GetString(), ids);
        Assert.Contains(claim.GetProperty("target_ref").GetString(), ids);
        Assert.Contains(claim.GetProperty("created_by_ref").GetString(), ids);
        JsonElement report = Assert.Single(objects, static o => o.GetProperty("type").GetString() == "report");
        Assert.Contains(
            report.GetProperty("object_refs").EnumerateArray(),
            r => r.GetString() == claim.GetProperty("id").GetString()
        );
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_a_person_accepts_is_kept_with_its_report_and_can_be_undone()
    {
        string report = Written("report.txt", Story);
        string store = Path.Combine(_folder, "store");
        Outcome kept = CordonCommand.Run("intel", "read", report, "--accept", "1", "--store", store);
        Assert.True(kept.Code == 0, kept.Errors);
        Outcome again = CordonCommand.Run("intel", "read", report, "--accept", "all", "--store", store);
        Assert.Contains("'cordon intel undo ", again.Errors, StringComparison.Ordinal);
        Outcome exported = CordonCommand.Run("intel", "export", "--store", store);
        Assert.Contains("Brightwell Labs", exported.Output, StringComparison.Ordinal);
        Assert.Contains(
            "report.txt",
            CordonCommand.Run("intel", "list", "--store", store).Output,
            StringComparison.Ordinal
        );
        string id = again.Errors.Split("intel undo ")[1][..16];
        Assert.Equal(0, CordonCommand.Run("intel", "undo", id, "--store", store).Code);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("x")]
    [InlineData("2-1")]
    [InlineData("")]
    public void Numbers_of_claims_that_are_not_there_are_refused(string accepted)
    {
        string store = Path.Combine(_folder, "store");
        Outcome outcome = CordonCommand.Run(
            "intel",
            "read",
            Written("report.txt", Story),
            "--accept",
            accepted,
            "--store",
            store
        );
        Assert.NotEqual(0, outcome.Code);
        Assert.False(Directory.Exists(store));
    }

    [Fact]
    public void What_is_refused_is_told_with_the_reason()
    {
        Outcome outcome = CordonCommand.Run("intel", "read", Written("report.pdf", "%PDF-1.7\nnothing"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("report.pdf: it is no PDF", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_for_people_hold_no_control_characters()
    {
        Outcome outcome = CordonCommand.Run(
            "intel",
            "read",
            Written("report.txt", "It called \u001b[2J 198.51.100.7 twice.\n"),
            "--review"
        );
        Assert.Contains("[198.51.100.7 | ipv4-addr]", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Output);
    }

    private string Written(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

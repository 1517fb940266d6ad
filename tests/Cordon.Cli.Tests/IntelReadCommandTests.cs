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

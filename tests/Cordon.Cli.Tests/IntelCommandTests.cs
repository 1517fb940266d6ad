using System.Text.Json;

namespace Cordon.Cli.Tests;

/// <summary>Names, imports and indicators, as a user sees them.</summary>
public sealed class IntelCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-intel-cli-").FullName;

    private string Store => Path.Combine(_folder, "store");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_name_is_answered_for_programs()
    {
        Outcome outcome = CordonCommand.Run("intel", "resolve", "Zinc", "--format", "json", "--store", Store);
        Assert.Equal(0, outcome.Code);
        using var document = JsonDocument.Parse(outcome.Output);
        Assert.Equal("Zinc", document.RootElement.GetProperty("name").GetString());
        JsonElement first = document.RootElement.GetProperty("candidates")[0];
        Assert.Equal("Diamond Sleet", first.GetProperty("name").GetString());
        Assert.StartsWith("intrusion-set--", first.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.InRange(first.GetProperty("score").GetDouble(), 0.5, 1);
        Assert.NotEqual(0, first.GetProperty("because").GetArrayLength());
        Assert.Equal("Microsoft", first.GetProperty("assertedBy")[0].GetString());
    }

    [Fact]
    public void A_name_that_nobody_bears_ends_with_1_and_is_still_json()
    {
        Outcome outcome = CordonCommand.Run("intel", "resolve", "Nobody", "--format", "json", "--store", Store);
        Assert.Equal(1, outcome.Code);
        using var document = JsonDocument.Parse(outcome.Output);
        Assert.Equal(0, document.RootElement.GetProperty("candidates").GetArrayLength());
    }

    [Fact]
    public void What_is_imported_is_listed_and_can_be_undone()
    {
        string file = Write(
            "map.json",
            """[{"Threat actor name":"Plum Squall","Origin/Threat":"Nowhere","Other names":""}]"""
        );
        Outcome import = CordonCommand.Run("intel", "import", file, "--store", Store);
        Assert.Equal((0, ""), (import.Code, import.Errors));
        string id = import.Output[..16];
        Assert.StartsWith(
            "already there",
            CordonCommand.Run("intel", "import", file, "--store", Store).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(id, CordonCommand.Run("intel", "list", "--store", Store).Output, StringComparison.Ordinal);
        Assert.Equal(0, CordonCommand.Run("intel", "resolve", "Plum Squall", "--store", Store).Code);
        Assert.Equal(0, CordonCommand.Run("intel", "undo", id, "--store", Store).Code);
        Assert.Equal(1, CordonCommand.Run("intel", "resolve", "Plum Squall", "--store", Store).Code);
        Assert.Equal(1, CordonCommand.Run("intel", "undo", id, "--store", Store).Code);
    }

    [Theory]
    [InlineData("http://feeds.example/list.txt", "https only")]
    [InlineData("ftp://feeds.example/list.txt", "https only")]
    [InlineData("https://user@feeds.example/list.txt", "no address")]
    public void Addresses_that_are_not_safe_are_refused(string address, string word)
    {
        Outcome outcome = CordonCommand.Run("intel", "import", address, "--store", Store);
        Assert.Equal(1, outcome.Code);
        Assert.Contains(word, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_finds_indicators_and_says_who_gave_them()
    {
        string list = Write("bad.txt", "203.0.113.9\n");
        string log = Write(
            "auth.log",
            "Feb 16 08:30:00 host sshd[7]: Failed password for root from 203.0.113.9 port 22 ssh2\n"
        );
        string results = Path.Combine(_folder, "out");
        Outcome outcome = CordonCommand.Run("scan", log, "--intel", list, "--out", results, "-q");
        Assert.Equal(0, outcome.Code);
        string line = Assert.Single(
            File.ReadLines(Path.Combine(results, "findings.jsonl")),
            static l => l.Contains("\"kind\":\"indicator\"", StringComparison.Ordinal)
        );
        Assert.Contains("203.0.113.9", line, StringComparison.Ordinal);
        Assert.Contains("bad.txt", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_with_indicators_that_are_none_does_not_begin()
    {
        string list = Write("none.txt", "# nothing\n");
        Outcome outcome = CordonCommand.Run("scan", list, "--intel", list, "-q");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("no indicator", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_leave_as_valid_stix()
    {
        Outcome export = CordonCommand.Run("intel", "export", "--store", Store);
        Assert.Equal(0, export.Code);
        Outcome check = CordonCommand.Run("stix", "validate", Write("claims.json", export.Output));
        Assert.Equal(0, check.Code);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

namespace Cordon.Cli.Tests;

/// <summary><c>cordon simulate</c> and <c>cordon evaluate</c> as a user calls them.</summary>
public sealed class SimulateCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cordon-simulate-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Writes_a_sector_and_measures_an_answer_to_it()
    {
        string sector = Path.Combine(_root, "sector");

        Outcome written = CordonCommand.Run(
            "simulate",
            "--members",
            "3",
            "--days",
            "3",
            "--seed",
            "2",
            "--out",
            sector
        );

        Assert.Equal(0, written.Code);
        Assert.Empty(written.Errors);
        Assert.StartsWith("3 members with ", written.Output, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(sector, "cordon.yaml", SearchOption.AllDirectories).Length);

        string answer = Path.Combine(_root, "incidents.json");
        File.WriteAllText(answer, "{\"incidents\":[],\"coverage\":[]}");
        Outcome text = CordonCommand.Run(
            "evaluate",
            "--truth",
            Path.Combine(sector, "truth.json"),
            "--incidents",
            answer
        );
        Outcome json = CordonCommand.Run(
            "evaluate",
            "--truth",
            Path.Combine(sector, "truth.json"),
            "--incidents",
            answer,
            "--format",
            "json"
        );

        Assert.Equal(0, text.Code);
        Assert.Contains("'failed' without coverage 0", text.Output, StringComparison.Ordinal);
        Assert.Equal(0, json.Code);
        Assert.StartsWith("{", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_write_into_a_folder_that_is_not_empty_unless_told_to()
    {
        string own = Path.Combine(_root, "own.txt");
        File.WriteAllText(own, "mine");

        Outcome refused = CordonCommand.Run("simulate", "--members", "1", "--days", "1", "--out", _root);
        Outcome forced = CordonCommand.Run("simulate", "--members", "1", "--days", "1", "--out", _root, "--force");
        Outcome again = CordonCommand.Run("simulate", "--members", "1", "--days", "1", "--out", _root, "--force");

        Assert.Equal(1, refused.Code);
        Assert.Contains("is not empty", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, forced.Code);
        Assert.Equal(0, again.Code);
        Assert.Equal("mine", File.ReadAllText(own));
    }

    [Theory]
    [InlineData("--members", "0", "--members has to be 1 to 1000")]
    [InlineData("--days", "900", "--days has to be 1 to 120")]
    [InlineData("--profile", "third", "third")]
    [InlineData("--start", "soon", "'soon' is no time")]
    public void Says_what_would_be_right(string option, string value, string message)
    {
        Outcome outcome = CordonCommand.Run("simulate", "--out", Path.Combine(_root, "x"), option, value);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_file_of_an_evaluation_cannot_be_used()
    {
        Outcome outcome = CordonCommand.Run(
            "evaluate",
            "--truth",
            Path.Combine(_root, "none.json"),
            "--incidents",
            "x"
        );

        Assert.Equal(1, outcome.Code);
        Assert.Contains("none.json", outcome.Errors, StringComparison.Ordinal);
    }
}

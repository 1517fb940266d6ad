namespace Cordon.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("scan")]
    [InlineData("scan", "--min-level", "severe", ".")]
    [InlineData("scan", "--since", "yesterday", ".")]
    [InlineData("scan", "--threads", "0", ".")]
    [InlineData("scan", "--since", "2021-02-04", "--until", "2021-02-03", ".")]
    [InlineData("evtx", "dump", "--format", "yaml", "x")]
    [InlineData("no-such-command")]
    [InlineData("scan", "--no-such-option", ".")]
    public void Bad_usage_ends_with_2_and_says_what_would_be_right(params string[] arguments)
    {
        Outcome outcome = CordonCommand.Run(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("cordon: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("--help", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("scan", "--help")]
    [InlineData("evtx", "dump", "--help")]
    [InlineData("evtx", "info", "--help")]
    [InlineData("rules", "check", "--help")]
    [InlineData("rules", "list", "--help")]
    [InlineData("rules", "test", "--help")]
    [InlineData("rules", "explain", "--help")]
    [InlineData("rules", "coverage", "--help")]
    [InlineData("rules", "update", "--help")]
    [InlineData("completion", "--help")]
    public void Help_teaches_by_example(params string[] arguments)
    {
        Outcome outcome = CordonCommand.Run(arguments);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Examples:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  cordon ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_is_one_line()
    {
        Outcome outcome = CordonCommand.Run("--version");
        Assert.Equal(0, outcome.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+\r?\n$", outcome.Output);
        // Alone it is answered without the tree of commands.
        Assert.Equal(outcome.Output, CordonCommand.Run("--no-color", "--version").Output);
    }

    [Theory]
    [InlineData("bash", "complete -o")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Completion_scripts_are_printed(string shell, string sign) =>
        Assert.Contains(sign, CordonCommand.Run("completion", shell).Output, StringComparison.Ordinal);

    [Fact]
    public void Completion_offers_each_level_once() =>
        Assert.Equal(
            "critical\nhigh\ninformational\nlow\nmedium",
            CordonCommand.Run("[suggest:24]", "cordon scan --min-level ").Output.ReplaceLineEndings("\n").TrimEnd()
        );

    [Fact]
    public void Completion_offers_the_rules_commands() =>
        Assert.Equal(
            "check\ncoverage\nexplain\nlist\ntest\nupdate",
            string.Join(
                '\n',
                CordonCommand
                    .Run("[suggest:13]", "cordon rules ")
                    .Output.ReplaceLineEndings("\n")
                    .Split('\n')
                    .Where(static word => word.Length > 0 && char.IsLetter(word[0]))
                    .Order(StringComparer.Ordinal)
            )
        );

    [Fact]
    public void Completion_suggests_commands_and_levels()
    {
        Assert.Contains("scan", CordonCommand.Run("[suggest:7]", "cordon s").Output, StringComparison.Ordinal);
        Assert.Contains(
            "critical",
            CordonCommand.Run("[suggest:24]", "cordon scan --min-level ").Output,
            StringComparison.Ordinal
        );
    }
}

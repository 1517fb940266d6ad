using Cordon.Cli.Tests.Updating;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

public sealed class RulesUpdateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-update-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_scan_runs_the_updated_rules_beside_the_built_in_ones_and_names_them()
    {
        string file = Path.Combine(_folder, "lab-rules.zip");
        File.WriteAllBytes(file, Archives.ZipOfRules(3, "powershell"));
        int before = Rules("rules", "check");
        Outcome outcome = Run("rules", "update", "--from", file);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(0, outcome.Code);
        Assert.Equal(before + 3, Rules("rules", "check"));
        string scan = Run("scan", Repository.At("samples")).Output;
        Assert.Contains("built-in; lab-rules.zip, fetched 20", scan, StringComparison.Ordinal);
        Assert.Contains("Rule 2", scan, StringComparison.Ordinal);
        string chosen = Run("scan", Repository.At("samples"), "--rules", Repository.At("rules")).Output;
        Assert.DoesNotContain("lab-rules", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public void Updated_rules_that_are_not_whole_are_told_and_the_scan_goes_on()
    {
        string file = Path.Combine(_folder, "lab-rules.zip");
        File.WriteAllBytes(file, Archives.ZipOfRules(3, "powershell"));
        Run("rules", "update", "--from", file);
        string rule = Directory.GetFiles(_folder, "r2.yml", SearchOption.AllDirectories).Single();
        File.Delete(rule);
        Outcome less = Run("scan", Repository.At("samples"));
        Assert.Contains("1 file of the updated rules", less.Errors, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(rule))!, recursive: true);
        Outcome none = Run("scan", Repository.At("samples"));
        Assert.Equal(0, none.Code);
        Assert.Contains("not whole", none.Errors, StringComparison.Ordinal);
        Assert.Contains("the updated rules can't be read", none.Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("rules", "update", "--from", file).Code);
        Assert.Equal("", Run("scan", Repository.At("samples")).Errors);
    }

    [Fact]
    public void A_failed_update_ends_with_1_and_says_why()
    {
        Outcome outcome = Run("rules", "update", "--from", Path.Combine(_folder, "none.zip"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("none.zip", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(1, Run("rules", "update", "--rollback").Code);
        Assert.Equal(2, Run("rules", "update", "--rollback", "--force").Code);
    }

    private Outcome Run(params string[] arguments) => CordonCommand.RunWithData(_folder, arguments);

    private int Rules(params string[] arguments)
    {
        string line = Run(arguments)
            .Output.Split('\n')
            .Single(static l => l.Contains("rules can be used", StringComparison.Ordinal));
        return int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}

using Cordon.Cli.Rules;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

public sealed class CacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-cache-");
    private readonly string _rules;
    private readonly string _kept;

    public CacheTests()
    {
        _rules = Path.Combine(_folder.FullName, "rules");
        _kept = Path.Combine(_folder.FullName, "kept");
        Directory.CreateDirectory(_rules);
        for (int i = 0; i < 80; i++)
        {
            File.WriteAllText(
                Path.Combine(_rules, $"{i:00}.yml"),
                $"title: Code {i}\nlevel: low\nlogsource:\n  product: windows\n  service: security\ndetection:\n  s:\n    EventID: {4600 + i}\n  condition: s\n"
            );
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_scan_finds_the_same_with_what_an_earlier_one_kept()
    {
        string[] plain = Scan("off", "plain");
        Assert.Equal(plain, Scan(_kept, "first"));
        Assert.Single(Directory.GetFiles(_kept));
        Assert.Equal(plain, Scan(_kept, "second"));
        Assert.NotEmpty(plain);
    }

    [Fact]
    public void A_rule_that_changed_counts_at_once()
    {
        string[] before = Scan(_kept, "before");
        File.Delete(Path.Combine(_rules, "24.yml"));
        string[] after = Scan(_kept, "after");
        Assert.Equal(before.Where(static line => !line.Contains("\"Code 24\"", StringComparison.Ordinal)), after);
        Assert.True(after.Length < before.Length);
    }

    [Fact]
    public void No_cache_and_checks_leave_nothing_behind()
    {
        CordonCommand.RunWithCache(_kept, "scan", Repository.At("samples"), "-r", _rules, "--no-cache");
        CordonCommand.RunWithCache(_kept, "rules", "check", _rules);
        Assert.False(Directory.Exists(_kept));
        CordonCommand.RunWithCache(_kept, "rules", "list", _rules);
        Assert.Single(Directory.GetFiles(_kept));
    }

    [Theory]
    [InlineData("off", "/home/u", null)]
    [InlineData("OFF", "/home/u", null)]
    [InlineData("/somewhere/else", "/home/u", "/somewhere/else")]
    [InlineData("", "", null)]
    public void The_variable_moves_or_ends_it(string variable, string home, string? folder)
    {
        string? expected = folder is null ? null : Path.GetFullPath(folder);
        Assert.Equal(expected, CacheFolder.Find(name => name == CacheFolder.Variable ? variable : null, home));
    }

    [Theory]
    [InlineData(null, "/home/u/.cache/cordon")]
    [InlineData("", "/home/u/.cache/cordon")]
    [InlineData("relative", "/home/u/.cache/cordon")]
    [InlineData("/xdg", "/xdg/cordon")]
    public void On_Linux_it_stands_where_XDG_says(string? xdg, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there");
        Assert.Equal(expected, CacheFolder.Find(name => name == "XDG_CACHE_HOME" ? xdg : null, "/home/u"));
    }

    private string[] Scan(string cache, string name)
    {
        string output = Path.Combine(_folder.FullName, name);
        Outcome outcome = CordonCommand.RunWithCache(
            cache,
            "scan",
            Repository.At("samples"),
            "--rules",
            _rules,
            "--out",
            output
        );
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        return File.ReadAllLines(Path.Combine(output, "findings.jsonl"));
    }
}

using Cordon.Cli.Rules.Updating;

namespace Cordon.Cli.Tests.Updating;

public sealed class RulesUpdateTests : IDisposable
{
    private static readonly UpdateLimits Limits = UpdateLimits.Default with { MaxDownload = 100_000, MaxRedirects = 3 };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-update-");
    private readonly HandTime _time = new();
    private readonly StringWriter _output = new();
    private readonly RuleStore _store;

    public RulesUpdateTests() => _store = new RuleStore(Path.Combine(_folder.FullName, "store"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_release_is_fetched_through_the_servers_own_redirects_and_named_after_them()
    {
        using var server = new LoopbackServer(path =>
            path == "/releases/latest/download/rules.zip"
                ? LoopbackServer.Redirect("/releases/download/r2026-01-02/rules.zip")
                : LoopbackServer.Ok(Archives.ZipOfRules(3))
        );
        await Update($"{server.Root}/releases/latest/download/rules.zip");
        InstalledRelease release = _store.Current()!;
        Assert.Equal("r2026-01-02, fetched 2026-03-04", release.ToString());
        Assert.Equal(3, release.Files);
        Assert.Equal(3, Directory.GetFiles(release.Folder, "*.yml", SearchOption.AllDirectories).Length);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task Another_host_is_not_followed()
    {
        using var other = new LoopbackServer(static _ => LoopbackServer.Ok(Archives.ZipOfRules(3)));
        using var server = new LoopbackServer(_ =>
            LoopbackServer.Redirect(other.Root.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/r.zip")
        );
        string message = await Refusal(server.Root + "/r.zip");
        Assert.Contains("localhost", message, StringComparison.Ordinal);
        Assert.Empty(other.Asked);
        Assert.Null(_store.Current());
    }

    [Fact]
    public async Task Redirects_come_to_an_end()
    {
        using var server = new LoopbackServer(static path => LoopbackServer.Redirect(path + "x"));
        Assert.Contains("more than 3 times", await Refusal(server.Root + "/r"), StringComparison.Ordinal);
        Assert.Equal(4, server.Asked.Count);
    }

    [Theory]
    [InlineData("https://release-assets.githubusercontent.com/x", true)]
    [InlineData("https://objects.githubusercontent.com/x", true)]
    [InlineData("/SigmaHQ/sigma/releases/download/r1/sigma_all_rules.zip", true)]
    [InlineData("https://githubusercontent.com/x", false)]
    [InlineData("https://evil.release-assets.githubusercontent.com.example/x", false)]
    [InlineData("http://github.com/x", false)]
    [InlineData("http://127.0.0.1/x", false)]
    [InlineData("file:///etc/passwd", false)]
    public void The_default_leads_to_githubs_hosts_for_releases_only(string location, bool isAllowed)
    {
        var source = ReleaseSource.Of(null);
        var to = new Uri(location, UriKind.RelativeOrAbsolute);
        if (isAllowed)
        {
            Assert.Equal("https", source.Follow(source.Address!, to).Scheme);
        }
        else
        {
            Assert.Throws<UpdateException>(() => source.Follow(source.Address!, to));
        }
    }

    [Theory]
    [InlineData("http://example.org/rules.zip")]
    [InlineData("ftp://example.org/rules.zip")]
    [InlineData("https://user:word@example.org/rules.zip")]
    [InlineData("https://")]
    public void Only_https_is_asked(string from) => Assert.Throws<UpdateException>(() => ReleaseSource.Of(from));

    [Fact]
    public async Task A_server_that_says_no_is_told_with_its_number()
    {
        using var server = new LoopbackServer(static _ => LoopbackServer.Status("404 Not Found"));
        Assert.Contains("404", await Refusal(server.Root + "/r.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_is_cut_or_too_large_changes_nothing()
    {
        byte[] good = Archives.ZipOfRules(3);
        await UpdateFile(good);
        string before = _store.Current()!.Name;
        byte[] other = Archives.ZipOfRules(4);
        byte[][] answers =
        [
            LoopbackServer.Ok(other[..(other.Length / 2)], other.Length),
            LoopbackServer.Ok([], Limits.MaxDownload + 1),
            [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. new byte[Limits.MaxDownload + 1]],
            [.. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nabc"u8],
            [.. "no web server"u8],
        ];
        foreach (byte[] answer in answers)
        {
            using var server = new LoopbackServer(_ => answer);
            Assert.NotEmpty(await Refusal(server.Root + "/r.zip"));
            Assert.Equal(before, _store.Current()!.Name);
        }
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left()
    {
        using var server = new LoopbackServer(static _ => null);
        server.OnSilence = () => _time.GoOff(Limits.Patience);
        Assert.Contains("sent nothing", await Refusal(server.Root + "/r.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_never_ends_is_left()
    {
        using var server = new LoopbackServer(static _ => null);
        server.OnSilence = () => _time.GoOff(Limits.Whole);
        Assert.Contains("took longer", await Refusal(server.Root + "/r.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_is_told_and_the_release_before_is_kept()
    {
        await UpdateFile(
            Archives.Zip(("a.yml", Archives.Rule("1")), ("b.yml", Archives.Rule("2")), ("c.yml", Archives.Rule("3")))
        );
        string first = _store.Current()!.Name;
        await UpdateFile(
            Archives.Zip(
                ("a.yml", Archives.Rule("1")),
                ("b.yml", Archives.Rule("2", "y")),
                ("d.yml", Archives.Rule("4")),
                ("e.yml", "title: [")
            ),
            isForced: true
        );
        string told = _output.ToString().ReplaceLineEndings("\n");
        Assert.Contains("1 added\n    Rule 4 (", told, StringComparison.Ordinal);
        Assert.Contains("1 removed\n    Rule 3 (", told, StringComparison.Ordinal);
        Assert.Contains("1 changed\n    Rule 2 (", told, StringComparison.Ordinal);
        Assert.Contains("1 refused\n    e.yml:", told, StringComparison.Ordinal);
        Assert.Equal(first, _store.Previous()!.Name);
        string second = _store.Current()!.Name;
        NewUpdate().RollBack();
        Assert.Equal((first, second), (_store.Current()!.Name, _store.Previous()!.Name));
    }

    [Fact]
    public async Task Only_the_release_in_use_and_the_one_before_stay()
    {
        foreach (int count in (int[])[3, 4, 5, 6])
        {
            await UpdateFile(Archives.ZipOfRules(count));
        }

        Assert.Equal(2, Directory.GetDirectories(_store.Root).Length);
        Assert.Equal((6, 5), (_store.Current()!.Files, _store.Previous()!.Files));
    }

    [Fact]
    public async Task Far_fewer_rules_are_refused_unless_forced()
    {
        await UpdateFile(Archives.ZipOfRules(10));
        string path = Write(Archives.ZipOfRules(7));
        Assert.Contains("--force", await Refusal(path), StringComparison.Ordinal);
        Assert.Equal(10, _store.Current()!.Files);
        await NewUpdate().RunAsync(path, true, TestContext.Current.CancellationToken);
        Assert.Equal(7, _store.Current()!.Files);
    }

    [Fact]
    public async Task Nothing_usable_is_refused_even_if_forced()
    {
        await UpdateFile(Archives.ZipOfRules(2));
        string path = Write(Archives.Zip(("a.yml", "title: ["), ("readme.yml", "a: 1")));
        await Assert.ThrowsAsync<UpdateException>(() =>
            NewUpdate().RunAsync(path, true, TestContext.Current.CancellationToken)
        );
        Assert.Equal(2, _store.Current()!.Files);
    }

    [Fact]
    public async Task Two_updates_do_not_run_at_once()
    {
        using (_store.Lock())
        {
            Assert.Contains("another", await Refusal(Write(Archives.ZipOfRules(1))), StringComparison.Ordinal);
        }

        await UpdateFile(Archives.ZipOfRules(1));
    }

    [Fact]
    public async Task What_a_killed_update_left_is_in_nobodys_way()
    {
        await UpdateFile(Archives.ZipOfRules(2));
        string before = _store.Current()!.Name;
        string staged = _store.Stage();
        File.WriteAllText(Path.Combine(staged, "half.yml"), "title:");
        Directory.CreateDirectory(_store.FolderOf("0123456789abcdef"));
        File.WriteAllText(Path.Combine(_store.Root, "current.new"), "0123");
        Assert.Equal(before, _store.Current()!.Name);
        await UpdateFile(Archives.ZipOfRules(3));
        Assert.Equal(3, _store.Current()!.Files);
        Assert.Equal(2, Directory.GetDirectories(_store.Root).Length);
    }

    [Fact]
    public async Task The_same_release_again_changes_nothing()
    {
        byte[] release = Archives.ZipOfRules(2);
        await UpdateFile(release);
        await UpdateFile(release);
        Assert.Contains("already in use", _output.ToString(), StringComparison.Ordinal);
        Assert.Null(_store.Previous());
    }

    [Fact]
    public void There_is_nothing_to_go_back_to_at_first() =>
        Assert.Throws<UpdateException>(() => NewUpdate().RollBack());

    private RulesUpdate NewUpdate() => new(_store, Limits, _time, _output);

    private Task Update(string from) => NewUpdate().RunAsync(from, false, TestContext.Current.CancellationToken);

    private Task UpdateFile(byte[] archive, bool isForced = false) =>
        NewUpdate().RunAsync(Write(archive), isForced, TestContext.Current.CancellationToken);

    private async Task<string> Refusal(string from) =>
        (await Assert.ThrowsAsync<UpdateException>(() => Update(from))).Message;

    private string Write(byte[] archive)
    {
        string path = Path.Combine(_folder.FullName, "release.zip");
        File.WriteAllBytes(path, archive);
        return path;
    }
}

using Cordon.Sigma.Caching;

namespace Cordon.Sigma.Tests.Caching;

public sealed class PackFolderTests : IDisposable
{
    private readonly RuleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_and_packs_are_their_users_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other means");
            return;
        }

        _folder.Cached();
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(_folder.Kept)
        );
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Pack));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_folder_that_others_may_write_to_is_neither_read_nor_written(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other means");
            return;
        }

        string plain = _folder.Cached();
        string pack = _folder.Pack;
        File.SetUnixFileMode(_folder.Kept, File.GetUnixFileMode(_folder.Kept) | mode);
        Assert.Null(new PackFolder(_folder.Kept).Read(CacheKey.Of([_folder.Rules], SigmaOptions.Default)));
        File.Delete(pack);
        Assert.Equal(plain, _folder.Cached());
        Assert.Empty(Directory.GetFiles(_folder.Kept));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_only_costs_time()
    {
        File.WriteAllText(_folder.Kept, "a file");
        Assert.Equal(_folder.Plain(), _folder.Cached());
        Assert.Equal("a file", File.ReadAllText(_folder.Kept));
        string nowhere = Path.Combine(_folder.Kept, "below", "it");
        Assert.Equal(
            _folder.Plain(),
            Picture.Of(RuleSet.Load([_folder.Rules], SigmaOptions.Default with { CacheFolder = nowhere }))
        );
    }

    [Fact]
    public void Only_some_packs_are_kept_those_that_were_written_last()
    {
        var folder = new PackFolder(_folder.Kept);
        ContentHash[] keys =
        [
            .. Enumerable.Range(0, PackFolder.MaxPacks + 3).Select(static i => ContentHash.Of([(byte)i])),
        ];
        for (int i = 0; i < keys.Length; i++)
        {
            folder.Write(keys[i], [(byte)i]);
            foreach (string file in Directory.GetFiles(_folder.Kept))
            {
                // As if each had been written a day after the one before.
                File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddDays(-1));
            }
        }

        Assert.Equal(PackFolder.MaxPacks, Directory.GetFiles(_folder.Kept).Length);
        Assert.All(keys[..3], key => Assert.Null(folder.Read(key)));
        Assert.Equal((byte)(keys.Length - 1), Assert.Single(folder.Read(keys[^1])!));
    }

    [Fact]
    public void What_killed_processes_left_is_removed_in_time_and_nothing_else_is()
    {
        var folder = new PackFolder(_folder.Kept);
        folder.Write(ContentHash.Of([1]), [1]);
        string left = Path.Combine(_folder.Kept, "rules-x.pack.77-1.new");
        string now = Path.Combine(_folder.Kept, "rules-x.pack.78-1.new");
        string other = Path.Combine(_folder.Kept, "somebody's.txt");
        File.WriteAllText(left, "");
        File.WriteAllText(now, "");
        File.WriteAllText(other, "");
        File.SetLastWriteTimeUtc(left, File.GetLastWriteTimeUtc(now).AddHours(-2));
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(now).AddYears(-2));
        folder.Write(ContentHash.Of([2]), [2]);
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(now));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public void Loads_at_the_same_time_give_the_same_and_leave_one_whole_pack()
    {
        string plain = _folder.Plain();
        string[] pictures = new string[12];
        Parallel.For(0, pictures.Length, i => pictures[i] = _folder.Cached());
        Assert.All(pictures, picture => Assert.Equal(plain, picture));
        byte[] pack = File.ReadAllBytes(_folder.Pack);
        File.Delete(_folder.Pack);
        _folder.Cached();
        Assert.Equal(pack, File.ReadAllBytes(_folder.Pack));
    }
}

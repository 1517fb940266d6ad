using System.Formats.Tar;
using Cordon.Cli.Rules.Updating;

namespace Cordon.Cli.Tests.Updating;

public sealed class ReleaseArchiveTests : IDisposable
{
    private static readonly UpdateLimits Small = new()
    {
        MaxDownload = 1 << 20,
        MaxEntries = 20,
        MaxFile = 4_000_000,
        MaxTotal = 6_000_000,
        MaxRatio = 100,
    };

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("cordon-archive-");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public void Rules_and_licences_are_kept_and_nothing_else()
    {
        (TarEntryType, string, string)[] files =
        [
            (TarEntryType.Directory, "rules/", ""),
            (TarEntryType.RegularFile, "rules/a.yml", "a"),
            (TarEntryType.RegularFile, "./rules/sub/b.YAML", "b"),
            (TarEntryType.RegularFile, "LICENSE.Detection.Rules.md", "l"),
            (TarEntryType.RegularFile, "rules/run.sh", "no"),
            (TarEntryType.RegularFile, ".github/c.yml", "no"),
        ];
        string[] kept = ["LICENSE.Detection.Rules.md", "rules/a.yml", "rules/sub/b.YAML"];
        byte[] tar = Archives.Tar(files);
        byte[] zip = Archives.Zip(files.Skip(1).Select(static f => (f.Item2, f.Item3)));
        foreach (byte[] archive in (byte[][])[tar, Archives.Gzip(tar), zip])
        {
            Assert.Equal(2, Unpack(archive, out string folder));
            Assert.Equal(kept, Names(folder));
        }
    }

    [Theory]
    [InlineData("../out.yml")]
    [InlineData("rules/../../out.yml")]
    [InlineData("/out.yml")]
    [InlineData("rules\\..\\..\\out.yml")]
    [InlineData("C:/out.yml")]
    [InlineData("rules/a\u0001.yml")]
    [InlineData("rules/con.yml")]
    [InlineData("rules/a .yml /b.yml")]
    public void A_name_that_leads_elsewhere_or_is_odd_refuses_the_whole_archive(string name)
    {
        foreach (
            byte[] archive in (byte[][])
                [
                    Archives.Zip(("a.yml", "a"), (name, "b")),
                    Archives.Tar((TarEntryType.RegularFile, "a.yml", "a"), (TarEntryType.RegularFile, name, "b")),
                ]
        )
        {
            Assert.Contains("refused", Refusal(archive), StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(_parent.FullName, "*out.yml", SearchOption.AllDirectories));
        }
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Fifo)]
    public void Links_and_devices_are_refused(TarEntryType type) =>
        Assert.Contains("link", Refusal(Archives.Tar((type, "a.yml", "/etc/passwd"))), StringComparison.Ordinal);

    [Fact]
    public void A_link_in_a_zip_is_refused()
    {
        byte[] zip = Archives.Zip(("a.yml", "/etc/passwd"));
        // The attributes of the only entry, in the central directory: those of a symbolic link on Unix.
        int directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[directory + 41] = 0xA1;
        zip[directory + 40] = 0xFF;
        Assert.Contains("link", Refusal(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_comes_twice_is_refused() =>
        Assert.Contains("twice", Refusal(Archives.Zip(("a.yml", "1"), ("A.yml", "2"))), StringComparison.Ordinal);

    [Fact]
    public void Too_many_entries_are_refused() =>
        Assert.Contains("entries", Refusal(Archives.ZipOfRules(21)), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Assert.Contains("larger than", Refusal(Archives.Zip(("a.yml", Noise(4_000_001)))), StringComparison.Ordinal);

    [Fact]
    public void All_together_are_limited() =>
        Assert.Contains(
            "unpacks to more",
            Refusal(
                Archives.Tar(
                    Enumerable.Range(0, 3).Select(i => (TarEntryType.RegularFile, $"{i}.yml", Noise(3_000_000)))
                ),
                huge: true
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_unpacks_to_far_more_than_it_is_is_noticed_even_where_it_is_not_kept()
    {
        byte[] bomb = Archives.Gzip(
            Archives.Tar((TarEntryType.RegularFile, "rules/skipped.bin", new string('a', 5_000_000)))
        );
        Assert.Contains("times its size", Refusal(bomb), StringComparison.Ordinal);
        Assert.Contains(
            "times its size",
            Refusal(Archives.Zip(("a.yml", new string('a', 3_900_000)))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        Assert.NotEmpty(Refusal([]));
        Assert.NotEmpty(Refusal("this is a page that says 404"u8.ToArray()));
    }

    // The last bytes of a gzip are checksums: without them, all of the content may still be there.
    [Fact]
    public void A_cut_archive_is_refused_or_whole_and_never_a_smaller_one()
    {
        (TarEntryType, string, string)[] files =
        [
            .. Enumerable.Range(1, 3).Select(i => (TarEntryType.RegularFile, $"{i}.yml", Archives.Rule($"{i}"))),
        ];
        byte[] tar = Archives.Tar(files);
        int refused = 0;
        foreach (byte[] whole in (byte[][])[Archives.ZipOfRules(3), tar, Archives.Gzip(tar)])
        {
            for (int length = 0; length < whole.Length; length += whole.Length > 2_000 ? 37 : 3)
            {
                try
                {
                    Assert.Equal(3, Unpack(whole[..length], out string folder));
                    Assert.Equal(
                        files.Select(static f => f.Item3),
                        Names(folder).Select(n => File.ReadAllText(Path.Combine(folder, n)))
                    );
                }
                catch (UpdateException)
                {
                    refused++;
                }
            }
        }

        Assert.True(refused > 100);
    }

    // Text that does not pack well, the same on every run.
    private static string Noise(int length)
    {
        var random = new Random(5);
        return string.Create(
            length,
            random,
            static (text, r) => r.GetItems("abcdefghijklmnopqrstuvwxyz0123456789", text)
        );
    }

    private string Refusal(byte[] archive, bool huge = false) =>
        Assert.Throws<UpdateException>(() => Unpack(archive, out _, huge)).Message;

    private int Unpack(byte[] archive, out string folder, bool huge = false)
    {
        folder = _parent.CreateSubdirectory($"{_parent.GetDirectories().Length}").FullName;
        using var stream = new MemoryStream(archive);
        return ReleaseArchive.Unpack(
            stream,
            folder,
            Small with
            {
                MaxDownload = huge || archive.Length > Small.MaxDownload ? 1 << 28 : Small.MaxDownload,
            },
            CancellationToken.None
        );
    }

    private static string[] Names(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
}
